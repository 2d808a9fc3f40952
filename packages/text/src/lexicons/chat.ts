import type { WordGroups } from "../word-map.ts";

/** What live chat says in any language, and what it means by words that a dictionary knows otherwise. */
export const chatValence: WordGroups = [
  [30, "goat goated peak banger legendary iconic slay slayed slaying slays masterpiece awesome amazing fantastic"],
  [
    25,
    `gg ggs ggwp wp dub dubs bussin bops clutch goosebumps obsessed congrats best love loveee perfect
    happy happybirthday excellent wonderful beautiful brilliant`,
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
    ok okay thx thanks ty tysm tyvm thankyou`,
  ],
  [-12, "meh mid oof yikes awkward speechless sulk wronged disdain embarrassed slap rip t_t tt_tt q_q"],
  [
    -20,
    `cringe cringey trash flop flopped ick toxic scam scammer fraud clickbait boring bots fake cope copium sad cry angry
    scream weep rage evil smh fail noob notlikethis residentsleeper`,
  ],
  [-28, "kys stfu wtf ffs pathetic disgusting garbage worst unfollow unfollowed hate"],
  [0, "bruh"],
];

/** Alone or nearly alone, and in capitals: a win, a loss. */
export const WIN = 25;
export const LOSS = -22;
