import { texts } from "./texts.ts";

/**
 * Chat without language, and short chat that has one: written by us for this measure before the rules that it judges, and trains nothing.
 * Separated by `/`.
 */
export const withoutLanguage: readonly string[] = texts(`
haha/hahaha/Hahahaha/HAHAHAHA/hahahahahahaha/hahah/haahaha/hhahaha/ahaha/ahahaha/ahahah/bahaha/bahahaha/muahaha/mwahaha/hehe/hehehe/heheh/hihi/hihihi/hoho
hohoho/huehue/huehuehue/jaja/jajaja/JAJAJAJA/jajajajaj/ajajaja/jeje/jejeje/jiji/jijiji/jojo/kk/kkk/kkkk/KKKKKKK/kkkkkkkkkkkk/kkkkk 😂/rs/rsrs/rsrsrs/wkwk/wkwkwk
WKWKWK/awokawok/awkwkwk/wkwkkwk/xixixi/www/wwww/wwwwwww/ｗｗｗ/555/5555/55555555/555+/lol/LOL/lolol/lolll/looool/lmao/lmaooo/LMAOOOO/lmfao/lmfaooo/LMFAO/rofl/roflmao
xd/XD/xD/xDD/xddd/XDDDDD/mdr/mdrrr/ptdr/mdr mdr/ㅋㅋ/ㅋㅋㅋㅋ/ㅋㅋㅋㅋㅋㅋㅋ/ㅎㅎ/ㅎㅎㅎ/ㅋㅎㅋㅎ/하하/하하하/ㅠㅠ/ㅜㅜㅜ/哈哈/哈哈哈哈/哈哈哈哈哈哈哈/呵呵/嘿嘿/嘻嘻/草/笑/はは/ははは/あはは
ふふふ/ххх/хаха/хахаха/ХАХАХАХ/ахаха/ахахахах/хехе/хихи/ахах/хах/лол/хд/ههه/ههههه/ههههههههه/خخخخ/هاها/هاهاها/חחח/חחחחח/χαχα/χαχαχα/हाहा/हाहाहा/हा हा हा/হাহা
ฮ่าๆ/ฮ่าฮ่า/ฮาๆๆ/haha lol/hahaha 😂😂😂/lol lol/lmao 💀/XD XD/kkkkk kkkk/hahaha!!!/lol.../jajaja @maria/haha 5/hehe :)
tap/tap tap/tap tap tap/TAP TAP TAP/taptap/taptaptap/TapTap/tap tap ❤️/taptap 🔥/taptaptaptap/tap tap tap tap tap/#taptap/TAPTAP/tap-tap/tap tap @ana
PogChamp/KEKW/Kappa/LULW/OMEGALUL/PepeHands/monkaS/FeelsBadMan/FeelsGoodMan/BibleThump/ResidentSleeper/NotLikeThis/catJAM/PepeLaugh/peepoHappy/peepoClap/EZ Clap/Sadge
Madge/Pepega/POGGERS/Jebaited/TriHard/DansGame/SeemsGood/HeyGuys/4Head/LUL/LUL LUL/KEKW KEKW KEKW/widepeepoHappy/gachiHYPER/pokiHype/shroudWave/xqcL/somebodyLove/streamLUL
pepeJAM pepeJAM/monkaW/PauseChamp/WeirdChamp/Kreygasm/COPIUM/PepoThink/VoHiYo/WutFace/SwiftRage/EleGiggle/FailFish/sadCat/peepoLeave/modCheck/BabyRage/HYPERS/forsenCD
[smile]/[laughwithtears]/[evil]/[cry]/[loveface]/[smile][smile][smile]/[wow] [wow]/[rage]/[angel]/[facewithrollingeyes]/[laughcry]/[hehe]/[yummy] 😋/[thinking]/[cool][cool]
[complacent]/[Smile]/[drool]/[sticker]/[speechless]/@kim [lovely]/[tears][tears]/[joyful]!/[proud] 100
user8837261/user1234567890/maria_88/joao.silva23/kevin2009/xx_dark_xx/lucas99/ana_banana/_mia_/sara2k/mike1990/lil_joe_7/gamer123/jojo777/dani_el10/noah.22/the_real_tom/x_ana_x/bella07
leo_2011/@user12 user12/player456/emma_rose_12/ahmed2005/omar_99/ivan777/yuki_22/tommy123 🔥/mr_beast6000/crazycat42
kevin/Maria/JESSICA/ahmed/mohamed/fatima/Lucas/sofia/Emily/giovanni/francesca/Ana Maria/juan carlos/Nguyen/Dmitri/olga/Svetlana/Yusuf/mehmet/ayşe/Priya/Rahul/José/João/Katarzyna
Pierre/Hans/Stefan/carlos/alejandro/Isabella/daniel/michael/Jennifer/Ashley/tyler/Brandon/kevin kevin/Jessica 🌹/maria!/Саша/Настя/Дмитрий/محمد/فاطمة/Emma/Oliver/ingrid
1/+1/999/+999/100%/1v1/x2/24-7/12:30/🔥🔥🔥/😂/❤️❤️/🇧🇷🇧🇷/🏴󠁧󠁢󠁥󠁮󠁧󠁿/1️⃣2️⃣3️⃣/©️/:)/<3 <3/^^/?/???/!!!/.../asdfgh/asdasd/qwerty/sksksk/jsjsjs/aaaa/mmmm/gg/GGs/ez/hmm/zzz/uwu
@anna/@anna @ben/@anna ❤️/@user_123 999/#fyp/fyp/#fyp #foryou/xyzbca
kim88 subscribed with Prime/nightowl subscribed at Tier 1. They've subscribed for 12 months!/lena is gifting 5 Tier 1 Subs to the community!/max_b gifted a Tier 1 sub to anna!
joe just subscribed with Prime/tom raided with a party of 24/anna followed the host/ben shared the LIVE/kira joined/sam sent Rose x5/mia liked the LIVE
`);

/** As short, or as like one of the above, but said in a language. */
export const withLanguage: readonly string[] = texts(`
hello/hi everyone/hey guys/good morning/good night/thank you/thanks/love you/so pretty/nice song/what song/where from/how old/who is that/I love this/sing please/hello kevin/hi maria/happy birthday
kevin is cool/love you jessica/maria you are so pretty/good job tom/tap the screen/tap please/tap tap the screen guys/keep tapping everyone/that was funny lol/lol that was good/haha so true/hahaha I love it
why are you laughing/wow so cute/you look great/no way/not again/what happened/come back soon/see you tomorrow/my favourite song/nice shirt/turn it up/louder please/cool hat/same here/me too/I know/of course
hola/hola a todos/buenos días/buenas noches/gracias/te amo/te quiero mucho/qué linda/muy bonito/de dónde eres/cómo estás/saludos desde perú/jaja qué risa/jajaja te pasas/canta otra/eres hermosa/feliz cumpleaños/hola maría
qué canción es/no te escucho/dale toque a la pantalla/me encanta/ya llegué/tengo hambre/mándame un saludo/buen directo/qué bueno
oi/oi gente/bom dia/boa noite/obrigado/te amo demais/que linda/muito bom/de onde você é/tudo bem/manda um beijo/kkkk muito bom/que engraçado kkk/toca outra/parabéns/saudades de você/cheguei agora/oi joão
manda salve/não estou ouvindo/linda demais/que voz/adoro você/vai brasil
bonjour/salut tout le monde/bonne nuit/merci/je t'aime/trop belle/très joli/tu viens d'où/ça va/mdr trop drôle/joyeux anniversaire/coucou pierre/c'est quoi cette musique/bravo à toi/on t'entend pas/j'adore/à demain
quelle voix/force à toi
hallo/guten morgen/gute nacht/danke/ich liebe dich/so schön/woher kommst du/wie geht's/alles gute/lauter bitte/haha wie lustig/grüße aus wien/hallo stefan/ich bin müde/bis morgen/mega gut/was ist das/nicht schlecht
ciao/ciao a tutti/buongiorno/buonanotte/grazie/ti amo/che bella/molto bello/di dove sei/come stai/auguri/che ridere/ahaha che bello/ciao francesca/bravissima/non ti sento/saluti da roma/ho fame
halo/halo kak/selamat pagi/selamat malam/terima kasih/aku cinta kamu/cantik banget/bagus sekali/dari mana/apa kabar/wkwk lucu banget/semangat kak/lagu apa ini/salam dari bandung/jangan lupa makan/sehat selalu
привет/всем привет/доброе утро/спокойной ночи/спасибо/люблю тебя/очень красиво/откуда ты/как дела/хаха смешно/привет саша/что за песня/удачи тебе/ты лучшая
merhaba/günaydın/iyi geceler/teşekkürler/seni seviyorum/çok güzel/nerelisin/nasılsın/kolay gelsin/selam ahmet/ne güzel/abi harikasın
مرحبا/صباح الخير/شكرا/احبك/ما شاء الله/كيف حالك/من وين انت/هههه والله ضحكتني/اهلا محمد/صوتك حلو
你好/大家好/早上好/谢谢/我爱你/好漂亮/你从哪里来/哈哈太好笑了/加油/唱得真好/こんにちは/おはよう/おやすみ/ありがとう/大好き/かわいい/どこから来たの/草生える/頑張って/歌うまい/안녕하세요/감사합니다/사랑해요/예뻐요/어디 살아요
ㅋㅋㅋ 웃겨요/노래 잘한다/สวัสดี/ขอบคุณ/รักนะ/สวยมาก/มาจากไหน/555 ตลกมาก/xin chào/chào cả nhà/cảm ơn/yêu em/đẹp quá/em ở đâu/hát hay quá/kumusta/salamat po/ang ganda/mahal kita/magandang gabi/saan ka
नमस्ते/धन्यवाद/बहुत सुंदर/आप कहाँ से हो/bahut accha bhai/kaise ho aap/γεια σου/καλημέρα/cześć/dziękuję/dzień dobry/bardzo ładnie/hallo allemaal/goedemorgen/dank je wel/heel mooi
I subscribed with Prime yesterday/can you gift a sub please/he joined us late/[edit] that was my brother/it was level 99/we are 100 now/wait for me at 10/I have 2 cats
`);
