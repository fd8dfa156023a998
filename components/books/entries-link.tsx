import { listHref } from "#/components/staff/query.ts";
import { Link } from "#/components/ui/link.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Of =
  | { payment: string }
  | { contract: string }
  | { invoice: string }
  | { act: string }
  | { refund: string }
  | { party: string };

/** From a document, a line or a customer to its entries in the books. */
export function EntriesLink({ locale, of }: { locale: Locale; of: Of }) {
  return (
    <Link className="link" href={listHref("/staff/books/entries", of)}>
      {translator(locale, "books")("entries.link")}
    </Link>
  );
}
