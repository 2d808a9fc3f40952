import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createImageUrlOf, imageHosts, imageSources, simulatedImageUrlOf } from "./image-hosts.ts";

const hosts = imageHosts.parse(undefined);
const imageUrlOf = createImageUrlOf(hosts);

describe("the address of a picture", () => {
  it("is kept when TikTok's picture servers have it", () => {
    for (const url of [
      "https://p16-sign-va.tiktokcdn.com/tos-maliva-avt-0068/9435~c5_100x100.webp?x-expires=1661893200&x-signature=6n%2BrE%3D",
      "https://p16-webcast.tiktokcdn-us.com/img/gift.png~tplv-obj.webp",
      "https://p19-pu-sign-useast8.tiktokcdn-eu.com/a.jpeg",
      "https://p16-oec-sg.ibyteimg.com/a.webp",
    ]) {
      expect(imageUrlOf(url)).toBe(url);
    }
  });

  it("is left out when it is anything else", () => {
    for (const url of [
      undefined,
      "",
      "not an address",
      "http://p16.tiktokcdn.com/a.webp",
      "https://p16.tiktokcdn.com:8443/a.webp",
      "https://name@p16.tiktokcdn.com/a.webp",
      "https://:secret@p16.tiktokcdn.com/a.webp",
      "https://tiktokcdn.com.evil.example/a.webp",
      "https://eviltiktokcdn.com/a.webp",
      "https://tiktokcdn.com/a.webp",
      "https://p16.tiktokcdn.com./a.webp",
      "https://evil.example/.tiktokcdn.com/a.webp",
      "https://evil.example\\@p16.tiktokcdn.com/a.webp",
      "https://evil.example#.tiktokcdn.com",
      "//p16.tiktokcdn.com/a.webp",
      "https://127.0.0.1/a.webp",
      "https://2130706433/a.webp",
      "https://[::1]/a.webp",
      "https://localhost/a.webp",
      "http://127.0.0.1:9000/a.svg",
      "data:image/svg+xml,<svg/>",
      "javascript:alert(1)",
      "blob:https://p16.tiktokcdn.com/1",
      "file:///etc/passwd",
      "ftp://p16.tiktokcdn.com/a",
      `https://p16.tiktokcdn.com/${"a".repeat(2_000)}`,
    ]) {
      expect(imageUrlOf(url), url).toBe("");
    }
  });

  it("is in the one spelling that a browser would make of it", () => {
    expect(imageUrlOf(" https://P16.TikTokCDN.com:443/a\tb.webp")).toBe("https://p16.tiktokcdn.com/ab.webp");
  });

  it("is a path at the gateway for a simulated broadcast, and nothing else of what is said", () => {
    for (const base of ["http://127.0.0.1:9000", "http://simulator:9000", "https://evil.example"]) {
      expect(simulatedImageUrlOf(`${base}/avatar/69123.svg?x#y`)).toBe("/simulator/avatar/69123.svg");
    }
    for (const url of [
      undefined,
      "",
      "/avatar/1.svg",
      "http://127.0.0.1:9000/control/faults",
      "http://a/x/../control/1.svg/",
      "data:,a",
    ]) {
      expect(simulatedImageUrlOf(url), url).toBe("");
    }
  });

  it("is never anything but https on an allowed host, whatever is given", () => {
    const part = fc.oneof(fc.string(), fc.constantFrom("https://", "http:", "//", "@", ":443", "#", "?", "\\", ".tiktokcdn.com"));
    const url = fc.oneof(
      fc.webUrl(),
      fc.array(part).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(url, (given) => {
        const kept = imageUrlOf(given);
        if (kept) expect(new URL(kept).origin).toMatch(/^https:\/\/[^:]*\.[a-z-]+\.com$/);
        expect(imageUrlOf(kept)).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the setting", () => {
  it("takes host names, and nothing that would let everything in", () => {
    expect(imageHosts.parse("cdn.example.org, *.Pictures.example")).toEqual(["cdn.example.org", "*.pictures.example"]);
    for (const text of ["*", "*.com", "https://a.example", "127.0.0.1", "a.example:8443", "a.example/x", "a b.example", ";"]) {
      expect(imageHosts.safeParse(text).success, text).toBe(false);
    }
  });

  it("says the same to a browser", () => {
    expect(imageSources(["cdn.example.org", "*.pictures.example"])).toEqual([
      "https://cdn.example.org",
      "https://*.pictures.example",
    ]);
  });
});
