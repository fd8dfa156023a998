/**
 * Work that may be paused: it yields the share that it has done (0…1), often, and returns its result. Whoever runs it decides when
 * to let others in; the work itself knows no clock.
 */
export type Slices<T> = Generator<number, T>;

/** Without a pause. */
export function atOnce<T>(work: Slices<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
