import type { Method } from "../messages.ts";

type Schema = typeof import("tiktok-live-proto/v3");
/** Every message that the connector can decode, by TikTok's name; its helper types for maps are none. */
type SchemaMethod = Exclude<Extract<keyof Schema, `Webcast${string}`>, `${string}_${string}Entry`>;

/**
 * The messages that the connector can decode and we do not, each with the reason. Together with those of `schema.ts` these are
 * all: a name that a new version adds does not compile here until somebody has decided about it.
 */
const UNDECODED: Readonly<Record<Exclude<SchemaMethod, Method>, string>> = {
  WebcastAccessControlMessage: "a captcha for viewers",
  WebcastAccessRecallMessage: "what a captcha took back",
  WebcastBoostCardMessage: "an offer to the host",
  WebcastBottomMessage: "a notice of TikTok's, such as an age rating",
  WebcastCapsuleMessage: "a hint of the app's",
  WebcastGameRankNotifyMessage: "a place in a ranking of games",
  WebcastGiftBroadcastMessage: "a gift in somebody else's room",
  WebcastGiftDynamicRestrictionMessage: "which gifts can be sent",
  WebcastGiftPanelUpdateMessage: "which gifts can be sent",
  WebcastGiftPromptMessage: "a hint to viewers to send something",
  WebcastGuideMessage: "a hint of the app's",
  WebcastHourlyRankRewardMessage: "a prize of a ranking",
  WebcastImEnterRoomMessage: "what we send ourselves",
  WebcastInRoomBannerMessage: "a web page over the broadcast",
  WebcastLinkMicBattlePunishFinish: "the play after a battle, which has no score",
  WebcastLinkMicFanTicketMethod: "points of guests, which are their gifts again",
  WebcastLinkMicLayoutStateMessage: "where guests stand on the screen",
  WebcastLinkMicMethod: "the stage in the app's oldest form; the link messages say the same with names",
  WebcastLinkStateMessage: "technical state of the stage",
  WebcastLinkmicBattleTaskMessage: "a task within a battle",
  WebcastLiveGameIntroMessage: "what the game is about",
  WebcastLiveIntroMessage: "what the room says of itself; sent when one enters",
  WebcastMarqueeAnnouncementMessage: "an announcement of TikTok's",
  WebcastMsgDetectMessage: "a measurement of the connection",
  WebcastNoticeMessage: "a notice of TikTok's",
  WebcastOecLiveShoppingMessage: "goods in the shop",
  WebcastPartnershipDropsUpdateMessage: "a campaign for a game",
  WebcastPartnershipGameOfflineMessage: "a campaign for a game",
  WebcastPartnershipPunishMessage: "a campaign for a game",
  WebcastPerceptionMessage: "a warning to viewers about content",
  WebcastPushFrame: "no message: what they come in, see container.ts",
  WebcastRankTextMessage: "a place in TikTok's rankings, as text",
  WebcastRankUpdateMessage: "a place in TikTok's rankings",
  WebcastRoomMessage: "the greeting of the room, and notices",
  WebcastRoomNotifyMessage: "a notice of TikTok's",
  WebcastRoomVerifyMessage: "a check of the host's identity",
  WebcastSpeakerMessage: "who speaks at the moment",
  WebcastSubPinEventMessage: "an offer to subscribe, pinned",
  WebcastSystemMessage: "a notice of TikTok's",
  WebcastToastMessage: "a notice of TikTok's",
  WebcastUnauthorizedMemberMessage: "an arrival without an account: of nobody; the room's counts have it",
  WebcastViewerPicksUpdateMessage: "a vote for hosts",
};

/** Whether a message is one that we leave out by choice. */
export const isUndecoded = (method: string): boolean => Object.hasOwn(UNDECODED, method);
