/** Countries that a customer may name at the portal check, by their two letters; what follows from the rest is the same. */
export const COUNTRIES: readonly string[] =
  "BY AE AM AT AZ BE BG BR CA CH CN CY CZ DE DK EE ES FI FR GB GE GR HU IE IL IN IT JP KG KR KZ LT LU LV MD ME MX NL NO PL PT RO RS RU SE SG SI SK TH TJ TM TR UA US UZ VN ZA".split(
    " ",
  );

/** Any country that is not in the list. */
export const OTHER_COUNTRY = "ZZ";
