import { describe, expect, it } from "vitest";
import { connectorOptions, forceScheme } from "./connector-options.ts";

const tiktok = { webUrl: "https://www.tiktok.com", webcastUrl: "https://webcast.tiktok.com" };
const simulator = { webUrl: "http://127.0.0.1:9000", webcastUrl: "http://127.0.0.1:9000" };
const limits = { requestTimeoutMs: 1, handshakeTimeoutMs: 1 };

/** The address that is asked when the connector would have asked this one. */
const asked = (hosts: typeof tiktok, address: string): string => {
  const url = new URL(address);
  forceScheme(hosts)({ url });
  return url.href;
};

describe("the connector's options", () => {
  it("never let TikTok be asked in clear text, whichever way the connector's own choice goes", () => {
    for (const scheme of ["http", "https"]) {
      expect(asked(tiktok, `${scheme}://www.tiktok.com/@a/live`)).toBe("https://www.tiktok.com/@a/live");
      expect(asked(tiktok, `${scheme}://webcast.tiktok.com/x`)).toBe("https://webcast.tiktok.com/x");
      expect(asked(simulator, `${scheme}://www.tiktok.com/`)).toBe("https://www.tiktok.com/");
    }
  });

  it("let a simulator be asked by http when its address says so, and by https when that says so", () => {
    for (const scheme of ["http", "https"]) {
      expect(asked(simulator, `${scheme}://127.0.0.1:9000/x`)).toBe("http://127.0.0.1:9000/x");
      const secure = { webUrl: "https://127.0.0.1:9000", webcastUrl: "https://127.0.0.1:9000" };
      expect(asked(secure, `${scheme}://127.0.0.1:9000/x`)).toBe("https://127.0.0.1:9000/x");
    }
  });

  it("never carry a session, a key, or retries that nobody counts", () => {
    const options = connectorOptions(tiktok, limits);
    expect(options.session).toBeUndefined();
    expect(options.authenticateWs).toBeUndefined();
    expect(options.signApiKey).toBeUndefined();
    expect(options.webClientOptions?.retry).toEqual({ limit: 0 });
    expect(options.processInitialData).toBe(false);
  });

  it("give the connector the sign answer that was handed in, and no way to ask for another", async () => {
    const body = new Uint8Array([1, 2, 3]);
    const handed = connectorOptions(simulator, limits, { body, headers: { "x-set-tt-cookie": "a=b" } }).eulerApiInstance;
    const answer = await handed?.rooms.fetchWebcastURL("1");
    expect(answer?.status).toBe(200);
    expect(answer?.data).toEqual(body);
    expect(answer?.headers["x-set-tt-cookie"]).toBe("a=b");
    await expect(connectorOptions(simulator, limits).eulerApiInstance?.rooms.fetchWebcastURL("1")).rejects.toThrow(/must not/);
  });
});
