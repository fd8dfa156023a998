import { headers } from "next/headers";

/** Facts for search engines. `<` is escaped, so that no text of ours can end the element. */
export async function JsonLd({ data }: { data: Record<string, unknown> }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replace(/</g, "\\u003c");
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making, escaped above
      dangerouslySetInnerHTML={{ __html: json }}
    />
  );
}
