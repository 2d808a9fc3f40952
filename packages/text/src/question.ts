import { lazy } from "./lazy.ts";
import type { Scan } from "./scan.ts";
import { Script } from "./scripts.ts";
import { wordSet } from "./word-map.ts";

/**
 * How much a question deserves the creator's answer: 0 is no question, 1 hardly (rhetorical, a single word), 3 an ordinary
 * one, 5 a full one put to the creator. A question mark is not needed, and does not suffice ("lol?").
 */
export type QuestionPriority = 0 | 1 | 2 | 3 | 4 | 5;

export function questionPriorityOf(scan: Scan): QuestionPriority {
  const { words } = scan;
  const lists = tables();
  const first = firstWord(words, lists);
  const asks = first < words.length && asksFrom(words, first, scan, lists);
  const marked = scan.questionMarks > 0;
  if (!asks && !marked) return 0;
  const content = words.length - first;
  if (content <= 0) return marked && words.length > 0 ? 1 : 0;
  if (marked && !asks && content === 1 && lists.rhetorical.has(words[words.length - 1] as string)) return 1;

  let priority = asks ? 3 : 2;
  if (asks && marked) priority++;
  if (content <= 1 && !hasDenseScript(scan)) priority -= 1;
  if (words.some((word) => lists.addressed.has(word))) priority++;
  if (content >= 4 && !asks && marked) priority++;
  return Math.max(1, Math.min(5, priority)) as QuestionPriority;
}

/** Index of the first word that is not a greeting or a filler: "hey bro how are you" asks from "how". */
function firstWord(words: readonly string[], lists: Tables): number {
  let at = 0;
  while (at < words.length && at < 5 && lists.fillers.has(words[at] as string)) at++;
  return at;
}

function asksFrom(words: readonly string[], at: number, scan: Scan, lists: Tables): boolean {
  const word = words[at] as string;
  const next = words[at + 1];
  if (lists.wh.has(word))
    return next !== undefined && !lists.exclaims.has(next) ? true : scan.questionMarks > 0 || lists.alone.has(word);
  if (lists.auxiliaries.has(word) && next !== undefined && lists.subjects.has(next)) return true;
  if (next !== undefined && lists.openings.has(`${word} ${next}`)) return true;
  const last = words[words.length - 1] as string;
  if (lists.endings.has(last) && words.length > 1) return true;
  return DENSE.test(scan.text);
}

const hasDenseScript = ({ letters }: Scan): boolean =>
  (letters[Script.han] ?? 0) + (letters[Script.kana] ?? 0) + (letters[Script.thai] ?? 0) > 0;

// Particles that ask, in scripts without spaces, and in Korean and Arabic: at the end, or a question word anywhere.
const DENSE =
  /(?:吗|嗎|呢|么|ですか|ますか|かな|の|까|나요|니|을까|ไหม|มั้ย|หรือ)[\s!~。.]*$|什么|什麼|怎么|怎麼|为什么|為什麼|哪里|哪裡|谁|誰|多少|几岁|なぜ|どこ|いつ|だれ|どう|뭐|어디|언제|왜|누구|어떻게|몇|อะไร|ทำไม|ที่ไหน|เมื่อไหร่|ใคร|(?:^|\s)(?:هل|ماذا|لماذا|متى|أين|اين|كيف|كم|من اين|شنو|ليش)\s|(?:^|\s)(?:क्या|क्यों|कैसे|कौन|कहाँ|कहां|कब|कितने|कितना)(?:\s|$)/u;

interface Tables {
  readonly wh: ReadonlySet<string>;
  /** Question words that ask even when they stand alone and without a mark. */
  readonly alone: ReadonlySet<string>;
  /** After a question word these make an exclamation: "what a ride", "que lindo". */
  readonly exclaims: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  /** Two words that open a question. */
  readonly openings: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly addressed: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  readonly rhetorical: ReadonlySet<string>;
}
const tables = lazy<Tables>(() => ({
  wh: wordSet(
    "what whats what's who whos who's whose whom when where wheres where's why how hows how's which wat wut y qué cuál cuáles quién quiénes cuándo dónde cómo cuánto cuánta cuántos cuántas adónde porqué quem quando onde qual quais quanto quanta quantos quantas pourquoi comment combien quand où quel quelle quels quelles qui wer was wann wo wohin woher warum wieso weshalb wie welche welcher welches wen wem wieviel chi cosa quando dove quale quali quanto quanta quanti perché come apa siapa kapan dimana mana kenapa mengapa bagaimana gimana berapa apakah bisakah adakah waarom hoe wie wanneer waar welke wat ano sino kailan saan bakit paano magkano кто что когда где почему как сколько какой какая зачем откуда куда kim nasıl neden niçin nerede nereye hangi kaç kto gdzie kiedy dlaczego jak ile",
  ),
  alone: wordSet("why pourquoi warum perché kenapa gimana bakit waarom neden dlaczego почему зачем"),
  exclaims: wordSet(
    "a an the lol lmao hell fuck lindo linda bonito bonita guapa guapo hermosa hermoso bueno buena bien rico belleza divertido bello bella bellissimo legal massa bom fofo ever",
  ),
  auxiliaries: wordSet(
    "do does did dont don't doesn't didn't is are am was were isn't aren't wasn't weren't isnt arent can could can't cant couldn't will would won't wouldn't should shouldn't shall may might have has had haven't hasn't havent hasnt must ist bist sind war hast habt hat kannst könnt kann können willst wollt wirst werdet magst machst kommst spielst darf soll est es sont as avez peux pouvez sei hai puoi avete estás eres tienes puedes vas hablas está tem você vc pode",
  ),
  subjects: wordSet(
    "you u i we they he she it this that there these those ya yall y'all anyone anybody everyone somebody someone any your my ur the du ihr er sie es man wir ich das der die tu vous il elle on nous ce un una el la de usted ustedes ellos que il lei voi un'altra você vc ele ela o a",
  ),
  openings: new Set(
    "anyone know|anyone else|hay alguien|alguien sabe|alguém sabe|a qué|de dónde|de donde|de onde|por qué|por que|para qué|en qué|con quién|tem como|sabe quem|da dove|di dove|est ce|c'est quoi|tu es|t'as quel|bisa gak|boleh tanya|pode falar|qu'est ce|o que|que es|que pasa|que hora|que haces".split(
      "|",
    ),
  ),
  endings: wordSet(
    "right huh eh mana apa siapa kenapa gimana berapa kapan gak nggak kan verdad né oder gell vero hein mi mı mu mü mısın musun kah",
  ),
  addressed: wordSet(
    "you u your ur you're yours ya tu tú te ti usted vos tienes eres estás você vc te seu sua teu vous votre tes ton toi du dich dir dein deine ihr euch sie tuo tua hai sei kamu kak bang mas mbak anda kalian lo lu ты вы тебе sen siz",
  ),
  fillers: wordSet(
    "hey hi hello yo bro bruh sis dude man guys girl omg wow ok okay so and but well um uh lol pls please wait hola oye amigo amiga bueno pero y oi olá mano gente e mas salut bonjour coucou frère hallo hey na also ja ciao ragazzi halo kak bang bg min guy queen king chat sir mam miss ey no yes yeah nah btw",
  ),
  rhetorical: wordSet("what lol huh right really ok okay yes no eh sure wait why seriously bruh nani"),
}));
