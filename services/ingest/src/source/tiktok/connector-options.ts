import EulerStreamApiClient from "tiktok-live-api-sdk";
import { getRandomPresets, type TikTokLiveConnection, WebcastDeserializeConfig } from "tiktok-live-connector";

type ConnectorOptions = ConstructorParameters<typeof TikTokLiveConnection>[1];

/** Where TikTok is: base addresses, `http://…` as well as `https://…`. */
export interface TikTokHosts {
  readonly webUrl: string;
  readonly webcastUrl: string;
}

export interface Limits {
  /** For all requests of one check, to the last byte. */
  readonly requestTimeoutMs: number;
  /** From the first byte of the WebSocket handshake to its answer. */
  readonly handshakeTimeoutMs: number;
}

/** A WebSocket message larger than this closes the connection: some hundred times what real rooms send. */
const MAX_FRAME_BYTES = 4 * 1024 * 1024;

/** The browser that we claim to be: the connector's own choice, made once, so that all requests of a source agree. */
export const presets: NonNullable<ConnectorOptions["clientPresets"]> = getRandomPresets();

/** What an API client of the connector's answers instead of making a request. */
export interface PresetAnswer {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The options of one connector instance. All that we must decide is decided here, per instance: the connector's process-wide
 * switches (`RouteConfig`, `SignConfig`) stay as they are, so that sources with different hosts and keys share a process.
 */
export function connectorOptions(hosts: TikTokHosts, limits: Limits, presetAnswer?: PresetAnswer): ConnectorOptions {
  const web = new URL(hosts.webUrl);
  const webcast = new URL(hosts.webcastUrl);
  return {
    clientPresets: presets,
    // The first batch is decoded by us, in order and as history; the connector would also go on without a room if it held the end.
    processInitialData: false,
    // Asked before the sign call, which costs quota.
    fetchRoomInfoOnConnect: false,
    // No `session`, ever: the connector sends its cookies on clear-text HTTP and on an anonymous WebSocket.
    eulerApiInstance: apiClient(presetAnswer),
    webConfigOverrides: { TIKTOK_HOST_WEB: web.host, TIKTOK_HOST_WEBCAST: webcast.host },
    webClientOptions: httpOptions(hosts),
    wsClientOptions: { handshakeTimeout: limits.handshakeTimeoutMs, maxPayload: MAX_FRAME_BYTES },
  };
}

type HttpOptions = NonNullable<ConnectorOptions["webClientOptions"]>;

function httpOptions(hosts: TikTokHosts): HttpOptions {
  const options: Omit<HttpOptions, "cookieJar"> = {
    // The default retries GETs by itself, unseen by whoever counts attempts and waits between them.
    retry: { limit: 0 },
    maxRedirects: 3,
    hooks: { beforeRequest: [forceScheme(hosts)] },
  };
  // The type demands a cookie jar, which the connector then replaces with its own.
  return options as HttpOptions;
}

/**
 * Decides the scheme of each request, redirects included, by our configuration. The connector speaks https with localhost
 * alone and clear text with everybody else, TikTok included; with this hook it does not matter whether that is ever repaired.
 */
export function forceScheme({ webUrl, webcastUrl }: TikTokHosts): (request: { url?: string | URL | undefined }) => void {
  const plainHosts = new Set([webUrl, webcastUrl].filter((url) => url.startsWith("http://")).map((url) => new URL(url).host));
  return ({ url }) => {
    // got gives its own URL object here, and makes the request to what the hook leaves in it.
    if (url instanceof URL) url.protocol = plainHosts.has(url.host) ? "http:" : "https:";
  };
}

/**
 * An API client that answers from memory. The connector makes its sign call through this client, so handing the answer in
 * here keeps that call per instance; every other call through it is a mistake of ours, and fails without leaving the process.
 */
function apiClient(presetAnswer: PresetAnswer | undefined): EulerStreamApiClient {
  return new EulerStreamApiClient({
    basePath: "http://preset-answer.invalid",
    baseOptions: {
      validateStatus: () => true,
      adapter: async (config: object) => {
        if (!presetAnswer) throw new Error("this instance must not call the sign service");
        return { data: presetAnswer.body, status: 200, statusText: "OK", headers: presetAnswer.headers, config };
      },
    },
  });
}

/**
 * Keeps the connector from writing personal data into errors, and to the console. Call before the first connection; more often does no harm.
 *
 * Both switches are process-wide, and both have one right value whoever else uses the connector: without the first, an
 * undecodable payload, which is personal data, is put into an error's text; without the second, which the connector reads
 * from the environment at each use, it writes to the console about frames that cannot be acknowledged.
 */
export function silenceConnector(): void {
  WebcastDeserializeConfig.showBase64OnDecodeError = false;
  process.env["DISABLE_ACK_LOG_WARNING"] = "true";
}
