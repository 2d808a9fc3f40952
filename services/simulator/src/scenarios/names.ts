import type { Language } from "./language.ts";

/** Given names of a language's speakers, as they write them. */
export const givenNames: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Ava",
    "Milo",
    "Harper",
    "Jonah",
    "Skye",
    "Theo",
    "Willa",
    "Reece",
    "Nora",
    "Kai",
    "Poppy",
    "Dexter",
    "Imani",
    "Felix",
    "Ruby",
    "Owen",
    "Zara",
    "Cole",
    "Hazel",
    "Amir",
  ],
  es: ["Lucía", "Mateo", "Abril", "Iker", "Renata", "Bruno", "Catalina", "Thiago", "Noa", "Joaquín"],
  pt: ["Beatriz", "João", "Larissa", "Caio", "Inês", "Rafa", "Duda", "Vitor", "Lívia", "Otávio"],
  fr: ["Manon", "Léo", "Chloé", "Noé", "Inès", "Hugo", "Maëlle", "Rémi", "Zoé", "Théo"],
  de: ["Lena", "Jonas", "Frieda", "Emil", "Mia", "Björn", "Greta", "Finn", "Käthe", "Moritz"],
  it: ["Giulia", "Marco", "Sofia", "Nico", "Chiara", "Elia", "Greta", "Dario", "Noemi", "Pietro"],
  id: ["Putri", "Bagus", "Sari", "Dimas", "Ayu", "Rizky", "Wulan", "Fajar", "Intan", "Galih"],
  ar: ["نورة", "ياسين", "ليلى", "كريم", "سارة", "عمر", "هند", "فيصل", "مريم", "زياد"],
  hi: ["अनिका", "रोहन", "प्रिया", "आरव", "काव्या", "विवेक", "मीरा", "कबीर", "ईशा", "निखिल"],
  ja: ["さくら", "ハルト", "ゆい", "蓮", "あおい", "ソラ", "みお", "大和", "りん", "カイト"],
  ko: ["서연", "민준", "하윤", "지호", "수아", "도윤", "예린", "현우", "다은", "준서"],
  tr: ["Elif", "Emre", "Defne", "Kerem", "Zeynep", "Ozan", "Ece", "Mert"],
  ru: ["Алина", "Миша", "Катя", "Тимур", "Соня", "Илья", "Вика", "Лёша"],
};

/** Words that handles are made of, whatever people speak. */
export const handleWords = [
  "luna",
  "nova",
  "pixel",
  "mango",
  "echo",
  "river",
  "tofu",
  "comet",
  "olive",
  "storm",
  "kiwi",
  "sunny",
];

export const nameEmoji = ["✨", "🦋", "🌸", "🔥", "💫", "🍓", "🐻", "🎧", "👑", "🌙", "🇧🇷", "👩🏽‍🎤", "🏳️‍🌈", "🪩"];

/** Nicknames that break careless code: long, right to left, look-alikes, marks, markup, almost nothing. */
export const unusualNicknames = [
  "The One And Only Official Backup Account Of Benji (read bio)",
  "𝓜𝓲𝓵𝓪 ♡",
  "ＦＵＬＬ　ＷＩＤＴＨ",
  "꧁༺ Raven ༻꧂",
  "a <b>bold</b> name & more",
  "عبد الرحمن ⚡ Gaming",
  "שירה 🎵",
  "Zoe\u0301\u0323 \u0301",
  ".",
  "🥝",
  "👨‍👩‍👧‍👦 The Okafors 👨‍👩‍👧‍👦",
  "user; drop table",
  "ｍｏｃｈｉ（もち）",
  "  spaced   out  ",
  "ᴛɪɴʏ ᴄᴀᴘꜱ",
  "nguyễn thị ánh nguyệt",
  "=1+1",
];
