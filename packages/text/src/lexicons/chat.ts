import type { WordGroups } from "./word-map.ts";

/** What live chat says in any language, and what it means by words that a dictionary knows otherwise. */
export const chatValence: WordGroups = [
  [
    30,
    `goat goated peak banger legendary iconic slay slayed slaying slays masterpiece awesome amazing fantastic
    goats goatt peakk masterclass generational`,
  ],
  [
    25,
    `gg ggs ggwp wp dub dubs bussin bops clutch goosebumps obsessed congrats best love loveee perfect
    happy happybirthday excellent wonderful beautiful brilliant`,
  ],
  [
    22,
    `w's dubb dubz ateee ate_up devoured rizz rizzler rizzy drippy clean_af crispy immaculate flawless
    unreal nutty juicy fire fireee firee dope vibey vibin vibinn
    vibez goodvibes clutchh ez_clap ezclapp ezpz ezz valid certified_classic iconicc lessgo lessgoo lessgooo
    lessgoooo lezgo lezgoo lezgooo lfgg lfg lfgo sheesh sheeesh sheeeesh sheeeeesh ayy ayyy ayyyy ayyyyy yeee yeeee yess
    yesss yessss yesssir yessir yessirr yessirski pogg poggg pogggg pogs poggies poggersss popoff pop_off popped_off poppin
    popping_off godlike god_tier godly goatedd gratz grats congratz congratulations congratss hbd bday omgg_yes omg_yes
    tyyy tyvmm tysmmm thankss thankyouu thankuu ilyysm ilysmm ilu luvv lovee loveyou loveyouu loveu loveuu mwahh mwaah
    muahh muaah cutee cutie cutiee qt queen queenn slayqueen baddie hottie hotties gigachad chad sigma wholesome
    adorbs adorable amazin nicee noice noiceee nais naisu sugoi kawaii subarashii yatta hypee pumpedd
    poggerz bopping slaps slappin jammin jams banging bangers bangerr bopp goosies chills goosebump
    speechless_good godsend clapped_them clapem ggez ggwpp wpwp
    litt littt turnt kingg`,
  ],
  [
    18,
    `based vibe vibes vibing hype hyped drip cracked blessed gorgeous stunning yay yayy yayyy woohoo woo wow wooow bravo lets_go letsgo
    lesgo lesgoo ily ilysm ilyy luv nice cool super cute lovely proud excited joyful angel mvp legend vip fav welcome swag sweet
    epic cheers woot w00t hug hugs kiss kisses muah mwah xoxo uwu owo x3 yum yummy`,
  ],
  [
    12,
    `lol lool lolol lmao lmfao lmaoo rofl rotfl xd xdd xddd xdddd hehe hehehe hihi hihihi heart hearts laughcry rosa rose roses laugh
    laughwithtears smile smileface smileyface loveface funnyface complacent wink thumb thumbsup finger_heart fingerheart gifts top
    ok okay thx thanks ty tysm tyvm thankyou
    kek keke lololol lolololol lmfaoo rofll luul im_weak weakk im_dead i'm_dead hahah hahha ahah ahahah bahaha bahahaha
    muahaha comfy cozyy chillin chilling chill`,
  ],
  [8, "aww awww awwww awwwww naww"],
  [
    -12,
    `meh mid oof yikes awkward speechless sulk wronged disdain embarrassed slap rip t_t tt_tt q_q
    mehh midd ughh ughhh ughhhh ooff hmph sussy sussyy awk yikess nahhh
    cappin capping capper stop_the_cap stop_capping thats_cap that's_cap yawnn yawnnn sigh sighh laggg lagg lag laggy lags
    lagging buffering froze freezing buggy scuffed janky jank gg_ff
    rekt wrecked whiff whiffed whiffs missed misplay misplayed misplays nerf nerfs bm unlucky unlucko rng greed greedy
    greeding troll trolls trolling banned unskilled skillless inted wiped wipe`,
  ],
  [
    -20,
    `cringe cringey trash flop flopped ick toxic scam scammer fraud clickbait boring bots fake cope copium sad cry angry
    scream weep rage evil smh fail noob notlikethis residentsleeper
    l's bozo bozos ratio ratiod ratioed washed dogwater dog_water dogshit trashh mid_af fell_off falloff flopera
    flopping choke choked choking throwing inting griefing grief griefed feeding feeder hardstuck noobs skill_issue
    cringy cringee cringefest icks yuck ew eww ewww ewwww ewwwww nasty creepy creep weirdo sadd saddest
    sadly ripp rippp ripbozo rip_bozo f_in_chat f_to_pay noooo nooooo noooooo nooooooo crying_rn crie crycry
    sobbing sobs depressed depressing depression boringg boo booo boooo booooo snooze snoozefest dead_chat dead_stream
    dead_game deadchat deadgame dead_content washed_up unwatchable unplayable unfunny unsub unsubbed unsubbing unfollowing
    scamming scammed scammers robbed rigged riggedd staged faker hacker hackers hacking cheater cheaters cheating aimbot
    aimbotter wallhack ban_him clown clowns clowning copee coping copers seethe seething maldd malder rager raging
    raged tilted tilt tilting toxicc throw_game griefer smhh smfh stfuu shutup shut_up ffss fml kms wth wthh wtff trashy
    garb garbo`,
  ],
  [-28, "kys stfu wtf ffs pathetic disgusting garbage worst unfollow unfollowed hate"],
  [0, "bruh"],
];

/** Alone or nearly alone, and in capitals: a win, a loss. */
export const WIN = 25;
export const LOSS = -22;
