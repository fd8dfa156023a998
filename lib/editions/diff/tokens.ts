const TOKEN =
  /https?:\/\/[^\s<>«»]*[^\s<>«».,;:)]|[\p{L}\p{M}\p{N}._%+-]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:[-'’ʼ][\p{L}\p{M}\p{N}]+)*|\n|[^\S\n]+|[\s\S]/gu;

/** Words, numbers, addresses, runs of spaces and single marks; joined again they are the text. */
export const tokens = (text: string): string[] => text.match(TOKEN) ?? [];
