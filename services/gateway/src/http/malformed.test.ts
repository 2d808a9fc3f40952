import { normalize } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlainPath } from "./malformed.ts";

describe("the address of a request", () => {
  it("is a path as clients write it", () => {
    for (const url of [
      "/",
      "/api/v1/desks/dsk_a",
      "/assets/main-abc.js?x=/../y%",
      "/desk/settings/",
      "/.well-known/x",
      "/a..b",
      "/%C3%BC",
    ]) {
      expect(isPlainPath(url), url).toBe(true);
    }
  });

  it("is nothing when it is anything that a file system would read in its own way", () => {
    for (const url of [
      "",
      "x",
      "*",
      "http://evil.example/x",
      "//x",
      "/a//b",
      "/../x",
      "/a/..",
      "/./x",
      "/%2e%2e/x",
      "/a%2f..%2fb",
      "/a%2F%2Fb",
      "/%00",
      "/a%0d%0ab",
      "/\\..\\x",
      "/%5c..%5cx",
      "/%",
      "/%zz",
      "/%ff",
      `/${"a".repeat(9_000)}`,
    ]) {
      expect(isPlainPath(url), url).toBe(false);
    }
  });

  it("names the same place to whoever normalises it", () => {
    const part = fc.constantFrom("/", ".", "..", "%2e", "%2f", "%5c", "\\", "a", "%00", "%", "?", "#");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const url = `/${parts.join("")}`;
        if (!isPlainPath(url)) return;
        const path = decodeURIComponent(url.split("?", 1)[0] as string);
        expect(normalize(path)).toBe(path);
      }),
      { numRuns: 2_000 },
    );
  });
});
