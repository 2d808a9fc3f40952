import { withDeadline } from "@frontrow/runtime/deadline";
import { TikTokLiveConnection } from "tiktok-live-connector";
import type { Liveness, LiveSource } from "./live-source.ts";
import { type ConnectionLimits, openConnection } from "./tiktok/connection.ts";
import { connectorOptions, presets, silenceConnector, type TikTokHosts } from "./tiktok/connector-options.ts";
import { combineSignals, decideByRoom, detailsOf } from "./tiktok/liveness.ts";
import { readLivePage, readRoomApi, readRoomInfo } from "./tiktok/room-signals.ts";
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

  const check = async (signal: AbortSignal): Promise<Liveness> => {
    const [page, api] = await Promise.all([readLivePage(webClient, name, signal), readRoomApi(webClient, name, signal)]);
    const verdict = combineSignals(page, api);
    if (verdict.state !== "askRoom") return verdict;
    const room = await readRoomInfo(webClient, verdict.roomId, signal);
    return decideByRoom(room, { ...detailsOf(page), ...detailsOf(api) });
  };

  return {
    check: (signal) => withDeadline(signal, limits.requestTimeoutMs, check),

    async connect(roomId, handlers, signal) {
      const userAgent = presets.device.user_agent;
      const answer = await requestSignature(sign, { roomId, userAgent }, signal);
      if (answer.outcome !== "signed") return answer;
      const cookies = await webClient.cookieJar.getCookieString();
      return openConnection({ name, roomId, signed: answer.signed, hosts, limits, cookies, handlers, signal });
    },
  };
}
