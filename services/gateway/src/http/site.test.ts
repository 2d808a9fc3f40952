import { describe, expect, it } from "vitest";
import { createSite, type Intent, type SiteOptions } from "./site.ts";

const plain: SiteOptions = { publicOrigins: [], allowedOrigins: [], listenHost: "127.0.0.1", trustProxy: false };
const PUBLIC = "https://frontrow.example";

function verdict(options: Partial<SiteOptions>, headers: Record<string, string>, intent: Intent = "change"): string {
  return createSite({ ...plain, ...options }).refusalOf({ headers }, intent)?.code ?? "ok";
}

describe("the host that a request names", () => {
  it("is ours when it is this machine's own, at any port, or public", () => {
    for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "LOCALHOST:8080", "localhost", "127.0.0.2"]) {
      expect(verdict({}, { host }), host).toBe("ok");
      expect(verdict({ listenHost: "0.0.0.0" }, { host }), host).toBe("ok");
    }
    for (const host of ["frontrow.example", "Frontrow.Example", "frontrow.example:443"]) {
      const headers = { host, "x-forwarded-proto": "https" };
      expect(verdict({ publicOrigins: [PUBLIC], trustProxy: true }, headers), host).toBe("ok");
    }
    expect(verdict({ publicOrigins: ["http://box.local:3000"] }, { host: "box.local:3000" })).toBe("ok");
    expect(verdict({ listenHost: "192.168.1.5" }, { host: "192.168.1.5:3000" })).toBe("ok");
    expect(verdict({ listenHost: "fd00::5" }, { host: "[fd00::5]:3000" })).toBe("ok");
  });

  it("is not ours when it only resolves to us, even for reading", () => {
    for (const host of [
      "evil.test:3000",
      "localhost.evil.test",
      "127.0.0.1.evil.test",
      "evil.test.",
      "localhost@evil.test",
      "2130706433",
      "0x7f.1",
      "0.0.0.0:3000",
      "frontrow.example:444",
      "sub.frontrow.example",
      "localhost:3000/x",
      "localhost:3000, evil.test",
      "[::1",
      "",
    ]) {
      for (const intent of ["read", "change"] as const) {
        expect(verdict({ publicOrigins: [PUBLIC] }, { host }, intent), host).toBe("HOST_REFUSED");
      }
    }
    expect(verdict({}, {})).toBe("HOST_REFUSED");
  });

  it("is told what to set when it is a name or an address of the local network", () => {
    for (const host of ["box.local:3000", "192.168.1.5:3000"]) {
      const refused = createSite({ ...plain, listenHost: "0.0.0.0" }).refusalOf({ headers: { host } }, "read");
      expect(refused?.message).toContain(`set PUBLIC_URL=http://${host}`);
    }
  });

  it("is the proxy's word only where a proxy is trusted, and then the nearest one's", () => {
    const headers = { host: "gateway:3000", "x-forwarded-host": "evil.test, frontrow.example" };
    expect(verdict({ publicOrigins: [PUBLIC], trustProxy: true }, headers)).toBe("ok");
    expect(verdict({ publicOrigins: [PUBLIC] }, headers)).toBe("HOST_REFUSED");
    const forged = { host: "frontrow.example", "x-forwarded-host": "evil.test" };
    expect(verdict({ publicOrigins: [PUBLIC], trustProxy: true }, forged)).toBe("HOST_REFUSED");
  });
});

describe("the origin that a request comes from", () => {
  const at = (origin: string, host = "localhost:3000", options: Partial<SiteOptions> = {}) => verdict(options, { host, origin });

  it("is allowed when it is the page's own, whole, public, or listed", () => {
    expect(at("http://localhost:3000")).toBe("ok");
    expect(at("http://[::1]:3000", "[::1]:3000")).toBe("ok");
    expect(at("http://localhost", "localhost")).toBe("ok");
    expect(at(PUBLIC, "frontrow.example", { publicOrigins: [PUBLIC] })).toBe("ok");
    expect(at("https://b.example", "localhost:3000", { allowedOrigins: ["https://b.example"] })).toBe("ok");
    expect(at("https://b.example", "localhost:3000", { allowedOrigins: ["*"] })).toBe("ok");
    expect(
      verdict({ trustProxy: true }, { host: "localhost:3000", origin: "https://localhost:3000", "x-forwarded-proto": "https" }),
    ).toBe("ok");
  });

  it("is refused when scheme, host or port is another", () => {
    for (const origin of [
      "https://localhost:3000",
      "http://localhost:3001",
      "http://localhost",
      "http://127.0.0.1:3000",
      "ftp://localhost:3000",
      "chrome-extension://localhost:3000",
      "http://localhost:3000/",
      "http://localhost:3000.evil.test",
      "https://evil.example",
      "null",
      "",
    ]) {
      expect(at(origin), origin).toBe("ORIGIN_REFUSED");
    }
    expect(at("http://frontrow.example", "frontrow.example", { publicOrigins: [PUBLIC] })).toBe("ORIGIN_REFUSED");
  });

  it("does not matter to who only reads, but what a browser says without one does to who changes", () => {
    expect(verdict({}, { host: "localhost:3000", origin: "https://evil.example" }, "read")).toBe("ok");
    for (const [site, expected] of [
      ["same-origin", "ok"],
      ["none", "ok"],
      ["same-site", "ORIGIN_REFUSED"],
      ["cross-site", "ORIGIN_REFUSED"],
    ] as const) {
      expect(verdict({}, { host: "localhost:3000", "sec-fetch-site": site }), site).toBe(expected);
    }
  });
});
