const LINK = /(https?:\/\/\S+)/;

/** Plain text with its line breaks; addresses in it are links. A mail program's HTML would need styles that our policy forbids. */
export function LetterText({ text }: { text: string }) {
  const parts = text.split(LINK);
  return (
    <div className="max-w-[66ch] whitespace-pre-wrap break-words" data-testid="letter">
      {parts.map((part, at) =>
        LINK.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
          <a key={at} className="link" href={part} rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
