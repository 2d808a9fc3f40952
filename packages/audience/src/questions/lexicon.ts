/** A text without case, accents and width, in which chat varies freely. Its first 300 characters at most. */
export const normalizeText = (text: string): string =>
  text.slice(0, 300).normalize("NFKD").replace(ACCENTS, "").normalize("NFC").toLowerCase();
const ACCENTS = /[\u0300-\u036f]/g;

const words = (list: string): string[] => normalizeText(list).split(" ");
/** Takes lines, because `normalizeText` cuts long texts. */
const wordSet = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap(words));

/** Question words of the main languages of TikTok that separate words by spaces. */
export const questionWords = wordSet(
  "what when where who whom whose why how which",
  "que cual cuales quien quienes cuando donde adonde como cuanto cuanta cuantos cuantas porque",
  "quem onde qual quais quanto quanta quantos quantas",
  "quoi comment combien quand pourquoi ou quel quelle quels quelles qui",
  "was wer wen wem wann wo wohin woher warum wieso weshalb wie welche welcher welches wieviel",
  "chi cosa dove quale quali quando quanti quante perche",
  "apa siapa kapan dimana mana kenapa mengapa bagaimana gimana berapa apakah",
  "waarom hoe wie wanneer waar welke wat ano sino kailan saan bakit paano magkano",
  "кто что когда где почему как сколько какой какая зачем откуда куда",
  "kim nasil neden nicin nerede nereye hangi kac kto gdzie kiedy dlaczego jak ile",
  "ماذا لماذا متى اين أين كيف كم من هل شنو ليش क्या क्यों कैसे कौन कहाँ कहां कब कितने",
  "뭐 뭐야 어디 언제 왜 누구 어떻게 몇 gi sao ai dau nao bao",
);

/** Words that address somebody, usually the creator. */
export const addressWords = wordSet(
  "you your yours yourself tu te ti usted vos tienes eres estas voce seu sua teu tua",
  "vous votre vos ton toi du dich dir dein deine ihr euch sie tuo sei hai kamu kak bang anda kalian lu",
  "ты вы тебе тебя вас вам твой sen siz senin انت أنت आप तुम 너 당신 ban ikaw mo",
);

/** Function words: they weigh little when two questions are compared. */
export const lightWords = wordSet(
  "i me my mine we us our he she it they them him her his their this that these those there here",
  "can could will would should have has had may did does get got gonna want to for with in on at about",
  "yo mi me mis nos lo la se su sus esto esta este eso esa ese con para por de en hay puedes puede",
  "eu meu minha ele ela isso esse essa este com pra no na em pode tem tens",
  "je moi mon ma mes il elle on nous ce cette ca avec pour dans sur peux peut est as",
  "ich mich mir mein meine er es wir uns das dies mit fur auf in von kannst kann hast hat bist",
  "io mio mia lui lei noi questo questa con per su puoi puo",
  "aku saya gue dia kita kami ini itu yang di ke dari untuk bisa ada",
  "я мне мой он она мы это с на в у",
);

/** Words without weight: articles, forms of to be and to do, greetings, ways to say please. */
export const stopWords = wordSet(
  "a an the is are am was were be been do doing done don s re ll ve m d t l c j n qu isn aren doesn didn",
  "and or but so of just really please pls plz ok okay hey hi hello yo bro bruh sis dude man guys girl lol lmao omg wow sir miss",
  "right now today ever also then yes no yeah um uh well anyone everyone chat stream live king queen",
  "el un una los las y o pero es son ser hola amigo amiga bueno favor porfa por fa jaja",
  "os as um uma e mas oi ola mano gente por favor kkk",
  "le les des une et mais salut bonjour coucou svp stp frere",
  "der die den dem ein eine und oder aber ist sind war hallo bitte mal denn eigentlich so",
  "il i gli uno e ma sono ciao ragazzi per favore",
  "dong sih nih deh ya yah kah gak nggak halo bang min tolong",
  "и а но же ли привет пожалуйста ve mi mu bir",
);

/** Abbreviations of chat. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    u: "you",
    ya: "you",
    ur: "your",
    r: "are",
    wat: "what",
    wut: "what",
    whats: "what",
    wheres: "where",
    whos: "who",
    hows: "how",
    wen: "when",
    y: "why",
    q: "que",
    xq: "porque",
    pq: "porque",
    vc: "voce",
    vcs: "voce",
    cmo: "como",
    qnd: "quando",
    pk: "pourquoi",
    km: "kamu",
    lo: "lu",
    brp: "berapa",
    gmn: "gimana",
    knp: "kenapa",
    thx: "thanks",
    fav: "favorite",
    favourite: "favorite",
  }),
);
