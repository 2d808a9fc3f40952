import { texts } from "./texts.ts";

/**
 * Short English that stands alone in chat, and lines of other languages that are as short and look like it: written by us for this measure
 * before the rules that it judges, and trains nothing. Every second line of each list is held out: rules are made and mended by the others alone.
 */
export const shortEnglish: readonly string[] = texts(`
no problem/so cute/me too/not bad/no worries/so funny/good job/well done/nice one/true that/for real/no idea/of course/me neither/same here/so true
so sad/too late/not yet/never mind/my bad/all good/no doubt/so proud/big fan/new here/just joined/first time/come on/keep going/do more/one more
no more/so close/so far/too much/not fair/no chance/same energy/love it/miss you/need this/want one/got it/get well/take care/sleep well/see you
bye all/hi mom/hey man/super cool/so real/real talk/facts only/no cap/mad respect/big respect/pure talent/good vibes/bad luck/good luck/great voice
nice hair/cool shirt/red dress/blue eyes/pretty nails/cute dog/cute cat/your turn/my turn/next song/last one/more please/do it/show us/turn around
stand up/sit down/look up/zoom in/louder please/no sound/no audio/mute him/camera off/it lags/lag again/back again/still here/on my way/im late
at work/in bed/at school/home alone/eating dinner/so hungry/so tired/im tired/im crying/im dead/no shame/how sweet/oh no/oh well/oh man
who won/who cares/not me/not today/not sure/maybe later/why not/what happened/no comment/total legend/best day ever
`);

/** Language and lines. */
export const lookAlikes: readonly (readonly [language: string, text: string])[] = Object.entries({
  es: "no problema/no me digas/no sé/me encanta/que pena/otra más/no más/si señor/no importa/vamos equipo",
  pt: "sem problema/me ajuda/não sei/que pena mano/mais uma/to no trabalho/nem me fale/no trabalho/super linda/bom demais",
  it: "nessun problema/come stai/no dai/me ne vado/che pena/ancora una/non male/sei super/no grazie/molto bene",
  fr: "pas mal/pas de problème/trop mignon/bon courage/encore une/super content/non merci/me voilà/bonne chance/on y va",
  de: "kein problem/nicht schlecht/super gut/na gut/viel spass/noch eins/bin da/alles gut/was geht/so schön/so süß/die beste",
  nl: "geen probleem/niet slecht/heel goed/nog een/wat leuk/ik ben er/zo mooi/goed bezig/kom op/veel plezier",
  id: "tidak apa/gak papa/mantap bang/aku juga/lucu banget/sama dong/satu lagi/belum tau/kak cantik/semangat kak",
  tr: "sorun yok/ben de/çok iyi/bir daha/hadi ama",
  sv: "inga problem/jag med/inte illa/en till/bra jobbat",
  pl: "nie ma problemu/ja też/jeszcze raz/no nie/no dobra",
  tl: "ako din/ang galing/isa pa/walang problema/sige na",
  ro: "nicio problemă/și eu/încă una/foarte bine/hai noroc",
}).flatMap(([language, list]) => texts(list).map((text) => [language, text] as const));
