import { expect, type Page } from "@playwright/test";

import type { SentFile } from "../fixtures/papers.ts";
import { ru } from "../fixtures/words.ts";
import { button, dialog, field, fileField, tick } from "./form.ts";

type Upload = SentFile & { mimeType: string };

/** Sends the order that stands on the screen and lands on its page. */
export async function placeOrder(page: Page): Promise<string> {
  await tick(page, ru.cabinet("order.read")).check();
  await button(page, ru.cabinet("order.submit")).click();
  await expect(page).toHaveURL(/\/cabinet\/contracts\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** The bank's file as the accountant brings it; ends on the page that says what was found in it. */
export async function bringStatement(accountant: Page, file: Upload) {
  await accountant.goto("/staff/payments/statements/new");
  await accountant.getByLabel(ru.staff("statements.file")).setInputFiles(file);
  await expect(accountant.getByRole("heading", { level: 1 })).toHaveText(ru.staff("preview.title"));
}

export async function importStatement(accountant: Page, file: Upload) {
  await bringStatement(accountant, file);
  await button(accountant, ru.staff("preview.import")).click();
  await expect(accountant.getByText(ru.staff("statement.matched"))).toBeVisible({ timeout: 30_000 });
}

/** Sales at the contract's page: the day is today, the proof is a file. */
export async function activate(sales: Page, contractId: string, proof: Upload) {
  await sales.goto(`/staff/contracts/${contractId}`);
  await fileField(sales, ru.staff("activation.evidence")).setInputFiles(proof);
  await expect(sales.getByText(proof.name)).toBeVisible();
  await button(sales, ru.staff("activation.button")).click();
  await expect(button(sales, ru.staff("activation.button"))).toHaveCount(0);
}

/** The accountant notes that the act went out, under which number. */
export async function sendAct(accountant: Page, contractId: string, channel: "edi" | "post", number: string) {
  await accountant.goto(`/staff/contracts/${contractId}`);
  const asked = await dialog(accountant, ru.staff("step.send-act"));
  await field(asked, ru.staff(channel === "edi" ? "actForm.ediId" : "actForm.tracking")).fill(number);
  await button(asked, ru.staff("step.send-act")).click();
  await expect(asked).toBeHidden();
}

/** What time has made due is done now, not at the worker's next turn. */
export async function takeDueSteps(colleague: Page) {
  await colleague.goto("/staff/clock");
  const answered = colleague.waitForResponse((response) => response.request().method() === "POST");
  await button(colleague, ru.staff("clock.run")).click();
  await answered;
}
