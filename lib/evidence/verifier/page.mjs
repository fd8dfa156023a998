// The page around the verifier: takes files, shows what was found. Joined behind verifier.mjs into verify.html.
/* global verifyPack, verifyFiles */

const WORDS = {
  gap: "записи нет на месте",
  prev: "хэш предыдущей записи другой",
  hash: "запись изменена",
  personal: "имя, адрес или браузер изменены",
  order: "порядок записей изменён",
  "seal-gap": "контрольной суммы дня нет",
  "seal-prev": "цепочка контрольных сумм разорвана",
  "seal-hash": "контрольная сумма дня изменена",
  "file-altered": "файл изменён",
  "file-missing": "файла нет",
  "file-unknown": "лишний файл",
  container: "архив повреждён",
  manifest: "опись изменена",
  path: "запись не входит в контрольную сумму дня",
  unfounded: "имя убрано, а запроса на стирание в журнале нет",
  unanchored: "файла, названного в записи, нет среди файлов",
};

const drop = document.getElementById("drop");
const input = document.getElementById("files");
const result = document.getElementById("result");

input.addEventListener("change", () => void check([...input.files]));
for (const name of ["dragover", "dragleave", "drop"])
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", name === "dragover");
    if (name === "drop") void check([...event.dataTransfer.files]);
  });

async function check(files) {
  if (files.length === 0) return;
  result.replaceChildren(make("p", "Проверяю…"));
  try {
    show(await verified(files));
  } catch (error) {
    result.replaceChildren(verdict(false, "Не удалось прочитать файлы"), make("p", String(error?.message ?? error)));
  }
}

async function verified(files) {
  const [first] = files;
  const bytes = async (file) => new Uint8Array(await file.arrayBuffer());
  if (files.length === 1 && /\.zip$/i.test(first.name)) return verifyPack(await bytes(first));
  const read = await Promise.all(files.map(async (file) => [file.name, await bytes(file)]));
  return { ...verifyFiles(new Map(read)), repacked: false };
}

function show({ ok, entries, files, head, seal, repacked, problems }) {
  const facts = [
    ["Файлов", String(files)],
    ["Записей журнала", String(entries)],
    ["Хэш последней записи", head],
    ["Контрольная сумма", seal ? `${seal.root} за ${seal.day}, № ${seal.seq}` : "день записей ещё не завершён"],
  ];
  const said = ok ? "Пакет цел: ни один файл и ни одна запись не изменены" : `Найдены изменения: ${problems.length}`;
  result.replaceChildren(
    verdict(ok, said),
    ...(repacked && ok ? [make("p", "Архив собран заново другой программой, файлы внутри те же.")] : []),
    list(facts.filter(([, value]) => value)),
    ...(problems.length > 0 ? [table(problems)] : []),
    ...(ok && seal ? [make("p", "Сравните контрольную сумму с опубликованной в тот день на сайте продавца.")] : []),
  );
}

function verdict(ok, text) {
  const line = make("p", text);
  line.id = "verdict";
  line.className = ok ? "good" : "bad";
  return line;
}

function list(facts) {
  const dl = make("dl");
  for (const [name, value] of facts) dl.append(make("dt", name), make("dd", value));
  return dl;
}

function table(problems) {
  const whole = make("table");
  const row = (tag, cells) => {
    const tr = make("tr");
    tr.append(...cells.map((cell) => make(tag, cell)));
    return tr;
  };
  whole.append(row("th", ["Файл", "Запись", "Что не так"]));
  for (const { file, event, what } of problems.slice(0, 200))
    whole.append(row("td", [file ?? "архив", event ?? "", WORDS[what] ?? what]));
  return whole;
}

function make(tag, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
