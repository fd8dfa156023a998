export const ru = {
  title: (number: string, date: string) => `Акт сверки № ${number} от ${date}`,
  subtitle: (from: string, to: string) => `взаимных расчётов за период с ${from} по ${to}`,
  opening: (offer: string | null) =>
    `Стороны сверили расчёты${offer === null ? "" : `: ${offer}`}. Суммы в белорусских рублях. Дебет — предоставленный доступ по ` +
    "актам и возвращённые деньги, кредит — поступившие деньги.",
  agreed: (number: string, day: string) => ` Сальдо на начало — по согласованному акту сверки № ${number} на ${day}.`,
  sides: ["По данным Продавца", "По данным Пользователя"] as [string, string],
  head: ["Документ", "Дебет", "Кредит", "Документ", "Дебет", "Кредит"],
  turnover: "Обороты за период",
  standing: (day: string) => `Сальдо на ${day}`,
  balance: (day: string) => `На ${day} по данным Продавца`,
  act: (number: string, date: string) => `Акт № ${number} от ${date}`,
  payment: (number: string, date: string) => `Платёж № ${number} от ${date}`,
  refund: (number: string, date: string) => `Возврат${number && ` № ${number}`} от ${date}`,
  appeared: (operation: string) => `${operation}, учтён после сверки`,
  vanished: (operation: string) => `${operation}, исключён после сверки`,
  credited: (day: string) => `, зачислен ${day}`,
  refused: (act: string, sum: string) => `${act} на ${sum} не включён: от его подписания Пользователь отказался.`,
  differs: "Если данные расходятся, заполните правую часть и приложите документы.",
  even: "задолженности между Сторонами нет.",
  sellerOwes: (sum: string, words: string) => `задолженность Продавца перед Пользователем (аванс): ${sum} (${words}).`,
  userOwes: (sum: string, words: string) => `задолженность Пользователя перед Продавцом: ${sum} (${words}).`,
};
