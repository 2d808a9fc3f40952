import { withDeadline } from "@frontrow/runtime/deadline";
import { TikTokLiveConnection } from "tiktok-live-connector";
import type { KnownCreator, Liveness, LiveSource } from "./live-source.ts";
import { type ConnectionLimits, openConnection } from "./tiktok/connection.ts";
import { connectorOptions, presets, silenceConnector, type TikTokHosts } from "./tiktok/connector-options.ts";
import { combineSignals, decideByLookUp, decideByRoom, detailsOf, type Finding } from "./tiktok/liveness.ts";
import { lookUpRoom, readLivePage, readRoomApi, readRoomInfo } from "./tiktok/room-signals.ts";
import { requestSignature, type SignService } from "./tiktok/sign.ts";

export interface TikTokSourceOptions {
  /** The creator's name at TikTok, as in the address of the LIVE page, without the @. */
  readonly name: string;
  readonly hosts: TikTokHosts;
  readonly sign: SignService;
  readonly limits: ConnectionLimits;
}

/** One creator's events from TikTok, or from whatever speaks TikTok's wire at these addresses. */
export function createTikTokSource({ name, hosts, sign, limits }: TikTokSourceOptions): LiveSource {
  silenceConnector();
  // Never connected: it makes the requests that need no signature, and keeps the cookies that come with the answers.
  const { webClient } = new TikTokLiveConnection(name, connectorOptions(hosts, limits));

  const ask = async (asked: string, signal: AbortSignal): Promise<Finding> => {
    const [page, api] = await Promise.all([readLivePage(webClient, asked, signal), readRoomApi(webClient, asked, signal)]);
    const finding = combineSignals(page, api);
    if (finding.state !== "askRoom") return finding;
    const room = await readRoomInfo(webClient, finding.roomId, signal);
    return decideByRoom(room, { ...finding, details: { ...detailsOf(page), ...detailsOf(api) } });
  };

  const isOver = async (roomId: string, signal: AbortSignal): Promise<boolean> =>
    (await readRoomInfo(webClient, roomId, signal)).state === "offline";

  /** Names and pages may leave out who streams; the room knows. */
  const withHost = async (found: Liveness, known: KnownCreator, signal: AbortSignal): Promise<Liveness> => {
    if (found.state !== "live" || found.details.id !== undefined) return found;
    if (found.roomId === known.roomId && known.hostId !== undefined) return found;
    const room = await readRoomInfo(webClient, found.roomId, signal);
    return { ...found, details: { ...detailsOf(room), ...found.details } };
  };

  const find = async (signal: AbortSignal, known: KnownCreator): Promise<Liveness> => {
    const asked = known.name ?? name;
    const finding = await ask(asked, signal);
    if (known.roomId !== undefined && hasLostName(finding, known.hostId)) {
      // A name is no identity: the room goes on when its creator has another one.
      const room = await readRoomInfo(webClient, known.roomId, signal);
      if (room.state === "live") return room;
    }
    // Page and API may agree, and both be behind.
    if (finding.state === "live" && finding.roomId === known.doubtedRoomId && (await isOver(finding.roomId, signal))) {
      return { state: "offline", details: finding.details };
    }
    if (finding.state !== "askSign") return finding.state === "askRoom" ? { state: "unreachable" } : finding;
    if (!(await known.mayLookUp?.(finding.isDisputed))) return finding.otherwise;
    return decideByLookUp(await lookUpRoom(sign, asked, signal), finding.otherwise);
  };

  return {
    check: (signal, known = {}) =>
      withDeadline(signal, limits.requestTimeoutMs, async (deadline) => withHost(await find(deadline, known), known, deadline)),

    isOver: (roomId, signal) => withDeadline(signal, limits.requestTimeoutMs, (deadline) => isOver(roomId, deadline)),

    async connect(roomId, handlers, signal) {
      const userAgent = presets.device.user_agent;
      const answer = await requestSignature(sign, { roomId, userAgent }, signal);
      if (answer.outcome !== "signed") return answer;
      const cookies = await webClient.cookieJar.getCookieString();
      return openConnection({ name, roomId, signed: answer.signed, hosts, limits, cookies, handlers, signal });
    },
  };
}

/** Nobody has this name, or somebody else. */
function hasLostName(finding: Finding, hostId: string | undefined): boolean {
  if (finding.state === "askSign") return finding.otherwise.state === "unknown";
  if (finding.state === "unknown") return true;
  const found = "details" in finding ? finding.details.id : undefined;
  return found !== undefined && hostId !== undefined && found !== hostId;
}
