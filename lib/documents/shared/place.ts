/** «г. Минск» out of an address; empty where it names no town. */
export const placeOf = (address: string): string =>
  /(?:^|[\s,])((?:г\.|аг\.|г\.п\.|д\.) ?\p{Lu}[\p{L}-]+)/u.exec(address)?.[1] ?? "";
