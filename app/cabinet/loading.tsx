import { Skeleton } from "#/components/ui/skeleton.tsx";
import { translator } from "#/lib/messages/messages.ts";
import { pageLocale } from "./_page.ts";

export default async function Loading() {
  return <Skeleton lines={9} label={translator(await pageLocale(), "common")("loading")} />;
}
