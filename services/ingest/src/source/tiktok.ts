import { withDeadline } from "@frontrow/runtime/deadline";
import { TikTokLiveConnection } from "tiktok-live-connector";
import type { Liveness, LiveSource } from "./live-source.ts";
import { type ConnectionLimits, openConnection } from "./tiktok/connection.ts";
import { connectorOptions, presets, type TikTokHosts } from "./tiktok/connector-options.ts";
import { detailsOf, judge, judgeRoom } from "./tiktok/liveness.ts";
import { quietConnector } from "./tiktok/quiet-connector.ts";
import { askApi, askPage, askRoom } from "./tiktok/room-signals.ts";
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
  quietConnector();
  // Never connected: it asks what needs no signature, and keeps the cookies that come with the answers.
  const { webClient } = new TikTokLiveConnection(name, connectorOptions(hosts, limits));

  const look = async (signal: AbortSignal): Promise<Liveness> => {
    const [page, api] = await Promise.all([askPage(webClient, name, signal), askApi(webClient, name, signal)]);
    const verdict = judge(page, api);
    if (verdict.state !== "ask") return verdict;
    const room = await askRoom(webClient, verdict.roomId, signal);
    return judgeRoom(room, { ...detailsOf(page), ...detailsOf(api) });
  };

  return {
    check: (signal) => withDeadline(signal, limits.requestTimeoutMs, look),

    async connect(roomId, handlers, signal) {
      const userAgent = presets.device.user_agent;
      const answer = await requestSignature(sign, { roomId, userAgent }, signal);
      if (answer.outcome !== "signed") return answer;
      const cookies = await webClient.cookieJar.getCookieString();
      return openConnection({ name, roomId, signed: answer.signed, hosts, limits, cookies, handlers, signal });
    },
  };
}
