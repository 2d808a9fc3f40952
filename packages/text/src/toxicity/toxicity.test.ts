import { describe, expect, it } from "vitest";
import { annotate } from "../annotate.ts";

const toxicityOf = (text: string): number => annotate(text).toxicity;

describe("toxicity", () => {
  it.each(["you idiot", "shut up loser", "nobody likes you, ugly rat", "you people are disgusting", "kill yourself"])(
    "finds the insult in %j",
    (text) => {
      expect(toxicityOf(text)).toBeGreaterThanOrEqual(0.5);
    },
  );

  it.each([
    "eres una puta",
    "tu es un connard",
    "du bist ein hurensohn",
    "sei uno stronzo",
    "você é um babaca",
    "dasar goblok kamu",
  ])("finds it in other languages: %j", (text) => {
    expect(toxicityOf(text)).toBeGreaterThanOrEqual(0.5);
  });

  it("takes one rude word alone for an insult where somebody is named, but no cry", () => {
    expect(toxicityOf("@some.one bitch")).toBeGreaterThanOrEqual(0.5);
    expect(toxicityOf("bitch")).toBeLessThan(0.5);
    expect(toxicityOf("@some.one shit")).toBeLessThan(0.5);
    expect(toxicityOf("@some.one trash")).toBeLessThan(0.5);
  });

  it.each([
    "I love you",
    "where are you from",
    "hello everyone from brazil",
    "can you say hi to my mom",
    "your hair is so pretty",
    "nice shot bro",
    "que bonito",
    "je t'aime trop",
    "was machst du heute",
  ])("accuses nobody of %j", (text) => {
    expect(toxicityOf(text)).toBeLessThan(0.5);
  });

  it.each([
    ["shut up, nobody asked", "en"],
    ["eres un payaso, cierra el directo", "es"],
    ["ninguém te aguenta, vai trabalhar", "pt"],
    ["t'as aucun talent, ferme la", "fr"],
    ["niemand mag dich, halt die klappe", "de"],
    ["fai schifo, stai zitto", "it"],
    ["muka lu jelek, tutup mulut", "id"],
    ["kapa çeneni gerizekalı", "tr"],
    ["заткнись, клоун", "ru"],
    ["اخرس يا حمار", "ar"],
    ["चुप कर गधे", "hi"],
    ["黙れブス", "ja"],
    ["닥쳐 병신아", "ko"],
  ])("finds phrases that send away and insult: %j (%s)", (text) => {
    expect(toxicityOf(text)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    "what an insane solo",
    "this is a little boring now",
    "only a hundred taps left, tell chat",
    "kisses from our garden",
    "no se oye nada, suena mal",
    "me duele mal la cabeza",
    "ich bin zum zweiten Mal dabei",
    "à plus tard tout le monde",
    "il fait mauvais, quelle journée",
    "der rat war gut, so gross",
    "el gato negro es precioso",
    "o som está ruim hoje",
    "il suono è brutto stasera",
    "ses biraz kötü",
    "звук плохой сегодня",
    "الصوت ضعيف اليوم",
    "आवाज़ साफ़ नहीं है",
    "音が小さいです",
    "소리가 작아요",
  ])("lets short chat that blames nobody be: %j", (text) => {
    expect(toxicityOf(text)).toBeLessThan(0.5);
  });

  it("takes what a thing is called for an insult where somebody is called it", () => {
    expect(toxicityOf("el sonido es horrible")).toBeLessThan(0.5);
    expect(toxicityOf("vos sos horrible")).toBeGreaterThanOrEqual(0.5);
  });

  it("lets swearing for joy be, and not swearing at somebody", () => {
    expect(toxicityOf("this is fucking great, I love it")).toBeLessThan(0.5);
    expect(toxicityOf("fuck you")).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    "you are f*cking st*pid",
    "f**k you",
    "sh!t streamer, you idi0t",
    "what a b1tch you are",
    "F*CK YOU",
    "f*ck!!! you",
    "you b1tch!",
    "you a$$hole",
  ])("finds masked words: %j", (text) => {
    expect(toxicityOf(text)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    "you are fucking amazing",
    "damn girl you look beautiful",
    "holy shit this is so good",
    "holy shit you're good at this",
    "holy shit",
    "fuck yeah",
    "no fucking way",
    "shit thats so good",
    "this is dope as fuck",
    "that shit was hilarious",
    "holy shit lets go",
    "what the fuck that was insane",
    "bad ass outfit",
    "ayo that was nasty",
    "filthy shot",
    "fuck i dropped my phone",
    "you crazy bastard you won",
    "yasss bitch",
    "10k views lets go",
    "1k views lets go",
    "we hit 500 viewers",
    "only 200 more likes to 10k",
    "congrats on 10k followers",
    "my last video got 200 views",
    "we hit 100k likes wow",
    "only 20 viewers today",
    "a*b is 5*3",
    "hi!there friend",
    "st4rt now",
    "shot 1st",
  ])("accuses nobody of joy or of numbers: %j", (text) => {
    expect(toxicityOf(text)).toBeLessThan(0.5);
    expect(annotate(text).spam).toBeLessThan(0.5);
  });

  it.each([
    "holy shit you are ugly",
    "holy shit you idiot",
    "fuck you and your great hair",
    "this is fucking shit",
    "fuck this",
    "holy shit kill yourself",
    "what the fuck is your problem you freak",
    "fuck that guy he is a bitch",
    "dumb ass bitch",
    "you are nasty",
    "hell yeah you are an idiot",
  ])("takes no blame for joy: %j", (text) => {
    expect(toxicityOf(text)).toBeGreaterThanOrEqual(0.5);
  });

  it("says nothing of text without words", () => {
    expect(toxicityOf("🔥🔥🔥 999")).toBe(0);
  });
});
