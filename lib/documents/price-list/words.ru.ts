export const ru = {
  head: (certificate: string) => [`${certificate} на период`, "Вознаграждение", "В месяц, справочно"],
  vat: (rate: number) => `Цены указаны с НДС, ставка ${rate} %. НДС выделяется в счёте и акте.`,
};
