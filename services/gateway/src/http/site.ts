import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { FrontrowError } from "@frontrow/protocol/errors";
import { refusal } from "./problem.ts";

export interface SiteOptions {
  /** Origins at which users reach this gateway, such as https://frontrow.example. */
  readonly publicOrigins: readonly string[];
  /** Origins of other pages that may use it; `*` for all. */
  readonly allowedOrigins: readonly string[];
  /** The address that it listens on. */
  readonly listenHost: string;
  /** Whether X-Forwarded-Host and -Proto are a proxy's own word. */
  readonly trustProxy: boolean;
}

/** What a request is about to do: only read, or change something; opening a socket is a change. */
export type Intent = "read" | "change";

export type Site = ReturnType<typeof createSite>;

type Request = Pick<IncomingMessage, "headers">;

/** Names that a browser never looks up elsewhere. With any port: one may be forwarded to ours. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const HOST_HEADER = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/;

/**
 * Decides which requests are meant for this gateway. A page elsewhere may have its own name resolve to our address ("DNS
 * rebinding"): to the browser it is then of our origin, and only the name in `Host` tells. A page that is open at its true
 * name says so in `Origin`, which is compared whole: another scheme or port is another page.
 */
export function createSite({ publicOrigins, allowedOrigins, listenHost, trustProxy }: SiteOptions) {
  const publicHosts = publicOrigins.map((origin) => new URL(origin).host);
  // A name or an address that was chosen is ours; "all addresses" names none.
  const ownName = isAnyAddress(listenHost) ? undefined : nameIn(listenHost.toLowerCase());

  const hostOf = ({ headers }: Request): string =>
    ((trustProxy && lastOf(headers["x-forwarded-host"])) || headers.host || "").toLowerCase();
  const schemeOf = ({ headers }: Request): string =>
    trustProxy && lastOf(headers["x-forwarded-proto"]).toLowerCase() === "https" ? "https" : "http";

  /** The origin of a page that we served at this host; undefined when the host is not ours. */
  function ownOrigin(scheme: string, host: string): string | undefined {
    const name = HOST_HEADER.exec(host)?.[1];
    if (name === undefined) return undefined;
    const { origin, host: shortHost } = new URL(`${scheme}://${host}`);
    const isLocal = LOOPBACK.test(name) || name === ownName;
    return isLocal || publicHosts.includes(shortHost) ? origin : undefined;
  }

  function isOriginAllowed(origin: string, own: string): boolean {
    if (allowedOrigins.includes("*") || allowedOrigins.includes(origin) || publicOrigins.includes(origin)) return true;
    // At a public name only the public scheme is ours.
    return origin === own && !publicHosts.includes(new URL(own).host);
  }

  return {
    /** Why a request is refused; undefined when it is not. Clients that are no browsers send neither origin nor fetch site. */
    refusalOf(request: Request, intent: Intent): FrontrowError | undefined {
      const host = hostOf(request);
      const own = ownOrigin(schemeOf(request), host);
      if (own === undefined) return new FrontrowError("HOST_REFUSED", adviceFor(host));
      if (intent === "read") return undefined;
      const { origin } = request.headers;
      if (origin !== undefined) return isOriginAllowed(origin, own) ? undefined : refusal("ORIGIN_REFUSED");
      return isFromElsewhere(request.headers) ? refusal("ORIGIN_REFUSED") : undefined;
    },
  };
}

/** Whether to listen there is to listen at every address of the machine. */
export const isAnyAddress = (listenHost: string): boolean => ["0.0.0.0", "::"].includes(listenHost);

/** A browser's word on a request without an origin: whether a page of another site has made it. */
function isFromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}

function adviceFor(host: string): string {
  const isName = HOST_HEADER.test(host);
  if (!isName) return "the request names no host: open the page at http://localhost and this port";
  return `${host} is not an address of this gateway: where it runs, set PUBLIC_URL=http://${host} (https:// behind a proxy that has a certificate), or open it at localhost`;
}

/** The last value is the nearest proxy's; those before it are whatever the client sent. */
const lastOf = (header: string | string[] | undefined): string =>
  String(header ?? "")
    .split(",")
    .at(-1)
    ?.trim() ?? "";

const nameIn = (host: string): string => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host);
