/**
 * What we read of TikTok's messages, and no more: the names are the wire's, the shapes are ours. An adapter gives messages
 * in these shapes, so that nothing behind it knows how they were decoded.
 *
 * 64-bit numbers are decimal text, a missing number is 0 or "0", a missing text is "".
 */
export type WireNumber = number | string;

export interface Common {
  readonly msgId: string;
  readonly createTime: WireNumber;
  readonly displayText?: { readonly key: string };
}

export interface WireImage {
  readonly urlList: readonly string[];
}

export interface WireBadge {
  /** 1 moderator, 4 and 7 subscriber, 8 gifter level, 10 level in the fan club. */
  readonly sceneType: number;
  readonly privilegeLogExtra?: { readonly level: string };
}

export interface WireUser {
  readonly id: string;
  readonly idStr: string;
  /** The @handle. */
  readonly displayId: string;
  readonly nickname: string;
  readonly avatarThumb?: WireImage;
  readonly followInfo?: { readonly followStatus: WireNumber };
  readonly isFollower: boolean;
  readonly isSubscribe: boolean;
  readonly subscribeInfo?: { readonly isSubscribe: boolean; readonly isSubscribedToAnchor: boolean };
  readonly badgeList: readonly WireBadge[];
  readonly fansClubInfo?: { readonly fansLevel: WireNumber };
  /** The viewer wears a mask: name, picture and id are TikTok's. */
  readonly enigmaInfo?: { readonly isEnigmaMaskOn: boolean };
}

/** What the user is to the creator; only some messages have it. */
export interface WireIdentity {
  readonly isSubscriberOfAnchor: boolean;
  readonly isFollowerOfAnchor: boolean;
  readonly isMutualFollowingWithAnchor: boolean;
  readonly isModeratorOfAnchor: boolean;
  /** The creator. */
  readonly isAnchor: boolean;
}

interface Body {
  readonly common?: Common;
}
interface UserBody extends Body {
  readonly user?: WireUser;
}

export interface ChatBody extends UserBody {
  readonly content: string;
  readonly contentLanguage: string;
  readonly userIdentity?: WireIdentity;
}

export interface GiftBody extends UserBody {
  readonly giftId: string;
  readonly repeatCount: number;
  readonly repeatEnd: number;
  readonly groupId: string;
  readonly gift?: {
    readonly id: string;
    readonly type: number;
    readonly combo: boolean;
    readonly diamondCount: number;
    readonly name: string;
    readonly image?: WireImage;
    readonly icon?: WireImage;
  };
  /** Who receives it; one field or the other, and often none when that is the host. */
  readonly toUser?: WireUser;
  readonly toMemberId: string;
  readonly toMemberIdInt: string;
  readonly toMemberNickname: string;
  readonly userIdentity?: WireIdentity;
}

export interface LikeBody extends UserBody {
  readonly count: number;
  readonly total: WireNumber;
}

export interface MemberBody extends UserBody {
  /** 1 joined, 3 subscribed. */
  readonly action: number;
}

export interface RoomUserBody extends Body {
  readonly total: WireNumber;
}

export interface SocialBody extends UserBody {
  /** 1 follow, 3 share; `common.displayText.key` says it too. */
  readonly action: WireNumber;
}

export interface ControlBody extends Body {
  /** 1 paused, 2 resumed, 3 ended, 4 suspended. */
  readonly action: number;
}

export interface SubscribeBody extends UserBody {
  readonly subMonth: WireNumber;
}

export interface QuestionBody extends Body {
  readonly data?: { readonly questionId: string; readonly content: string; readonly user?: WireUser };
}

export interface CaptionBody extends Body {
  readonly content: readonly { readonly lang: string; readonly content: string }[];
}

export interface EmoteBody extends UserBody {
  readonly emoteList: readonly { readonly emoteId: string }[];
  readonly userIdentity?: WireIdentity;
}

export interface DeleteBody extends Body {
  readonly deleteMsgIds: readonly string[];
  readonly deleteUserIds: readonly string[];
}

export interface EnvelopeBody extends Body {
  readonly envelopeInfo?: {
    readonly envelopeId: string;
    readonly sendUserId: string;
    readonly sendUserName: string;
    readonly sendUserAvatar?: WireImage;
    readonly diamondCount: number;
    readonly peopleCount: number;
  };
  /** 1 new, 2 hide. */
  readonly display: number;
}

export interface BattleBody extends Body {
  readonly battleId: string;
  /** 1 invite, 2 reject, 3 cancel, 4 open, 5 finish, 6 cut short, 7 accept. */
  readonly action: number;
  readonly battleResult: Readonly<Record<string, { readonly score: WireNumber }>>;
}

export interface ArmiesBody extends Body {
  readonly battleId: string;
  readonly armies: Readonly<Record<string, { readonly hostscore: WireNumber }>>;
}

export interface GoalBody extends Body {
  readonly goal?: {
    readonly id: string;
    readonly description: string;
    readonly subGoals: readonly { readonly progress: WireNumber; readonly target: WireNumber }[];
  };
  readonly contributorId: string;
  readonly contributorDisplayId: string;
  readonly contributorAvatar?: WireImage;
}

export interface PinBody extends Body {
  readonly chatMessage?: ChatBody;
  readonly operator?: WireUser;
  readonly pinMsgId: string;
  /** 1 pin, 2 take away. */
  readonly action: number;
}

/** The messages that become events, by TikTok's name. Every other name is counted as unknown. */
export interface MessageBodies {
  WebcastChatMessage: ChatBody;
  WebcastGiftMessage: GiftBody;
  WebcastLikeMessage: LikeBody;
  WebcastMemberMessage: MemberBody;
  WebcastRoomUserSeqMessage: RoomUserBody;
  WebcastSocialMessage: SocialBody;
  WebcastControlMessage: ControlBody;
  WebcastSubNotifyMessage: SubscribeBody;
  WebcastQuestionNewMessage: QuestionBody;
  WebcastCaptionMessage: CaptionBody;
  WebcastEmoteChatMessage: EmoteBody;
  WebcastImDeleteMessage: DeleteBody;
  WebcastEnvelopeMessage: EnvelopeBody;
  WebcastLinkMicBattle: BattleBody;
  WebcastLinkMicArmies: ArmiesBody;
  WebcastGoalUpdateMessage: GoalBody;
  WebcastRoomPinMessage: PinBody;
}
export type Method = keyof MessageBodies;

/** One decoded message of a source. */
export type SourceMessage = {
  [M in Method]: {
    readonly method: M;
    /** TikTok's message id, or a hash of the payload where TikTok sends none. */
    readonly id: string;
    /** TikTok sent it again, or late: it happened before the connection was made. */
    readonly isHistory: boolean;
    readonly body: MessageBodies[M];
  };
}[Method];
