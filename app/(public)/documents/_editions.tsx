import type { ReactNode } from "react";

import { DateText } from "#/components/ui/date-text.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { editionHref, feedHref } from "../_data/addresses.ts";
import type { Listed } from "../_data/library.ts";
import { Files } from "./_files.tsx";

type Props = {
  locale: Locale;
  editions: readonly Listed[];
  /** Number of the edition in force, if there is one. */
  inForce: number | null;
  /** Another way to an edition: by a day. */
  children?: ReactNode;
};

/** All editions with their permanent addresses; the page's links to «другие редакции» lead here. */
export function Editions({ locale, editions, inForce, children }: Props) {
  const t = translator(locale, "public");
  const d = translator(locale, "diff");
  const library = translator(locale, "library");
  const before = ({ number }: Listed) => editions.find((one) => one.number < number);
  const changes: Column<Listed> = {
    key: "changes",
    head: d("page.link"),
    cell: (one) => {
      const old = before(one)?.number;
      return (
        old !== undefined && (
          <a
            className="link"
            href={`${editionHref(one)}/diff/${old}`}
            aria-label={d("page.linkOf", { old, new: one.number })}
          >
            {d("page.since", { old })}
          </a>
        )
      );
    },
  };
  const columns: Column<Listed>[] = [
    {
      key: "number",
      head: t("library.edition"),
      rowHead: true,
      cell: (one) => (
        <>
          <a className="link" href={editionHref(one)}>
            {t("edition.edition", { number: one.number })}
          </a>{" "}
          {one.number === inForce && <Status tone="done">{t("document.now")}</Status>}
        </>
      ),
    },
    { key: "published", head: t("library.published"), cell: ({ publishedOn }) => <DateText day={publishedOn} /> },
    { key: "inForce", head: t("library.inForce"), cell: ({ inForceFrom }) => <DateText day={inForceFrom} /> },
    ...(editions.length > 1 ? [changes] : []),
    {
      key: "file",
      head: library("files"),
      cell: (one) => <Files edition={one} locale={locale} />,
    },
  ];
  return (
    <div id="editions" className="no-print mt-16 max-w-[52rem]">
      <Section title={t("document.editions")}>
        <Table
          caption={t("document.editionsCaption")}
          columns={columns}
          rows={editions}
          rowKey={({ number }) => String(number)}
        />
        {editions[0] && (
          <p className="mt-3 text-sm">
            <a className="link" href={feedHref(editions[0].slug)} type="application/atom+xml">
              {library("follow")}
            </a>
          </p>
        )}
        {children && <div className="mt-6">{children}</div>}
      </Section>
    </div>
  );
}
