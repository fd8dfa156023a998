import type { ReactNode } from "react";

import { INCLUDED } from "#/lib/catalog/product.ts";
import { type CatalogQuery, COVERS } from "#/lib/catalog/query.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  query: CatalogQuery;
  vendors: readonly string[];
  categories: readonly string[];
};

/** Search and filters as one address, sent by GET: works without a script, and a found list can be sent to a colleague. */
export function CatalogFilters({ locale, query, vendors, categories }: Props) {
  const t = translator(locale, "catalog");
  const own = (values: readonly string[]) => values.map((value) => ({ value, title: value }));
  const filtered = Object.entries(query).some(([name, value]) => name !== "page" && value !== "");
  return (
    <search className="no-print">
      <form action="/catalog" method="get" className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <div className="field sm:col-span-2 lg:col-span-4">
          <label htmlFor="q" className="label">
            {t("list.search")}
          </label>
          <div className="box">
            <input
              id="q"
              name="q"
              type="search"
              maxLength={200}
              placeholder={t("list.placeholder")}
              defaultValue={query.q}
            />
          </div>
        </div>
        <Choice
          name="vendor"
          label={t("list.vendor")}
          any={t("list.any")}
          value={query.vendor}
          options={own(vendors)}
        />
        <Choice
          name="category"
          label={t("list.category")}
          any={t("list.anyCategory")}
          value={query.category}
          options={own(categories)}
        />
        <Choice
          name="included"
          label={t("list.included")}
          any={t("list.anyAnswer")}
          value={query.included}
          options={INCLUDED.map((value) => ({ value, title: t(`choice.${value}`) }))}
        />
        <Choice
          name="belarus"
          label={t("list.belarus")}
          any={t("list.anyAnswer")}
          value={query.belarus}
          options={COVERS.map((value) => ({ value, title: t(`choice.${value}`) }))}
        />
        <div className="flex flex-wrap items-center gap-4 sm:col-span-2 lg:col-span-4">
          <button type="submit" className="btn primary">
            {t("list.find")}
          </button>
          {filtered && (
            <a className="link" href="/catalog">
              {t("list.reset")}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

type ChoiceProps = {
  name: string;
  label: ReactNode;
  any: string;
  value: string;
  options: readonly { value: string; title: string }[];
};

function Choice({ name, label, any, value, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name} className="label">
        {label}
      </label>
      <div className="box">
        <select id={name} name={name} defaultValue={value}>
          <option value="">{any}</option>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
