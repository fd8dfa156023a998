import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { recogniseFile, safeFileName } from "./recognise.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("recogniseFile", () => {
  test.each([
    [bytes("%PDF-1.7\n…\n%%EOF\n"), "application/pdf"],
    [bytes("%PDF-1.7 cut in the middle"), null],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "image/png"],
    [new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
    [new Uint8Array([0x50, 0x4b, 0x03, 0x04]), "application/zip"],
    [new Uint8Array([0x30, 0x82, 0x10, 0x00]), "application/pkcs7-mime"],
    [bytes("\ufeff<?xml version='1.0'?>"), "application/xml"],
    [bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), null],
    [bytes("<!doctype html><script>"), null],
    [bytes("MZ"), null],
    [new Uint8Array(), null],
  ])("%#: by content", (file, type) => {
    expect(recogniseFile(file)).toBe(type);
  });
});

test("a file's name never carries a path, a quote or a control character", () => {
  expect(safeFileName("../../etc/акт №5.pdf")).toBe("акт №5.pdf");
  expect(safeFileName('a"\r\nX: y.pdf')).toBe("aX y.pdf");
  expect(safeFileName("evil\u202efdp.exe")).toBe("evilfdp.exe");
  expect(safeFileName("///")).toBe("file");
  fc.assert(
    fc.property(fc.string(), (name) => !/[\\/"\r\n\0]/.test(safeFileName(name)) && safeFileName(name).length > 0),
  );
});
