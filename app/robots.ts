import type { MetadataRoute } from "next";

import { env } from "#/lib/env.ts";

export const dynamic = "force-dynamic";

/** The public site is for everybody; what is behind a door, answers to programs and the demonstration are for nobody's index. */
export default function robots(): MetadataRoute.Robots {
  const { PUBLIC_ORIGIN: origin } = env();
  const disallow = [
    "/cabinet",
    "/staff",
    "/api/",
    "/demo",
    "/order",
    "/account",
    "/sign-in",
    "/sign-up",
    "/reset",
    "/confirm",
    "/invitation",
  ];
  return { rules: { userAgent: "*", allow: "/", disallow }, sitemap: `${origin}/sitemap.xml` };
}
