import { requestLocale } from "#/app/_auth/request-locale.ts";
import { Skeleton } from "#/components/ui/skeleton.tsx";
import { translator } from "#/lib/messages/messages.ts";

export default async function Loading() {
  return <Skeleton lines={10} label={translator(await requestLocale(), "common")("loading")} />;
}
