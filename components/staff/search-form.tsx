import { Button } from "#/components/ui/button.tsx";
import { Icon } from "#/components/ui/icon.tsx";

type Props = {
  action: string;
  label: string;
  placeholder?: string;
  button: string;
  value: string | undefined;
  /** Filters that stay while searching. */
  keep?: Record<string, string | undefined>;
};

/** A search that is an address: sent by GET, works without JavaScript. */
export function SearchForm({ action, label, placeholder, button, value, keep = {} }: Props) {
  return (
    <search className="no-print my-4">
      <form action={action} method="get" className="flex max-w-form gap-2">
        {Object.entries(keep).map(
          ([name, kept]) => kept && <input key={name} type="hidden" name={name} value={kept} />,
        )}
        <div className="box grow">
          <input
            type="search"
            name="q"
            aria-label={label}
            placeholder={placeholder}
            defaultValue={value}
            maxLength={200}
          />
        </div>
        <Button type="submit" look="secondary">
          <Icon name="search" />
          <span className="max-sm:sr-only">{button}</span>
        </Button>
      </form>
    </search>
  );
}
