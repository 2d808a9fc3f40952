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
  readonly displayText?: WireText;
}

/** A sentence of TikTok's: its key tells what it is about, its pieces whom. */
export interface WireText {
  readonly key: string;
  readonly pieces: readonly { readonly userValue?: { readonly user?: WireUser } }[];
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

export interface WireEmote {
  readonly emoteId: string;
  readonly image?: WireImage;
}

export interface ChatBody extends UserBody {
  readonly content: string;
  readonly contentLanguage: string;
  /** Stickers, each before the character at `index`. */
  readonly emotes?: readonly { readonly index: number; readonly emote?: WireEmote }[];
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
  /** Viewers in the room. */
  readonly memberCount: number;
}

export interface RoomUserBody extends Body {
  /** In the room now. */
  readonly total: WireNumber;
  /** Ever since it began. */
  readonly totalUser: WireNumber;
}

export interface SocialBody extends UserBody {
  /** 1 follow, 3 share; `common.displayText.key` says it too. */
  readonly action: WireNumber;
  /** Who is followed, where that is told: the host, or a guest. */
  readonly targetUserId?: string;
}

export interface ControlBody extends Body {
  /** 1 paused, 2 resumed, 3 ended, 4 suspended. */
  readonly action: number;
}

export interface SubscribeBody extends UserBody {
  readonly subMonth: WireNumber;
  /** 0 somebody subscribed; the rest are reminders and notices about subscriptions. */
  readonly messageType: number;
}

export interface QuestionBody extends Body {
  readonly data?: { readonly questionId: string; readonly content: string; readonly user?: WireUser };
}

export interface CaptionBody extends Body {
  readonly content: readonly { readonly lang: string; readonly content: string }[];
  readonly sentenceId: string;
  /** The sentence will not change any more. */
  readonly definite: boolean;
}

export interface EmoteBody extends UserBody {
  readonly emoteList: readonly WireEmote[];
  readonly userIdentity?: WireIdentity;
}

export interface DeleteBody extends Body {
  readonly deleteMsgIds: readonly string[];
  readonly deleteUserIds: readonly string[];
}

export interface EnvelopeBody extends Body {
  readonly envelopeInfo?: {
    readonly envelopeId: string;
    /** 1 a viewer's diamonds, 2 the platform's, 0 not told; the rest holds no diamonds. */
    readonly businessType: number;
    /** When it can be opened, in seconds. */
    readonly unpackAt: number;
    readonly senderEnigmaInfo?: { readonly isEnigmaMaskOn: boolean };
    readonly sendUserId: string;
    readonly sendUserName: string;
    readonly sendUserAvatar?: WireImage;
    readonly diamondCount: number;
    readonly peopleCount: number;
  };
  /** 1 new, 2 hide. */
  readonly display: number;
}

export interface WireBattleSettings {
  readonly startTimeMs: WireNumber;
  readonly endTimeMs: WireNumber;
  /** Seconds. */
  readonly duration: number;
}

export interface WireArmy {
  readonly hostscore: WireNumber;
  readonly anchorIdStr: string;
}

/** Something of one host: the key is the host's id. */
export interface WireEntry<T> {
  readonly key: string;
  readonly value?: T;
}

export interface WireTeamArmies {
  readonly teamId: string;
  readonly teamUser: readonly { readonly userId: string; readonly userIdStr: string }[];
  readonly teamTotalScore: WireNumber;
}

export interface BattleBody extends Body {
  readonly battleId: string;
  /** 1 invite, 2 reject, 3 cancel, 4 open, 5 finish, 6 cut short, 7 accept. */
  readonly action: number;
  readonly battleSettings?: WireBattleSettings;
  readonly battleResult: readonly WireEntry<{ readonly userId: string; readonly score: WireNumber }>[];
  readonly armies: readonly WireEntry<WireArmy>[];
  readonly anchorsInfo: readonly WireEntry<{
    readonly user?: {
      readonly userId: string;
      readonly nickName: string;
      readonly displayId: string;
      readonly avatarThumb?: WireImage;
    };
  }>[];
  readonly teamMember: readonly { readonly teamId: string; readonly userId: readonly string[] }[];
  readonly teamBattleResult: readonly {
    readonly teamId: string;
    readonly teamUser: readonly { readonly userId: string; readonly userIdStr: string }[];
    readonly totalScore: WireNumber;
  }[];
  readonly teamArmies: readonly WireTeamArmies[];
}

export interface ArmiesBody extends Body {
  readonly battleId: string;
  readonly battleSettings?: WireBattleSettings;
  readonly armies: readonly WireEntry<WireArmy>[];
  readonly teamArmies: readonly WireTeamArmies[];
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

/** A banner across the screen. */
export interface BarrageBody extends UserBody {
  /** 4 subscribed, 7 gave subscriptions, 9 a gifter of a high level came, 11 somebody of the fan club, 15 somebody masked. */
  readonly msgType: number;
  readonly subType: string;
  readonly content?: WireText;
  readonly commonBarrageContent?: WireText;
  readonly userGradeParam?: { readonly currentGrade: number; readonly user?: WireUser };
  readonly fansLevelParam?: { readonly currentGrade: number; readonly user?: WireUser };
  readonly subscribeGiftParam?: { readonly giftSubCount: WireNumber };
}

interface WirePollOptions {
  readonly optionList: readonly { readonly votes: WireNumber; readonly displayContent: string; readonly optionIdx: number }[];
}

/** One of the three contents says what happened. */
export interface PollBody extends Body {
  readonly pollId: string;
  readonly startContent?: WirePollOptions & { readonly title: string };
  readonly updateVotesContent?: WirePollOptions;
  readonly endContent?: WirePollOptions;
  readonly pollBasicInfo?: { readonly title: string };
}

/** The stage as the app's older part tells of it, with the guests' names. One of the contents says what happened. */
export interface LinkBody extends Body {
  /** 2 hosts of several rooms, 4 guests. */
  readonly scene: number;
  readonly enterContent: WireLinkedUsers | undefined;
  readonly linkedListChangeContent?: WireLinkedUsers;
  readonly listChangeContent?: WireLinkedUsers;
  readonly leaveContent?: { readonly userId: string };
  readonly kickOutContent?: { readonly fromUserId: string };
  readonly sysKickOutContent?: { readonly userId: string };
}
interface WireLinkedUsers {
  readonly linkedUsers: readonly { readonly user?: WireUser }[];
}

/** The stage as the app's newer part tells of it, by ids. One of the contents says what happened. */
export interface LinkLayerBody extends Body {
  /** 2 hosts of several rooms, 4 guests. */
  readonly scene: number;
  readonly joinDirectContent?: { readonly joiner?: WireStageUser; readonly allUsers?: WireStageUsers };
  readonly listChangeContent?: { readonly list?: WireStageUsers };
  readonly leaveContent?: { readonly leaver?: WirePlayer };
  readonly kickOutContent?: { readonly offliner?: WirePlayer };
}
interface WirePlayer {
  readonly userId: string;
}
interface WireStageUser {
  readonly user?: WirePlayer;
}
interface WireStageUsers {
  readonly linkedList: readonly WireStageUser[];
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
  WebcastBarrageMessage: BarrageBody;
  WebcastPollMessage: PollBody;
  WebcastLinkMessage: LinkBody;
  WebcastLinkLayerMessage: LinkLayerBody;
}
export type Method = keyof MessageBodies;

/** One decoded message of a source. */
export type SourceMessage = {
  [M in Method]: {
    readonly method: M;
    /** What it is about (`identityOf`), else TikTok's message id, else a hash of the payload. */
    readonly id: string;
    /** TikTok sent it again, or late: it happened before the connection was made. */
    readonly isHistory: boolean;
    /** Which of those whom the message lists is meant, where it was split into one message for each. */
    readonly part?: number;
    readonly body: MessageBodies[M];
  };
}[Method];
