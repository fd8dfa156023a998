import type { CodeParams, Refusal } from "./action-result.ts";

/** The part of a zod issue that a refusal is made of. */
type Issue = {
  code?: string;
  path: readonly PropertyKey[];
  message: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
  format?: string;
  params?: Record<string, unknown>;
};

/** Schemas say codes as messages ("unp.check_digit"); what they leave to zod is named here. */
const CODE = /^[a-z][\w-]*(\.[\w-]+)+$/;

const number = (value: number | bigint | undefined) => Number(value ?? 0);

/** A schema's own code for a length or a size still says which limit was passed. */
function limitOf({ code, minimum, maximum }: Issue): CodeParams | undefined {
  if (code === "too_big") return { max: number(maximum) };
  return code === "too_small" ? { min: number(minimum) } : undefined;
}

function refusalOf(issue: Issue): Refusal {
  if (CODE.test(issue.message)) {
    const params = (issue.params as CodeParams | undefined) ?? limitOf(issue);
    return params ? { code: issue.message, params } : { code: issue.message };
  }
  const text = issue.origin === "string";
  switch (issue.code) {
    case "invalid_type":
      return { code: "field.required" };
    case "invalid_value":
    case "invalid_union":
      return { code: "field.choose" };
    case "invalid_format":
      return { code: issue.format === "email" ? "field.email" : "field.invalid" };
    case "too_small":
      if (issue.origin === "array" || (text && number(issue.minimum) <= 1)) return { code: "field.required" };
      return { code: text ? "field.too_short" : "field.too_small", params: { min: number(issue.minimum) } };
    case "too_big":
      return { code: text ? "field.too_long" : "field.too_big", params: { max: number(issue.maximum) } };
    default:
      return { code: "field.invalid" };
  }
}

/** zod's issues as refusals by field name, the name as the form has it: "lines.0.portal". The first issue of a field wins. */
export function fieldRefusals(issues: readonly Issue[]): Record<string, Refusal> {
  const fields: Record<string, Refusal> = {};
  for (const issue of issues) fields[issue.path.map(String).join(".")] ??= refusalOf(issue);
  return fields;
}
