import { describe, expect, it } from "vitest";
import { annotate } from "../annotate.ts";

const spamOf = (text: string): number => annotate(text).spam;

describe("spam", () => {
  it.each([
    "check out my channel and subscribe please",
    "earn money from home, visit www.example.com",
    "sub4sub anyone? I sub back to everyone who subscribes to my channel",
    "sígueme y te sigo, link in bio",
    "подпишись на мой канал",
  ])("takes %j for advertising", (text) => {
    expect(spamOf(text)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ["cheap followers, dm me", "en"],
    ["gana dinero desde casa, escríbeme al whatsapp", "es"],
    ["seguidores baratos, chama no privado", "pt"],
    ["abonnez vous à ma chaîne", "fr"],
    ["schaut auf meinem Profil vorbei, link in der bio", "de"],
    ["guadagna soldi facili, scrivimi su telegram", "it"],
    ["cek bio aku dong, jual followers murah", "id"],
    ["ucuz takipçi, profilimdeki link", "tr"],
    ["бесплатные монеты, ссылка в профиле", "ru"],
    ["متابعين مجانا الرابط في البايو", "ar"],
    ["फ्री फॉलोअर्स, मेरी प्रोफाइल देखो", "hi"],
    ["無料でコイン配布、プロフのリンクから", "ja"],
    ["무료 팔로워 프로필 링크 클릭", "ko"],
  ])("knows advertising in other languages: %j (%s)", (text) => {
    expect(spamOf(text)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    "please say hello to my aunt",
    "can you do that one more time please",
    "I could listen to you all evening",
    "L L L L",
    "mira qué bonito, gracias",
    "meine Schwester mag deine Lieder",
    "mon chat te regarde",
    "ho visto il tuo profilo ieri",
    "мой кот спит",
    "내 고양이도 봐요",
  ])("lets ordinary short chat be: %j", (text) => {
    expect(spamOf(text)).toBeLessThan(0.5);
  });

  it("takes one word again and again for flooding", () => {
    expect(spamOf(`${"rose ".repeat(12)}${"!".repeat(14)}`)).toBeGreaterThanOrEqual(0.5);
  });

  it.each(["hello from italy", "what song is this", "I love this one", "gg", "999", "🌹🌹🌹"])("lets %j be", (text) => {
    expect(spamOf(text)).toBeLessThan(0.5);
  });
});
