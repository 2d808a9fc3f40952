import type { WordGroups } from "./word-map.ts";

/** What is said of things as often as of people: it insults where somebody is told so to the face ("you are …"). */
export const MILD_TENTHS = 11;

/** Rude words by severity in tenths of 1 (mild) … 3 (severe), for what the English list lacks: our own. It exists to find them. */
export const insults: WordGroups = [
  [
    MILD_TENTHS,
    `annoying boring awful terrible worst embarrassing lame fake disappointing unfunny
    aburrido aburrida pesado pesada insoportable falso falsa fastidioso fastidiosa peor ridículos
    insuportável falsa falso pior péssimo péssima irritante ennuyeux ennuyeuse relou insupportable pire fausse agaçant agaçante
    langweilig nervig nervige unerträglich schlechteste schlimmste noioso noiosa insopportabile antipatico antipatica peggiore falsa fastidioso fastidiosa
    membosankan ngebosenin palsu nyebelin sıkıcı sahte itici kötüsün скучный скучная фальшивая противный противная противно хуже раздражаешь раздражает
    ممل مملة مزعجة مقرفين أسوأ اسوأ बोरिंग घटिया
    horrible ridículo ridícula inútil asco vergüenza horrível vergonha chato chata ridicule honte laide inutile hohl peinlich fett fette widerlich ekelhaft erbärmlich lächerlich nervst jelek malu bau alay norak brutto brutta vergogna ridicolo ridicola gordo gorda çirkin iğrenç rezil nul nulle moche grosse débile отвратительный отвратительная мерзкий мерзкая страшная страшный позор кринж тупое تافه تافهة سخيف سخيفة بشع بشعة قبيح قبيحة مقرف مقرفة فاشل فاشلة ثقيل مزعج फालतू faltu ghatiya feo fea feio feia burrice hässlich blöd blöde doof doofe dumm dumme schifosa schifoso jijik`,
  ],
  [
    12,
    `stupid dumb idiot moron loser ugly clown pathetic disgusting noob trash garbage weirdo creep liar liars scum
    senile demented dementia brainless clueless gullible ignorant ignoramus delusional deranged lunatic nutjob nutcase psycho psychopath sociopath
    narcissist hypocrite hypocrites traitor traitors crook crooks thug thugs thief thieves fraud phony coward cowards spineless snake snakes rat rats pig pigs
    maggot maggots parasite parasites vermin cockroach cockroaches leech puppet sheep sheeple snowflake snowflakes libtard libtards trumptard trumptards
    dumbo dummy dummies dimwit dunce buffoon imbecile imbeciles idiots idiotic morons moronic losers clowns dumber dumbest stupidity stupidest fools foolish fool
    lowlife scumbag scumbags sleazy slimy vile filthy nasty gross fat fatty fatso uglier ugliest hideous worthless useless talentless shameless braindead
    brainwashed crybaby whiny karen incel simp simps virgin pathetic disgrace disgraceful degenerate degenerates savages terrorist nazi nazis commie racist racists bigot bigots
    stfu gtfo kys smelly stinky wannabe poser troll trolls cringe garbage
    tonto tonta tontos burro burra mentiroso mentirosa patético patética
    besta patético patética mentiroso mentirosa
    bête idiot idiote clochard clocharde pathétique
    blöder dummer talentlos müll lügner
    stupido stupida patetico patetica ciccione cicciona grassona
    lebay munafik gendut caper
    ezik zavallı beceriksiz yalancı şişko tipsiz
    тупой тупая тупые жирная жирный жалкий жалкая бездарный
    كذاب كذابة سمين سمينة
    बदसूरत मोटी मोटा झूठा झूठी nikamma`,
  ],
  [
    18,
    `basura porquería porqueria bazofia lixo porcaria nojo daube merdique pourriture schrott drecksladen abschaum schifo schifezza spazzatura sampah rezalet berbat çöpsün rezilsin
    отстой хрень дерьмо днище позорище убого قرف خايس خايسة وصخ कचरा बकवास घटिया bakwas bakwaas kachra
    versager verschwinde sparisci vattene barrati minggat проваливай исчезни убирайся отвянь اذلف lavati dúchate помойся sampahmu lutzer looser incapaz incapable nichtsnutz incapace beceriksiz yeteneksiz бездарь бездарность бездарный бездарная неудачник неудачница
    idiota idiotas imbécil imbéciles estúpido estúpida estúpidos pendejo pendeja pendejos gilipollas subnormal retrasado retrasada cretino cretina huevón boludo pelotudo culero mamón baboso babosa
    payaso payasa fracasado fracasada perdedor perdedora tarado tarada estupida taradito inepto inepta asqueroso asquerosa menso mensa pinche güevón huevon mamarracho zopenco bobo boba gil giles salame forro aweonao naco naca callate cállate cállense lárgate largate
    otário otária babaca babacas trouxa imbecil retardado retardada vagaba nojento nojenta escroto
    palhaço palhaça fracassado fracassada idiotinha mongol mongolóide jumento jumenta energúmeno energúmena inútil panaca tapado tapada cretino bocó pateta nojeira fedida fedido lixosa
    débiles abruti abrutie abrutis crétin crétine crétins tg bolosse boloss gogol mongol bouffon bouffonne bouffons naze nazes tocard tocarde ducon guignol clodo imbécile imbéciles minable minables ratée dégage degage débilos mytho cassos attardé attardée trisomique
    trottel vollidiot volldepp idiotin depp deppen arsch spast spasti spasten mongo penner idioten vollpfosten assi asozial opfer lappen versager versagerin dummkopf blödmann schwachkopf hackfresse missgestalt honk lauch hurensöhnchen affe halbaffe spacko vollspast pfosten missgeburten dreckig drecks
    coglione coglioni cretino cretina ritardato ritardata mongoloide infame imbecille imbecilli scemo scema scemi deficiente deficienti buffone buffona pagliaccio pagliaccia sfigato sfigata sfigati fallito fallita idiota idioti stupidi demente dementi cesso cozza cessa ignorante ridicoli pezzente rincoglionito rincoglionita babbeo
    bodoh goblok goblog gblk tolol tll bego dungu bloon kampungan dongo tolool idiot bodo oon bacot bct sinting pecundang sampahh badut kampret sialan najis katrok beban pea peak geblek
    gerizekalı gerizekali embesil mal şerefsiz aptal aptalsın aptallar salak salaksın salaklar ahmak ahmaksın malsın gerizekalısın çirkinsin eziksin iğrençsin rezilsin zavallısın beceriksizsin terbiyesiz terbiyesizsin ezikler dangalak andaval hıyar öküz palyaço soytarı haysiyetsiz karaktersiz beyinsiz defol yalaka kezban keko
    идиот идиотка идиоты дебил дебилка дебилы дебилов кретин придурок придурки тварь мразь мрази козёл козел дурак дура дураки лох лохи лошара лохушка клоун клоуны урод урода уроды уродина уродка ничтожество чмо чмошник убожество отстой тупица тупень даун даунам имбецил недоумок дегенерат баран овца свинья заткнись заткнитесь отвали тупорылый безмозглая безмозглый мусор позорище гнида быдло стрёмная
    كلب كلبة كلاب حيوان حيوانة حيوانات خنزير خنزيرة حقير حقيرة تفو تفوه قذر قذرة سافل سافلة غبي غبية اغبياء أغبياء أغبى احمق أحمق حمقاء حمار حمارة حمير متخلف متخلفة متخلفين وسخ وسخة معفن معفنة واطي واطية نذل زفت هبل اهبل أهبل هبلة مهرج نكرة بقرة تيس ثور اخرس اخرسي إخرس انقلع انقلعي انطم انطمي انجب جاهل جاهلة منحط منحطة زبالة وقح وقحة
    बेवकूफ बेवकूफ़ गधा गधे गधी मूर्ख नालायक निकम्मा निकम्मी कमीना कमीनी कमीने कुत्ता कुत्ते कुतिया उल्लू सुअर सूअर हरामी हरामखोर घिनौना जोकर bewakoof bevkoof gadha gadhe gadhi gawar nalayak kamina kamine kamini murkh ullu suar jokar chhapri chapri`,
  ],
  [
    25,
    `puta putas puto putos hijueputa hijoputa hdp malparido malparida maricón marica maricones zorra zorras gonorrea mierda cabrón cabrona cabrones verga chinga culiao conchetumare ctm perra mamaguevo ojete cagada putita joputa hijodeputa carajo coño pajero malnacido
    viado viadinho bicha vagabunda vagabundo caralho merda fdp arrombado arrombada cuzão cuzao pqp vsf vtnc puta piranha desgraçado desgraçada corno corna putinha filhadaputa escrota krl boiola baranga
    connard connards connasse connasses conasse salope salopes pute putes enculé enculés fdp ntm batard bâtard pd pédé tapette négro bougnoule salaud pouffiasse pétasse grognasse enfoiré enfoirés merde gueule fdpp ntgm
    hurensohn hurensöhne hurensohne huso fotze fotzen wichser wixxer schlampe schlampen nutte nutten missgeburt kanake schwuchtel hure fick ficker verpiss arschloch arschlöcher arschgeige scheißkerl dreckschwein drecksau miststück bastard fresse pisser scheiss scheiß scheiße scheisse kackbratze
    stronzo stronza stronzi stronze troia troie puttana puttane bastardo bastarda vaffanculo frocio ricchione negro zoccola merda merde pezzodimerda cazzo cazzone minchione testadicazzo figlioditroia baldracca fanculo mignotta
    bangsat bgst kontol kntl memek ngentot ngntd babi anjing anjg anying asu jancok jancuk bajingan lonte pelacur brengsek keparat pantek monyet setan tai taik perek pepek dajjal iblis
    orospu oç piç siktir sikik amk aq amına amcık göt götveren yavşak kahpe ibne kaltak pezevenk puşt sürtük fahişe dallama gavat
    сука суки блядь бля блять блядина пизда пиздец хуй хуйня хуесос ебаный ебаная ебать ебанутый ебанутая пидор пидорас пидоры гандон гондон шлюха шлюхи долбоёб долбоеб долбоебы мудак мудаки говно говна залупа шалава шмара ублюдок сучка нахуй нахуя ебало
    شرموطة شرموط عاهرة عاهره قحبة قحبه منيوك منيوكة خول عرص معرص كس كسمك طيز زب متناكة لبوة وسخه ديوث
    chutiya chutiye chutiyapa madarchod bhenchod behenchod bsdk bhosdike bhosdi gandu gaandu randi harami haramkhor kutta kutte kutti kutiya lodu lode mc bc चूतिया मादरचोद भोसड़ी भोसडीके रंडी गांडू हरामज़ादा हरामजादा`,
  ],
];

/**
 * Rude in these languages alone: elsewhere the same letters say something harmless ("mal", "tard", "slut", "gross"), or most
 * people who type them do.
 */
export const falseFriends: Readonly<Record<string, string>> = {
  en: "gross virgin rat rats pig pigs snake snakes karen sheep puppet fraud thief tard tramp slut sluts slag hoe hoes homo homos pecker muff wang mong nip tart terrorist fat fool nasty puss cocks cock dick tramp spook spooks chink coon coons pick slit nob nobs nuggets vile gay noob negroid darky darkie muff cum cums bater feck milf nonce abbie knickers vag redskin spunk cholo jap japs moron simp poser savages fag fags paki shat spic spik spick gook twink butthole skank",
  es: "asco perra burro burra gil giles forro salame verga chinga marica tonta tonto mensa menso boba bobo carajo pinche gordo gorda tapado",
  pt: "burro burra besta bicha corno corna piranha trouxa tapado tapada viado escroto chato chata lixo mongol gordo gorda",
  fr: "bête moche pd nul nulle mongol bouffon grosse gueule naze nazes merde débile honte laide inutile pute putes tg",
  de: "opfer lappen hohl affe honk lauch fick fett fette pfosten müll depp arsch penner pisser fresse",
  it: "cesso cozza cessa scema scemo negro troia troie infame merde inutile fallita fallito ignorante brutta brutto cazzo",
  id: "babi asu setan tai taik pea peak bau malu beban najis oon alay iblis",
  tr: "mal göt piç aq oç ezik çöp keko",
  hi: "mc bc kutta",
  ru: "овца баран свинья",
};

/** Cries of joy as often as of anger: where the mood is clearly good and nobody is spoken to, they insult nobody. */
export const EXPLETIVES =
  "fuck fucking fuckin fuckn fucked fckin fcking fking fkn effing freaking shit shits shitting bullshit holy damn damned goddamn dammit hell bloody ass af asf wtf sick nasty filthy";

/** Words that speak to or of somebody: beside one, a rude word is an insult. */
export const TARGETS = `you u ur your you're youre yall she he they him her tu tú te ti eres sos vos tus ustedes você vocês voce vc vcs cê teu tua seu sua du dich dir bist dein deine deinen deiner euch euer
  toi t'es ton tes vous sei siete tuo tua kamu kmu lu lo elu kau muka mukamu suaramu mukalu sen seni sana senin siz sizin ты тебя тебе тобой твой твоя твоё твое твои вы
  انت أنت إنت انتي أنتي إنتي انتم أنتم وجهك شكلك صوتك عليك فيك يا तू तुम तेरा तेरी तेरे तुझे तुम्हारा तुम्हारी tum tera teri tere tujhe tumhari tumhara`;

/** Of these, words that say what somebody is, not what is theirs: "your sound is terrible" is no insult, "you are terrible" is. */
export const FACES = `you u you're youre eres sos tú ustedes você vocês voce vc vcs cê te du dich bist toi t'es vous sei kamu lu lo elu kau
  sen sensin siz ты вы тебя انت أنت إنت انتي أنتي إنتي तू तुम tum`;
