export type Bank = { bic: string; name: string };

const TABLE = `
ALFABY2X Альфа-Банк
AKBBBY2X Беларусбанк
BAPBBY2X Белагропромбанк
BPSBBY2X Сбер Банк
BLBBBY2X Белинвестбанк
BELBBY2X Банк БелВЭБ
PJCBBY2X Приорбанк
MTBKBY22 МТБанк
UNBSBY2X БСБ Банк
OLMPBY2X Белгазпромбанк
SLANBY22 ВТБ (Беларусь)
TECNBY22 Технобанк
BLNBBY2X БНБ-Банк
POISBY2X Паритетбанк
MMBNBY22 Банк Дабрабыт
REDJBY22 Банк РРБ
RSHNBY2X Банк «Решение»
IRJSBY22 СтатусБанк
GTBNBY22 Франсабанк
SOMABY22 Идея Банк
ZEPTBY2X Цептер Банк
AEBKBY2X Нео Банк Азия
BBTKBY2X ТК Банк
BCSXBY22 БВФ банк
BITMBY25 БИТ-Банк
ATOMBY25 Дельта Банк
EUBKBY2X Евробанк
ABIGBY25 Белинкасгрупп
ABLTBY22 ОптиКурс
BRRBBY2X Банк развития РБ
CASHBY25 Инкасс.Эксперт
HNRBBY2X Н.Е.Б. Банк
IPBKBY2X Интерпэйбанк
LOJSBY22 НКФО Хоум Кредит
SSISBY25 НКФО «ЕРИП»
NBRBBY2X Национальный банк Республики Беларусь
`;

/** Head offices as the National Bank's list had them in 2026. A help when typing: a bank that is not here is no error. */
export const BANKS: readonly Bank[] = TABLE.trim()
  .split("\n")
  .map((line) => ({ bic: line.slice(0, 8), name: line.slice(9) }));

const byCode = new Map(BANKS.map((bank) => [bank.bic.slice(0, 4), bank]));

/** By the four letters that open a BIC and that stand in an IBAN at places 5 to 8. */
export const bankByCode = (code: string): Bank | null => byCode.get(code) ?? null;
