export type CodeParams = Record<string, string | number>;

/** A code with what its sentence needs; sentences live in `lib/messages/<locale>/errors.json`. */
export type Refusal = { code: string; params?: CodeParams };

export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; error: Refusal & { fields?: Record<string, Refusal> } };

/** What a form sends: its idempotency key (new for each rendering of the form) and what was typed. */
export type ActionCall = { key: string; input: unknown };
export type Action<T> = (call: ActionCall) => Promise<ActionResult<T>>;

export const refuse = (refusal: Refusal | string, fields?: Record<string, Refusal>) => {
  const error = typeof refusal === "string" ? { code: refusal } : refusal;
  return { ok: false, error: fields ? { ...error, fields } : error } as const;
};
