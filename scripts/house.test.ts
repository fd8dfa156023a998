import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

import { ROOT } from "./support/files.ts";

// The laws that no linter knows. Each list must be empty; what it shows is the file to mend.

type Source = { file: string; text: string; lines: number };

const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" }).split(
  "\n",
);
const files = [...new Set(listed)].filter((file) => file !== "" && fs.existsSync(path.join(ROOT, file)));
const read = (file: string): Source => {
  const text = fs.readFileSync(path.join(ROOT, file), "utf8");
  return { file, text, lines: text.split("\n").length - 1 };
};

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || /(^|\/)testing\//.test(file) || file.startsWith("e2e/");
const sources = files.filter((file) => /\.tsx?$/.test(file)).map(read);
const product = sources.filter(({ file }) => /^(app|components|db|lib)\//.test(file) && !isTest(file));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

test("the list of files is a real one", () => {
  expect(product.length).toBeGreaterThan(50);
});

test('a "use server" file exports one action: every further export would be an endpoint', () => {
  const wrong = product
    .filter(({ text }) => /^["']use server["'];?$/m.test(text))
    .map(({ file, text }) => ({ file, exports: text.match(/^export\b/gm)?.length ?? 0 }))
    .filter(({ exports }) => exports !== 1);
  expect(wrong).toEqual([]);
});

test('no "use server" inside a function: a closure hides what the browser may send', () => {
  const wrong = product.filter(({ text }) => /^\s+["']use server["']/m.test(text)).map(({ file }) => file);
  expect(wrong).toEqual([]);
});

describe("size", () => {
  test("over 300 lines stand only tables of data and tests", () => {
    const isData = ({ file, text }: Source) => file.startsWith("db/migrations/") || /^\/\/ data\b/m.test(text);
    const long = sources.filter((source) => source.lines > 300 && !isTest(source.file) && !isData(source));
    expect(long.map(({ file, lines }) => `${lines} ${file}`)).toEqual([]);
  });
});

describe("time is an argument", () => {
  test("nothing below app asks the clock", () => {
    const asks = /\bnew Date\(\)|\bDate\.now\(\)|\bTemporal\.Now\b/;
    const wrong = product.filter(({ file, text }) => !file.startsWith("app/") && asks.test(withoutComments(text)));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

describe("imports", () => {
  const specifiers = (text: string) =>
    [...withoutComments(text).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)["']((?:\.|#\/)[^"']+)["']/g)].map(
      (match) => match[1]!,
    );
  /** lib/money, db/queries, app/cabinet…; a file right under its storey belongs to the storey's hall. */
  const roomOf = (file: string) => file.split("/").slice(0, -1).slice(0, 2).join("/");

  test("our own modules are named with their extension", () => {
    const wrong = sources.flatMap(({ file, text }) =>
      specifiers(text)
        .filter((target) => !/\.(tsx?|json|css|woff2|typ|mjs)$/.test(target))
        .map((target) => `${file}: ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("a relative path does not leave its room", () => {
    const wrong = product.flatMap(({ file, text }) =>
      specifiers(text)
        .filter((target) => target.startsWith("."))
        .filter((target) => {
          const at = path.posix.join(path.posix.dirname(file), target);
          // db is one room in this: its folders are kinds of one thing.
          const storey = file.split("/", 1)[0];
          return storey === "db" ? !at.startsWith("db/") : roomOf(at) !== roomOf(file);
        })
        .map((target) => `${file}: ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("what must not be named", () => {
  // In pieces, so that this file does not find itself.
  const words = [
    "registry." + "npmjs",
    "npmjs" + ".org",
    "npm" + "mirror",
    "arti" + "factory",
    "pypi" + ".org",
    "/wo" + "rk/",
  ];
  const texts = files.filter((file) => !/\.(woff2?|ttf|png|jpe?g|ico|pdf)$/.test(file)).map(read);

  test("no host of a package registry, no workshop of ours", () => {
    const wrong = texts.flatMap(({ file, text }) =>
      words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no path that leaves the repository", () => {
    const wrong = texts
      .filter(({ file }) => !isTest(file))
      .flatMap(({ file, text }) =>
        (text.match(/(?:\.\.\/)+[\w.-]+/g) ?? [])
          .filter((target) => path.posix.join(path.posix.dirname(file), target).startsWith(".."))
          .map((target) => `${file}: ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test("the lock file carries no addresses", () => {
    expect(read("package-lock.json").text).not.toMatch(/"resolved": "http/);
  });
});
