import { englishValence } from "../generated/english-valence.ts";
import type { WordGroups } from "../word-map.ts";
import type { Lexicon } from "./lexicon.ts";

/** Phrases that VADER treats apart (its special cases and boosters of two words), and what its list of 2014 lacks. */
const phrases: WordGroups = [
  [30, "the_shit the_bomb to_die_for beating_heart on_point on_fire hell_yeah hell_yes fuck_yeah fuck_yes damn_good"],
  [
    20,
    "cut_the_mustard bad_ass_good look_forward looking_forward looks_forward well_done good_job great_job no_problem thank_god",
  ],
  [
    15,
    "bad_ass badass no_worries not_bad feeling_better happy_birthday let's_go lets_go cant_wait can't_wait cannot_wait take_care",
  ],
  [-15, " fed_up gave_up give_up giving_up let_down left_out ran_out screwed_up messed_up too_bad so_what shut_up no_good"],
  [
    -20,
    `yeah_right hand_to_mouth back_handed blow_smoke upper_cut kiss_of_death broken_heart can't_stand cant_stand
    fuck_off fuck_you piss_off pissed_off get_lost go_away thrown_under no_fun no_luck waste_of get_out blah_blah`,
  ],
  [0, "bus_stop bus_stops like_a like_this like_that like_to would_like looks_like look_like feel_like feels_like sounds_like"],
];

/** Everyday words of chat, tweets and reviews that move a mood a little. */
const everyday: WordGroups = [
  [
    20,
    `lit delicious birthday yummy tasty yum relaxing productive vacation holidays congratulation congratulations awesomeness
    epic gorgeous stunning flawless incredible phenomenal unreal hilarious underrated must-see recommend recommended masterclass
    upgrade upgraded reliable durable affordable bargain crisp sturdy speedy user-friendly flawlessly intuitive responsive tasty
    blessed grateful thankful stoked pumped delighted inspiring inspirational adorable gratitude adore hooray hurray woot yesss yess yayy
    favorite favourite favorites champ champs mvp wholesome heartwarming lovin lovinn luv luvs talented elegant premium
    unforgettable breathtaking`,
  ],
  [
    -22,
    `sus lame nerd sucks sucked suckz crappy cringe garbage trash overrated underwhelming disappointing unwatchable unplayable unusable useless worthless
    crash crashed crashes crashing broken defective died dies dead died rip-off ripoff scam scammed nightmare clunky awful gross
    disgusted disgusting vomit puke migraine insomnia nauseous rude racist racism disrespectful hypocrite fml ffs wtf stfu freezes
    malfunction malfunctioned misleading shoddy outage outages bankrupt layoffs cancelled canceled`,
  ],
];

export const english: Lexicon = {
  valence: [...phrases, ...englishValence, ...everyday],
  // VADER's, without "no", which its list of words has too and which the rules treat apart.
  negations: `aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't doesn't dont hadnt hasnt
    havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't neednt needn't never none nope nor not nothing
    nowhere oughtnt shant shouldnt uhuh wasnt werent oughtn't shan't shouldn't uh-uh wasn't weren't without wont wouldnt won't wouldn't
    rarely seldom despite`,
  boosters: `absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously entirely
    especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking fricking frickin frigging friggin
    fully fuckin fucking fuggin fugging greatly hella highly hugely incredible incredibly intensely major majorly more most particularly
    purely quite really remarkably so substantially thoroughly total totally tremendous tremendously uber unbelievably unusually utter
    utterly very`,
  dampers: `almost barely hardly just_enough kind_of kinda kindof kind-of less little marginal marginally occasional occasionally partly
    scarce scarcely slight slightly somewhat sort_of sorta sortof sort-of`,
  but: "but",
};
