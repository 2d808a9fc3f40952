import { texts } from "./texts.ts";

/**
 * Chat that swears for joy, in wonder or of nobody, and chat that swears at somebody with the same words: written by us for this measure
 * before the rules that it judges, and trains nothing. Every second line of each list is held out: rules are made and mended by the others alone.
 * Separated by `/`.
 */
export const joyful: readonly string[] = texts(`
holy shit lets go/holy shit that was clean/what the fuck that was insane/what the fuck this is amazing/bad ass outfit/badass haircut fr/ayo that was nasty/that drop was nasty
damn she can sing/damn this beat is crazy/fuck yes finally/fuck yeah we did it/lets fucking go/LETS FUCKING GOOO/this shit slaps/this shit is fire/you are the shit/you're fucking insane at this game
sick ass beat/sick ass transition/hell yeah brother/hell yes queen/oh shit he did it/oh shit here we go/bro that was filthy/that bassline is filthy/im fucking crying this is so good/im fucking screaming she won
no fucking way you hit that/no fucking way he clutched/goddamn that high note/god damn that voice/pretty ass smile/cute ass puppy/that is some good shit/that was some wild shit/killing it bitch/yas bitch slay
dope as fuck/cool as fuck/funny as hell/smooth as hell/shit i missed the start/shit my phone died/wtf how did you do that/wtf that was so clean/crazy ass move/big ass plate of food
you crazy son of a bitch you did it/you absolute fucking legend/savage as hell love it/wicked sick play/holy crap what a goal/holy crap her voice/fucking love this song/fucking adore you guys/this song goes hard as fuck/damn bro you nailed it
wow what a beast/youre a beast bro/my god that was disgusting in the best way/disgusting shot my guy/fuck that was close/fuck i forgot my wallet/shit got real/shit just got crazy/its hot as hell here/fuck it im buying one
`);

/** Swearing at somebody: these must be found. */
export const hostile: readonly string[] = texts(`
you are a piece of shit/you look like shit/shut the fuck up/shut your fucking mouth/nobody gives a shit about you/nobody fucking asked you/fuck you bitch/fuck off loser
dumb ass streamer/ugly ass face/stupid bitch/fake ass bitch/what the fuck is wrong with you/what the fuck is wrong with your face/holy shit you are ugly/holy shit you are stupid
go to hell you clown/go fuck yourself/you nasty whore/you filthy pig/your singing is fucking awful/your stream is fucking garbage/damn you are dumb/damn you're fat
get the fuck out of here you freak/kill yourself bitch/hell no you're trash/you suck so fucking hard/lazy ass bum/broke ass beggar/you disgusting fat cow/you are disgusting bitch
`);
