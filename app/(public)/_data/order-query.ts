/** The public door to an order; the cabinet's form is behind it. */
export const ORDER = "/order";

export type OrderQuery = Promise<Record<string, string | string[] | undefined>>;

/** What an order may be begun with: the address as typed (cut to what a field may hold) and a period in whole months. */
export async function orderQuery(query: OrderQuery): Promise<{ portal: string; months: string | undefined }> {
  const { portal, months } = await query;
  return {
    portal: typeof portal === "string" ? portal.trim().slice(0, 300) : "",
    months: typeof months === "string" && /^[1-9]\d?$/.test(months) ? months : undefined,
  };
}

/** `path` with what is known of the order, empty things left out. */
export function withOrder(path: string, { portal, months }: { portal: string; months?: string }): string {
  const query = new URLSearchParams();
  if (portal) query.set("portal", portal);
  if (months) query.set("months", months);
  return query.size > 0 ? `${path}?${query}` : path;
}
