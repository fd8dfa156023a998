const NUMBERED = /(№\s[\p{L}\d-]+)/u;

/** Text in which the number of a paper never breaks over two lines, at its hyphens either: «Акт сверки № 26-000001-1 от …». */
export function Unbroken({ text }: { text: string }) {
  return text.split(NUMBERED).map((part) =>
    NUMBERED.test(part) ? (
      <span key={part} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
