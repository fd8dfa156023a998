import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select, Textarea, TextInput } from "#/components/form/text-input.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { DATE_ORDERS, FIELDS, type TableMapping } from "#/lib/statement/table/mapping.ts";
import { MappingCheck } from "./mapping-check.tsx";
import { columnChoice } from "./sheet-sample.tsx";

type Props = {
  locale: Locale;
  fileId: string;
  profile: { id: string; version: number; name: string } | null;
  mapping: TableMapping;
  headings: readonly string[];
  /** The seller's own accounts, to choose from. */
  accounts: readonly string[];
  save: Action<unknown>;
  check: Parameters<typeof MappingCheck>[0]["action"];
};

/** Which column is what, how dates and sums are written, where the balances stand; checked as it is filled. */
export function MappingForm({ locale, fileId, profile, mapping, headings, accounts, save, check }: Props) {
  const t = translator(locale, "tables");
  const c = (key: "title" | "wait" | "start" | "ok" | "typed" | "offline") => t(`check.${key}`);
  const raw = (key: "lines" | "balance") => String(t.raw(`check.${key}`));
  return (
    <Form action={save} label={t("map.title")}>
      <input type="hidden" name="fileId" value={fileId} />
      <input type="hidden" name="profileId" value={profile?.id ?? ""} />
      <input type="hidden" name="version" value={profile?.version ?? 0} />
      <input type="hidden" name="headerRow" value={mapping.headerRow} />
      <Select name="account" label={t("account")} defaultValue={mapping.account}>
        {[...new Set([mapping.account, ...accounts])].filter(Boolean).map((account) => (
          <option key={account}>{account}</option>
        ))}
      </Select>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-medium">{t("map.columns")}</legend>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          {FIELDS.map((field) => (
            <Select
              key={field}
              name={`columns.${field}`}
              label={t(`fields.${field}`)}
              optional={field !== "date" && field !== "purpose"}
              defaultValue={mapping.columns[field] ?? ""}
            >
              <option value="">{t("map.absent")}</option>
              {headings.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its index
                <option key={column} value={column}>
                  {columnChoice(headings, column)}
                </option>
              ))}
            </Select>
          ))}
        </div>
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-medium">{t("map.how")}</legend>
        <Select name="dateOrder" label={t("map.dateOrder")} defaultValue={mapping.dateOrder}>
          {DATE_ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`orders.${order}`)}
            </option>
          ))}
        </Select>
        <Select name="decimal" label={t("map.decimal")} defaultValue={mapping.decimal} width="medium">
          <option value=",">{t("map.comma")}</option>
          <option value=".">{t("map.point")}</option>
        </Select>
        <TextInput
          {...{ name: "skipRows", label: t("map.skipRows"), inputMode: "numeric", width: "short" }}
          defaultValue={String(mapping.skipRows)}
        />
        <Textarea
          {...{ name: "skipWords", label: t("map.skipWords"), hint: t("map.skipWordsHint"), optional: true, rows: 2 }}
          defaultValue={mapping.skipWords.join(", ")}
        />
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-medium">{t("map.balances")}</legend>
        <p className="text-muted text-sm">{t("map.balancesHint")}</p>
        <TextInput name="opening" label={t("map.opening")} optional defaultValue={mapping.balances?.opening ?? ""} />
        <TextInput name="closing" label={t("map.closing")} optional defaultValue={mapping.balances?.closing ?? ""} />
      </fieldset>
      <MappingCheck
        action={check}
        words={{
          ...{ title: c("title"), wait: c("wait"), start: c("start"), ok: c("ok"), typed: c("typed") },
          ...{ offline: c("offline"), lines: raw("lines"), balance: raw("balance") },
        }}
      />
      <TextInput
        {...{ name: "name", label: t("map.profileName"), hint: t("map.profileNameHint"), maxLength: 80 }}
        defaultValue={profile?.name ?? ""}
      />
      <SubmitButton pendingText={t("map.saving")}>{t("map.save")}</SubmitButton>
    </Form>
  );
}
