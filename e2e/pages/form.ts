import type { Locator, Page } from "@playwright/test";

import { label } from "../fixtures/words.ts";

type Place = Page | Locator;

const starts = (text: string) => new RegExp(`^${label(text).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** A field by the beginning of its label: what follows there is "(optional)" or a mark of an error. */
export const field = (place: Place, name: string) => place.getByRole("textbox", { name: starts(name) });
export const button = (place: Place, name: string) => place.getByRole("button", { name: starts(name) });
export const link = (place: Place, name: string) => place.getByRole("link", { name: starts(name) });
export const choice = (place: Place, name: string) => place.getByRole("radio", { name: starts(name) });
export const tick = (place: Place, name: string) => place.getByRole("checkbox", { name: starts(name) });
export const fileField = (place: Place, name: string) => place.getByLabel(starts(name));
/** The dialog with this title; opened by a button that says the same or `opener`. */
export async function dialog(page: Page, title: string, opener = title) {
  await button(page, opener).first().click();
  return page.getByRole("dialog", { name: starts(title) });
}

export async function fill(place: Place, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) await field(place, name).fill(value);
}
