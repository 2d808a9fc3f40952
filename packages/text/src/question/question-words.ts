import { lazy } from "../lazy.ts";
import { wordSet } from "../lexicons/word-map.ts";

/** Words by what they do in a question: our own lists. */
interface QuestionWords {
  /** Open a question: who, what, qué, où … by language, as "come" asks in Italian and "cum" in Romanian alone. */
  readonly asking: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ask even as the only word: "why", "pourquoi". */
  readonly alone: ReadonlySet<string>;
  /** After a question word these make an exclamation: "what a ride", "que lindo". */
  readonly exclaims: ReadonlySet<string>;
  /** Open exclamations and statements as often as questions: "que lixo", "che schifo", "من المطبخ". */
  readonly weak: ReadonlySet<string>;
  /** Languages whose question words stay where the answer would stand: "Paris'te kaç kişi …", "em tên gì". */
  readonly inPlace: ReadonlySet<string>;
  /** May stand before the question word that opens: "in which", "de dónde", "von wem". */
  readonly prepositions: ReadonlySet<string>;
  /** Verbs that stand before `subjects` in questions of Germanic languages and French. */
  readonly auxiliaries: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  /** Two words that open a question. */
  readonly openings: ReadonlySet<string>;
  /** Ask at the end of a text: "… mi", "… no?", "… huh". */
  readonly endings: ReadonlySet<string>;
  /** Stand for who reads: "you", "tu", "kak". */
  readonly addressed: ReadonlySet<string>;
  /** Greet or fill before a question begins: "hey bro how are you". */
  readonly fillers: ReadonlySet<string>;
  /** Alone with a mark they ask nothing: "what?", "really?", "lol?". */
  readonly rhetorical: ReadonlySet<string>;
}

const asking: Readonly<Record<string, string>> = {
  en: "what whats what's whatcha who whos who's whose whom when where wheres where's why how hows how's howd which wat wats wut wuts wot wyd hbu wbu hru anyone anybody any ne1 wanna asl",
  es: "qué cuál cuáles quién quiénes cuándo dónde cómo cuánto cuánta cuántos cuántas adónde q k xq",
  pt: "que quem quando onde qual quais quanto quanta quantos quantas como cadê oq pq porque porquê aonde",
  fr: "pourquoi comment combien quand où quel quelle quels quelles lequel laquelle qui pk pq est-ce que",
  de: "wer was wann wo wohin woher warum wieso weshalb wie welche welcher welches wen wem wieviel",
  it: "che chi cosa quando dove quale quali quanto quanta quanti quante perché come cos'è dov'è com'è chi è xké xk",
  id: "apa siapa kapan dimana mana kenapa mengapa bagaimana gimana berapa apakah bisakah adakah kok ngapain emang",
  ms: "apa siapa bila mana kenapa mengapa bagaimana macam berapa adakah kat camne",
  nl: "waarom hoe wie wanneer waar welke welk wat hoeveel",
  tl: "ano anong sino sinong kailan saan bakit paano magkano ilan ilang kumusta kamusta musta alin nasaan taga",
  tr: "kim kimin nasıl neden niçin niye nerede nereye nereden nerelisin hangi kaç naber ne",
  pl: "kto co gdzie kiedy dlaczego jak ile skąd czemu czy jaki jaka jakie który która",
  ro: "ce care cine când unde cum cât câți câte câtă",
  sv: "vad vem varför hur var när vilken vilket vilka",
  cs: "kde kdy proč kolik odkud jak jaký jaká jaké který která kdo co",
  hu: "ki mi mikor hol honnan miért hogyan hogy melyik mennyi hány milyen mit",
  vi: "ai gì sao mấy tại bao đâu",
  ru: "кто что чё че шо когда где почему как сколько какой какая какое какие каким какую зачем откуда куда чей разве неужели чем",
  uk: "хто що коли де чому скільки який яка яке звідки навіщо чи як куди",
  el: "τι πού ποιος ποια ποιο ποιοι πώς πότε γιατί πόσο πόσα πόσοι",
  ar: "هل ماذا ما من متى أين اين كيف كم لماذا ليش ليه شو شنو ايش وين منين امتى مين بكام كيفك شلونك أي",
  fa: "چرا کجا کی چی چیه کدوم چند چطور آیا اهل",
  ur: "کیا کیوں کون کہاں کب کتنا کیسے",
  hi: "क्या क्यों कौन कहाँ कहां कब कितना कितने कैसे कैसी किस किसने किसका kya kyu kyun kaun kaha kahan kab kitna kitne kaise kaisi",
};

export const questionWords = lazy<QuestionWords>(() => ({
  asking: new Map(Object.entries(asking).map(([language, words]) => [language, wordSet(words)])),
  weak: wordSet("que qué q k che ما من kok क्या kya ne como quando cuando quand wie jak jaki jaka ce cât was any"),
  inPlace: wordSet("tr hi vi ja ko zh th id ms tl fa ur ar"),
  prepositions: wordSet(
    "in on at to for from with by of about under de en a para por con desde hasta em com do da dos das até à pour avec dans par depuis sur von mit zu aus bei auf für um an seit nach di per su con pe la cu din pentru în prin z do na w od dla op met voor uit van till från med på i из в на с по от для до у о за к з від до από σε για με στο στη στην من في على الى إلى عن",
  ),
  alone: wordSet(
    "why who where when how wyd hru hbu wbu asl pourquoi comment warum wieso perché kenapa gimana bakit waarom neden niye nerelisin naber dlaczego czemu почему зачем откуда чому звідки γιατί لماذا ليش ليه चرا क्यों",
  ),
  exclaims: wordSet(
    "a an the lol lmao hell fuck heck ever linda lindo bonito bonita guapa guapo hermosa hermoso bueno buena bien rico belleza divertido bello bella bellissimo bellissima legal massa bom fofo saudade hambre risa locura voz belle beau beauté bonheur schön süß toll mooi leuk ein eine für cute sweet funny beautiful nice güzel fin fint frumos frumoasă tare",
  ),
  auxiliaries: wordSet(
    "do does did don't doesn't didn't is are am was were isn't aren't wasn't weren't isnt arent r can could can't cant couldn't will would won't wouldn't should shouldn't shall may have has had haven't hasn't havent hasnt ist bist sind war hast habt hat kannst könnt kann können willst wollt wirst werdet magst machst kommst spielst darf soll weiß kennt grüßt hörst sprichst peux as es veux vas connais heb ben kun kan ken weet mag houd har är känner pratar gillar",
  ),
  subjects: wordSet(
    "you u ya i we they he she it this that these there yall y'all anyone anybody everyone somebody someone any your ur my the du ihr er sie es wir ich das der die jemand mich tu vous je jij jullie iemand det ni någon",
  ),
  openings: new Set(
    "anyone know|anyone else|anyone here|any one|anybody here|anyone from|anyone wanna|anybody wanna|anyone want|any ladies|any girls|any guys|wanna chat|want to|u want|you want|you ok|u ok|u there|you there|what's up|hay alguien|alguien sabe|alguém sabe|tem alguém|a qué|de dónde|de donde|de onde|de que|de qué|por qué|por que|para qué|en qué|con quién|como te|como estas|como se|donde vives|donde estas|cuantos años|cuando vuelves|tem como|sabe quem|da dove|di dove|est ce|c'est quoi|c'est qui|qu'est ce|d'où|tu viens|tu fais|t'as quel|t'es d'où|et toi|y tú|e você|e tu|und du|und dir|en jij|och du|and you|bisa gak|bisa sapa|boleh tanya|boleh tak|ada yang|udah punya|udah makan|udah nikah|dari mana|asal mana|umur berapa|pode falar|o que|que es|que pasa|que paso|que hora|que haces|que fai|che fai|che canzone|che gioco|che ore|ist jemand|kennt jemand|weiß jemand|bin ich|saan ka|taga saan|pwede ba|may taga|из какого|есть кто|можно вопрос|ты откуда|من وين|انت منين|how come|how about|what about|since when".split(
      "|",
    ),
  ),
  endings: wordSet(
    "huh eh mana apa siapa kenapa gimana berapa kapan dimana gak nggak né verdad oder gell vero mi mı mu mü mısın misin musun müsün miyim mıyım mıydı miydi kah không chưa vậy hả gì đâu где क्या kya quoi où qui onde dónde donde where",
  ),
  addressed: wordSet(
    "you u your ur you're youre yours ya yourself tu tú te ti usted vos tienes eres estás vives haces puedes sabes hablas vienes você vc vcs teu sua seu vous votre vos tes ton toi t'es t'as du dich dir dein deine ihr euch bist hast kannst kommst wohnst heißt machst sie tuo tua hai sei puoi vieni abiti fai kamu kakak kak bang mas mbak abang anda kalian lo lu awak jij je jouw jullie kan ben ты вы тебе тебя твой твоя вас вам ти тобі тебе sen siz sana seni misin mısın musun müsün nerelisin ty masz jesteś możesz tu ești esti faci poți du dig din vy jsi máš děláš te vagy ka mo ikaw kayo po bạn em anh chị σου σε είσαι κάνεις انت أنت انتي عمرك اسمك حالك تو اسمت سالته آپ तुम आप aap tum",
  ),
  fillers: wordSet(
    "hey heyy hi hii hello yo bro bruh sis dude man guys girl omg wow ok okay so and but well um uh lol lmao pls please wait hola oye amigo amiga bueno pero y oi olá mano gente e mas ah oh salut bonjour coucou frère et mais hallo na also ja und aber ciao ragazzi ma halo hai kak bang bg min queen king chat sir mam miss ey no yes yeah nah btw just seriously like then now привет а ну и selam abi hocam kanka cześć hej salut bună",
  ),
  rhetorical: wordSet(
    "what wat wut huh right really rly ok okay yes no eh sure wait why seriously bruh nani bro que qué quoi was che apa cosa né",
  ),
}));
