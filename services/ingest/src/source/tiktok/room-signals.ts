import type { TikTokLiveConnection } from "tiktok-live-connector";
import { z } from "zod";
import type { RoomDetails } from "../live-source.ts";

type WebClient = TikTokLiveConnection["webClient"];

/** What one of TikTok's unsigned addresses says of a creator. */
export type Signal =
  | { readonly state: "live"; readonly roomId: string; readonly details: RoomDetails }
  | { readonly state: "offline"; readonly details: RoomDetails }
  | { readonly state: "unknown" }
  | { readonly state: "blocked" }
  | { readonly state: "noAnswer" };

/** 2 is live, 3 paused, which is live too; 4 is over. */
const LIVE = [2, 3];

/** A page is some 500 kB. */
const MAX_PAGE_CHARACTERS = 8_000_000;

const text = z.string().max(2_000).catch("");
const userSchema = z
  .object({ roomId: z.union([z.string(), z.number()]).transform(String).catch(""), nickname: text, avatarThumb: text })
  .partial();
const roomSchema = z.object({ status: z.number(), title: text }).partial();
const liveRoomSchema = z.object({ user: userSchema, liveRoom: roomSchema }).partial();
const pageSchema = z.object({ LiveRoom: z.object({ liveRoomUserInfo: liveRoomSchema }).partial().optional() });
const apiSchema = z.object({ statusCode: z.number().catch(0), message: text.optional(), data: liveRoomSchema.optional() });
const infoSchema = z.object({
  data: z.object({
    status: z.number(),
    title: text.optional(),
    owner: z
      .object({ nickname: text, avatar_thumb: z.object({ url_list: z.array(z.string()) }).partial() })
      .partial()
      .optional(),
  }),
});

/** The creator's LIVE page, as a browser gets it. */
export async function readLivePage(client: WebClient, name: string, signal: AbortSignal): Promise<Signal> {
  let html: string;
  try {
    html = await client.getHtmlFromTikTokWebsite(`@${name}/live`, { signal });
  } catch (error) {
    return signalOfFailure(error);
  }
  if (html.length > MAX_PAGE_CHARACTERS) return { state: "noAnswer" };
  const state = sigiState(html);
  // A captcha, a consent page, or a page of somebody else's: without the state it is not the LIVE page.
  if (!state) return { state: "blocked" };
  return state.LiveRoom?.liveRoomUserInfo ? fromLiveRoom(state.LiveRoom.liveRoomUserInfo) : { state: "unknown" };
}

/** TikTok's own JSON about the same. */
export async function readRoomApi(client: WebClient, name: string, signal: AbortSignal): Promise<Signal> {
  try {
    const params = { uniqueId: name, sourceType: "54" };
    const answer = apiSchema.safeParse(await client.getJsonObjectFromTikTokApi("api-live/user/room/", params, false, { signal }));
    if (!answer.success) return { state: "noAnswer" };
    const { statusCode, message, data } = answer.data;
    if (statusCode === USER_NOT_FOUND || message === "user_not_found") return { state: "unknown" };
    return statusCode === 0 && data ? fromLiveRoom(data) : { state: "noAnswer" };
  } catch (error) {
    return signalOfFailure(error);
  }
}

/** What is streamed in a room: the third signal, and the only one that knows nothing of names. */
export async function readRoomInfo(client: WebClient, roomId: string, signal: AbortSignal): Promise<Signal> {
  try {
    const info = infoSchema.safeParse(
      await client.getJsonObjectFromWebcastApi("room/info/", { room_id: roomId }, false, { signal }),
    );
    if (!info.success) return { state: "noAnswer" };
    const { status, title, owner } = info.data.data;
    const details = known({ title, nickname: owner?.nickname, avatarUrl: owner?.avatar_thumb?.url_list?.[0] });
    return LIVE.includes(status) ? { state: "live", roomId, details } : { state: "offline", details };
  } catch (error) {
    return signalOfFailure(error);
  }
}

const USER_NOT_FOUND = 19_881_007;

function fromLiveRoom({ user, liveRoom }: z.infer<typeof liveRoomSchema>): Signal {
  if (liveRoom?.status === undefined) return { state: "noAnswer" };
  const details = known({ title: liveRoom.title, nickname: user?.nickname, avatarUrl: user?.avatarThumb });
  const roomId = user?.roomId;
  return LIVE.includes(liveRoom.status) && roomId ? { state: "live", roomId, details } : { state: "offline", details };
}

/** Leaves out what is not known, so that details can be laid over each other. */
function known(details: { [K in keyof RoomDetails]: string | undefined }): RoomDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value));
}

/** Not with one expression over the whole page: what stands between the tags is cut out by position, in linear time. */
function sigiState(html: string): z.infer<typeof pageSchema> | undefined {
  const opening = '<script id="SIGI_STATE" type="application/json">';
  const from = html.indexOf(opening);
  const to = from < 0 ? -1 : html.indexOf("</script>", from);
  if (to < 0) return undefined;
  try {
    const state = pageSchema.safeParse(JSON.parse(html.slice(from + opening.length, to)));
    return state.success ? state.data : undefined;
  } catch {
    return undefined;
  }
}

/** By the status of the answer, never by the error's text. */
function signalOfFailure(error: unknown): Signal {
  const status = statusOf(error);
  if (status === 404) return { state: "unknown" };
  return { state: status === 403 || status === 429 ? "blocked" : "noAnswer" };
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("response" in error)) return undefined;
  const { response } = error;
  return response && typeof response === "object" && "statusCode" in response ? Number(response.statusCode) : undefined;
}
