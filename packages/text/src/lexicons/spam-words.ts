/** What a word may be to advertising, a bit each; what two of them are together, `spam-signs.ts` says. */
export const Ad = {
  offer: 1,
  goods: 2,
  own: 4,
  place: 8,
  appeal: 16,
  reach: 32,
  contact: 64,
  earn: 128,
  money: 256,
  opener: 512,
} as const;

/** Words of advertising in the languages of our lists, by what they are to it: our own. */
export const spamWords: readonly (readonly [bit: number, words: string])[] = [
  [
    Ad.offer,
    `free cheap cheapest selling instant unlimited gratis regalo regalamos sorteo barato baratos baratas vendo vendemos compra compre comprar consigue obtén gana ilimitado
    grátis barato baratos sorteando vendo ganhe compre consiga ilimitado gratuit gratuits gratuites gratuitement achetez gagnez vends obtenez
    kostenlos kostenlose gratis billig billige günstig günstige gewinne gewinnt verkaufe kaufe verlose verlosung gratuiti gratuite vinci economici vendo compra ottieni
    murah gratis jual beli dapatkan dapetin menang termurah promo ücretsiz bedava ucuz satılık kazan kazanın satış satıyorum
    бесплатно бесплатные бесплатный дешево дёшево дешевые дешёвые продам продаю купить розыгрыш раздача раздаю получи накрутка накрутим накручу
    مجانا مجاناً مجانية مجاني رخيص رخيصة ارخص أرخص بيع للبيع شراء اشتري اربح احصل جوائز زيادة
    मुफ्त मुफ़्त फ्री सस्ते सस्ता बेच जीतो जीतें पाओ पाएं muft sasta saste`,
  ],
  [
    Ad.goods,
    `followers follower subs viewers robux vbucks coins diamonds likes giftcard giftcards iphone seguidores monedas diamantes suscriptores vistas
    seguidores moedas inscritos visualizações abonnés followers pièces diamants vues abonnenten münzen diamanten follower iscritti monete diamanti visualizzazioni
    pengikut koin takipçi takipci takipçiler jeton elmas beğeni izlenme подписчиков подписчики подписчика монеты монет лайки лайков алмазы просмотров голоса
    متابعين المتابعين عملات كوينز جواهر لايكات مشاهدات هدايا شحن فلوورز फॉलोअर्स फॉलोवर्स फॉलोअर सिक्के कॉइन लाइक्स डायमंड`,
  ],
  [
    Ad.own,
    "my mi mis meu meus minha nosso mon ma nos mein meine meinem meinen meiner mio mia miei gue gw ku aku saya benim мой моя мое моё мои моем моём моей мою наш наша нашем मेरी मेरे मेरा mera meri mere",
  ],
  [
    Ad.place,
    `profile bio channel page profil perfil biografía biografia canal página pagina profils chaîne chaine profilo canale kanal kanalım kanalima seite biyografi
    профиль профиле профиля канал канале канала группу страницу страничку телеграм тг био шапке चैनल प्रोफाइल प्रोफ़ाइल बायो`,
  ],
  [
    Ad.appeal,
    `sígueme sigueme síganme siganme sígame seguidme suscríbete suscribete suscríbanse suscríbansé sígannos
    inscrevam seguime sigam followback follback folback polback folbek fullback
    abonnez abonne seguimi seguitemi iscrivetevi iscriviti profilku profilgue bioku channelku profilim profilime profilimde profilimden profilimi kanalıma kanalimi kanalımı kanalımda biyomda biomda bioma takipleşelim takiplesek takiplesin
    подпишись подпишитесь подпишите подписывайтесь подписывайся подпишусь взаимка взаимно взаимная
    تابعوني تابعني تابعيني تابعونا اشتركوا اشترك اشتركو بروفايلي حسابي بحسابي قناتي بقناتي صفحتي ضيفوني ضيفني البايو بالبايو
    promosi pinjol judi gacor judol maxwin jackpot slot88 sub4sub f4f l4l onlyfans followme linktree linktr`,
  ],
  [
    Ad.reach,
    `me us mir uns escríbeme escribeme escríbanme háblame contáctame agrégame escribime manda mándame chama chame chamem chamar contacte contactez écrivez écris ajoute ajoutez
    schreib schreibt schreibe meldet melde scrivimi scrivetemi contattami aggiungimi contattatemi hubungi invite yaz yazın ulaş ulaşın gel gelin katıl katılın
    пиши пишите напиши жми переходи заходи вступай жду ждем добавляйся راسلني راسلوني تواصل كلمني كلموني ضيف انضم انضموا ادخل ادخلوا करो करें भेजो join add`,
  ],
  [
    Ad.contact,
    `whatsapp whatsap wasap watsap whats telegram telegrama zap zapzap dm dms inbox privado privadinho pv mp privat privatnachricht privato wa japri özelden dmden dmye лс личку личные вотсап ватсап вацап телегу телеграм телеграмм тг
    واتساب واتس الواتس الواتساب تلجرام تليجرام تيليجرام تلغرام خاص الخاص ديسكورد व्हाट्सएप व्हाट्सऐप टेलीग्राम डीएम discord`,
  ],
  [
    Ad.earn,
    `earn make earning ganar gana gano ganhar ganhe ganho faturar gagner gagnez gagne verdienen verdiene verdient verdien guadagna guadagnare guadagno hasilkan menghasilkan dapatkan cuan kazan kazanmak kazanın kazandım
    заработай заработать заработок зарабатывай зарабатываю зарабатывать доход доходность اربح ربح الربح كسب اكسب कमाओ कमाएं कमाई कमाएँ कमाने kamao kamaye invertir investire investir investiere yatırım инвестиции инвестируй استثمار निवेश double duplica dobre`,
  ],
  [
    Ad.money,
    `money cash dollars usd btc bitcoin crypto usdt forex trading dinero plata dólares dolares euros euro cripto criptomonedas dinheiro grana reais renda criptomoedas argent crypto bitcoins geld krypto soldi criptovalute
    uang duit rupiah kripto saldo lira kripto dolar деньги денег рублей долларов крипта крипте крипту крипто криптовалюта биткоин ставках المال مال فلوس دولار بيتكوين العملات الرقمية पैसे पैसा रुपये क्रिप्टो बिटकॉइन paise`,
  ],
];

/** Advertising by two words and more, joined by "_", whatever stands around it: our own. */
export const spamPhrases = `follow_me follow_for_follow follow_back dm_me link_in_bio link_in_my link_in_profile check_my check_out_my my_bio visit_my free_coins free_followers free_robux cheap_followers buy_followers
  en_mi_bio en_mi_perfil en_mi_canal link_en_bio enlace_en_bio link_en_la_bio te_sigo sigue_me sígueme_y_te sigo_de_vuelta me_sigues_y pasen_por_mi pasate_por_mi visita_mi visiten_mi mira_mi_perfil mi_whatsapp gana_dinero dinero_fácil dinero_desde_casa trabaja_desde_casa préstamos_rápidos
  na_bio link_na link_no_perfil no_meu_perfil na_minha_bio sigo_de_volta segue_de_volta siga_de_volta siga_me me_segue me_sigam sdv se_inscreve se_inscreva se_inscrevam inscreva_se dinheiro_fácil dinheiro_em_casa renda_extra trabalhe_em_casa chama_no_zap chama_no_pv chama_no_privado
  abonne_toi abonnez_vous lien_en_bio lien_dans_ma lien_dans_la lien_dans_mon sur_mon_profil ma_chaîne mon_profil mon_insta ma_bio suis_moi suivez_moi viens_en_mp viens_dm venez_sur_mon argent_facile argent_rapidement
  folgt_mir folg_mir folge_zurück folge_für_folge link_in_der_bio link_in_bio link_in_meiner link_im_profil schaut_auf_meinem schau_auf_mein auf_meinem_profil auf_mein_profil mein_kanal meinem_kanal meinen_kanal mein_profil meiner_bio schnelles_geld geld_verdienen follow_für
  link_in_bio link_nella_bio link_nel_profilo sul_mio_profilo il_mio_profilo il_mio_canale mio_canale mio_profilo mia_bio seguimi_che ti_seguo ricambio_follow soldi_facili soldi_da_casa guadagna_da_casa scrivimi_in
  link_di_bio cek_bio cek_profil klik_link di_bio_aku follow_aku follow_gue follow_gw follow_balik follow_akun pinjaman_online slot_gacor saling_follow mampir_ke_akun mampir_ke_profil jual_followers cek_ig cek_akun wa_di minat_wa
  para_kazan para_kazanmak para_kazanın kolay_para takip_et takip_edin takibe_takip takip_eden takip_edene geri_takip gt_yapılır profilime_bak profilimdeki_link link_bioda bio_daki linke_tıkla linke_tıklayın link_profilde profilde_link bana_yaz dm_gel dm_den dm_at
  ссылка_в_профиле ссылка_в_био ссылка_в_шапке в_моем_профиле в_моём_профиле у_меня_в_профиле мой_канал мой_профиль моем_канале ко_мне_в заходи_ко_мне заходите_ко_мне пиши_в пишите_в в_лс в_личку в_телеграм в_телеграмме в_тг взаимная_подписка подпишусь_в
  الرابط_في رابط_في_البايو الرابط_بالبايو رابط_بالبايو ادخل_حسابي زوروا_حسابي شوفوا_حسابي شوفوا_قناتي تابعني_واتابعك متابعة_مقابل فولو_مقابل زيادة_متابعين تواصل_واتساب تواصل_خاص كلمني_خاص راسلني_خاص
  बायो_में मेरी_प्रोफाइल मेरी_प्रोफ़ाइल मेरे_चैनल मेरा_चैनल मुझे_फॉलो फॉलो_करो_मुझे फॉलो_बैक फॉलो_के_बदले लिंक_पर पैसे_कमाओ पैसे_कमाएं घर_बैठे मुझे_dm चैनल_को_सब्सक्राइब mujhe_follow follow_karo mera_channel mere_channel meri_profile paise_kamao ghar_baithe bio_me bio_mein`;

/** The same in scripts that don't part their words. */
export const unsegmentedSpam =
  /フォロー(?:して|お願い|よろ|返|バック)|フォロバ|相互(?:フォロー)?(?:お願い|募集|しま|希望|です)|(?:僕|私|俺|うち)の(?:プロフ|チャンネル|配信|動画|枠|ライブ)|プロフ(?:ィール)?(?:の|に|見て|みて|から|へ|リンク|欄)|チャンネル登録|固定(?:ツイ|ポスト)|リンク(?:は|から|をクリック|クリック|へ)|無料(?:で)?(?:コイン|フォロワー|ダイヤ|プレゼント|ギフト|配布)|フォロワー(?:買|販売|増や|増え|格安|激安|購入)|激安|格安|(?:稼げ|稼ぐ|稼ぎ|儲か)|副業|在宅(?:で|ワーク)|仮想通貨|ビットコイン|(?:ライン|LINE|line|DM|dm|テレグラム)(?:ください|下さい|して|追加|送って|まで|で連絡|待って)|抽選で|プレゼント企画|팔로우? ?(?:해|좀|부탁|하면|백|미|하고|주)|맞팔|선팔|(?:제|내|저희) ?(?:프로필|채널|방송|계정|유튜브)|프로필 ?(?:링크|확인|봐|보|클릭|와|방문|에)|링크 ?(?:클릭|눌러|확인|타고|있)|구독 ?(?:해|부탁|좀|하고|눌러)|무료 ?(?:코인|팔로워|다이아|나눔|증정|지급|로)|공짜 ?(?:코인|팔로워|로)|팔로워 ?(?:판매|늘|구매|싸게|팝|증가|작업)|(?:싸게|싼) ?(?:팔|판매)|돈 ?(?:버는|벌|쉽게)|부업|재택|비트코인|코인 ?(?:투자|리딩|무료)|(?:카톡|텔레|텔레그램|디엠|오픈채팅|라인) ?(?:주세요|줘|추가|문의|보내|하세요|으로|ㄱ|해|방|로)|문의 ?(?:주세요|는|환영)|이벤트 ?(?:참여|당첨)|토토|바카라|카지노|(?:加|私)我?(?:微信|vx|v信|qq|群|粉)|关注我|互关|求关注|互粉|点我(?:头像|主页)|我的?主页|免费(?:领|送|金币|粉丝)|买粉|涨粉|赚钱|兼职|刷单|比特币/iu;
