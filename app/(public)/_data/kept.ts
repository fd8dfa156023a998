/** What `load` answered lately, by its arguments. */
type Answer<T> = { value: Promise<T>; loadedAt: number; settled: T | undefined };

/**
 * Keeps the answers of `load` for `milliseconds`, by its arguments, the `most` used last. Askers of one moment share one
 * call; when a call fails, the last good answer goes on being given: the public site reads on while the database is away.
 */
export function kept<Asked extends readonly (string | number)[], T>(
  milliseconds: number,
  load: (...asked: Asked) => Promise<T>,
  { most = 64, now = () => performance.now() }: { most?: number; now?: () => number } = {},
): (...asked: Asked) => Promise<T> {
  const answers = new Map<string, Answer<T>>();
  return (...asked) => {
    const key = asked.join("\n");
    const known = answers.get(key);
    answers.delete(key);
    if (known && now() - known.loadedAt < milliseconds) {
      answers.set(key, known);
      return known.value;
    }
    const answer: Answer<T> = { value: load(...asked), loadedAt: now(), settled: known?.settled };
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    answer.value = answer.value.then(
      (value) => {
        answer.settled = value;
        return value;
      },
      (error: unknown) => {
        if (answers.get(key) === answer && answer.settled === undefined) answers.delete(key);
        if (answer.settled === undefined) throw error;
        return answer.settled;
      },
    );
    return answer.value;
  };
}
