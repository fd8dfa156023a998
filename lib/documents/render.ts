import "server-only";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { packPdf } from "./pack.ts";
import { type PaperKind, type PaperModels, templateVersion } from "./papers.ts";
import { printable } from "./shared/printable.ts";

export type RenderedPaper = { bytes: Uint8Array; sha256: string; templateVersion: string; pages: number };

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
  const { node, document } = laidOut(kind, model);
  const drawn = LIBRARY.has(kind) ? archival(node, document) : compact(node, document);
  const bytes = LIBRARY.has(kind) ? drawn : packPdf(drawn);
  node.evictCache(10);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, sha256, templateVersion: templateVersion(kind, model.sheet.lang), pages: countPages(drawn) };
}

/** Before it is packed a PDF names its pages in plain text. */
const countPages = (pdf: Uint8Array): number =>
  new TextDecoder("latin1").decode(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The same paper as a picture of its pages one under another, for a preview on the screen; nothing of it is ever stored. */
export function renderSvg<Kind extends PaperKind>(kind: Kind, model: PaperModels[Kind]): string {
  const { node, document } = laidOut(kind, model);
  const picture = node.svg(document);
  node.evictCache(10);
  return picture;
}

function laidOut<Kind extends PaperKind>(kind: Kind, model: PaperModels[Kind]) {
  const { node, templates } = open();
  const inputs = { data: JSON.stringify(printable(model)) };
  const compiled = node.compile({
    mainFilePath: path.join(/* turbopackIgnore: true */ templates, kind, "template.typ"),
    inputs,
  });
  const document = compiled.result;
  if (document) return { node, document };
  const trouble = compiled.takeDiagnostics();
  throw new Error(`typst ${kind}: ${JSON.stringify(trouble ? node.fetchDiagnostics(trouble) : "no document")}`);
}

/** Documents of the library are drawn anew for every reader and keep the bytes that they always had. */
const LIBRARY: ReadonlySet<PaperKind> = new Set(["edition", "price-list"]);

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
