import type { TikTokLiveConnection } from "tiktok-live-connector";
import { z } from "zod";
import type { RoomDetails } from "../live-source.ts";
import { parseExactJson } from "./exact-json.ts";
import { reportCallsLeft, type SignService, signHeaders } from "./sign.ts";

type WebClient = TikTokLiveConnection["webClient"];

/** What one of TikTok's unsigned addresses says of a creator. */
export type Signal =
  | { readonly state: "live"; readonly roomId: string; readonly details: RoomDetails }
  | { readonly state: "offline"; readonly details: RoomDetails }
  | { readonly state: "unknown" }
  | { readonly state: "blocked" }
  /** It is there, and not for everybody: for grown-ups, or for people who have an account. */
  | { readonly state: "restricted" }
  | { readonly state: "noAnswer" };

/** 2 is live, 3 paused, which is live too; 4 is over. */
const PAUSED = 3;
const LIVE = [2, PAUSED];

/** A page is some 500 kB. */
const MAX_PAGE_CHARACTERS = 8_000_000;

const text = z.string().max(2_000).catch("");
/** An id as decimal text; a number that JavaScript has rounded is none. */
const id = z
  .union([z.string().regex(/^[1-9]\d{0,19}$/), z.int().positive()])
  .transform(String)
  .catch("");
/** Seconds, and milliseconds where they are too large for that. */
const moment = z.coerce
  .number()
  .transform((time) => (time > 1e11 ? time : time * 1000))
  .catch(0);
const userSchema = z.object({ id, uniqueId: text, roomId: id, nickname: text, avatarThumb: text }).partial();
const roomSchema = z.object({ status: z.number(), title: text, startTime: moment }).partial();
const liveRoomSchema = z.object({ user: userSchema, liveRoom: roomSchema }).partial();
const pageSchema = z.object({ LiveRoom: z.object({ liveRoomUserInfo: liveRoomSchema }).partial().optional() });
const apiSchema = z.object({ statusCode: z.number().catch(0), message: text.optional(), data: liveRoomSchema.optional() });
const ownerSchema = z
  .object({
    id,
    id_str: id,
    display_id: text,
    nickname: text,
    avatar_thumb: z.object({ url_list: z.array(z.string()) }).partial(),
  })
  .partial();
const infoSchema = z.object({
  status_code: z.number().catch(0),
  data: z.object({ status: z.number().optional(), title: text, create_time: moment, owner: ownerSchema }).partial(),
});
const lookUpSchema = z.object({ room_id: id, is_live: z.boolean() }).partial();

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
    const answer = apiSchema.safeParse(
      parseExactJson(
        bodyOf(await client.getJsonObjectFromTikTokApi("api-live/user/room/", params, false, { ...AS_TEXT, signal })),
      ),
    );
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
      parseExactJson(
        bodyOf(await client.getJsonObjectFromWebcastApi("room/info/", { room_id: roomId }, false, { ...AS_TEXT, signal })),
      ),
    );
    if (!info.success) return { state: "noAnswer" };
    const { status, title, owner, create_time } = info.data.data;
    if (status === undefined) return { state: RESTRICTED.includes(info.data.status_code) ? "restricted" : "noAnswer" };
    const details = known({
      id: owner?.id_str || owner?.id,
      handle: owner?.display_id,
      title,
      nickname: owner?.nickname,
      avatarUrl: owner?.avatar_thumb?.url_list?.[0],
      startedAtMs: create_time,
    });
    return LIVE.includes(status) ? liveIn(roomId, status, details) : { state: "offline", details };
  } catch (error) {
    return signalOfFailure(error);
  }
}

/** What the sign service knows of the same: one of its calls, for when TikTok lets nobody in. */
export async function lookUpRoom(service: SignService, name: string, signal: AbortSignal): Promise<Signal> {
  try {
    const response = await fetch(`${service.url}/webcast/anchors/${encodeURIComponent(name)}/room_id`, {
      headers: signHeaders(service, "application/json"),
      // A key is not for wherever we are sent.
      redirect: "error",
      signal,
    });
    reportCallsLeft(service, response);
    if (!response.ok) await response.body?.cancel();
    if (response.status === 404) return { state: "unknown" };
    const answer = response.ok ? lookUpSchema.safeParse(parseExactJson(await response.text())) : undefined;
    if (!answer?.success || answer.data.is_live === undefined) return { state: "noAnswer" };
    const { is_live, room_id } = answer.data;
    return is_live && room_id
      ? { state: "live", roomId: room_id, details: {} }
      : { state: is_live ? "noAnswer" : "offline", details: {} };
  } catch {
    return { state: "noAnswer" };
  }
}

const USER_NOT_FOUND = 19_881_007;
/** "Audience control", and what a room for grown-ups answered before that. */
const RESTRICTED = [4_003_110, 10_011];
/** The connector parses what it is not told to leave alone, and rounds long numbers. Its types know the parsed answer only. */
const AS_TEXT = { responseType: "text" } as unknown as object;
const bodyOf = (answer: unknown): string => (typeof answer === "string" ? answer : "");

function fromLiveRoom({ user, liveRoom }: z.infer<typeof liveRoomSchema>): Signal {
  if (liveRoom?.status === undefined) return { state: "noAnswer" };
  const details = known({
    id: user?.id,
    handle: user?.uniqueId,
    title: liveRoom.title,
    nickname: user?.nickname,
    avatarUrl: user?.avatarThumb,
    startedAtMs: liveRoom.startTime,
  });
  const roomId = user?.roomId;
  return LIVE.includes(liveRoom.status) && roomId ? liveIn(roomId, liveRoom.status, details) : { state: "offline", details };
}

const liveIn = (roomId: string, status: number, details: RoomDetails): Signal => ({
  state: "live",
  roomId,
  details: { ...details, isPaused: status === PAUSED },
});

/** Leaves out what is not known, so that details can be laid over each other. */
function known(details: { [K in keyof RoomDetails]: RoomDetails[K] | undefined }): RoomDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value));
}

/** Not with one expression over the whole page: what stands between the tags is cut out by position, in linear time. */
function sigiState(html: string): z.infer<typeof pageSchema> | undefined {
  const opening = '<script id="SIGI_STATE" type="application/json">';
  const from = html.indexOf(opening);
  const to = from < 0 ? -1 : html.indexOf("</script>", from);
  if (to < 0) return undefined;
  try {
    const state = pageSchema.safeParse(parseExactJson(html.slice(from + opening.length, to)));
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
