/** Pairs of a code without its brackets and an emoji that looks like TikTok's own picture of it. */
const CODES = `
smile 😊 happy 😄 angry 😠 cry 😢 embarrassed 😳 surprised 😮 wronged 🥺 shout 😫 flushed 😳 yummy 😋 complacent 😏 drool 🤤 scream 😱 weep 😭
speechless 😶 funnyface 🤪 laughwithtears 😂 laughcry 😂 wicked 😈 facewithrollingeyes 🙄 sulk 😤 thinking 🤔 lovely 🥰 greedy 🤑 wow 🤩
joyful 😁 hehe 😆 haha 😆 lmao 🤣 slap 🤦 tears 😿 stun 😵 cute 😻 blink 😉 disdain 😒 astonish 😲 rage 😡 cool 😎 excited 🥳 proud 😌
smileface 🙂 evil 👿 angel 😇 laugh 😃 pride 🏆 nap 😴 loveface 😍 awkward 😅 shock 🤯 heart ❤️ love ❤️ rose 🌹 kiss 😘 thumb 👍 thumbsup 👍 clap 👏
fire 🔥 ok 👌 thanks 🙏 party 🎉 sad 😞 sweat 😓 hi 👋 sleep 😴`;

const emojiByCode: ReadonlyMap<string, string> = new Map(
  (CODES.match(/\S+ \S+/g) ?? []).map((pair) => pair.split(" ") as [code: string, emoji: string]),
);

/** The emoji that stands for one of TikTok's emoji codes, named without its brackets and in any case; none for a code we do not know. */
export const emojiOfCode = (code: string): string | undefined => emojiByCode.get(code.toLowerCase());

/** A chat text with TikTok's emoji codes as emoji: "hi [smile]" → "hi 😊". A code that we do not know stays as it is. */
export const withEmojiForCodes = (text: string): string =>
  text.includes("[") ? text.replace(/\[([a-zA-Z]{2,24})\]/g, (whole, code: string) => emojiOfCode(code) ?? whole) : text;
