/** How far a long piece of work is. A native element: without scripts it is drawn as the server knew it. */
export function ProgressBar({ value, max = 1, label }: { value: number; max?: number; label: string }) {
  return (
    <progress
      className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-hairline [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:bg-accent"
      max={max}
      value={value}
      aria-label={label}
    />
  );
}
