/** Where a draft lives: with the tab (default), or on the device until it is sent. */
export type DraftPlace = "tab" | "device";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const NEVER = new Set(["password", "file", "hidden", "submit", "button"]);

/** Secrets, files and one-time codes (`data-draft="off"`) are never kept. */
const kept = (control: Element): control is Control =>
  control instanceof HTMLElement &&
  "name" in control &&
  control.name !== "" &&
  !NEVER.has((control as Control).type) &&
  control.dataset.draft !== "off";

const store = (place: DraftPlace) => (place === "device" ? localStorage : sessionStorage);
const slot = (key: string) => `draft:${key}`;

/** A browser may forbid storage altogether; a form works without drafts then. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export function saveDraft(key: string, form: HTMLFormElement, place: DraftPlace = "tab") {
  const entries = [...form.elements].filter(kept).flatMap((control) => {
    const ticked = control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");
    return ticked && !control.checked ? [] : [[control.name, control.value]];
  });
  quietly(() => store(place).setItem(slot(key), JSON.stringify(entries)));
}

export const clearDraft = (key: string, place: DraftPlace = "tab") => quietly(() => store(place).removeItem(slot(key)));

/** The names and values of a draft, in the order of the form; for owners of growing lists, who must draw the rows first. */
export const readDraft = (key: string, place: DraftPlace = "tab"): [string, string][] =>
  quietly(() => JSON.parse(store(place).getItem(slot(key)) ?? "[]") as [string, string][]) ?? [];

/** Puts a draft back into the controls that are there; says whether anything changed. Controlled inputs hear of it too. */
export function restoreDraft(key: string, form: HTMLFormElement, place: DraftPlace = "tab"): boolean {
  const entries = readDraft(key, place);
  if (entries.length === 0) return false;
  let changed = false;
  for (const control of [...form.elements].filter(kept)) {
    if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
      const checked = entries.some(([name, value]) => name === control.name && value === control.value);
      if (control.checked !== checked) {
        changed = true;
        if (checked || control.type === "checkbox") control.click();
      }
      continue;
    }
    const value = entries.find(([name]) => name === control.name)?.[1];
    if (value === undefined || value === control.value) continue;
    changed = true;
    write(control, value);
  }
  return changed;
}

/** Past React's own value setter, so that a controlled input takes the change for typing. */
function write(control: Control, value: string) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  if (control instanceof HTMLSelectElement) control.dispatchEvent(new Event("change", { bubbles: true }));
}
