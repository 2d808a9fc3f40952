import type { WordGroups } from "../word-map.ts";

/** Rude words by severity in tenths of 1 (mild) … 3 (severe), for what the English list lacks: our own. It exists to find them. */
export const insults: WordGroups = [
  [
    12,
    `stupid dumb idiot moron loser ugly clown pathetic disgusting noob trash garbage weirdo creep liar liars scum
    senile demented dementia brainless clueless gullible ignorant ignoramus delusional deranged insane lunatic nutjob nutcase psycho psychopath sociopath
    narcissist hypocrite hypocrites traitor traitors crook crooks thug thugs thief thieves fraud phony coward cowards spineless snake snakes rat rats pig pigs
    maggot maggots parasite parasites vermin cockroach cockroaches leech puppet sheep sheeple snowflake snowflakes libtard libtards trumptard trumptards
    dumbo dummy dummies dimwit dunce buffoon imbecile imbeciles idiots idiotic morons moronic losers clowns dumber dumbest stupidity stupidest fools foolish fool
    lowlife scumbag scumbags sleazy slimy vile filthy nasty gross fat fatty fatso uglier ugliest hideous worthless useless talentless shameless braindead
    brainwashed crybaby whiny karen incel simp simps virgin pathetic disgrace disgraceful degenerate degenerates savages terrorist nazi nazis commie racist racists bigot bigots
    stfu gtfo kys smelly stinky wannabe poser troll trolls cringe garbage
    tonto tonta feo fea burro burra payaso payasa ridículo ridícula mentiroso mentirosa fracasado fracasada
    feio feia besta palhaço palhaça ridícula burrice lixo
    bête moche idiot idiote nulle bouffon bouffonne clochard naze tocard tocarde
    blöd blöde blöder doof doofe hässlich dumm dumme dummer opfer lappen hohl peinlich
    brutto brutta stupido stupida scemo scema ridicolo ridicola buffone pagliaccio sfigato sfigata
    jelek oon norak alay lebay munafik sampah
    çirkin aptal salak ahmak дурак дура тупой тупая тупые лох клоун урод غبي اغبياء تافه سخيف احمق أحمق حمار متخلف بشع`,
  ],
  [
    18,
    `idiota idiotas imbécil imbéciles estúpido estúpida estúpidos pendejo pendeja pendejos gilipollas subnormal retrasado retrasada cretino cretina huevón boludo pelotudo culero mamón baboso babosa
    otário otária babaca trouxa imbecil retardado retardada vagaba nojento nojenta escroto
    débile débiles abruti abrutie crétin crétine tg bolosse boloss gogol mongol
    trottel vollidiot depp deppen arsch arschloch spast spasti mongo penner idioten vollpfosten assi
    deficiente coglione coglioni cretino ritardato ritardata mongoloide infame imbecille
    bodoh goblok goblog tolol bego dungu bloon kampungan dongo tolool
    gerizekalı embesil mal şerefsiz идиот дебил кретин придурок тварь мразь козёл كلب كلاب حيوان خنزير حقير تفو قذر سافل`,
  ],
  [
    25,
    `puta putas puto putos hijueputa hijoputa hdp malparido malparida maricón marica maricones zorra zorras gonorrea mierda cabrón cabrones verga chinga culiao conchetumare ctm perra mamaguevo
    viado viadinho bicha vagabunda caralho merda fdp arrombado arrombada cuzão pqp vsf vtnc puta piranha desgraçado desgraçada corno
    connard connards connasse salope salopes pute putes enculé enculés fdp ntm batard bâtard pd pédé tapette négro bougnoule salaud
    hurensohn hurensöhne fotze fotzen wichser schlampe schlampen nutte nutten missgeburt kanake schwuchtel hure fick ficker verpiss
    stronzo stronza stronzi troia troie puttana puttane bastardo bastarda vaffanculo frocio ricchione negro zoccola merda merde pezzodimerda
    bangsat kontol memek ngentot babi anjing asu jancok jancuk bajingan lonte pelacur brengsek keparat pantek monyet setan
    orospu piç siktir amk amcık göt yavşak kahpe сука суки блядь бля пизда хуй хуесос ебаный пидор пидорас гандон шлюха долбоёб долбоеб
    شرموطة شرموط عاهرة قحبة منيوك خول عرص معرص كس طيز زبالة
    chutiya chutiye madarchod bhenchod behenchod bsdk bhosdike gandu randi harami kutta kutte kamina`,
  ],
];

/** Words that speak to or of somebody: beside one, a rude word is an insult. */
export const TARGETS =
  "you u ur your you're youre she he they him her tu tú te eres vos você vc cê du dich dir bist euch toi t'es es sei siete kamu kmu lu lo elu kau sen siz ты вы انت أنت انتي انتم يا tum tu tera";
