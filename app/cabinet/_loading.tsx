import { Skeleton } from "#/components/ui/skeleton.tsx";
import { translator } from "#/lib/messages/messages.ts";
import { pageLocale } from "./_page.ts";

/**
 * What stands while a list is read. Only segments without a record of their own have it: a page that begins to stream has said
 * 200 already, and a stranger's contract must say 404.
 */
export async function ListLoading() {
  return <Skeleton lines={9} label={translator(await pageLocale(), "common")("loading")} />;
}
