import type { ru } from "./words.ru.ts";

export const be: typeof ru = {
  title: (number, date) => `Акт зверкі № ${number} ад ${date}`,
  subtitle: (from, to) => `узаемных разлікаў за перыяд з ${from} па ${to}`,
  opening: (offer) =>
    `Бакі зверылі разлікі${offer === null ? "" : `: ${offer}`}. Сумы ў беларускіх рублях. Дэбет — прадастаўлены доступ па ` +
    "актах і вернутыя грошы, крэдыт — грошы, што паступілі.",
  agreed: (number, day) => ` Сальда на пачатак — паводле ўзгодненага акта зверкі № ${number} на ${day}.`,
  sides: ["Паводле даных Прадаўца", "Паводле даных Карыстальніка"],
  head: ["Дакумент", "Дэбет", "Крэдыт", "Дакумент", "Дэбет", "Крэдыт"],
  turnover: "Абароты за перыяд",
  standing: (day) => `Сальда на ${day}`,
  balance: (day) => `На ${day} паводле даных Прадаўца`,
  act: (number, date) => `Акт № ${number} ад ${date}`,
  payment: (number, date) => `Плацёж № ${number} ад ${date}`,
  refund: (number, date) => `Вяртанне${number && ` № ${number}`} ад ${date}`,
  appeared: (operation) => `${operation}, улічана пасля зверкі`,
  vanished: (operation) => `${operation}, выключана пасля зверкі`,
  credited: (day) => `, залічаны ${day}`,
  refused: (act, sum) => `${act} на ${sum} не ўключаны: ад яго падпісання Карыстальнік адмовіўся.`,
  differs: "Калі даныя разыходзяцца, запоўніце правую частку і прыкладзіце дакументы.",
  even: "запазычанасці паміж Бакамі няма.",
  sellerOwes: (sum, words) => `запазычанасць Прадаўца перад Карыстальнікам (аванс): ${sum} (${words}).`,
  userOwes: (sum, words) => `запазычанасць Карыстальніка перад Прадаўцом: ${sum} (${words}).`,
};
