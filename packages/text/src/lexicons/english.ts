import { englishValence } from "../generated/english-valence.ts";
import type { Lexicon } from "./lexicon.ts";
import type { WordGroups } from "./word-map.ts";

/** Phrases that VADER treats apart (its special cases and boosters of two words), and what its list of 2014 lacks. */
const phrases: WordGroups = [
  [30, "the_shit the_bomb to_die_for beating_heart on_point on_fire hell_yeah hell_yes fuck_yeah fuck_yes damn_good"],
  [
    20,
    `cut_the_mustard bad_ass_good look_forward looking_forward looks_forward well_done good_job great_job no_problem thank_god
    can't_wait_to cant_wait_to cannot_wait_to fired_up made_my_day making_my_day makes_my_day make_my_day obsessed_with
    addicted_to_this crying_laughing died_laughing im_crying_lol had_a_blast having_a_blast what_a_game what_a_goal
    what_a_player what_a_night what_a_show what_a_catch what_a_guy what_a_voice what_a_performance what_a_comeback big_w
    massive_w w_stream w_streamer w_content shout_out hats_off mad_respect gl_hf good_shit
    well_deserved much_deserved deserves_it deserved_it you_deserve keep_it_up keep_up_the you_got_this you_rock
    you_rule the_coolest the_sweetest absolute_unit absolute_beast what_a_beast beast_mode must_watch
    must_see must_read worth_it so_worth worth_watching worth_the_wait highly_recommended ten_outta_ten
    top_notch top_tier s_tier god_tier next_level on_another_level another_level second_to_none world_class
    first_class game_changer life_saver life_goals goals_af couple_goals squad_goals relationship_goals
    here_for_it i'm_here_for im_here_for ate_that ate_down left_no_crumbs
    understood_the_assignment hits_different hit_different go_hard goes_hard
    going_hard went_hard killing_it killed_it killin_it kills_it nailed_it nailing_it
    crushed_it crushing_it smashed_it smashing_it rocked_it owned_it crushed_that insane_play insane_aim insane_clip
    sick_play sick_clip sick_af fire_af straight_fire is_fire was_fire this_is_fire so_fire
    outplayed_them carried_them hard_carry nasty_clip filthy_clip real_one a_real_one mood_booster king_shit
    amen_to finally_friday road_trip got_tickets got_the_job got_accepted passed_my
    aced_my`,
  ],
  [
    15,
    "bad_ass badass no_worries not_bad feeling_better happy_birthday let's_go lets_go cant_wait can't_wait cannot_wait take_care",
  ],
  [
    -15,
    "foul_mood bad_mood the_hard_way trouble_with having_trouble oh_no forgot_my lost_my broke_my missed_my fed_up gave_up give_up giving_up let_down left_out ran_out screwed_up messed_up too_bad so_what shut_up no_good",
  ],
  [
    -20,
    `yeah_right hand_to_mouth back_handed blow_smoke upper_cut kiss_of_death broken_heart can't_stand cant_stand
    fuck_off fuck_you piss_off pissed_off get_lost go_away thrown_under no_fun no_luck waste_of get_out blah_blah
    can't_sleep cant_sleep couldn't_sleep no_sleep can't_breathe can't_believe_they
    can't_deal cant_deal can't_take_this can't_take_it can't_do_this cant_do_this can't_handle_this can't_stop_crying
    don't_care dont_care doesn't_care don't_like dont_like didn't_like doesn't_work doesnt_work didn't_work not_working
    won't_load wont_load won't_work stopped_working not_loading keeps_freezing so_laggy keeps_disconnecting
    constant_buffering frame_drops fps_drops mic_muted no_sound no_audio stream_down servers_down server_down
    site_down offline_again so_bored im_bored i'm_bored bored_af so_slow too_slow taking_forever takes_forever
    what_a_joke what_a_throw are_a_joke is_a_joke total_joke such_a_joke laughing_stock second_hand_embarrassment
    so_done so_boring bored_of fed_up_with i'm_done im_done i_give_up give_up_on monday_blues
    back_to_work screw_you screw_this screw_that for_fuck's dog_water
    l_stream l_streamer l_rizz take_the_l took_the_l took_an_l hold_this_l big_l massive_l huge_l fat_l
    fell_off bottled_it bottle_jobs boosted_ape boosted_animal skill_issue bot_lobby
    uninstall_the uninstall_now delete_your_account quit_the_game go_outside touch_grass no_life no_lifer
    basement_dweller simp_alert clown_fiesta runny_nose
    stuffy_nose heart_hurts my_heart_breaks heart_breaking heart_broken breaks_my_heart bawling_my_eyes tearing_up in_tears
    feel_like_shit feel_like_crap feels_like_shit feel_so_alone all_alone so_alone forever_alone left_me_alone no_friends
    no_one_cares nobody_cares noone_cares nobody_likes no_one_likes don't_deserve miss_you_so miss_him miss_her miss_them
    miss_my missing_you missing_my rest_in_peace rip_to thoughts_and_prayers passed_away gone_too_soon lost_my lost_our
    mental_breakdown burnt_out burned_out worn_out no_energy flat_tire flat_tyre speeding_ticket parking_ticket
    traffic_jam stuck_in_traffic stuck_at stuck_in flight_cancelled got_cancelled cancelled_again
    rained_out lost_luggage lost_my_phone dropped_my_phone cracked_my no_wifi no_signal
    no_service never_again never_buying never_flying never_coming rip_off_merchant con_artist
    fake_friends two_faced knocked_out got_swept swept_again torn_acl acl_tear sack_him sell_him
    utter_rubbish grinds_my_gears gets_on_my on_my_nerves my_nerves nuh_uh not_funny
    isn't_funny ain't_funny not_cool not_ok not_okay not_good not_great not_fair isn't_fair it's_not_fair not_happy
    not_impressed not_fun no_fun_at not_a_fan not_feeling_it not_feeling_well feeling_down not_worth not_worth_it no_thanks
    no_thank_you no_respect no_hope no_point no_chance no_way_this no_excuse no_excuses zero_respect zero_effort
    zero_talent low_effort low_iq brain_rot smooth_brain room_temp_iq moaning_about entitled_brat spoiled_brat
    attention_seeker clout_chaser clout_chasing sell_out milking_it cash_grab pay_to_win ad_break_again more_ads
    too_many_ads ads_again stop_the_ads stop_talking shut_it shut_the shut_yo get_out_of leave_me_alone nobody_asked
    who_asked didn't_ask no_one_asked noone_asked don't_care_didn't dont_care_didnt cared_ratio mid_af so_mid kinda_mid
    mid_song mid_game mid_content mid_stream`,
  ],
  [
    0,
    `bus_stop bus_stops like_a like_this like_that like_to would_like looks_like look_like feel_like feels_like sounds_like
    sob_story circus_tricks drained_pasta delayed_gratification the_joker flu_shot executed_well choke_point`,
  ],
  [12, `dayum_girl damn_girl damn_son holy_shit_that's lets_fucking_go let's_fucking_go let's_gooo lets_gooo yoooo_let's`],
];

/** Everyday words of chat, tweets and reviews that move a mood a little. */
const everyday: WordGroups = [
  [
    20,
    `delicious birthday yummy tasty yum relaxing productive vacation holidays congratulation congratulations awesomeness
      epic gorgeous stunning flawless incredible phenomenal unreal hilarious underrated must-see recommend recommended masterclass
      upgrade upgraded reliable durable affordable bargain crisp sturdy speedy user-friendly flawlessly intuitive responsive
      blessed grateful thankful stoked pumped delighted inspiring inspirational adorable gratitude adore hooray hurray woot yesss yess yayy
      favorite favourite favorites champ champs mvp wholesome heartwarming lovin lovinn luv luvs talented elegant premium
      unforgettable breathtaking
      psyched bestie besties faves thankyou shoutout shoutouts props glhf goodmorning goodnight beasting lifesaving
      doper dopest dopeness fye clutched clutching serotonin comfy cozy cosy heartmelting gorg stunner stunna queens yass
      yasss yassss yaas yeehaw woop whoop whoo whoohoo yippee yipee aced graduated graduation newborn
      lit `,
  ],
  [
    -22,
    `lame nerd sucks sucked suckz crappy cringe garbage trash overrated underwhelming disappointing unwatchable unplayable unusable useless worthless
    crash crashed crashes crashing broken defective died dies dead rip-off ripoff scam scammed nightmare clunky awful
    disgusted disgusting vomit puke migraine insomnia nauseous rude racist racism disrespectful hypocrite fml ffs wtf stfu freezes
    malfunction malfunctioned misleading shoddy outage outages bankrupt layoffs cancelled canceled
    gross threw frozen sus`,
  ],
  [12, `naww daww letsgoo gooo goooo gjgj nj gz tyty tysmm`],
  [
    -20,
    `laggy lagspike desync dc'd disconnected buffering snoozing yawn yawnn laughingstock embarassing mondays bullcrap
    horseshit shitshow trainwreck clusterfuck shambles disgraceful diabolical abysmal atrocious hideous repulsive revolting
    nauseating icky bleh blegh choker chokers bottlers thrower throwers inters feeders scrub scrubs trashcan nolifer
    simp simps simping neckbeard incel incels circus muppet muppets wankers tosser twats bellend dickheads douchebags
    scumbags scum creeps creeper perv pedo pedos predator groomer bullies bigot bigots bigotry sexist misogynist misogyny
    homophobic homophobe transphobic nazi nazis tyranny tyrant dictator dictatorship genocide massacre massacred slaughter
    slaughtered executed execution bombing bombings bombed shooting shootings gunman gunmen shooter hostage hostages
    stabbing homicide manslaughter overdose overdosed leukemia coma hospitalized hospitalised ambulance fever
    strep cough coughing sinus headache headaches toothache bawling teary condolences hangover hungover breakdown burnout
    insomniac delays overpriced conned crooks crooked corruption robbery bribes bribery backstabber backstabbing snakes
    hypocrites hypocrisy spineless gutless relegated relegation eliminated sacked rubbish pisspoor pmo killmenow smdh wtaf
    jfc cringing braindead brainrot brainless smoothbrain delusional deluded salty crybaby whiny whinging karen brat brats
    cloutchaser sellout milking cashgrab shaddup gtfo gtfoh`,
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
