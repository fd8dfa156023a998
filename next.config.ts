import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  // Helpers and tests build beside each other; one build folder each.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // No image route at all: we ship no raster pictures, and its optimiser has had remote-code holes.
  images: { unoptimized: true },
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler", "@node-rs/argon2", "postgres"],
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
