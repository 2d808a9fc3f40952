import type { WordGroups } from "./word-map.ts";

// Our own lists, in tenths of VADER's scale (−40 … 40), compact on purpose: the words that live chat uses most.

/** What chat says in any language, and what it means by words that a dictionary knows otherwise. */
export const chatValence: WordGroups = [
  [30, "goat goated peak banger legendary iconic slay slayed slaying masterpiece poggers pogchamp"],
  [25, "gg ggs ggwp wp pog dub dubs lit fire bussin bops slaps clutch insane goosebumps obsessed queen king congrats"],
  [
    18,
    "based vibe vibes vibing hype hyped drip cracked blessed gorgeous stunning yay yayy woohoo woo wow bravo lets letsgo ily ilysm luv",
  ],
  [
    12,
    "lol lmao lmfao haha hahaha hahahaha jaja jajaja jajajaja kkk kkkk kkkkk rsrs mdr ptdr xd hehe lul lulw kekw wkwk wkwkwk heart laughcry rosa rose",
  ],
  [-12, "meh mid bruh smh sus oof yikes sadge cringey bored rip"],
  [
    -20,
    "cringe trash flop flopped ick toxic scam scammer fraud clickbait boring ratio bots fake lame cope copium residentsleeper notlikethis nerd",
  ],
  [-28, "kys stfu wtf pathetic disgusting garbage worst unfollow unfollowed"],
];

/** Alone or nearly alone, and in capitals: a win, a loss. */
export const WIN = 25;
export const LOSS = -22;

export const spanishValence: WordGroups = [
  [
    30,
    "amo encanta encantó encantan increíble maravilloso maravillosa espectacular excelente hermosa hermoso precioso preciosa genial genia crack perfecto perfecta felicidades felicitaciones",
  ],
  [
    22,
    "bueno buena buenísimo buenísima lindo linda bonito bonita guapa guapo bella bello gracias feliz mejor bendiciones divertido divertida chévere bacano chido padre grande vamos bravo quiero adoro",
  ],
  [12, "gusta gustó bien vale animo ánimo suerte risa jaja"],
  [-20, "malo mala feo fea triste aburrido aburrida lento mal peor raro molesto molesta pena lástima"],
  [-30, "odio asco horrible terrible pésimo pésima basura estafa mentira mentiroso mentirosa asqueroso asquerosa"],
];

export const portugueseValence: WordGroups = [
  [
    30,
    "amei adoro adorei incrível maravilhoso maravilhosa perfeito perfeita lindíssima lindíssimo excelente sensacional parabéns",
  ],
  [
    22,
    "linda lindo bom boa ótimo ótima top gostei obrigado obrigada feliz melhor show demais massa legal deus abençoe gostosa sucesso",
  ],
  [12, "gosto bem bacana kk kkkkkk"],
  [-20, "ruim feio feia triste chato chata pior péssimo péssima mal fraco fraca errado"],
  [-30, "odeio odiei nojo horrível lixo golpe mentira mentiroso mentirosa vergonha"],
];

export const frenchValence: WordGroups = [
  [
    30,
    "adore adoré incroyable magnifique génial géniale parfait parfaite excellent excellente merveilleux superbe bravo félicitations",
  ],
  [
    22,
    "aime bon bonne beau belle super merci content contente heureux heureuse meilleur meilleure trop top cool jolie joli courage",
  ],
  [12, "bien sympa drôle mignon mignonne kiffe stylé"],
  [-20, "mauvais mauvaise nul nulle moche triste ennuyeux ennuyeuse ennui pire dommage bizarre lent"],
  [-30, "déteste haine horrible dégoûtant dégueulasse honte arnaque menteur menteuse merde pourri"],
];

export const germanValence: WordGroups = [
  [30, "liebe geliebt wunderschön wunderbar großartig perfekt unglaublich hammer fantastisch herrlich genial mega glückwunsch"],
  [
    22,
    "gut gute guter gutes schön schöne schöner toll tolle süß danke dankeschön super klasse geil stark beste bester froh glücklich hübsch lieb cool",
  ],
  [12, "mag nett lustig witzig spaß okay läuft"],
  [-20, "schlecht schlechte schade traurig langweilig hässlich doof blöd schlimm schwach nervig nervt falsch"],
  [-30, "hasse hass furchtbar schrecklich eklig ekelhaft müll scheiße scheisse betrug lügner lüge peinlich"],
];

export const italianValence: WordGroups = [
  [
    30,
    "adoro amo incredibile meraviglioso meravigliosa stupendo stupenda perfetto perfetta eccezionale fantastico fantastica bellissimo bellissima bravissimo bravissima complimenti",
  ],
  [
    22,
    "bello bella bravo brava buono buona ottimo ottima grazie felice migliore piace simpatico simpatica carino carina grande forte auguri tesoro",
  ],
  [12, "bene divertente ahah ahaha ahahah"],
  [-20, "brutto brutta triste noioso noiosa peggio male cattivo cattiva peccato strano lento"],
  [-30, "odio schifo orribile terribile pessimo pessima vergogna truffa bugiardo bugiarda merda"],
];

export const indonesianValence: WordGroups = [
  [30, "cinta sayang mantap mantul keren hebat luar luarbiasa sempurna menakjubkan terbaik semangat"],
  [22, "bagus cantik ganteng suka senang bahagia terima kasih makasih lucu indah sukses selamat asik seru imut alhamdulillah"],
  [12, "baik sehat aamiin amin gemes"],
  [-20, "jelek buruk sedih bosan bosen membosankan kecewa capek males susah rugi parah kasihan gagal"],
  [-30, "benci bohong penipu tipu menjijikkan sampah bodoh goblok tolol anjing bangsat korupsi hancur"],
];

/** Emoji by what they do to a sentence. What is not here says nothing. */
export const emojiValence: WordGroups = [
  [30, "😍 🥰 💖 💯 🏆 🥇 🎉 🤩 😻 💝 💘"],
  [
    22,
    "❤ 🔥 💕 💗 💓 💞 💜 💙 💚 🧡 💛 🤍 🤎 🖤 ♥ 😘 🥳 👏 🙌 😊 😁 😄 😃 😀 ☺ 🌹 💐 👑 🫶 🤗 ✨ 🌟 ⭐ 🎊 🎁 🍀 🕺 💃 🚀 🐐 💎 🩷 🩵",
  ],
  [14, "😂 🤣 😅 😆 😎 🙂 😉 😋 😇 👍 🙏 💪 🤝 👌 😜 😝 😛 🤪 😌 🌸 🌺 🌷 🎶 🎵 ☀ 🌈 🤭 😺 😸 ✌ 🤟 🤘 👊 😏"],
  [-10, "😐 😑 😬 🙄 😒 🤨 😕 🙃 😴 🥱 🥲 🫤 😶 🤔 😓"],
  [-20, "😢 😔 😞 😟 🙁 ☹ 😩 😫 😖 😣 😰 😨 😱 💔 😿 👎 😥 🤡 🤦 ❌ 🥴 🤮 😧 😦 😪 🐍"],
  [-28, "😡 😠 🤬 💩 🤢 🖕 👿 😤 🗑 ☠"],
];

/** Marks between words that smile or frown. */
export const emoticonValence: WordGroups = [
  [20, ":) :-) :] =) ;) ;-) :D :-D =D :P :-P :3 <3 ^^ ^_^ (: :')"],
  [-18, ":( :-( :[ =( :/ :-/ :'( ): >:( -_- </3 :|"],
];
