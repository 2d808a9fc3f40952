/**
 * Questions as live chat types them, without a mark, and what only looks like one: our own, from knowledge of the
 * languages, copied from nowhere. Phrases are parted by "/".
 */
export const chatQuestions: Readonly<Record<string, { readonly asks: string; readonly states: string }>> = {
  en: {
    asks: "where are you from/where r u from/how old are you/how are you/how r u/how u doin/what's your name/whats ur name/what song is this/what is this song/what game is this/who is this/who is that/are you single/are u single/are you real/do you have a boyfriend/do u speak spanish/can you sing/can you say hi/can u say my name/could you play that again/will you follow me/would you date me/is this live/is it raining there/did you eat/have you been to brazil/when is the next live/when are you coming back/why are you crying/why so sad/what time is it there/what phone do you use/which one is better/how much is it/how much does it cost/how do you do that/how long have you been live/how many likes do we need/what happened/what are you doing/what are we doing/whats up/wyd/anyone here from india/anyone know the song/any girls here/anybody wanna chat/wanna chat/u there/you ok/you good/you like music/you married/whos winning/whose turn is it/what did i miss/what do you mean/who asked/who won/why not/how come/how so/since when/what about you/and you/how about you/what else/hey what's your favourite colour/ok so what now/bro what game is that/so are you going/lol why did you do that/does anyone know her name/is he ok/was that real/do i know you/did i miss it/am i late/are we friends/should i buy it/isn't it cold there/don't you sleep/song name/name of the song/what kind of music do you like/where can i get that/where did you buy it/can i join/can i have a shout out/may i ask something/could i ask you something",
    states:
      "what a ride/what a goal/what a beautiful voice/what the hell/what the fuck/what an idiot/how cute/how sweet/how funny/how beautiful/who cares/that's what i said/that is why i love you/i know what you mean/i know who you are/i don't know why/i don't know what to say/when i was young/when you smile i smile/where i live it is cold/which is nice/why yes/what i like is your voice/what you said is true/whatever/whatever you say/wherever you go/is good/is so funny/are so cute/can't stop laughing/can not wait/can't believe it/do it/do it again/do not do that/don't stop/don't cry/don't be sad/have fun/have a nice day/have a good night everyone/will do/will miss you/could be/could be worse/should be fun/would love to/was so good/did it/did that yesterday/has been a long day/you are so pretty/you look good/you can do it/you should sing/so do i/so am i/me too/i see/i love how you sing/let me know/guess what/you know what/say what/no idea who that is/hi how nice to see you/who knows/so what/oh well/am so tired/am good/am fine thanks/are back/anyone can do that/anything is possible/any day now/nobody asked/everyone is here/may you be blessed/may god bless you/might be/must be nice/u are so cute/u rock/just asking/good question/no questions please/answer me please/tell me/please sing/play some music/follow me back/say hi to me/lol/hello everyone/thanks for the live/love this song/i was here before/that was insane",
  },
  es: {
    asks: "de dónde eres/de donde eres/de que pais eres/cuántos años tienes/cuantos años tienes/cómo te llamas/como te llamas/cómo estás/como estas/qué haces/que haces/qué canción es/que cancion es esa/cómo se llama la canción/quién es él/quien es/dónde vives/donde estas/dónde lo compraste/cuándo vuelves/cuando haces otro live/cuánto cuesta/cuanto cuesta/por qué lloras/por que no/por qué tan seria/cuál te gusta más/cual es tu nombre/me saludas/me puedes saludar/puedes cantar/puedes mandar saludos/tienes novio/tienes hijos/eres casada/eres soltera/estás bien/hablas inglés/te gusta el futbol/sabes cantar/vives sola/hay alguien de méxico/alguien sabe la canción/quién ganó/quien gana/qué pasó/que paso/qué hora es allá/a qué hora haces live/en qué trabajas/para qué sirve/qué tal/y tú/verdad que sí/qué significa eso/qué juego es/y eso qué es/te puedo preguntar algo/que dices/qué dijiste/que opinas/qué edad tienes/que comes/qué vas a hacer hoy/que es eso/que te gusta más/como se hace/como te fue/cuando empieza/cuando juegas",
    states:
      "qué linda/que linda/qué lindo todo/que bonito/qué bonita voz/qué rico/qué hambre/que risa/qué locura/que dios te bendiga/que tengas buen día/como siempre hermosa/como te quiero/cuando era niño/cuando sonríes/donde vivo hace frío/quien fuera tú/cuanto amor/lo que dices es verdad/eso es lo que digo/no sé por qué/no se que decir/porque te quiero/porque sí/eres hermosa/eres la mejor/estás hermosa/tienes razón/tienes buena voz/puedes hacerlo/me gusta como cantas/te amo/saludos desde perú/buenas noches/saludame por favor/canta algo/hola a todos/ya llegué/así es/quiero verte/ojalá/vamos/que viva méxico/qué tal gente linda hoy estamos todos/qué asco/qué pena/qué basura/que vergüenza/qué fuerte/qué nervios/que chistoso/qué miedo/que grande eres/qué buena canción/qué alegría/que calor/cuando puedas/como quieras/como tú ninguna/que descanses/que te mejores/que payaso/qué aburrido",
  },
  pt: {
    asks: "de onde você é/vc é de onde/você é de onde/quantos anos você tem/quantos anos vc tem/qual seu nome/qual o seu nome/qual é a sua idade/como você está/como vc ta/tudo bem com você/o que você faz/o que vc ta fazendo/oq vc faz/que música é essa/qual o nome da música/quem é você/quem é esse/onde você mora/onde comprou/quando vai ter outra live/quando você volta/quanto custa/por que você está triste/pq vc parou/porque você não canta/qual você prefere/manda um salve pra mim pode ser/você pode cantar/pode mandar um beijo/você tem namorado/vc tem filhos/você é casada/tá bem/você fala inglês/você gosta de futebol/tem alguém do brasil/alguém sabe a música/quem ganhou/o que aconteceu/que horas são aí/qual jogo é esse/e você/e vc/vc me conhece/posso perguntar uma coisa/cadê você/cadê o povo/tem como repetir/vai ter live amanhã/será que ela volta/como faz isso/como chama essa música/que horas são/que horas começa/que dia é a live/que idade você tem/que isso aí/como se faz/como faço pra entrar/como você fez/quando começa/quando vai ser/quanto tempo falta/que jogo é",
    states:
      "que linda/que lindo/que voz maravilhosa/que saudade/que legal/que fome/que deus te abençoe/que isso/como você é linda/como eu te amo/quanta saudade/quando eu era criança/quando você sorri/onde eu moro é frio/quem me dera/quem canta seus males espanta/o que você disse é verdade/é isso que eu digo/não sei por que/não sei o que dizer/porque te amo/você é linda/você é demais/você canta muito/tem razão/tá linda/pode crer/pode ser/gosto de como você canta/te amo/boa noite/manda um beijo/canta uma música/oi gente/cheguei/é verdade/quero te ver/amo você/vamos/qual é mano para com isso/vc é top/vai brasil/tudo de bom pra você/que nojo/que pena/que vergonha/que chato/que medo/que calor/que música boa/que mulher/que homem/que alegria/que delícia/que loucura/que absurdo/que Deus te proteja/como sempre perfeita/como pode ser tão linda/quando puder/quando crescer quero ser igual/que orgulho/que triste",
  },
  fr: {
    asks: "tu viens d'où/t'es d'où/tu es d'où/d'où tu viens/tu as quel âge/t'as quel âge/quel âge as-tu/comment tu t'appelles/comment ça va/ça va/ça va toi/tu vas bien/tu fais quoi/tu fais quoi dans la vie/c'est quoi cette musique/c'est quoi le nom de la musique/c'est quoi ce jeu/c'est qui/qui est-ce/tu habites où/tu habites où en france/où tu l'as acheté/quand est le prochain live/tu reviens quand/combien ça coûte/c'est combien/pourquoi tu pleures/pourquoi pas/pk tu réponds pas/tu préfères lequel/lequel tu préfères/tu peux chanter/tu peux me dire bonjour/peux-tu répéter/est-ce que tu chantes/est ce que tu as des enfants/tu as un copain/t'es célibataire/tu parles anglais/tu aimes le foot/tu sais danser/il y a quelqu'un du maroc/quelqu'un connaît la chanson/qui a gagné/qu'est-ce qui se passe/il est quelle heure chez toi/et toi/tu me connais/je peux poser une question/tu joues à quoi/c'est vrai/comment on fait",
    states:
      "quelle belle voix/quelle beauté/quel talent/que tu es belle/comme tu es belle/comme d'habitude/qui vivra verra/quand tu souris/quand j'étais petit/où j'habite il fait froid/ce que tu dis est vrai/c'est ce que je dis/je ne sais pas pourquoi/je sais pas quoi dire/parce que je t'aime/tu es belle/tu es magnifique/t'es la meilleure/tu chantes bien/tu as raison/tu peux le faire/j'aime comment tu chantes/je t'aime/bonsoir tout le monde/salut tout le monde/chante quelque chose/je suis là/c'est vrai ça/c'est magnifique/c'est nul/est magnifique ce live/bisous du maroc/on est là/trop belle/bonne nuit/ça va bien merci/quand tu veux/quel plaisir/quelle honte/quel dommage/comme toujours/que du bonheur/qui dit mieux/où que tu sois/combien je t'aime",
  },
  de: {
    asks: "woher kommst du/wo kommst du her/wo wohnst du/wie alt bist du/wie heißt du/wie gehts/wie geht es dir/wie geht's dir/was machst du/was machst du so/was ist das für ein lied/wie heißt das lied/welches spiel ist das/wer ist das/wann kommst du wieder/wann ist der nächste live/wie viel kostet das/warum weinst du/warum nicht/wieso machst du das/welches magst du lieber/kannst du singen/kannst du mich grüßen/grüßt du mich/hast du kinder/hast du einen freund/bist du single/bist du verheiratet/sprichst du englisch/magst du fußball/spielst du mit/ist das live/ist jemand aus berlin da/kennt jemand das lied/weiß jemand wie das lied heißt/wer hat gewonnen/was ist passiert/wie spät ist es bei dir/und du/und dir/kennst du mich/darf ich was fragen/was hast du gesagt/geht es dir gut/alles gut bei dir/wo hast du das gekauft/wie macht man das/was meinst du/hörst du mich/kommst du morgen/machst du morgen live",
    states:
      "was für eine stimme/was für ein tor/wie schön/wie süß/wie immer wunderschön/wer weiß/wer nicht will der hat schon/wenn du lachst/als ich klein war/wo ich wohne ist es kalt/was du sagst stimmt/das ist was ich meine/ich weiß nicht warum/ich weiß nicht was ich sagen soll/weil ich dich mag/du bist schön/du bist die beste/du singst gut/du hast recht/du kannst das/ist gut/ist so/bist die beste/hast recht/kann man machen/ich mag wie du singst/hallo zusammen/guten abend/sing was/bin da/das stimmt/das ist mega/liebe grüße aus wien/gute nacht/wann immer du willst/wie du willst/wie süß du bist/was auch immer/wann du willst/wie immer gut/wie cool/wie geil/was ein spaß/was laberst du da/wer lesen kann ist im vorteil",
  },
  it: {
    asks: "di dove sei/da dove vieni/quanti anni hai/come ti chiami/come stai/come va/tutto bene/che fai/cosa fai/cosa fai nella vita/che canzone è/come si chiama la canzone/che gioco è/chi è/chi è lui/dove abiti/dove l'hai comprato/quando torni/quando fai la prossima live/quanto costa/perché piangi/perché no/quale preferisci/mi saluti/puoi cantare/puoi salutarmi/mi puoi salutare/sei fidanzata/sei single/sei sposata/hai figli/hai il ragazzo/parli inglese/ti piace il calcio/sai ballare/c'è qualcuno di roma/qualcuno sa la canzone/chi ha vinto/cosa è successo/che ore sono lì/e tu/mi conosci/posso chiederti una cosa/come si fa/stai bene/vieni in italia/giochi con noi/ma è vero/domani fai la live/che ore sono/che lavoro fai/che dici/che hai detto/che telefono usi/che succede/come hai fatto/come mai/quando inizi/quando giochi",
    states:
      "che bella/che bello/che voce/che carina/che fame/che dio ti benedica/come sei bella/come sempre bellissima/quanto sei bella/quanto ti amo/quando sorridi/quando ero piccolo/dove abito fa freddo/chi lo sa/chi se ne frega/quello che dici è vero/è quello che dico io/non so perché/non so cosa dire/perché ti amo/sei bellissima/sei la migliore/sei bravissima/hai ragione/hai una bella voce/puoi farcela/mi piace come canti/ti amo/buonasera a tutti/ciao a tutti/canta qualcosa/sono qui/è vero/è bellissimo/saluti da napoli/buonanotte/forza/che schifo/che noia/che palle/che paura/che caldo/che bravo/che forte/che bella canzone/che spettacolo/che tristezza/che vergogna/che meraviglia/come vuoi/come te nessuna/quando vuoi/che ridere/che peccato",
  },
  id: {
    asks: "dari mana kak/asal mana/asal dari mana kak/umur berapa kak/namanya siapa/siapa namanya/apa kabar/apa kabar kak/lagi apa/lagi ngapain/ini lagu apa/judul lagunya apa/game apa itu/itu siapa/rumahnya dimana/beli dimana/kapan live lagi/berapa harganya/harganya berapa/kenapa nangis/kenapa diam/kok gitu sih kenapa/mana yang bagus/bisa nyanyi gak/bisa sapa aku gak/boleh tanya gak/udah punya pacar belum/udah nikah belum/udah makan belum/bisa bahasa inggris/suka bola gak/ada yang dari bandung/ada yang tau judulnya/siapa yang menang/ada apa/jam berapa di sana/kalau kamu/kenal aku gak/apakah ini live/gimana caranya/bagaimana cara daftar/kakak kerja apa/masih ingat aku/emang iya/serius/yang mana/berapa lama/mau kemana/mau gak sama aku",
    states:
      "apa adanya/apa pun yang terjadi/siapa pun kamu/kapan kapan/mana mungkin/bagaimana pun aku sayang kamu/gak apa apa/nggak papa/tidak tahu kenapa/aku tau siapa kamu/yang penting sehat/kamu cantik/kakak cantik banget/suaranya bagus/benar sekali/bisa dong/boleh juga/suka banget sama kakak/salam dari malang/halo semua/nyanyi dong/hadir/semangat kak/selamat malam/ada ada aja/emang bener/berapapun harganya aku beli/kapan pun aku siap/kok gitu/kok sepi/kok bagus/apa aja boleh/apalah aku/apa lagi kamu cantik/mana tahan/bagaimana nanti saja",
  },
  ms: {
    asks: "asal mana/dari mana/umur berapa/nama apa/siapa nama awak/apa khabar/buat apa tu/lagu apa ni/bila live lagi/berapa harga/kenapa sedih/kat mana awak/boleh tak nyanyi/boleh sebut nama saya tak/dah makan ke/dah kahwin ke/ada sesiapa dari johor/siapa menang/macam mana nak buat/awak kerja apa/betul ke",
    states:
      "apa apa pun terbaik/comelnya/awak cantik/boleh je/terbaik/tak apa/salam dari kedah/hai semua/betul tu/nyanyi lah/tak tahu kenapa/suka tengok awak",
  },
  nl: {
    asks: "waar kom je vandaan/waar woon je/hoe oud ben je/hoe heet je/hoe gaat het/hoe is het/wat doe je/wat ben je aan het doen/welk liedje is dit/wat is dit voor spel/wie is dat/wanneer kom je terug/wanneer is de volgende live/hoeveel kost het/waarom huil je/waarom niet/welke vind je leuker/kan je zingen/kun je me groeten/heb je een vriend/ben je single/spreek je engels/hou je van voetbal/is dit live/is er iemand uit rotterdam/weet iemand het liedje/wie heeft gewonnen/wat is er gebeurd/hoe laat is het daar/en jij/ken je mij/mag ik iets vragen/speel je mee/wat zeg je/gaat het goed",
    states:
      "wat een stem/wat mooi/wat een goal/wat leuk/hoe mooi/wie weet/als je lacht/toen ik klein was/wat je zegt is waar/ik weet niet waarom/omdat ik van je hou/je bent mooi/je bent de beste/je zingt goed/je hebt gelijk/is goed/kan je niet schelen/hallo allemaal/goedenavond/zing iets/ik ben er/groetjes uit gent/welterusten/dat klopt",
  },
  pl: {
    asks: "skąd jesteś/skad jestes/ile masz lat/jak masz na imię/jak się masz/co robisz/co to za piosenka/jaka to gra/kto to jest/gdzie mieszkasz/kiedy następny live/kiedy wracasz/ile to kosztuje/dlaczego płaczesz/dlaczego nie/czemu nie śpiewasz/który wolisz/możesz zaśpiewać/mozesz mnie pozdrowić/pozdrowisz mnie/masz chłopaka/jesteś sama/czy mówisz po angielsku/czy to live/czy ktoś zna piosenkę/jest ktoś z krakowa/kto wygrał/co się stało/która jest u ciebie godzina/a ty/znasz mnie/mogę o coś zapytać/jak to się robi/grasz z nami/wszystko dobrze",
    states:
      "jaki piękny głos/jaka ładna/co za gol/kto wie/kiedy się śmiejesz/jak zawsze piękna/jak ja cię kocham/nie wiem dlaczego/bo cię kocham/jesteś piękna/jesteś najlepsza/masz rację/możesz wszystko/cześć wszystkim/dobry wieczór/zaśpiewaj coś/jestem/pozdrowienia z gdańska/dobranoc/to prawda/super live/jak zawsze super/jak ładnie/jaki przystojny/jaka szkoda/co za wstyd/co tam życzę dobrego dnia",
  },
  tr: {
    asks: "nerelisin/nerden yazıyorsun/nereden/kaç yaşındasın/adın ne/ismin ne/nasılsın/naber/ne yapıyorsun/napıyorsun/bu şarkının adı ne/şarkının adı ne/hangi oyun bu/bu kim/nerede oturuyorsun/nerden aldın/ne zaman geleceksin/bir daha ne zaman yayın açacaksın/kaç para/fiyatı ne kadar/neden ağlıyorsun/niye sustun/hangisini seversin/şarkı söyler misin/bana selam verir misin/selam verir misin/sevgilin var mı/evli misin/ingilizce biliyor musun/futbol sever misin/canlı mı bu/ankaradan var mı/şarkıyı bilen var mı/kim kazandı/ne oldu/orada saat kaç/sen nasılsın/beni tanıyor musun/bir şey sorabilir miyim/nasıl yapılıyor/iyi misin/oynar mısın/gerçek mi bu/duyuyor musun",
    states:
      "ne güzel/ne güzel ses/ne güzelsin/ne desem az/kim ne derse desin/nasıl güzel/neyse/hiç bir şey/bilmiyorum neden/çünkü seni seviyorum/çok güzelsin/sen harikasın/haklısın/yaparsın/selam herkese/iyi akşamlar/bir şarkı söyle/geldim/izmirden selamlar/iyi geceler/doğru/süper yayın/helal olsun/ne kadar güzel/ne tatlı/ne hoş/ne diyim/ne yapalım hayat bu",
  },
  ro: {
    asks: "de unde ești/de unde esti/câți ani ai/cati ani ai/cum te cheamă/cum te numești/ce faci/ce mai faci/ce melodie e asta/cum se numește melodia/ce joc e/cine e/cine este/unde locuiești/de unde ai luat/când mai intri live/cand revii/cât costă/de ce plângi/de ce nu/care îți place mai mult/poți să cânți/mă saluți/ai prieten/ești singură/esti casatorita/vorbești engleză/îți place fotbalul/e cineva din cluj/știe cineva melodia/cine a câștigat/ce s-a întâmplat/cât e ceasul acolo/tu ce faci/mă cunoști/pot să te întreb ceva/cum se face/ești bine",
    states:
      "ce voce frumoasă/ce frumos/ce tare/cât ești de frumoasă/cât te iubesc/cine știe/când zâmbești/nu știu de ce/pentru că te iubesc/ești frumoasă/ești cea mai bună/ai dreptate/poți să o faci/salut tuturor/bună seara/cântă ceva/sunt aici/salutări din iași/noapte bună/așa e/de ce nu se știe/ce urât/ce păcat/ce rușine/ce bine/ce fain/cum vrei tu/cât de tare",
  },
  sv: {
    asks: "var kommer du ifrån/var bor du/hur gammal är du/vad heter du/hur mår du/hur är läget/vad gör du/vilken låt är det/vad är det för spel/vem är det/när kommer du tillbaka/när är nästa live/hur mycket kostar det/varför gråter du/varför inte/vilken gillar du mest/kan du sjunga/kan du hälsa på mig/har du pojkvän/är du singel/pratar du engelska/gillar du fotboll/är det live/är det någon från malmö/vet någon vad låten heter/vem vann/vad hände/vad är klockan hos dig/och du/känner du mig/får jag fråga en sak/mår du bra",
    states:
      "vilken röst/vilket mål/vad fint/vad söt du är/hur fin som helst/vem vet/när du ler/jag vet inte varför/för att jag gillar dig/du är fin/du är bäst/du har rätt/kan tänka mig det/är bra/hej allihopa/god kväll/sjung något/jag är här/hälsningar från umeå/god natt/det stämmer",
  },
  cs: {
    asks: "odkud jsi/kolik ti je/jak se jmenuješ/jak se máš/co děláš/co je to za písničku/jaká je to hra/kdo je to/kde bydlíš/kdy bude další live/kdy se vrátíš/kolik to stojí/proč pláčeš/proč ne/který máš radši/můžeš zazpívat/pozdravíš mě/máš přítele/jsi single/mluvíš anglicky/je to živě/je tu někdo z brna/zná někdo tu písničku/kdo vyhrál/co se stalo/kolik je u vás hodin/a ty/znáš mě/můžu se na něco zeptat/hraješ s námi",
    states:
      "jaký krásný hlas/co za gól/kdo ví/když se směješ/jak jsi krásná/nevím proč/protože tě mám rád/jsi krásná/jsi nejlepší/máš pravdu/ahoj všichni/dobrý večer/zazpívej něco/jsem tady/zdravím z prahy/dobrou noc/to je pravda",
  },
  hu: {
    asks: "honnan jöttél/hol laksz/hány éves vagy/hogy hívnak/hogy vagy/mit csinálsz/milyen szám ez/milyen játék ez/ki az/mikor jössz vissza/mikor lesz a következő live/mennyibe kerül/miért sírsz/miért nem/melyik tetszik jobban/tudsz énekelni/köszönsz nekem/van barátod/szingli vagy/beszélsz angolul/ez élő/van itt valaki pécsről/tudja valaki a szám címét/ki nyert/mi történt/hány óra van ott/és te/ismersz/kérdezhetek valamit/jól vagy",
    states:
      "milyen szép hang/de szép/ki tudja/amikor mosolyogsz/nem tudom miért/mert szeretlek/gyönyörű vagy/te vagy a legjobb/igazad van/sziasztok/jó estét/énekelj valamit/itt vagyok/üdv szegedről/jó éjszakát/ez igaz",
  },
  tl: {
    asks: "taga saan ka/saan ka nakatira/ilang taon ka na/anong pangalan mo/kumusta ka/kamusta na/anong ginagawa mo/anong kanta yan/ano yang laro/sino yan/kailan ka babalik/kailan ulit live mo/magkano yan/bakit ka umiiyak/bakit hindi/alin mas gusto mo/pwede ka bang kumanta/pwede pa shout out/may jowa ka na ba/single ka ba/may asawa ka na ba/marunong ka ba mag english/live ba to/may taga cebu ba dito/alam niyo ba yung kanta/sino nanalo/anong nangyari/anong oras na diyan/ikaw/kilala mo ba ako/pwede magtanong/kumain ka na ba/totoo ba yan/paano gawin yan",
    states:
      "ang ganda ng boses mo/ang ganda mo/ang galing/ewan ko kung bakit/kasi mahal kita/ikaw ang best/tama ka/kaya mo yan/hello sa lahat/magandang gabi/kanta ka naman/nandito na ako/shout out from davao/good night po/totoo yan/ano ba yan nakakatawa/sino ba naman ako",
  },
  vi: {
    asks: "bạn ở đâu/em ở đâu/quê ở đâu vậy/bao nhiêu tuổi/bạn bao nhiêu tuổi/em tên gì/bạn tên là gì/khỏe không/bạn khỏe không/đang làm gì vậy/bài này tên gì/bài gì vậy/game gì đây/ai vậy/đó là ai/mua ở đâu/khi nào live lại/bao giờ quay lại/giá bao nhiêu/bao nhiêu tiền/tại sao khóc/sao không hát/thích cái nào hơn/hát được không/chào em được không/có người yêu chưa/có chồng chưa/ăn cơm chưa/biết tiếng anh không/có thích bóng đá không/live thật không/có ai ở hà nội không/ai biết bài này không/ai thắng vậy/chuyện gì vậy/mấy giờ rồi/còn bạn/nhớ mình không/cho hỏi xíu được không/làm sao vậy/làm thế nào",
    states:
      "giọng hay quá/xinh quá/đẹp quá trời/không biết tại sao/vì yêu em/em là nhất/đúng rồi/cố lên em/chào mọi người/chào buổi tối/hát đi em/có mặt/chào từ đà nẵng/ngủ ngon/không sao đâu/không có gì/ai cũng thích em/sao mà xinh thế/gì cũng được",
  },
  ru: {
    asks: "откуда ты/ты откуда/из какого ты города/сколько тебе лет/как тебя зовут/как дела/как ты/что делаешь/что за песня/что за трек/как называется песня/какая это игра/кто это/где живешь/где купила/когда следующий эфир/когда вернешься/сколько стоит/почему плачешь/почему нет/зачем так/какой тебе больше нравится/можешь спеть/передашь привет/можешь передать привет/у тебя есть парень/ты замужем/ты свободна/говоришь по английски/любишь футбол/это прямой эфир/есть кто из казани/кто знает песню/кто выиграл/что случилось/сколько у вас времени/а ты/ты меня помнишь/можно вопрос/играешь с нами/все хорошо/ты в порядке/чем занимаешься",
    states:
      "какой голос/какая красивая/какая ты красивая/что за гол/кто знает тот знает/когда ты улыбаешься/как всегда красавица/как же я тебя люблю/не знаю почему/потому что люблю/ты красивая/ты лучшая/ты права/ты сможешь/всем привет/добрый вечер/спой что нибудь/я тут/привет из омска/спокойной ночи/это правда/чтобы все было хорошо/где наша не пропадала/как красиво/как круто/как мило/какая прелесть/какой ужас/какой позор/что ж поделать/как скажешь/чтоб ты жила сто лет",
  },
  uk: {
    asks: "звідки ти/ти звідки/скільки тобі років/як тебе звати/як справи/як ти/що робиш/що за пісня/як називається пісня/яка це гра/хто це/де живеш/коли наступний ефір/коли повернешся/скільки коштує/чому плачеш/чому ні/яка тобі більше подобається/можеш заспівати/передаси привіт/у тебе є хлопець/ти заміжня/чи ти говориш англійською/є хто зі львова/хто знає пісню/хто виграв/що сталося/котра година/а ти/можна питання/граєш з нами/все добре",
    states:
      "який голос/яка гарна/хто знає/коли ти посміхаєшся/не знаю чому/бо люблю/ти гарна/ти найкраща/ти права/всім привіт/добрий вечір/заспівай щось/я тут/вітання з одеси/на добраніч/це правда",
  },
  ar: {
    asks: "من وين انت/انت من وين/منين انت/انتي منين/كم عمرك/عندك كام سنة/شو اسمك/ايش اسمك/اسمك ايه/كيف حالك/كيفك/شلونك/عامل ايه/شخبارك/شو عم تعمل/بتعمل ايه/شنو هاي الاغنية/ايش اسم الاغنية/ما اسم الاغنية/ايش هاللعبة/مين هذا/من هذا/وين ساكن/فين ساكنة/من وين اشتريت/متى البث الجاي/امتى ترجع/كم السعر/بكام/ليش تبكي/ليه زعلان/لماذا/ايهما افضل/ممكن تغني/ممكن تسلم علي/هل تعرف تغني/هل انت متزوجة/متزوجة ولا لا/تحكي انجليزي/بتحب الكورة/في حد من مصر/حد يعرف الاغنية/مين فاز/شو صار/ايه اللي حصل/كم الساعة عندكم/وانت/تعرفني/ممكن سؤال/كيف اعمل",
    states:
      "ما شاء الله/ما اجمل صوتك/ما احلاك/كم احبك/من القلب/مين زيك/كيف ما تحب/والله انك حلوة/ما اعرف ليش/لاني احبك/انت جميلة/انت الافضل/معك حق/مرحبا بالجميع/مساء الخير/غني شي/وصلت/تحياتي من العراق/تصبح على خير/صحيح/الحمد لله/من السعودية احبكم/متى ما تبي/ما شاء الله عليك/ما اروعك/ما عندي مشكلة/ما فهمت/ما احد/من قلبي/من فلسطين/من المغرب/من زمان ما شفتك/كم انت رائعة",
  },
  fa: {
    asks: "اهل کجایی/از کجایی/کجا زندگی میکنی/چند سالته/اسمت چیه/خوبی/چطوری/چیکار میکنی/این آهنگ چیه/اسم آهنگ چیه/این کیه/کی لایو میذاری/چنده/قیمتش چنده/چرا گریه میکنی/چرا نه/کدوم بهتره/میشه بخونی/میشه سلام کنی/ازدواج کردی/انگلیسی بلدی/کسی از شیراز هست/کسی آهنگو میدونه/کی برد/چی شد/ساعت چنده/تو چی/منو میشناسی/سوال بپرسم/آیا زنده است",
    states:
      "چه صدای قشنگی/چه خوشگلی/نمیدونم چرا/چون دوستت دارم/خیلی خوشگلی/تو بهترینی/حق با توئه/سلام به همه/شب بخیر/بخون یه چیزی/اومدم/سلام از تهران/درسته/هر چی تو بگی",
  },
  ur: {
    asks: "آپ کہاں سے ہیں/کہاں سے ہو/عمر کیا ہے/نام کیا ہے/کیا حال ہے/کیسے ہو/کیا کر رہے ہو/یہ کون سا گانا ہے/یہ کون ہے/اگلا لائیو کب ہے/کتنے کا ہے/کیوں رو رہے ہو/کیا آپ گا سکتے ہیں/کیا آپ شادی شدہ ہیں/کون جیتا/کیا ہوا/کیا وقت ہوا ہے",
    states:
      "کیا بات ہے/کتنی پیاری آواز/پتا نہیں کیوں/کیونکہ پیار ہے/آپ بہت خوبصورت ہیں/سب کو سلام/گانا گاؤ/میں آ گیا/لاہور سے سلام/شب بخیر/صحیح کہا",
  },
  hi: {
    asks: "आप कहाँ से हो/कहां से हो/उम्र क्या है/नाम क्या है/क्या हाल है/कैसे हो/क्या कर रहे हो/ये कौन सा गाना है/ये कौन है/अगला लाइव कब है/कितने का है/क्यों रो रहे हो/क्या आप गा सकते हो/शादी हो गई क्या/कौन जीता/क्या हुआ/kaha se ho/kahan se ho/aap kaha se ho/kya hal hai/kaise ho/kaisi ho/naam kya hai/umar kya hai/kya kar rahe ho/kya kr rhe ho/ye kaun sa gana hai/kaun hai ye/kab aaoge/kitne ka hai/kyu ro rahe ho/shadi ho gayi kya/kya hua",
    states:
      "क्या बात है/कितनी प्यारी आवाज़/पता नहीं क्यों/क्योंकि प्यार है/आप बहुत सुंदर हो/सबको नमस्ते/गाना गाओ/मैं आ गया/दिल्ली से प्यार/शुभ रात्रि/सही कहा/kya baat hai/kya baat hai bhai/bahut acha/pata nahi kyu/aap bahut sundar ho/sahi kaha/love from delhi/क्या आवाज़ है/क्या गाना गाया/क्या कमाल/kya awaz hai/kya gana gaya/क्या खूब/बहुत अच्छा लग रहा है/मैं देख रहा हूँ",
  },
  el: {
    asks: "από πού είσαι/πόσο χρονών είσαι/πώς σε λένε/τι κάνεις/τι κανεις/πως εισαι/ποιο τραγούδι είναι αυτό/πώς λέγεται το τραγούδι/ποιος είναι/πού μένεις/που το πήρες/πότε θα ξανακάνεις live/πόσο κάνει/γιατί κλαις/γιατί όχι/μπορείς να τραγουδήσεις/έχεις αγόρι/είσαι παντρεμένη/μιλάς αγγλικά/ποιος κέρδισε/τι έγινε/τι ώρα είναι εκεί/εσύ/με θυμάσαι",
    states:
      "τι ωραία φωνή/πόσο όμορφη είσαι/δεν ξέρω γιατί/γιατί σε αγαπώ/είσαι πανέμορφη/είσαι η καλύτερη/έχεις δίκιο/γεια σε όλους/καλησπέρα/τραγούδα κάτι/είμαι εδώ/χαιρετίσματα από πάτρα/καληνύχτα/σωστά",
  },
  zh: {
    asks: "你是哪里人/你来自哪里/你多大了/你几岁/你叫什么名字/你好吗/你在干嘛/在做什么/这是什么歌/这首歌叫什么/什么游戏/这是谁/他是谁/你住哪里/哪里买的/什么时候再直播/几点开播/多少钱/为什么哭/为什么不唱/你喜欢哪个/可以唱歌吗/能唱一首吗/可以叫我名字吗/你有男朋友吗/结婚了吗/会说英语吗/吃饭了吗/是直播吗/有北京的吗/有人知道这首歌吗/谁赢了/怎么了/发生什么事/现在几点/你呢/还记得我吗/可以问个问题吗/怎么做的/真的吗/是不是真的/有没有人/好不好",
    states:
      "什么都好/怎么都行/多么美的声音/谁都知道/不知道为什么/因为爱你/你真漂亮/你最棒/你说得对/大家好/晚上好/唱首歌/我来了/来自上海的问候/晚安/真的/太好听了/加油/哪里哪里/没什么/好呀好呀",
  },
  ja: {
    asks: "どこから来ましたか/どこの人/何歳ですか/何歳/お名前は/名前は何ですか/元気ですか/元気/何してるの/この曲何/この曲の名前は何ですか/なんのゲーム/これは誰/どこに住んでるの/どこで買ったの/次の配信はいつ/いくらですか/なんで泣いてるの/どうして/どっちが好き/歌ってくれますか/名前呼んでくれる/彼氏いるの/結婚してますか/英語話せますか/ご飯食べた/これ生放送ですか/誰か知ってる人いますか/誰が勝ったの/どうしたの/今何時/覚えてる/質問いいですか/どうやってやるの/本当ですか/まじ/大丈夫ですか",
    states:
      "なんて綺麗な声/いつも綺麗ですね/なんでもいい/誰でもいい/かわいいですね/最高です/その通り/みんなこんばんは/こんばんは/歌って/来たよ/大阪からこんにちは/おやすみ/すごい/頑張って/好きです/いつもありがとう/何でもない/わからない",
  },
  ko: {
    asks: "어디서 왔어요/어디 사람이에요/몇 살이에요/나이가 어떻게 되세요/이름이 뭐예요/이름 뭐야/잘 지내요/뭐해요/뭐 하고 있어요/이 노래 뭐예요/노래 제목 뭐예요/무슨 게임이에요/누구예요/어디 살아요/어디서 샀어요/다음 방송 언제예요/언제 와요/얼마예요/왜 울어요/왜 안 해요/뭐가 더 좋아요/노래 불러줄 수 있어요/제 이름 불러주실 수 있나요/남자친구 있어요/결혼했어요/영어 할 줄 알아요/밥 먹었어요/지금 라이브예요/아는 사람 있나요/누가 이겼어요/무슨 일이에요/지금 몇 시예요/저 기억해요/질문해도 돼요/어떻게 해요/진짜예요/괜찮아요/한국 사람이에요/그게 뭔데/맞나요/할까요/맛있니",
    states:
      "정말 예뻐요/목소리 좋아요/왠지 좋아요/뭐든지 좋아/누구나 알아요/언제나 예뻐요/사랑해요/최고예요/맞아요/안녕하세요 여러분/좋은 저녁이에요/노래 불러주세요/왔어요/부산에서 인사해요/잘 자요/진짜 좋다/화이팅/한국 사람입니다/모르겠어요/귀여워요",
  },
  th: {
    asks: "มาจากไหน/คุณเป็นคนที่ไหน/อายุเท่าไหร่/ชื่ออะไร/สบายดีไหม/ทำอะไรอยู่/เพลงอะไร/เพลงนี้ชื่ออะไร/เกมอะไร/นั่นใคร/อยู่ที่ไหน/ซื้อที่ไหน/ไลฟ์อีกเมื่อไหร่/กี่โมง/ราคาเท่าไหร่/ร้องไห้ทำไม/ทำไมไม่ร้อง/ชอบอันไหน/ร้องเพลงได้ไหม/ทักหน่อยได้ไหม/มีแฟนหรือยัง/แต่งงานหรือยัง/กินข้าวหรือยัง/พูดอังกฤษได้มั้ย/มีใครมาจากเชียงใหม่บ้าง/ใครรู้จักเพลงนี้บ้าง/ใครชนะ/เกิดอะไรขึ้น/จำได้ไหม/ถามได้ไหม/ทำยังไง/จริงหรอ/จริงไหม",
    states:
      "สวยมาก/เสียงเพราะมาก/ไม่รู้ทำไม/เพราะรักคุณ/คุณเก่งที่สุด/ถูกต้อง/สวัสดีทุกคน/สวัสดีตอนเย็น/ร้องเพลงหน่อย/มาแล้ว/ทักทายจากภูเก็ต/ฝันดี/จริงด้วย/น่ารักจัง/ไม่เป็นไร/อะไรก็ได้/ใครๆก็รัก/สู้ๆ/ขอบคุณครับ",
  },
};
