/** A stream of sentences: the same for the same seed, no two alike, and never the words of a real document. */
export function writer(seed: number, words: { who: string[]; does: string[]; when: string[] }) {
  let state = seed;
  const pick = (from: string[]) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor((state / 2_147_483_648) * from.length)] as string;
  };
  let count = 0;
  return () => `${pick(words.who)} ${pick(words.does)} ${pick(words.when)} (${++count}).`;
}

export const english = {
  who: ["The account", "A workspace", "Your content", "The fee", "Support", "An export", "A backup", "A guest"],
  does: [
    "is opened by one administrator",
    "stays yours at all times",
    "is counted from the day of the order",
    "ends with the paid period",
  ],
  when: [
    "unless we agree otherwise in writing",
    "as the page of the plan says",
    "and we tell you so by mail",
    "without any refund",
  ],
};
export const russian = {
  who: ["Лицензиар", "Лицензиат", "Администратор портала", "Служба поддержки", "Правообладатель"],
  does: [
    "сообщает об изменении",
    "хранит копию данных",
    "отвечает на обращение",
    "сохраняет доступ",
    "вправе приостановить работу",
  ],
  when: [
    "в течение пяти рабочих дней",
    "до конца оплаченного срока",
    "если стороны не договорились иначе",
    "по письменной просьбе",
  ],
};

/** A page of terms as a browser saves it, some 600 lines: menus, banner, breadcrumbs, share buttons and footer around it. */
export function termsPage(): string {
  const say = writer(7, english);
  const links = (names: string[]) =>
    names
      .map(
        (name) =>
          `<li><a href="https://brightleaf.example/${name.toLowerCase().replaceAll(" ", "-")}">${name}</a></li>`,
      )
      .join("\n");
  const products = [
    "Tasks",
    "Boards",
    "Calendar",
    "Forms",
    "Mail",
    "Telephony",
    "Stock",
    "Sites",
    "Reports",
    "Automation",
  ];
  const sections = [
    "Definitions",
    "The Service",
    "Accounts",
    "Plans",
    "Content",
    "Conduct",
    "Fees",
    "Changes",
    "Suspension",
    "Warranties",
    "Liability",
    "Support",
    "Term",
    "Disputes",
  ];
  const clauses = sections.flatMap((name, at) => {
    const number = at + 1;
    return [
      `<h2 id="s${number}">${number}. ${name}</h2>`,
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((clause) => [
        `<p>${number}.${clause}. ${say()}`,
        `   ${say()}</p>`,
        ...(clause === 2
          ? ["<ol>", ...[1, 2, 3].map((item) => `<li><p>${number}.${clause}.${item}. ${say()}</p></li>`), "</ol>"]
          : clause === 4
            ? [`<p>(a) ${say()}<br>`, `(b) ${say()}<br>`, `(c) ${say()}</p>`]
            : clause === 5
              ? ["<ul>", ...[1, 2].map(() => `<li>${say()}</li>`), "</ul>"]
              : []),
      ]),
    ];
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Terms of Service | Brightleaf</title>
<style>.cookie{position:fixed}</style><script>window.tracking = "this is no text of the page";</script></head>
<body class="page">
<a class="skip-link" href="#main">Skip to content</a>
<header><a href="/"><img src="logo.svg" alt="Brightleaf"></a>
<nav><ul>
${links(products)}
${links(["Pricing", "Support", "Log in"])}
</ul></nav></header>
<div id="cookie-bar" class="cookie-consent"><p>We use cookies to count visits.</p><button>Accept all</button><button>Reject</button></div>
<div class="breadcrumbs"><a href="/">Home</a> / <a href="/legal">Legal</a> / Terms</div>
<div class="layout">
<div class="sidebar"><h4>On this page</h4><ul>
${sections.map((name, at) => `<li><a href="#s${at + 1}">${at + 1}. ${name}</a></li>`).join("\n")}
</ul></div>
<div class="content">
<h1>Brightleaf Terms of Service</h1>
<p>Last updated: March 4, 2025</p>
<p>These terms govern the use of Brightleaf. Read them with the <a href="https://brightleaf.example/privacy">privacy policy</a>.</p>
${clauses.join("\n")}
<table><tr><th>Region</th><th>Entity</th></tr><tr><td>North</td><td>Brightleaf North Ltd</td></tr><tr><td>South</td><td>Brightleaf South LLC</td></tr></table>
<div class="share"><a href="https://s.example/1">Share</a> <a href="https://s.example/2">Print</a></div>
</div></div>
<aside><h3>Read next</h3><ul>${links(["How to invite a guest", "Ten ideas for boards"])}</ul></aside>
<footer><ul>
${links(["About", "Careers", "Contacts", "Privacy policy"])}
</ul><p>© 2025 Brightleaf Labs. All rights reserved.</p></footer>
<noscript>Turn on scripts</noscript>
<script>track("end")</script>
</body></html>`;
}

/** A Markdown export of a page, some 900 lines: hundreds of links before the text, escaped numbers, tables, a footer. */
export function markdownExport(): string {
  const say = writer(11, russian);
  const menus = ["Products", "Solutions", "Templates", "Learn", "Company", "Languages"].flatMap((menu) => [
    `### ${menu}`,
    "",
    ...Array.from(
      { length: 60 },
      (_, at) =>
        `*   [${menu} for ${["shops", "clinics", "schools"][at % 3]} ${at}](https://cloudberry.example/${menu.toLowerCase()}/${at} "Open")`,
    ),
    "",
  ]);
  const sections = [
    "Термины",
    "Предмет соглашения",
    "Территория и срок",
    "Права",
    "Ограничения",
    "Поддержка",
    "Оплата",
    "Прекращение",
    "Ответственность",
    "Споры",
  ];
  const clauses = sections.flatMap((name, at) => [
    `## ${at + 1}\\. ${name}`,
    "",
    ...Array.from({ length: 22 }, (_, clause) => clause + 1).flatMap((clause) => [
      at === 0 && clause <= 3
        ? `1\\.${clause}\\. **«${["Лицензиар", "Лицензиат", "Приложение"][clause - 1]}»** – ${say()}`
        : `${at + 1}\\.${clause}\\. ${say()} Подробнее – на [странице ${clause}](https://cloudberry.example/help/${at}-${clause}).`,
      "",
      ...(clause === 5 ? ["*   первое условие;", "*   второе условие;", "*   третье условие.", ""] : []),
      ...(clause === 8 && at === 2
        ? ["| Страна | Код |", "| --- | --- |", "| Беларусь | BY |", "| Казахстан | KZ |", ""]
        : []),
    ]),
  ]);
  return [
    ...[
      "Title: Лицензия | Cloudberry",
      "",
      "URL Source: https://cloudberry.example/ru/licence",
      "",
      "Markdown Content:",
    ],
    ...["[![Image 1: Cloudberry](https://cloudberry.example/logo.png)](https://cloudberry.example/)", ""],
    ...menus,
    ...["[Войти](https://cloudberry.example/login) [Начать бесплатно](https://cloudberry.example/start)", ""],
    ...["# Лицензионное соглашение Cloudberry", "", "Редакция от 20.02.2026", ""],
    ...["Соглашение определяет условия, на которых **Cloudberry** даёт право использовать приложения\\.", ""],
    ...clauses,
    ...["[Политика](https://cloudberry.example/p)", "", "[Telegram](https://t.example/x)", "", "© 2026 Cloudberry"],
  ].join("\n");
}
