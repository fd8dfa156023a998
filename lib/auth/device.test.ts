import { expect, it } from "vitest";

import { deviceOf, sameDevice } from "./device.ts";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

it.each([
  [CHROME, "Chrome", "Windows"],
  [CHROME.replace("Safari/537.36", "YaBrowser/25.1 Safari/537.36"), "Yandex", "Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
  ["curl/8", null, null],
  [null, null, null],
])("%s", (agent, browser, system) => {
  expect(deviceOf(agent)).toEqual({ browser, system });
});

it("does not take an update for a new device", () => {
  expect(sameDevice(CHROME, CHROME.replace("142", "143"))).toBe(true);
  expect(sameDevice(CHROME, CHROME.replace("Windows NT 10.0", "X11; Linux x86_64"))).toBe(false);
});
