import "server-only";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { packPdf } from "./pack.ts";
import { type PaperKind, type PaperModels, TEMPLATE_VERSIONS } from "./papers.ts";
import { printable } from "./shared/printable.ts";

export type RenderedPaper = { bytes: Uint8Array; sha256: string; templateVersion: string };

const FONTS = ["400Regular", "600SemiBold"];

/**
 * Server, worker and tests run from the project's root; a script started elsewhere finds it from this file. The bundler
 * is told to look away: it would take the whole project for data of the page that draws a paper.
 */
function projectRoot(): string {
  const mark = "lib/documents/shared/paper.typ";
  const roots = [process.cwd(), path.resolve(/* turbopackIgnore: true */ import.meta.dirname ?? ".", "../..")];
  const root = roots.find((dir) => existsSync(path.join(/* turbopackIgnore: true */ dir, mark)));
  if (!root) throw new Error(`typst templates not found: start from the project's root (${mark})`);
  return root;
}

let compiler: { node: NodeCompiler; templates: string } | null = null;

function open() {
  if (compiler) return compiler;
  const root = projectRoot();
  const fonts = path.join(/* turbopackIgnore: true */ root, "node_modules/@expo-google-fonts/golos-text");
  const templates = path.join(/* turbopackIgnore: true */ root, "lib/documents");
  const fontPaths = FONTS.map((weight) => path.join(/* turbopackIgnore: true */ fonts, weight));
  compiler = { node: NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] }), templates };
  return compiler;
}

/**
 * A model → PDF bytes. The same model and template version give the same bytes on every machine: the date is the
 * model's, fonts are ours alone. Data goes in as JSON, so a name is never code. An issued paper is stored, never redrawn.
 * @throws Error with typst's diagnostics: a template that does not compile is an accident, never a refusal.
 */
export async function renderPdf<Kind extends PaperKind>(kind: Kind, model: PaperModels[Kind]): Promise<RenderedPaper> {
  const { node, templates } = open();
  const inputs = { data: JSON.stringify(printable(model)) };
  const compiled = node.compile({
    mainFilePath: path.join(/* turbopackIgnore: true */ templates, kind, "template.typ"),
    inputs,
  });
  const document = compiled.result;
  if (!document) {
    const trouble = compiled.takeDiagnostics();
    throw new Error(`typst ${kind}: ${JSON.stringify(trouble ? node.fetchDiagnostics(trouble) : "no document")}`);
  }
  const bytes = LIBRARY.has(kind) ? archival(node, document) : packPdf(compact(node, document));
  node.evictCache(10);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex"), templateVersion: TEMPLATE_VERSIONS[kind] };
}

/** Documents of the library are drawn anew for every reader and keep the bytes that they always had. */
const LIBRARY: ReadonlySet<PaperKind> = new Set(["edition", "price-list", "chronology"]);

/** PDF/A-2a, which may be packed; the same exception as below. */
function compact(node: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return new Uint8Array(node.pdf(document, { pdfStandard: "a-2a" }));
  } catch {
    return new Uint8Array(node.pdf(document, { pdfStandard: "1.7" }));
  }
}

/**
 * PDF/A-1a: tagged, fonts inside, made to be opened in ten years. It refuses a character that our fonts have no shape
 * for (an emoji in a company's name); such a paper is drawn as a plain tagged PDF with an empty box in that place.
 */
function archival(node: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return new Uint8Array(node.pdf(document, { pdfStandard: "a-1a" }));
  } catch {
    return new Uint8Array(node.pdf(document));
  }
}
