import type { Locale } from "#/lib/messages/locales.ts";
import { type Fact, type MailBody, type MailWords, mailWords, type Noted, type Sender, withBehalf } from "./body.ts";
import { htmlLetter } from "./html.ts";
import { type MailData, TEMPLATES, type Template } from "./templates.ts";
import { textLetter } from "./text.ts";

export type RenderedMail = { subject: string; text: string; html: string };
/** Where links lead and who signs. `origin` is scheme, host and port. */
export type Frame = { origin: string; sender: Sender };

/** What a template says to this reader; the cabinet tells the same in its list of notices. */
export function mailBody<T extends Template>(template: T, locale: Locale, data: MailData<T> & Noted): MailBody {
  const write = TEMPLATES[template] as (t: MailWords, data: MailData<T>) => MailBody;
  const t = mailWords(locale);
  const body = withBehalf(t, write(t, data), data.behalf);
  return { ...body, subject: oneLine(body.subject) };
}

/** A template and its data as a letter: plain text beside simple HTML that says the same, nothing fetched from anywhere. */
export function renderMail<T extends Template>(
  template: T,
  locale: Locale,
  data: MailData<T> & Noted,
  { origin, sender }: Frame,
): RenderedMail {
  const t = mailWords(locale);
  const body = mailBody(template, locale, data);
  const letter = {
    ...body,
    facts: body.facts.map(
      ([name, value, path]): Fact => (path ? [name, value, onOurSite(path, origin)] : [name, value]),
    ),
    locale,
    url: onOurSite(body.action.path, origin),
    foot: [
      t("footer.automatic", { email: sender.email, phone: sender.phone }),
      t("footer.seller", { seller: sender.shortName, unp: sender.unp }),
    ],
  };
  return { subject: letter.subject, text: textLetter(letter), html: htmlLetter(letter) };
}

export type Letter = MailBody & { locale: Locale; url: string; foot: string[] };

function onOurSite(path: string, origin: string): string {
  const url = new URL(path, origin);
  if (url.origin !== origin) throw new Error("a letter links to our own site only");
  return url.href;
}

/** A subject is a header: nothing in it may start another one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
const oneLine = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, " ").trim();
