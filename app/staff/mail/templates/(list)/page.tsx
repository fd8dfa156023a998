import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { CATALOGUE } from "#/lib/mail/catalogue.ts";
import { sampleMail } from "#/lib/mail/templates/samples.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../../_page.ts";
import { inWords, PATH } from "../_words.ts";

const SIDES = ["customer", "staff", "person"] as const;

/** Every letter that the shop can write, each with a preview. */
export default async function TemplatesPage({ searchParams }: { searchParams: Query }) {
  const { locale, t: staff } = await staffPage("mail.read");
  const t = translator(locale, "letters");
  const query = await oneOf(searchParams);
  const side = SIDES.find((one) => one === query.to) ?? null;
  const rows = CATALOGUE.filter(({ to }) => !side || to.side === side).map(({ name, ...facts }) => ({
    name,
    subject: sampleMail(name, locale).subject,
    ...inWords(facts, locale),
  }));
  const options = [null, ...SIDES].map((one) => ({
    href: listHref(PATH, { to: one ?? undefined }),
    title: t(`filter.${one ?? "all"}`),
    current: side === one,
    count: CATALOGUE.filter(({ to }) => !one || to.side === one).length,
  }));
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        above={
          <Breadcrumbs label={staff("mail.title")} steps={[{ href: "/staff/mail", title: staff("mail.title") }]} />
        }
      />
      <Filters label={t("filter.label")} options={options} />
      <Table
        caption={t("title")}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          {
            key: "letter",
            head: t("letter"),
            rowHead: true,
            cell: ({ name, subject }) => (
              <Link className="link" href={`${PATH}/${name}`}>
                {subject}
              </Link>
            ),
          },
          { key: "to", head: t("to"), cell: ({ to }) => to },
          { key: "kind", head: t("kind"), cell: ({ kind }) => kind },
          { key: "event", head: t("event"), cell: ({ events }) => lines(events) },
          { key: "clause", head: t("clause"), cell: ({ clauses }) => lines(clauses) },
          { key: "duty", head: t("duty"), cell: ({ duty }) => duty },
        ]}
      />
    </>
  );
}

const lines = (all: readonly string[]) => all.map((one) => <div key={one}>{one}</div>);
