import type {
  ChatBody,
  Common,
  GiftBody,
  MessageBodies,
  Method,
  WireArmy,
  WireBadge,
  WireBattleSettings,
  WireEmote,
  WireEntry,
  WireIdentity,
  WireImage,
  WireTeamArmies,
  WireText,
  WireUser,
} from "../messages.ts";
import {
  bool,
  type Field,
  int32,
  int64,
  int64s,
  list,
  type MessageType,
  message,
  messageType,
  string,
  strings,
} from "./protobuf.ts";

// TikTok's messages as far as we read them: the number of each field on the wire. `schema.test.ts` holds them against the connector's schema.

const image = messageType<WireImage>({ urlList: strings(1) });
const user = messageType<WireUser>({
  id: int64(1),
  nickname: string(3),
  avatarThumb: message(9, image),
  followInfo: message(22, messageType({ followStatus: int64(3) })),
  displayId: string(38),
  subscribeInfo: message(63, messageType({ isSubscribe: bool(2), isSubscribedToAnchor: bool(7) })),
  badgeList: list(
    64,
    messageType<WireBadge>({ sceneType: int32(3), privilegeLogExtra: message(12, messageType({ level: string(5) })) }),
  ),
  fansClubInfo: message(66, messageType({ fansLevel: int64(2) })),
  idStr: string(1028),
  isFollower: bool(1029),
  isSubscribe: bool(1090),
  enigmaInfo: message(1092, messageType({ isEnigmaMaskOn: bool(1) })),
});
const text = messageType<WireText>({
  key: string(1),
  pieces: list(4, messageType({ userValue: message(21, messageType({ user: message(1, user) })) })),
});
const identity = messageType<WireIdentity>({
  isSubscriberOfAnchor: bool(2),
  isMutualFollowingWithAnchor: bool(3),
  isFollowerOfAnchor: bool(4),
  isModeratorOfAnchor: bool(5),
  isAnchor: bool(6),
});
const emote = messageType<WireEmote>({ emoteId: string(1), image: message(2, image) });
const giftDetails = messageType<NonNullable<GiftBody["gift"]>>({
  image: message(1, image),
  id: int64(5),
  combo: bool(10),
  type: int32(11),
  diamondCount: int32(12),
  name: string(16),
  icon: message(21, image),
});

/** What each message begins with. */
const common: Field<Common | undefined> = message(
  1,
  messageType<Common>({ msgId: int64(2), createTime: int64(4), displayText: message(8, text) }),
);

const chat = messageType<ChatBody>({
  common,
  user: message(2, user),
  content: string(3),
  emotes: list(13, messageType({ index: int32(1), emote: message(2, emote) })),
  contentLanguage: string(14),
  userIdentity: message(18, identity),
});

const entry = <T>(type: MessageType<T>) => messageType<WireEntry<T>>({ key: int64(1), value: message(2, type) });
const battleSettings = messageType<WireBattleSettings>({ startTimeMs: int64(2), duration: int32(3), endTimeMs: int64(10) });
const army = entry(messageType<WireArmy>({ hostscore: int64(2), anchorIdStr: string(3) }));
const teamUser = messageType({ userId: int64(1), userIdStr: string(3) });
const teamArmies = messageType<WireTeamArmies>({ teamId: int64(1), teamUser: list(2, teamUser), teamTotalScore: int64(3) });
const battleHost = messageType({
  userId: int64(1),
  nickName: string(2),
  avatarThumb: message(3, image),
  displayId: string(4),
});

const pollOption = messageType({ votes: int64(1), displayContent: string(2), optionIdx: int32(3) });
const pollOptions = messageType({ optionList: list(2, pollOption) });

const linkedUsers = messageType({ linkedUsers: list(1, messageType({ user: message(1, user) })) });
const player = messageType({ userId: int64(2) });
const stageUser = messageType({ user: message(1, player) });
const stageUsers = messageType({ linkedList: list(2, stageUser) });

/** The messages that become events. That their shapes agree is checked here, by the compiler. */
export const schema: { readonly [M in Method]: MessageType<MessageBodies[M]> } = {
  WebcastBarrageMessage: messageType({
    common,
    msgType: int32(3),
    content: message(5, text),
    subType: string(23),
    commonBarrageContent: message(24, text),
    user: message(50, user),
    userGradeParam: message(100, messageType({ currentGrade: int32(1), user: message(4, user) })),
    fansLevelParam: message(101, messageType({ currentGrade: int32(1), user: message(4, user) })),
    subscribeGiftParam: message(102, messageType({ giftSubCount: int64(1) })),
  }),
  WebcastCaptionMessage: messageType({
    common,
    content: list(4, messageType({ lang: string(1), content: string(2) })),
    sentenceId: int64(5),
    definite: bool(7),
  }),
  WebcastChatMessage: chat,
  WebcastControlMessage: messageType({ common, action: int32(2) }),
  WebcastEmoteChatMessage: messageType({
    common,
    user: message(2, user),
    emoteList: list(3, emote),
    userIdentity: message(5, identity),
  }),
  WebcastEnvelopeMessage: messageType({
    common,
    envelopeInfo: message(
      2,
      messageType({
        envelopeId: string(1),
        businessType: int32(2),
        sendUserName: string(4),
        diamondCount: int32(5),
        peopleCount: int32(6),
        unpackAt: int32(7),
        sendUserId: string(8),
        sendUserAvatar: message(9, image),
        senderEnigmaInfo: message(15, messageType({ isEnigmaMaskOn: bool(1) })),
      }),
    ),
    display: int32(3),
  }),
  WebcastGiftMessage: messageType({
    common,
    giftId: int64(2),
    repeatCount: int32(5),
    user: message(7, user),
    toUser: message(8, user),
    repeatEnd: int32(9),
    groupId: int64(11),
    gift: message(15, giftDetails),
    userIdentity: message(32, identity),
    toMemberId: string(45),
    toMemberIdInt: int64(46),
    toMemberNickname: string(47),
  }),
  WebcastGoalUpdateMessage: messageType({
    common,
    goal: message(
      3,
      messageType({
        id: int64(1),
        subGoals: list(4, messageType({ progress: int64(3), target: int64(4) })),
        description: string(5),
      }),
    ),
    contributorId: int64(4),
    contributorAvatar: message(5, image),
    contributorDisplayId: string(6),
  }),
  WebcastImDeleteMessage: messageType({ common, deleteMsgIds: int64s(2), deleteUserIds: int64s(3) }),
  WebcastLikeMessage: messageType({ common, count: int32(2), total: int64(3), user: message(5, user) }),
  WebcastLinkLayerMessage: messageType({
    common,
    scene: int32(4),
    listChangeContent: message(102, messageType({ list: message(2, stageUsers) })),
    kickOutContent: message(107, messageType({ offliner: message(1, player) })),
    leaveContent: message(110, messageType({ leaver: message(1, player) })),
    joinDirectContent: message(112, messageType({ joiner: message(1, stageUser), allUsers: message(2, stageUsers) })),
  }),
  WebcastLinkMessage: messageType({
    common,
    scene: int32(4),
    enterContent: message(9, linkedUsers),
    leaveContent: message(10, messageType({ userId: int64(1) })),
    kickOutContent: message(12, messageType({ fromUserId: int64(1) })),
    linkedListChangeContent: message(13, linkedUsers),
    listChangeContent: message(20, linkedUsers),
    sysKickOutContent: message(101, messageType({ userId: int64(1) })),
  }),
  WebcastLinkMicArmies: messageType({
    common,
    battleId: int64(2),
    armies: list(3, army),
    teamArmies: list(14, teamArmies),
    battleSettings: message(18, battleSettings),
  }),
  WebcastLinkMicBattle: messageType({
    common,
    battleId: int64(2),
    battleSettings: message(3, battleSettings),
    action: int32(4),
    battleResult: list(5, entry(messageType({ userId: int64(1), score: int64(3) }))),
    armies: list(9, army),
    anchorsInfo: list(10, entry(messageType({ user: message(1, battleHost) }))),
    teamMember: list(14, messageType({ teamId: int64(1), userId: int64s(2) })),
    teamBattleResult: list(17, messageType({ teamId: int64(1), teamUser: list(2, teamUser), totalScore: int64(4) })),
    teamArmies: list(18, teamArmies),
  }),
  WebcastMemberMessage: messageType({ common, user: message(2, user), memberCount: int32(3), action: int32(10) }),
  WebcastPollMessage: messageType({
    common,
    pollId: int64(3),
    startContent: message(4, messageType({ optionList: list(3, pollOption), title: string(4) })),
    endContent: message(5, pollOptions),
    updateVotesContent: message(6, pollOptions),
    pollBasicInfo: message(8, messageType({ title: string(3) })),
  }),
  WebcastQuestionNewMessage: messageType({
    common,
    data: message(2, messageType({ questionId: int64(1), content: string(2), user: message(5, user) })),
  }),
  WebcastRoomPinMessage: messageType({
    common,
    chatMessage: message(2, chat),
    operator: message(32, user),
    action: int32(33),
    pinMsgId: int64(35),
  }),
  WebcastRoomUserSeqMessage: messageType({ common, total: int64(3), totalUser: int64(7) }),
  WebcastSocialMessage: messageType({ common, user: message(2, user), action: int64(4), targetUserId: int64(14) }),
  WebcastSubNotifyMessage: messageType({ common, user: message(2, user), subMonth: int64(4), messageType: int32(7) }),
};
