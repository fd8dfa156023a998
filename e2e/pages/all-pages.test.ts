import { type Estate, makeEstate } from "../access/estate.ts";
import { mayAsk, type Principal } from "../access/principals.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { fillIn, PAGES, type PageRow } from "./list.ts";

// Pages know nothing of each other: the workers share them out, each with an estate of its own.
test.describe.configure({ mode: "parallel" });

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };

/** Of this worker: tests that run in parallel have the hook once each, and pages change nothing. */
let made: Promise<Estate> | undefined;
let estate: Estate;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  made ??= makeEstate();
  estate = await made;
});

/** Somebody whom the page is for. */
function readerOf({ for: audience }: PageRow): Principal {
  const fits = (one: Principal) => {
    if (audience === "everybody" || audience === "signed-out") return one.actor === null;
    if (typeof audience === "string" || "customer" in audience) return one.name === "owner of A";
    return one.actor?.kind === "staff" && mayAsk(one, audience.staff);
  };
  return estate.principals.find(fits)!;
}

async function expectNoSidewaysScroll(page: Page) {
  const { wide, room } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return { wide: scrollWidth > clientWidth ? wide : [], room: `${scrollWidth} in ${clientWidth}` };
  });
  expect(wide, `the page scrolls sideways: ${room}`).toEqual([]);
}

for (const [pattern, row] of Object.entries(PAGES)) {
  if (row.crossing) continue;

  test(`${pattern} is whole on a desk and in a hand, by day and by night`, async ({ browserOf }) => {
    const page = await browserOf(readerOf(row).visitor);
    await page.setViewportSize(WIDE);
    await page.goto(fillIn(pattern, row, estate.a));
    await expect(page).toHaveTitle(/\S{3}/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectAccessible(page);
    await picture(page, `${pattern}-1440`);

    await page.setViewportSize(NARROW);
    // Again from the server: a policy that fits the first visit only is none.
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, { contrast: "without" });
    await picture(page, `${pattern}-390`);

    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, { contrast: "only" });
    await picture(page, `${pattern}-390-dark`);
  });

  if (row.for !== "everybody" || pattern.startsWith("/demo")) continue;
  test(`${pattern} is read without JavaScript`, async ({ browserOf }) => {
    const page = await browserOf(null, { javaScriptEnabled: false });
    await page.goto(fillIn(pattern, row, estate.a));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(/\S{3,} \S/);
    await expect(page.getByRole("contentinfo")).toContainText("УНП");
  });
}

test("an address that does not exist says so, with a way on", async ({ page }) => {
  const answer = await page.goto("/nothing-here");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  await expectAccessible(page);
});
