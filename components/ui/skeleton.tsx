/** For loading.tsx: lines that breathe, and the word for those who do not see them. */
export function Skeleton({ lines = 6, label }: { lines?: number; label: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
