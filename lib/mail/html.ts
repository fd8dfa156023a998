import type { Letter } from "./render.ts";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const INK = "color:#1a1d21";
const FAINT = "color:#5b6470";
const FONT = "font:16px/1.5 'Golos Text',Arial,sans-serif";

/**
 * Simple HTML that every mail program draws: a heading, paragraphs, a definition list, links. Values are escaped, nothing is
 * fetched, colours keep their contrast on white; a dark theme may turn them over by itself.
 */
export function htmlLetter({ locale, subject, paragraphs, facts, action, url, foot }: Letter): string {
  const e = escapeHtml;
  const list = facts
    .map(([name, value, to]) => {
      const said = to ? `<a href="${e(to)}" style="color:#1f5fbf">${e(value)}</a>` : e(value);
      return `<dt style="margin:12px 0 0;${FAINT};font-size:14px">${e(name)}</dt><dd style="margin:0">${said}</dd>`;
    })
    .join("");
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${e(subject)}</title></head>`,
    `<body style="margin:0;background:#fff;${INK};${FONT}"><div style="max-width:560px;margin:0 auto;padding:24px 16px">`,
    `<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${e(subject)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 12px">${e(text)}</p>`),
    facts.length > 0 ? `<dl style="margin:0 0 24px">${list}</dl>` : "",
    `<p style="margin:24px 0"><a href="${e(url)}" style="display:inline-block;padding:12px 20px;background:#1f5fbf;color:#fff;`,
    `text-decoration:none;border-radius:6px">${e(action.label)}</a></p>`,
    `<hr style="border:0;border-top:1px solid #d9dde3;margin:24px 0 12px">`,
    ...foot.map((line) => `<p style="margin:0;${FAINT};font-size:14px">${e(line)}</p>`),
    "</div></body></html>",
  ].join("");
}
