import type { ru } from "./words.ru.ts";

export const be: typeof ru = {
  title: (day) => `Рэестр паштовых адпраўленняў за ${day}`,
  subtitle: "акты ў двух экзэмплярах, заказнымі лістамі з апавяшчэннем",
  sender: "Адпраўнік",
  head: ["№", "Адрасат", "Паштовы адрас", "Акты", "Нумар адпраўлення"],
  total: (letters) => `Усяго ${letters}`,
  handed: "Здаў",
  accepted: "Прыняў",
  office: "Аддзяленне паштовай сувязі",
  stamp: "подпіс, прозвішча, адбітак каляндарнага штэмпеля",
  labelsTitle: "Адрасныя ярлыкі",
  to: "Каму",
  from: "Ад каго",
  act: (number) => `Акт № ${number}`,
};
