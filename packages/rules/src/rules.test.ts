import type { LiveEvent } from "@frontrow/protocol/event";
import type { Ring, Rule, RuleCondition } from "@frontrow/protocol/library/rule";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { runRules } from "./rules.ts";
import { at, chat, each, ended, gap, gift, paused, resumed, START_MS, social, viewers } from "./testing/events.ts";

const ruleOf = (condition: RuleCondition, more: Partial<Rule> = {}): Rule => ({
  ...{ ruleId: "r", name: "Rule", condition, isOn: true, hasSound: false, quietMs: 0 },
  ...more,
});
const play = (rule: Rule, events: readonly LiveEvent[]): Ring[] => {
  const run = runRules([rule]);
  return events.flatMap((event) => run.feed(event));
};
/** When it rang, in seconds after the start. */
const secondsOf = (rule: Rule, events: readonly LiveEvent[]): number[] =>
  play(rule, events).map(({ atMs }) => (atMs - START_MS) / 1_000);

const words = (text: string) => ruleOf({ type: "words", text });

describe("words", () => {
  it.each([
    ["giveaway", "when is the GIVEAWAY?", true],
    ["art", "what a party", false],
    ["café", "un CAFE svp", true],
    ["creme brulee", "Crème, brûlée!!", true],
    ["brulee creme", "crème brûlée", false],
    ["dont go", "don’t go", true],
    ["straße", "in der STRASSE", true],
    ["istanbul", "İSTANBUL'a gel", true],
    ["ΟΔΟΣ", "της οδός", true],
    ["ŁÓDŹ", "pozdrowienia z lodz", true],
    ["привет", "ПРИВЕ́Т всем", true],
    ["礼物", "谢谢你的礼物!", true],
    ["ギフト", "ｷﾞﾌﾄありがとう", true],
    ["선물", "선물이 왔어요", true],
    ["ของขวัญ", "ขอบคุณสำหรับของขวัญครับ", true],
    ["سلام", "السَّلام، سَلام عليكم", true],
    ["किताब", "यह किताब है", true],
    ["कि", "यह किताब है", false],
    ["🔥", "so 🔥🔥", true],
    ["❤️", "i ❤ you", true],
    ["100", "1000 diamonds", false],
    ["co.uk", "see example.co.uk now", true],
    ["x", "", false],
  ])("%j in %j: %s", (wanted, text, isMet) => {
    expect(play(words(wanted), [chat(0, text)])).toHaveLength(isMet ? 1 : 0);
  });

  it("say who wrote what, and by which event", () => {
    const said = chat(1, "is there a GIVEAWAY\u0007 today", { user: userNamed("mia", { nickname: "Mia ✨" }) });
    expect(play(words("giveaway"), [said])).toEqual([
      { ruleId: "r", atMs: said.atMs, eventId: said.id, text: "Mia ✨: is there a GIVEAWAY today" },
    ]);
  });

  it("of the host, and what comes late, ring nothing", () => {
    const host = userNamed("host", { isHost: true });
    expect(play(words("hello"), [chat(0, "hello", { user: host }), chat(1, "hello", { late: true })])).toEqual([]);
  });

  it("are quiet for a while after they rang, in event time", () => {
    const rule = { ...words("hello"), quietMs: 10_000 };
    expect(secondsOf(rule, [chat(0), chat(9.999), chat(10), chat(15), chat(20.5)])).toEqual([0, 10, 20.5]);
  });
});

it("somebody's messages ring by the name at TikTok, in either case, with or without the sign", () => {
  const rule = ruleOf({ type: "person", handle: "@Mia.22" });
  const mia = userNamed("1", { handle: "mia.22", nickname: "M" });
  const rings = play(rule, [chat(0), chat(1, "hi", { user: mia }), chat(2, "", { user: mia }), social("follow", 3)]);
  expect(rings.map(({ text }) => text)).toEqual(["M: hi", "M wrote"]);
});

describe("a gift", () => {
  const rule = ruleOf({ type: "gift", diamonds: 500 });

  it("rings once, as soon as its streak is large enough", () => {
    const tap = (second: number, count: number, streakOpen: boolean) =>
      gift(second, { streakId: "ana:5655:7", diamondsEach: 100, count, streakOpen });
    expect(secondsOf(rule, [tap(0, 1, true), tap(1, 4, true), tap(2, 6, true), tap(3, 9, true), tap(4, 9, false)])).toEqual([2]);
  });

  it("without a group rings for each streak", () => {
    const tap = (second: number, count: number, streakOpen: boolean) =>
      gift(second, { streakId: "ana:5655:", diamondsEach: 300, count, streakOpen });
    expect(secondsOf(rule, [tap(0, 2, true), tap(1, 2, false), tap(5, 1, true), tap(6, 3, true)])).toEqual([0, 6]);
  });

  it("to a guest rings nothing; one whose price is not said has the price that was said before", () => {
    const receiver = { id: "g", handle: "g", nickname: "g", avatarUrl: "" };
    const lion = { giftId: "6369", name: "Lion" };
    expect(secondsOf(rule, [gift(0, { ...lion, diamondsEach: 29_999, receiver })])).toEqual([]);
    expect(secondsOf(rule, [gift(0, { ...lion, diamondsEach: 400 }), gift(1, { ...lion, diamondsEach: 0, count: 2 })])).toEqual([
      1,
    ]);
  });
});

describe("viewers that fall by a fifth in two minutes", () => {
  const rule = ruleOf({ type: "change", metric: "viewers", is: "falls", percent: 20, spanMs: 120_000 });
  const steady = (from: number, to: number, count: number) => each(from, to, (second) => viewers(second, count));

  it("ring once, when it is so, and say from where to where", () => {
    const rings = play(rule, [...steady(0, 200, 100), ...steady(200, 400, 79)]);
    expect(rings).toEqual([{ ruleId: "r", atMs: at(201), text: "Viewers went from 100 to 79 within 2 min" }]);
  });

  it("ring nothing before two minutes were seen", () => {
    expect(secondsOf(rule, [...steady(0, 60, 100), ...steady(60, 121, 50)])).toEqual([]);
    expect(secondsOf(rule, [...steady(0, 60, 100), ...steady(60, 130, 50)])).toEqual([121]);
  });

  it("do not flap around the limit", () => {
    const wavering = each(200, 320, (second) => viewers(second, second % 2 === 0 ? 79 : 81));
    expect(secondsOf(rule, [...steady(0, 200, 100), ...wavering])).toEqual([201]);
  });

  it("ring again after they came back", () => {
    const events = [...steady(0, 200, 100), ...steady(200, 210, 79), ...steady(210, 400, 100), ...steady(400, 420, 70)];
    expect(secondsOf(rule, events)).toEqual([201, 401]);
    expect(secondsOf({ ...rule, quietMs: 300_000 }, events)).toEqual([201]);
  });

  it("ring nothing across a gap, a pause, or the end", () => {
    const before = steady(0, 200, 100);
    expect(secondsOf(rule, [...before, gap(200, 230), ...steady(230, 345, 50)])).toEqual([]);
    expect(secondsOf(rule, [...before, paused(200), ...steady(201, 230, 50), resumed(230), ...steady(231, 345, 50)])).toEqual([]);
    expect(secondsOf(rule, [...before, ended(200), ...steady(200, 330, 3)])).toEqual([]);
  });

  it("of whom there are four mean nothing", () => {
    expect(secondsOf(rule, [...steady(0, 200, 4), ...steady(200, 400, 1)])).toEqual([]);
  });
});

describe("a level", () => {
  const busy = ruleOf({ type: "level", metric: "chats", is: "atLeast", value: 10, spanMs: 10_000 });
  const quiet = ruleOf({ type: "level", metric: "chats", is: "atMost", value: 1, spanMs: 10_000 });
  const member = (second: number) => social("member", second);
  const talk = (from: number, to: number) => each(from, to, (second) => [member(second), chat(second), chat(second + 0.5)]);
  const silence = (from: number, to: number) => each(from, to, member);

  it("rings when it is reached, not where it began", () => {
    expect(secondsOf(busy, talk(0, 60))).toEqual([]);
    expect(secondsOf(busy, [...silence(0, 20), ...talk(20, 60)])).toEqual([25]);
    expect(secondsOf(quiet, [...talk(0, 20), ...silence(20, 60)])).toEqual([30]);
  });

  it("rings again only after it was left by more than a little", () => {
    const nine = each(60, 70, (second) => (second === 60 ? [member(second)] : [member(second), chat(second)]));
    expect(secondsOf(busy, [...silence(0, 20), ...talk(20, 60), ...nine, ...talk(70, 90)])).toEqual([25]);
    expect(secondsOf(busy, [...silence(0, 20), ...talk(20, 60), ...silence(60, 80), ...talk(80, 90)])).toEqual([25, 85]);
  });

  it("is met by nothing when nothing comes at all: that is no quiet chat", () => {
    expect(secondsOf(quiet, [...talk(0, 20), gap(20, 80), ...talk(80, 100)])).toEqual([]);
  });

  it("still counts what was said when a part was not seen", () => {
    expect(secondsOf(busy, [...silence(0, 20), gap(20, 21), ...talk(21, 40)])).toEqual([26]);
  });

  it("does not count what comes late", () => {
    const late = each(20, 40, (second) => [
      member(second),
      chat(second, "hi", { late: true }),
      chat(second, "ho", { late: true }),
    ]);
    expect(secondsOf(busy, [...silence(0, 20), ...late])).toEqual([]);
  });

  it("of a mood needs more than somebody's", () => {
    const sour = ruleOf({ type: "level", metric: "mood", is: "atMost", value: -30, spanMs: 10_000 });
    const mood = (second: number, sentiment: number) => chat(second, "text", { sentiment });
    const glad = each(0, 20, (second) => mood(second, 0.5));
    expect(
      secondsOf(sour, [...glad, ...silence(20, 40), ...each(40, 43, (second) => mood(second, -0.9)), ...silence(43, 60)]),
    ).toEqual([]);
    const rings = play(sour, [...glad, ...each(20, 40, (second) => mood(second, -0.9))]);
    expect(rings.map(({ text }) => text)).toEqual(["Mood −34 in 10 s"]);
  });
});

it("counts gifts, diamonds, follows, shares and questions", () => {
  const counted = (metric: "gifts" | "diamonds" | "follows" | "shares" | "questions", value: number, event: LiveEvent) => {
    const rule = ruleOf({ type: "level", metric, is: "atLeast", value, spanMs: 10_000 });
    return play(rule, [...each(0, 20, (second) => social("member", second)), event, social("member", 22)]).map(
      ({ text }) => text,
    );
  };
  expect(counted("gifts", 3, gift(20, { count: 3 }))).toEqual(["3 gifts in 10 s"]);
  expect(counted("diamonds", 30, gift(20, { count: 3, diamondsEach: 10 }))).toEqual(["30 diamonds in 10 s"]);
  expect(counted("follows", 1, social("follow", 20))).toEqual(["1 new followers in 10 s"]);
  expect(counted("shares", 1, social("share", 20))).toEqual(["1 shares in 10 s"]);
  expect(counted("questions", 1, chat(20, "how?", { question: true }))).toEqual(["1 questions in 10 s"]);
  expect(counted("questions", 1, chat(20, "how?", { question: true, user: userNamed("h", { isHost: true }) }))).toEqual([]);
});

describe("rules that change", () => {
  it("begin anew when they mean something else, and go on when only their name is another", () => {
    const rule = { ...words("hello"), quietMs: 60_000 };
    const run = runRules([rule]);
    expect(run.feed(chat(0))).toHaveLength(1);
    run.change([{ ...rule, name: "Another", hasSound: true }]);
    expect(run.feed(chat(1))).toHaveLength(0);
    run.change([{ ...rule, condition: { type: "words", text: "hello " } }]);
    expect(run.feed(chat(2))).toHaveLength(1);
  });

  it("do not ring while they are off", () => {
    expect(play({ ...words("hello"), isOn: false }, [chat(0)])).toEqual([]);
  });
});

it("time that jumps by a year is passed over, and rings what it would have rung", () => {
  const rule = ruleOf({ type: "level", metric: "chats", is: "atMost", value: 0, spanMs: 3_600_000 }, { quietMs: 3_600_000 });
  const talk = each(0, 3_700, (second) => chat(second));
  expect(secondsOf(rule, [...talk, chat(86_400 * 365)])).toEqual([3_699 + 3_601]);
});
