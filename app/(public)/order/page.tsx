import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";

import { currentSession } from "#/app/_auth/current-session.ts";
import { withNext } from "#/lib/auth/next-path.ts";
import { checkPortal } from "#/lib/requisites/portal.ts";
import { type OrderQuery, orderQuery, withOrder } from "../_data/order-query.ts";

export const metadata: Metadata = { robots: { index: false } };

/** A crossing, not a page: a wrong portal goes back to be put right, a stranger signs up first, the order goes with them. */
export default async function OrderPage({ searchParams }: { searchParams: OrderQuery }) {
  const order = await orderQuery(searchParams);
  const check = order.portal === "" ? null : checkPortal(order.portal);
  if (check && !check.valid) redirect(withOrder("/", order) as Route);
  const form = withOrder("/cabinet/orders/new", { ...order, portal: check?.host ?? "" });
  redirect(((await currentSession()) ? form : withNext("/sign-up", form)) as Route);
}
