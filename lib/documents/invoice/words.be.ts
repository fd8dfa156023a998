import type { ru } from "./words.ru.ts";

export const be: typeof ru = {
  title: (number, date) => `Рахунак № ${number} ад ${date}`,
  validity: (until, days) => `Дзейнічае да ${until} уключна, ${days} пасля дня выстаўлення (п. 3.2)`,
  payer: "Плацельшчык (Карыстальнік)",
  item: "Найменне",
  basis: "Падстава",
  text: "Тэкст дагавора",
  prices: "Цэны",
  pricesFrom: (edition, until) => `прэйскурант, ${edition}; сума нязменная да ${until} уключна`,
  discount: "Зніжка",
  discountRule: (percent, quantity) =>
    `${percent} % ${quantity === null ? "паводле ўмоў партнёра" : `за заказ ад ${quantity} сертыфікатаў`}; ` +
    "улічана ў кожнай цане, акруглена да капейкі",
  totals: {
    due: "Усяго да аплаты",
    list: "Па прэйскуранце",
    net: "Разам без ПДВ",
    vat: "ПДВ",
    noVat: "не вылічваецца",
  },
  discountOf: (percent) => `Зніжка ${percent} %`,
  vatOf: (rate) => `ПДВ ${rate} %`,
  inWords: "Сума словамі",
  order: {
    ...{ title: "Для плацежнага даручэння", recipient: "Атрымальнік", unp: "УНП", account: "Рахунак", bank: "Банк" },
    ...{ bic: "BIC банка", sum: "Сума", currency: "Валюта", code: "Код прызначэння", priority: "Чарговасць" },
    ...{ payBy: "Аплаціць да", purpose: "Прызначэнне плацяжу" },
  },
  inclusive: (day) => `${day} уключна`,
  purpose: (number, date, contract, tax) =>
    `Аплата па рахунку № ${number} ад ${date} за сертыфікат 1С-Битрикс24.Маркет Плюс` +
    `${contract === null ? "" : `, дагавор № ${contract}`}. ${tax}`,
  purposeVat: (rate, amount) => `У т.л. ПДВ ${rate}% ${amount} BYN`,
  purposeNoVat: "Без ПДВ",
  notes: (days) => [
    {
      clause: "п. 3.2",
      text: "Поўная аплата ў тэрмін дзеяння рахунку — акцэпт аферты: яе дзень становіцца датай акцэпту.",
    },
    { clause: "п. 1.10", text: "Аплата часткі сумы не з’яўляецца акцэптам: дагавор па ёй не заключаецца." },
    { clause: "п. 3.4", text: "Нумар і дату рахунку ў прызначэнні плацяжу трэба пазначыць абавязкова." },
    { clause: "п. 3.5", text: `Доступ у Каталог адкрываецца не пазней за ${days} пасля аплаты.` },
  ],
};
