import type { MoodLines } from "./mood-lines.ts";

export const turkish: MoodLines = {
  positive: `çok güzelsin/sesin harika/seni seviyorum/bayıldım/muhteşem/çok tatlısın/helal olsun/adamsın/kralsın/efsane/süper yayın/ellerine sağlık/teşekkürler abi/mükemmel söylüyorsun/çok eğlenceli/gülmekten öldüm/iyi ki varsın/doğum günün kutlu olsun/tebrikler
aşık oldum sesine/maşallah/canımsın/çok yakışıklısın/en sevdiğim yayıncı/çok komiksin/bravo/harikasın kraliçem/mutlu oldum/şahane/on numara/çok beğendim/favorim/içim ısındı/gurur duyuyorum/iyi geceler tatlım/enerjin çok iyi/yüreğine sağlık
seviliyorsun/bal gibi sesin var/aşırı güzel/nefis görünüyor/çok başarılısın/hoş geldin canım/çok keyifli/kaliteli yayın/müthiş/güzel insan/hayranım sana/yakıyorsun/mis gibi/iyi bayramlar/şarkı çok güzel/gülüşün güzel/saçların çok güzel olmuş
seni izlemek keyif/çok iyi oynuyorsun/başarılar/allah razı olsun/kalbimsin/moralim düzeldi/rahatlatıyor sesin/aferin/ne tatlı şey/değerlisin/samimisin/sağ ol`,
  negative: `çok sıkıcı/berbat/nefret ediyorum/sesin kötü/iğrenç/çirkinsin/yalancı/boş yayın/kapat şunu/rezalet/uyuz oldum/sinir bozucu/hiç güzel değil/sevmedim/beğenmedim/komik değil/üzüldüm/ağlayacağım/dolandırıcı/çok donuyor izlenmiyor/yazık/utan biraz/zaman kaybı
bıktım/saçma sapan/salak mısın/aptal/terbiyesiz/saygısız/gıcık/midem bulandı/kafam şişti/sus artık/git buradan/çöp/hayal kırıklığı/moralim bozuk/canım acıyor/korkuyorum/yoruldum bıktım/kalitesiz/sahte/yapmacık/çekilmez/itici/zevksiz/berbat ses
şarkıyı katlettin/kötü oynuyorsun/hile yapıyor/haksızlık/nankör/ezik/rezil/kalbim kırıldı/yalnızım/acı/dayanamıyorum/kavga çıkarma/ayıp/çok kötü/felaket/geri zekalı/beceriksiz/ses berbat/gereksiz`,
  neutral: `nerelisin/merhaba/kaç yaşındasın/şarkının adı ne/saat kaç/yeni geldim/yemek yedin mi/yarın yayın var mı/istanbuldan/hangi oyun/otobüsteyim/duşa giriyorum/ben geldim/adın ne/boyun kaç/ankaradan izliyorum/sıradaki şarkı/kaça kadar/bugün pazartesi
yağmur yağıyor/okul bitti/sağdaki kişi/sola bak/yorum oku/ekrana dokun/su iç/hediyeyi kim attı/televizyonu açtım/arabada dinliyorum/dün tekrarını izledim/mikrofon nerede/şarjım bitiyor/tişört ne renk/kaç para/nereden aldın/sesi aç/kamerayı çevir/ayağa kalk
otur/bekle/eve gidiyorum/işe gidiyorum/üç kişi izliyoruz/kulaklık taktım/bir soru/cevap ver/ne yapıyorsun/bu ne/hangisi/ikinci kişi/ne zaman yayın/saat on oldu/beş dakikaya geliyorum/odan nerede/ışığı aç/fotoğraf çektim/üstteki/kırmızı olan/ne iş yapıyorsun
öğrenciyim/köpeğim var/almanyadan izliyorum/öğle yemeği/ayın kaçı/telefon çaldı/selam/burada kimler var`,
};

export const russian: MoodLines = {
  positive: `ты такая красивая/классно поёшь/люблю тебя/супер/обожаю твои эфиры/милашка/спасибо большое/голос огонь/очень смешно/ты лучшая/красавица/умница/молодец/с днём рождения/поздравляю/восхитительно/шикарно выглядишь/топ/кайф/как мило
ты прелесть/приятный голос/отличная песня/веселый стрим/ржу не могу/настроение поднял/браво/талантище/гений/красавчик/горжусь тобой/нравится/мне зашло/бомба/великолепно/душевно/тепло на душе/удачи тебе/счастья тебе/вкусно выглядит/люблю эту песню/крутой
лайк/респект/уважаю/чётко/ты чудо/солнышко/любимая песня/прекрасный голос/танцуешь здорово/улыбка красивая/добрый человек/рад тебя видеть/ура/идеально/как же хорошо/интересно с тобой/приятно слушать/волшебно/ты звезда/обнимаю/годно/балдею от голоса/лучший стример/всё отлично`,
  negative: `скучно/ужасно поёшь/ненавижу/фу/отстой/страшная/врёшь/хватит петь/заткнись/бесит/надоело/позор/кринж/не смешно/не нравится/не красиво/плохой звук/лагает ужасно/мне грустно/плачу/разочарован/обман/мошенники/тупо/дура/идиот/мерзко/противно
стыдно/потеря времени/раздражает/голова болит от тебя/мусор/дно/бездарность/уходи/бред/жалко её/больно/боюсь/устал от этого/фальшиво/невыносимо/хамка/наглая/злая/подлый поступок/провал/хуже не бывает/дешёвка/тошнит/кошмар/жуть/уныло/ни о чём/слабо
фигня/одиноко/обидно/расстроилась/печально/проиграл опять/несправедливо/читеры/никакого таланта/отписка/лицемерка`,
  neutral: `ты откуда/привет/сколько тебе лет/как называется песня/сколько времени/я новенький/ты ела/завтра эфир будет/из москвы/какая игра/еду в автобусе/пойду в душ/я вернулся/как тебя зовут/какой рост/смотрю из казани/следующая песня/до скольки эфир/сегодня понедельник
дождь идёт/школа закончилась/человек справа/посмотри налево/прочитай комментарий/нажми на экран/попей воды/кто отправил подарок/включил телевизор/слушаю в машине/вчера смотрел запись/где микрофон/телефон садится/какого цвета футболка/сколько стоит/где купила
сделай громче/поверни камеру/встань/сядь/подожди/иду домой/ушёл на работу/нас тут трое/надел наушники/есть вопрос/ответь/что делаешь/что это/какой из них/второй человек/когда следующий стрим/уже десять часов/буду через пять минут/где твоя комната/включи свет
сфоткал/верхний/красный который/кем работаешь/я студент/у меня собака/смотрю из германии/что на обед/какое число/телефон звонит/всем здравствуйте/кто тут из сибири`,
};

export const hindi: MoodLines = {
  positive: `bahut sundar ho aap/mast gaana hai/love you bhai/kya baat hai/bahut accha gaate ho/aap bahut pyari ho/dil jeet liya/zabardast/kamaal kar diya/shandar performance/maza aa gaya/thank you didi/happy birthday bhai/aap best ho/gazab/jhakaas
sahi hai bhai/bahut khoob/kya awaaz hai yaar mast/aapki smile bahut cute hai/dhanyavaad ji/badhai ho/bahut badhiya/superb bhai/lajawab/dil khush ho gaya/pyaar hai aapse/hasi nahi ruk rahi/ek number/bawaal/kadak/respect bhai/salute sir/aap hero ho
sabse accha live/mujhe bahut pasand hai/aankhein sundar hain/god bless you/jiyo mere sher/wah wah/shabash/acha laga/khush raho hamesha/aapka fan hu/dance mast tha/bahut funny ho aap/pyari awaaz/nice yaar/jordaar/tagda/aag laga di/cute lag rahi ho
handsome lag rahe ho/all the best bhai/garv hai tum par/bahut talented ho/swaad aa gaya/sukoon milta hai sunke/dua hai aapke liye/achhe insaan ho/rockstar/op bhai/proud of you yaar/mazedar/hero lag rahe ho/bahut mehnati ho/dil se pyaar/jabardast`,
  negative: `bekar hai/bahut bura/ghatiya live/boring yaar/nafrat hai/jhooth bolte ho/bakwas/gandi awaaz/mat gao/accha nahi laga/mujhe pasand nahi/bilkul accha nahi/dimag kharab/sar dard ho gaya/chup karo/pagal ho kya/bewakoof/gadha/sharam karo/besharam
dukh hua/rona aa raha hai/udaas hu/gussa aa raha hai/dhokha/fraud hai ye/chor hai/time waste/faltu/wahiyat/gandagi/nakli hai/ghamandi/badtameez/kitna lag hota hai bekar net/mood kharab/tut gaya dil/dar lag raha hai/thak gaya hu/akela hu/bura laga
funny nahi hai/zero talent/pakao mat/pak gaya main/band karo ye/nikal yahan se/bhag yahan se/kameena/ghinona/chhi/thu/sasta nasha/overacting/flop show/hasi nahi aayi/mar gaye bore hoke/irritate mat karo/bhadda/ganda gaana/galat baat hai/nalayak/besura
kya bakwas hai yaar/jalan ho rahi isko/barbaad/kharab awaaz/dikhawa mat karo/ullu mat banao/tatti`,
  neutral: `kahan se ho/hello bhai/kitne saal ke ho/gaane ka naam kya hai/kitne baje hain/abhi aaya hu/khana khaya/kal live aaoge/delhi se hu/kaun sa game hai/bus me hu/nahane ja raha hu/wapas aa gaya/naam kya hai/height kitni hai/mumbai se dekh raha hu/agla gaana/kab tak live ho
aaj somwar hai/barish ho rahi hai/school khatam/right wala/left dekho/comment padho/screen pe tap karo/paani piyo/gift kisne bheja/tv on kiya/gaadi me sun raha hu/kal recording dekhi/mic kahan hai/battery khatam/shirt ka rang kya hai/kitne ka hai/kahan se liya/volume badhao
camera ghumao/khade ho jao/baitho/ruko/ghar ja raha hu/kaam pe ja raha hu/hum teen log dekh rahe hain/earphone lagaya/ek sawal hai/jawab do/kya kar rahe ho/ye kya hai/kaun sa wala/dusra banda/agla live kab/das baj gaye/paanch minute me aata hu/kamra kahan hai/light jalao/photo li
upar wala/laal wala/kya kaam karte ho/student hu/mere paas kutta hai/dubai se dekh rahe hain/lunch me kya hai/aaj kya tarikh hai/phone aa raha hai/namaskar/mera naam lo/hindi me bolo`,
};
