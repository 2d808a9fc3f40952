import { lazy } from "../lazy.ts";
import { stopWords } from "../lexicons/stop-words.ts";

/**
 * Whether a few words are English whatever their letters look like: all of them are everyday English, and not all small words of other languages.
 * Runs of letters alone take "no problem" for Portuguese.
 */
export function isEverydayEnglish(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > FEW_WORDS) return false;
  const { english, elsewhere } = tables();
  return words.every((word) => english.has(word)) && !words.every((word) => elsewhere.has(word));
}

const FEW_WORDS = 5;

const tables = lazy(() => {
  const { en = "", ...others } = stopWords;
  const everyday = EVERYDAY.split(/\s+/);
  return {
    english: new Set([...en.split(" "), ...everyday, ...everyday.flatMap((word) => (word.length > 2 ? formsOf(word) : []))]),
    elsewhere: new Set(Object.values(others).join(" ").split(" ")),
  };
});

/** What a verb or a noun becomes: "loves", "loved", "loving". */
function formsOf(word: string): string[] {
  const stem = word.endsWith("e") ? word.slice(0, -1) : word;
  return [`${word}s`, `${stem}ed`, `${stem}ing`, `${stem}in`];
}

/** Everyday words of English, beside its stop words and as they stand in a dictionary. */
const EVERYDAY = `able absolute absolutely account actual actually add afraid after again against age ago agree air alive allow alone along already always amazing angry animal another answer anybody
  anymore anyone anything anyway apart app apple arm around arrive art ask asleep ate audio aunt awake away awesome awful baby background bad bag ball band bar barely bath beach bear beard beast beat beautiful bed bedroom
  before begin behind believe below best bet better between big bike bird birthday bit bite black blind blink block blood blue board boat body bone book boot bored boring born boss both bother bottle bottom bought bowl box boy brain bread break
  breakfast breath breathe bright bring broke broken brother brought brown brush build built bus busy buy bye cake call calm came camera candle cap car card care careful cat catch caught chair challenge champion chance change channel chat cheap check cheek cheer cheese
  chicken child chill chin choice choose class clean clear clever click climb clip close cloth clothes cloud club coach coat coffee cold collar color colour comb come comment common confidence confused congrats congratulations content cook cookie cool copy
  corner cost couch count country couple course cousin cover cow crazy cream crowd cry cup curious curl curly curtain custom cut cute cutie dad daddy damn dance dancer dang danger dare dark darling daughter day dead deal dear decent deep definitely delay
  delicious desk dessert did different difficult dinner dirty disagree dish dive does dog done door doubt down downstairs drama draw drawing dream dress drink drive drop drum dry dude dumb during each ear early earring ears earth easily easy eat edit effort egg eight else empty end
  energy english enjoy enough entire especially even evening ever every everybody everyone everything everywhere exactly exam excellent except excited exciting excuse exist expect expensive explain extra eye eyebrow eyelash face fact fail fair fake fall false family famous fan fancy far
  farm fast fat father fault favorite favourite fear feel feet fell felt few fight figure fill film finally find fine finger finish fire first fish fit five fix flag floor flow flower fly focus follow follower food foot forever forget forgot fork forward found four free fresh
  friday friend friendly front fruit full fun funny future game garden gave gentle gentleman gift girl give glad glass glasses glove glow goal god goes gold gone goodbye goodnight gorgeous gosh grade grandma grandpa grass great green grew grey ground group grow guess guest guitar
  gym hair haircut half hand handle handsome happen happy hard hardly hat hate head health hear heard heart heat heavy height held help hero hers herself hide high hill himself hit hold hole holiday home honest honestly honey honor hope horse hospital host hot hour house huge hug human
  hungry hurry hurt husband ice idea imagine important impossible impressed impressive incredible indeed inside instead interesting itself jacket job join joke journey joy juice jump just keep kept key kick kid kind king kiss kitchen kitten knee knew knife lady lag lamp language
  laptop large last late lately later laugh lazy lead leaf learn least leave left leg legend legendary lemon less lesson letter level lie life lift light likely line lip lipstick listen literally little live load lobby lock lonely long look loose lord lose lost lot loud loudly
  louder lovely lover low luck lucky lunch lying mad made magic main makeup man many map mark marry match math matter maybe mean meant meat meet member memory men mention mess message met mic middle midnight might mile milk mind mine minute mirror miss mistake mix moment monday money
  month mood moon morning most mother mouse mouth move movie much mug mum music must mute myself nail name nap natural near nearly neat neck necklace need neighbor neither nephew nervous never new news next nice niece night nine nobody noise none normal nose note nothing notice
  number obvious obviously ocean odd off offer office often oil old once online onto open opinion opposite orange order ordinary other ouch ourselves outfit outside oven own pack page paid pain paint painting pair pajamas pants paper parents park part party pass past pay peace
  pen people perfect perfectly person pet phone photo pick picture piece pillow pink pizza place plan plant plate play player pleasant pleased pleasure plenty plus pocket point poor pop positive possible post potato practice pray present pretty price prince princess private probably
  problem project promise proof proper proud prove public pull puppy pure purple push put queen question quick quickly quiet quit quite race radio rain raise ran random rate rather reach read ready real realize reason red relax remember repeat reply respect rest result return rich ride right
  ring rise river road rock roll roof room rose rough round rude ruin rule run sad safe said sale salt sandwich sang sat saturday save saw scare scared scary scene school score scream screen sea seat second secret seem seen sell send sense sent serious seriously serve set seven several
  shade shake shame shape share sharp shave she'll shine shirt shoe shop short shot shoulder shout show shower shut shy sick side sight sign silence silly silver similar simple simply since sing singer single sink sister sit six size skill skin skip skirt sky sleep sleepy slept slow slowly small
  smart smell smile smoke smooth snack snow soap soft sold solid somebody somehow someone something sometimes somewhere son song soon sorry soul sound soup south space speak special speech speed spell spend spoon sport spring stage stairs stand star stare start state stay steal step stick still stomach
  stop store storm story straight strange stream streamer street strong stuck student studio study stuff stunning stupid style such sudden suddenly sugar suit summer sun sunday sunny support suppose sure surprise swear sweet sweetheart sweetie swim table tail take talent talented talk tall
  tap taste taught tea teach teacher team tear teeth tell ten tend terrible test text thing third thirsty those though thought thousand three threw throw thumb thursday ticket tie tiger tight till time tiny tired title toast together told tomorrow tone tongue tonight took tooth top total
  totally touch tough tour toward towel town toy train trash travel treat tree trick tried trip trouble truck true truly trust truth try tuesday turn twelve twice twin two type ugly umbrella uncle under understand underwear unreal until upset upstairs use used useful usually vibe video view
  viewer voice volume vote wait wake walk wall warm wash watch water wave way weak wear weather wedding wednesday week weekend weird welcome well went wet whatever wheel whenever while whisper white whole whose wicked wide wife wild win wind window wine wing winner winter wise wish within without woke woman women
  won won't wonder wonderful wood word wore work workout world worry worse worst worth wow wrap write wrong wrote yard yeah year yellow yep yesterday yet young younger yours yourself zero zone zoom
  bro bruh dude fam lowkey highkey legit goat slay bestie vibes mood glowup mid cringe lit fr ngl tbh imo idk idc omg btw rn tho cuz gonna wanna gotta lemme gimme kinda sorta dunno y'all aint wasn't wasnt couldn't wouldn't shouldn't haven't hasn't didnt doesnt isnt wont im ive i've i'll i'd you'll you've we'll we've they've that'll
  there's here's where's why's it'll let's lets ya yall`;
