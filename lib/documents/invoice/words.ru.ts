export const ru = {
  title: (number: string, date: string) => `Счёт № ${number} от ${date}`,
  validity: (until: string, days: string) =>
    `Действителен до ${until} включительно, ${days} после дня выставления (п. 3.2)`,
  payer: "Плательщик (Пользователь)",
  item: "Наименование",
  basis: "Основание",
  text: "Текст договора",
  prices: "Цены",
  pricesFrom: (edition: string, until: string) => `прейскурант, ${edition}; сумма неизменна до ${until} включительно`,
  discount: "Скидка",
  discountRule: (percent: string, quantity: number | null) =>
    `${percent} % ${quantity === null ? "по условиям партнёра" : `за заказ от ${quantity} сертификатов`}; ` +
    "учтена в каждой цене, округлена до копейки",
  totals: { due: "Всего к оплате", list: "По прейскуранту", net: "Итого без НДС", vat: "НДС", noVat: "не исчисляется" },
  discountOf: (percent: string) => `Скидка ${percent} %`,
  vatOf: (rate: number) => `НДС ${rate} %`,
  inWords: "Сумма прописью",
  order: {
    ...{ title: "Для платёжного поручения", recipient: "Получатель", unp: "УНП", account: "Счёт", bank: "Банк" },
    ...{ bic: "BIC банка", sum: "Сумма", currency: "Валюта", code: "Код назначения", priority: "Очередь" },
    ...{ payBy: "Оплатить до", purpose: "Назначение платежа" },
  },
  inclusive: (day: string) => `${day} включительно`,
  purpose: (number: string, date: string, contract: string | null, tax: string) =>
    `Оплата по счету № ${number} от ${date} за сертификат 1С-Битрикс24.Маркет Плюс` +
    `${contract === null ? "" : `, договор № ${contract}`}. ${tax}`,
  purposeVat: (rate: number, amount: string) => `В т.ч. НДС ${rate}% ${amount} BYN`,
  purposeNoVat: "Без НДС",
  notes: (days: string) => [
    {
      clause: "п. 3.2",
      text: "Полная оплата в срок действия счёта — акцепт оферты: её день становится датой акцепта.",
    },
    { clause: "п. 1.10", text: "Оплата части суммы акцептом не является: договор по ней не заключается." },
    { clause: "п. 3.4", text: "Номер и дату счёта в назначении платежа нужно указать обязательно." },
    { clause: "п. 3.5", text: `Доступ в Каталог открывается не позднее ${days} после оплаты.` },
  ],
};
