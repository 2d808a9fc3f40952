import type { WordGroups } from "./word-map.ts";

/**
 * Emotes of Twitch, BTTV, FrankerFaceZ and 7TV as their names are typed, by what people mean with them: our own list.
 * Value 0: known, and used for irony, attention or thought rather than for a mood.
 */
export const emoteValence: WordGroups = [
  [
    28,
    `pogchamp pog pogu poggers pogslide pogo pogbones poggies pogey poggywoggy pogtasty pogf pogt pagchomp pagman
    hypers hyperclap feelsgoodman feelsamazingman feelsstrongman feelsokayman ezclap eznoscope petthepeepo pepelove peepolove
    peepohappy happi widepeepohappy pepehappy yayayay peepohappyhug bloodtrail hyperpog woohoo amaze catjam vibecat ratjam`,
  ],
  [
    22,
    `pepejam pepejams pepedance peepohey peepoclap peepohug peepocomfy pepecomfy comfyhours comfy ez
    seemsgood heyguys vohiyo kreygasm bleedpurple virtualhug koncha tehepelo fbtouchdown givepls takenrg praiseit
    twitchunity tombraid soonerlater coolcat coolstorybob finehere followthelord blessrng popcorn holidaysanta holidaypresent
    gachigasm gachibass gachihyper gachiw hypergachi clap vaclav happythump sabaping peepoyes modlove luvpeekl luvpeekr luvhearts luv
    luvsign lovehearts heartpls peepoheart bongocat pepepls sourpls blobdance blobparty partyparrot jammies docjam
    alienpls pepesmile peeposhy peepogiggles stonks gladge gladgers okayge happie poglove yess yeshoney prayge
    clappy clapclap crabrave bop gottem kissahomie kissapregomie peepokiss nodders noddies wicked wideveryhappy widehappy goodgame goldplz letsgo`,
  ],
  [
    16,
    `kekw kekwait lul lulw lulz omegalul omegadance zulul lolw kekleo kekl xdd xddd icant pepelaugh pepelol pepelmao
    elegiggle 4head 4heed lmfao giggle keepo keking saved gigachad chadge based basedgod topdeck
    tatbelief sipping okayeg okaychamp feelsokman monkagiga forsenpls hahahaha squadgoals twitchlit partytime partyhat
    popnemo poooound imglitch cutepuppy corgiderp dogface osfrog nomnom cheers nicememe teamwork winner wineguy`,
  ],
  [
    0,
    `kappa kappapride kappaclaus kappahd kappaross keepo greyface minglee kappawealth miniK trihard trihex cmonbruh thinking monkahmm
    pepothink hmm hmmm monkas monkaw monkaeyes monkaomega monkashake monkagun monkasteer jebaited pausechamp
    anele mingleeyes thonk thonkang dendiface datsheffy opieop ohmydog peepoarrive peepoleave modcheck
    peepowtf pepega pepegaaim forsencd forsene widehard peepotalk yep yepp kkona kkonaw hyperbruh bruh pepepoint 5head 3head
    pepehmm thinkge susge aware clueless copege squid shrug nepsmug smug smugge`,
  ],
  [
    -16,
    `dansgame weirdchamp weirdge wutface babyrage swiftrage notlikethis residentsleeper failfish pjsalt smorc unsane
    brokeback ripepperonis rip youdontsay cringe hahaa kekhands pepepains feelsweirdman feelsdankman yikes oof bedge modtime
    sleepyge bored boring zzz zzzz peepobored dead deadge tableflip tableflipbabyrage stop staph stoppls stopit punoko
    pepespit peeporiot peepomad pepemad madge maldd nope nopers concerned concernfroge worryd punchtrees
    panicvis panicbasket bigsad dumb waytoodank sweating peposweat monkatos nooo noooo sadkek`,
  ],
  [
    -24,
    `biblethump pepehands feelsbadman feelsbad peeposad sadge sadness sadcat sadcatthumbsup crycat widepeeposad sadpepe
    pepecry feelsrainman depresso despair despairge painge painpeko peporun_sad forsensad widepeepocry
    hyperrage pepepunch pepeffs reeee reee reeeee angery peeposadge mald malding copium cope aintnoway trash
    garbage scammed scamaz residentevil disgustin disgusting puke vomit hatewatching fuckoff fuckyou ded`,
  ],
  [25, "feelsbirthdayman feelssnowman feelsgood feelsnice feelshappy feelsstrong feelslove"],
];

/**
 * What the end of a channel's own emote says: a channel names its emotes by its short name and a word, "somebodyHYPE".
 * Asked only of words with a capital inside.
 */
export const emoteSuffixes: WordGroups = [
  [
    24,
    `love heart hearts hug hugs hype pog pogs gasm wow amazing party yay cheer cheers clap claps win wins gg ggs happy best
    bless blessed blush cute comfy cozy cool dance dancing jam jams joy kiss hi hey hello wave waves salute raid
    pride king queen god goat goof lit fire flex hypers smile smiley thanks ty thumb thumbsup up star stars victory excited nice
    good ok okay yes yeah bounce bongo rave disco boop pet pats pat snuggle uwu owo welcome wub xo luv bliss adore`,
  ],
  [16, "lul lol laugh lulz lmao haha hehe giggle kek xd troll tea smirk wink cheeky snack popcorn chill"],
  [
    -20,
    `cry cries crying sad sadness tears tear weep rage rages mad anger angry rip dead death fail fails no nope bad boo cringe
    salt salty tilt tilted ugh wtf sleep bored bore yawn puke sick gross disgust hate scream panic pain hurt broken lose loss
    ban bans banned shame scared fear oof yikes facepalm palm trash`,
  ],
];

/** Emotes that are words of no language, however they are typed: what the lists above hold and the patterns of emotes' families don't. */
export const emoteNames = `pogchamp jebaited dansgame kreygasm biblethump residentsleeper notlikethis failfish babyrage trihard seemsgood
  heyguys vohiyo wutface pjsalt smorc 4head 5head 3head copium hopium sadge bedge madge susge okayge prayge gladge catjam ratjam hypers weirdchamp
  widepeepohappy ezclap kkona kkonaw elegiggle swiftrage modcheck pepega pepegaaim forsencd kekw kekwait kekl lulw omegalul zulul icant
  bleedpurple twitchunity kappapride anele cmonbruh opieop datsheffy coolstorybob pausechamp thonk yesyes hyperclap despairge
  hackerman gigachad chadge hesright yepp modtime sourpls blobdance dendiface mingleeyes minglee feelsbadman feelsgoodman peposad`;
