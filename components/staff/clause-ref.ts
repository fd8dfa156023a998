/** A clause of the public offer and the place where it stands. */
export const clauseRef = (number: string) => ({ number, href: `/documents/license-bitrix24-market#${number}` });
