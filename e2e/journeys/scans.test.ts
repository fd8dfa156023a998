import { PDFDocument } from "@cantoo/pdf-lib";

import { translator } from "#/lib/messages/messages.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { activated, actSent, type ContractFacts, concluded, contractFacts, orderOf } from "../fixtures/contracts.ts";
import { ownerOf } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, test } from "../fixtures/test.ts";
import { button, field, fileField } from "../pages/form.ts";

const words = translator("ru", "edi");
const SHEETS = 30;

test("a stack of thirty sheets off the scanner: acts are filed, sheets without a code wait for the accountant", async ({
  staff,
}) => {
  test.setTimeout(240_000);
  const owner = await ownerOf();
  const payer = { name: "ООО «Василёк»", unp: owner.unp, iban: "BY48AKBB30120000000000000001" };
  const acts: ContractFacts[] = [];
  for (let n = 0; n < 3; n++) acts.push(await actSent(await activated(await concluded(await orderOf(owner), payer))));
  const page = await staff("accountant");

  const stack = await PDFDocument.create();
  for (const { actId } of acts) {
    const paper = await PDFDocument.load(await (await page.request.get(`/api/acts/${actId}/pdf`)).body());
    for (const sheet of await stack.copyPages(paper, paper.getPageIndices())) stack.addPage(sheet);
  }
  expect(stack.getPageCount()).toBe(acts.length);
  while (stack.getPageCount() < SHEETS) stack.addPage([595.28, 841.89]);

  await test.step("nothing changes before the accountant's word", async () => {
    await page.goto("/staff/acts/scans");
    await fileField(page, words("scans.files")).setInputFiles({
      name: "stack.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(await stack.save()),
    });
    await button(page, words("scans.upload")).click();
    await page.waitForURL(/\/staff\/acts\/scans\/[0-9a-f-]{36}$/);
    await expect(page.getByText(words("stack.ready"))).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText(words("stack.readyText", { acts: 3, waiting: SHEETS - 3 }))).toBeVisible();
    for (const { id } of acts) expect((await contractFacts(id)).act).toBe("sent");
    await expectAccessible(page);
    await picture(page, "journey-scans-ready-1440");
  });

  await test.step("whole acts are filed as signed copies", async () => {
    await button(page, words("stack.file")).click();
    for (const { id } of acts)
      await expect.poll(async () => (await contractFacts(id)).act, { timeout: 60_000 }).toBe("signed");
    await expect(page.getByText(words("stack.filedText", { waiting: SHEETS - 3 }))).toBeVisible({ timeout: 30_000 });
  });

  await test.step("what is no act is put aside with the reason", async () => {
    const form = page.getByRole("form", { name: words("stack.aside") });
    await field(form, words("stack.positions")).fill(`4-${SHEETS}`);
    await field(form, words("stack.note")).fill("Пустые обороты листов");
    await button(form, words("stack.putAside")).click();
    await expect(page.getByText(words("stack.filedText", { waiting: 0 }))).toBeVisible();
  });
});
