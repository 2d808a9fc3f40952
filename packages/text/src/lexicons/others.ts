import type { Lexicon } from "./lexicon.ts";

/** Hindi in Latin letters as chatted, with the English that is mixed into it, and in Devanagari: our own list. */
export const hindi: Lexicon = {
  valence: [
    [
      30,
      `pyaar pyar pyari pyara pyaare mohabbat ishq jaan jaanu shandar shaandar zabardast jabardast jabardasth kamaal kamal gazab gajab lajawab behtareen behtreen umda mast jhakaas jhakas badhiya badiya badhai badhaai mubarak mubaarak superb
      awesome amazing love best great congratulations congrats blockbuster superhit zindabad jindabad jeet jeeta jeete jeetega jeetenge jai jay_ho शानदार ज़बरदस्त जबरदस्त कमाल लाजवाब बेहतरीन प्यार मोहब्बत बधाई मुबारक अद्भुत महान गर्व
      pyaara pyaari pyare luv_u lovely favourite fav superstar megastar fabulous outstanding mindblowing mind_blowing rocking
      rocks rocked awsm awesm osm dhamaka dhamaal dhansu faadu fadu kadak bawaal killer king queen legend champion winner win
      wins won wining rockstar dil_se kya_baat kya_bat bahut_khoob bahut_khub bohot_khoob lage_raho jay_hind bharat_mata
      vande_mataram hbd janamdin janmdin grt superbb congratss congratulation badhaiyan badhaiyaan mubarakbaad mubarkan
      जबर्दस्त उत्कृष्ट सर्वश्रेष्ठ बढ़िया बढिया जिंदाबाद ज़िंदाबाद जय जय_हिंद जय_हो शाबाश हार्दिक शुभकामनाएं शुभकामनाएँ
      शुभकामना पसंद दिल_से अनमोल`,
    ],
    [
      22,
      `accha acha achha achcha achhi acchi achi acche ache achhe achchhe sundar sundr khubsurat khoobsurat khush khushi khusi anand maza mazaa maja majaa mazedar majedar hasi hansi dhanyavad dhanyawad dhanyavaad shukriya thanks thank good nice happy
      shubh subh shubhkamnayein aashirwad ashirwad ashirvad dua duaa sahi sach sachchai izzat respect samman garv proud himmat bahadur sher hero dost dosti bhaijaan shabash shabaash wah waah vaah wow meetha swadisht safal safalta umeed asha vikas vijay swagat
      namaste pranam imandar imaandar hit mubaraq अच्छा अच्छी अच्छे सुंदर खूबसूरत खुश खुशी मज़ा मजा धन्यवाद शुक्रिया शुभ सही सच सम्मान हिम्मत वाह सफल उम्मीद विकास विजय जीत स्वागत आशीर्वाद ईमानदार
      well_done gud gud_morning gm gn gudnyt thnx thnks thanku thankyou thnku tnx shukriyaa meharbani mehrbani kripa kirpa
      bhagwan_bhala allah_bless god_bless bless bless_you salute salaam salam saalam naman shat_shat_naman pranaam namaskar
      namaskaar ram_ram radhe_radhe swagatam hardik fakhr shaan izzatdar imaandari imandari sachcha sachha sachaa sachchi
      sacha veer veerta jaanbaz jaabaz jabaz sahas tarakki taraqqi pragati unnati khushhaal khushhali khushiyan khushiya
      khushiyaan anmol hasna muskan muskaan muskurahat smile smiling jite_raho jiyo jio sexy hot cutie handsome smart pretty
      gud_luck enjoy enjoyed enjoying njoy fun party super_duper paisa_vasool paisa_wasool vasool dekhne_layak dekhni_chahiye
      must_watch mza maze maje mje shubhratri suprabhat shubhkamna shubhkaamnaye support supporting agree agreed right_hai
      sachi_baat true_sir honest honesty brave courage inspire inspiring inspiration hope peace aman shanti bhaichara ekta
      insaniyat dayalu daya madad help_kiya आनंद आनन्द खुशियाँ ख़ुशी ख़ुश खुशियां मुस्कान मुस्कुरा मुस्कुराते हंसी हँसी सुख
      सुंदरता सुन्दर प्यारा प्यारी प्यारे दोस्त दोस्ती सलाम नमन प्रणाम नमस्कार नमस्ते शांति एकता प्रगति उन्नति सफलता सफलताओं
      बहादुर वीर साहस ईमानदारी सच्चा सच्ची सच्चाई सराहनीय प्रशंसा प्रेरणा कृपा वरदान मदद सहयोग समर्थन मंगलमय मंगल सुप्रभात
      आभार आभारी विजेता जीते जीता जीतेगा स्वस्थ सुरक्षित लाभ फायदा आशा भरोसा विश्वास`,
    ],
    [8, "haha hahaha hehe lol theek thik ठीक हाँ"],
    [
      -12,
      "mushkil pareshan pareshani dikkat thak thaka thaki thak_gaya galat galti gareeb garib mehnga mehenga nakli bimar bimari chinta der bore boring मुश्किल परेशान गलत गरीब महंगा बीमार चिंता",
    ],
    [
      -20,
      `bura buri bure kharab bekar bekaar ghatiya ghatia wahiyat dukh dukhi dard rona ro_raha gussa naraz naraaz dar darr nafrat jhoot jhooth jhuth jhutha jhoothe jhoota dhokha dhoka dhokebaaz chor chori lutera loot loota bhrasht bhrashtachar ghotala apradh
      maut mar_gaya mara maar marna hatya yudh jung atankwadi atank dange gunda gundagardi pagal bewakoof bewkoof bevkoof murkh ullu gadha gadhe nikamma nalayak besharm besharam sharam sharm fail fake haar haara hara_diya barbad barbaad tabah nuksan phenku feku pappu jumla jumle fraud shame sad bad
      बुरा बुरी खराब बेकार घटिया दुख दुखी दर्द गुस्सा नफरत झूठ झूठा धोखा चोर भ्रष्ट हत्या मौत पागल बेवकूफ मूर्ख शर्म बेशर्म हार बर्बाद
      bakwas bakwaas bkwas bakchodi faltu faaltu phaltu ghatiyapan ghatiyaa wahiyaat tharki tharak badtameez badtamiz
      batameez badtamizi neech neechta nich ghinona ghinauni ghin sharmnak sharmnaak sharmanak doob_maro doob_mar chullu
      dhikkar dhikkaar lanat laanat lanat_hai laanat_hai thu thoo thu_hai bhaad_me bhaad_mein bhad_me jhand jhandu popat
      bakra chu chutyapa chutyap chutiyapanti chutiyo gandgi kharaab nikammi nikamme nalayaki namard napunsak kayar kayarta
      darpok dogla dogle doglapan dogli makkar makkari dhongi dhong pakhandi pakhand paakhandi dikhawa natak nautanki
      nautankibaaz drama dramebaaz dramebaz jhoothi jhute jhuti makkaar beimaan beiman baiman beimani baimani thag thagi
      thagna lut_liya lootne lootere luteron choron ghotale ghotalo ghotalebaaz scams scamster corrupt corruption bhrastachar
      bhrashtachari bhrashtachaar rishwat rishvat ghus ghoos dalal dalali dalaal dalla dalle dallo paid_media presstitute
      presstitutes sickular bhakt_log andhbhakt andh_bhakt andhbhakto gulami gulam chamcha chamche chamchagiri chaploos
      chaaplus chaaplusi fenku jumlebaaz jumlebaji jumlebaz vote_bank tushtikaran desh_drohi deshdrohiyo gaddar gaddaar
      gaddari gadddar dhokhebaz dhokebaz vishwasghat barbaadi barbadi tabahi satyanash satyanaash khatam_kar nuksaan ghata
      mehngai mahangai mehangai mahngai mehngaai mahanga garibi gareebi bhookh bhukhmari bhukha bhookha berozgari berojgari
      berozgar berojgar naukri_nahi atmahatya aatmahatya suicide khudkushi kisan_marr marr_gaya mar_gaye mar_gayi mar_rahe
      mar_raha mar_jao mar_ja marne maare_gaye mare_gaye maari_gayi shaheed shahid_ho shahadat jala_do jala_diya jalao khoon
      khun khooni kaatil katil qatil qatal katal katleaam balatkar balatkaari balatkari rape rapist rapists rapes chhedkhani
      chedkhani shoshan atyachar atyachaar julm zulm zulmi anyay anyaay nainsafi na_insafi dhamki dhamkana hinsa danga dangai
      dangebaaz aatank aatankwad aatankwadi aatanki atanki terrorist terrorists terrorism terror jihadi dushman dushmani
      zahar zeher jahar zehar vish virodh birodh boycott bycott ban bann ban_karo arrest jail jail_bhejo girftar saza saja
      kanoon_andha gundaraj jungle_raj jungleraj gundo gundon mafia goondagardi ladai ladayi jhagda jhagra jhagde pitai peeta
      pita_gaya thappad chappal joote joota juta laat takleef taklif peeda dukhad afsos afsos_hai mayus mayoos nirash nirasha
      niraash udaas udas udasi akela akelapan akeli ro_rahe ro_diya rota roti_hai rone rula_diya aansu aansoo aasu dil_tod
      dil_toota dil_tuta dil_toot toot_gaya bichhad bewafa bewafai bewafaai judai tanhai tanha tadap tadapna ghutan naraazgi
      chid chidh irritate irritating irritated jalan jalte_hain jalta jealous khauf bhayanak khatarnak khatra pareshan_hu
      pareshan_hai preshan presan pareshaan tension tensan stress bore_ho bore_kar pakau pakaau pakao boring_hai neend_nahi
      thak_gayi thak_gye bimaar bimar_hai bukhar dengue sardard hospital accident durghatna haadsa hadsa mout nidhan
      nidhan_ho swargvas dehant shok shraddhanjali shradhanjali rip om_shanti superflop mahaflop disaster bakwas_movie waste
      waste_of wst third_class thirdclass ghisi ghisa_pita bkws time_waste horrible terrible awful hated hates anger useless
      shameful disgrace stupid idiot idiots fool fools foolish moron nonsense bullshit rubbish crap joker clown loser losers
      lose lost loss failed failure problem problems wrong cheap third_grade liar liars lie lies lied cheat cheater cheaters
      cheating cheated thief looters poor kill killed killing killer_hai murder murdered murderer died die death dies attack
      attacks attacked bomb blast blasts war victim victims condemn condemned protest corruption_hai criminal criminals crime
      goons anti_national antinational traitor traitors dynasty hypocrite hypocrites hypocrisy intolerance communal
      unfortunate unfortunately sorry disappointed disappointing disappointment sadly crying hurt pain painful sick ill fever
      tired alone lonely miss_you missing miss_u bc mc bkl bhosdi bhosda bhosdiwale lodu lodu_hai lauda laude lawda lavde
      lawde loda jhatu jhaatu jhantu jhaant gaandu gandfat gand_phat gand_fat gandmara maa_ki maa_ka teri_maa terimaa
      maa_chod chod chodu chudai choot chut chutad rand randwa rakhail tawaif haraami haramkhori haramjade haramzade
      haramjada sooar suwar saali salo kutton kutto bewkuf bewakuf bevkuf bewakoofi bewkoofi murkhta moorkh murkho pagalpan
      paagal mental_hai mental dimag_nahi sadak_chhap ganwar gawar gavar jahil jaahil anpadh anpad aukat auqat aukaat नीच
      घिनौना घिनौनी शर्मनाक धिक्कार लानत बकवास फालतू बेहूदा वाहियात निकम्मा निकम्मी निकम्मे नालायक कायर दोगला दोगले पाखंड
      पाखंडी ढोंग ढोंगी नौटंकी झूठे झूठी मक्कार बेईमान बेईमानी ठग लूट लूटा लूटने लुटेरे चोरी घोटाला घोटाले भ्रष्टाचार
      भ्रष्टाचारी रिश्वत दलाल गुलाम चमचे देशद्रोही देशद्रोह ग़द्दारी गद्दारी विश्वासघात बर्बादी तबाह तबाही सत्यानाश नुकसान
      महंगाई महँगाई गरीबी भूख भूखे बेरोजगारी बेरोजगार आत्महत्या मारा मारे मार मारो मौतें मृत्यु मृतक हत्यारे हत्याएं कत्ल खून
      बलात्कार बलात्कारी छेड़छाड़ शोषण अत्याचार जुल्म ज़ुल्म अन्याय धमकी हिंसा दंगा दंगे आतंक आतंकी आतंकवाद आतंकवादी हमला
      हमले दुश्मन दुश्मनी ज़हर जहर विरोध बहिष्कार जेल गिरफ्तार सजा सज़ा गुंडा गुंडे गुंडागर्दी माफिया लड़ाई झगड़ा दुखद दुःख
      दुःखद पीड़ा तकलीफ अफसोस अफ़सोस निराश निराशा निराशाजनक उदास अकेला अकेले रोना रोते रो_रहा आँसू आंसू दिल_टूट टूटा बेवफा
      नाराज जलन डर डरा डरते खतरा खतरनाक भयानक परेशानी तनाव बोर थक थकान बुखार बीमारी बिमारी दुर्घटना हादसा निधन शोक
      श्रद्धांजलि शहीद बलिदान_व्यर्थ फ्लॉप असफल असफलता विफल हारा हारे हारने शर्मिंदा कलंक गंदा गंदी गंदे गन्दा गंदगी कुत्ते
      सुअर गधा गधे उल्लू मूर्खता बेवकूफी पागलपन गंवार जाहिल समस्या समस्याएं दुर्भाग्य दुर्भाग्यपूर्ण अपमान अपमानित निंदा
      बदनाम बदतमीज`,
    ],
    [
      -30,
      "chutiya chutiye chutiyapa madarchod bhenchod behenchod bsdk bhosdike gandu gaand randi harami haramkhor haramzada kutta kutte kutiya kamina kamine kamini suar saala_kutta saale tatti lund ganda gandi gande gandagi deshdrohi ग़द्दार गद्दार कमीना कुत्ता हरामी",
    ],
    [0, `jaan_lo jaan_kar jaan_na sher_shah`],
  ],
  negations: "nai na mat bina kabhi_nahi नहीं मत ना बिना not no never",
  trailing: "nahi nahin nhi नहीं",
  boosters:
    "bahut bahot bohot bhut bhot boht kitna kitni itna itni zyada jyada ekdum bilkul sabse super very so बहुत कितना इतना ज्यादा सबसे बिल्कुल",
  dampers: "thoda thodi kam थोड़ा कम",
  but: "lekin magar par but परन्तु लेकिन मगर",
};

export const turkish: Lexicon = {
  valence: [
    [
      30,
      "seviyorum* seviyoruz bayıld* bayılıyorum aşk* aşkım harika* muhteşem* mükemmel* süper* efsane* şahane* olağanüstü kusursuz kraliçe kral en_iyi tebrik* hayran* enfes inanılmaz bravo helal",
    ],
    [
      22,
      "güzel* iyi iyisin iyiyim iyiler sevgi* sevdim sever* sevinç* mutlu* mutluluk* teşekkür* sağol* saol eyvallah tatlı* canım* canımsın bebeğim hoş* hoşgeldin* neşe* neşeli eğlenceli* eğlen* komik* gül* gülüyorum umut* barış* gurur* başarı* başarılı* kazan* zafer* şans* şanslı onur* saygı* destek* cesur* kahraman* öneririm tavsiye* ilginç* etkileyici* günaydın iyi_geceler doğum_günün kutlu_olsun maşallah allah_razı lezzetli* sempatik* kibar* zeki* yakışıklı* keyif* keyifli kaliteli* beğen* beğendim özledim*",
    ],
    [8, "haha* hahaha* sjsj* ahsj* tamam evet inşallah olur yeni rahat* kolay* dost* arkadaş* aile* hediye* tatil* güneş*"],
    [
      -12,
      "zor garip* yorgun* yoruldum uykum soğuk* yağmur* sınav* eksik* sorun* problem* kriz* hata* yanlış* suç* kaybet* kayıp* unut* endişe* stres* yavaş* fakir* pahalı* yasak* şikayet* saçma* imkansız* ağır* maalesef malesef keşke geç_kal* hasta* sıkıl* sıkıcı*",
    ],
    [
      -20,
      "kötü* berbat* üzgün* üzül* üzücü* ağla* ağlıyorum acı* ağrı* korku* kork* öfke* kızgın* sinir* hayal_kırıklığı başarısız* yenil* yalnız* yaralı* ölüm* öldü* ölü* öldür* cinayet* savaş* şiddet* saldır* haksız* adaletsiz* yalan* sahte* aldat* dolandır* hırsız* yolsuz* işe_yaramaz felaket* rezil* rezalet* trajedi* utan* utanç* aptal* salak* gerizekalı* mal_mısın ahmak* cahil* korkak* bencil* düşman* hain* çirkin* bıktım* yeter_artık lanet* yazık ayıp*",
    ],
    [
      -30,
      "nefret* iğrenç* tiksin* korkunç* çöp* pislik* amk aq mk orospu* piç* siktir* sik* göt götü şerefsiz* kahpe* terör* tecavüz* cehennem* kanser*",
    ],
    [0, "gülen çöpçü acıktı* acil* sikke yenilik* yenile* oldu* olup olur* olus* olun* gotur*"],
  ],
  negations: "hiç asla hiçbir",
  trailing: "değil değilsin değilim yok",
  boosters: "çok en pek gayet gerçekten aşırı baya bayağı ne_kadar tam tamamen daha",
  dampers: "biraz az neredeyse azıcık",
  but: "ama fakat ancak lakin",
};

export const russian: Lexicon = {
  valence: [
    [
      30,
      "люблю любим обожа* восхит* восторг* прекрасн* великолепн* превосходн* потрясающ* офигенн* шикарн* идеальн* совершенств* замечательн* супер* лучш* красав* гениальн* гений божественн* бесподобн* поздравля* браво чудесн* бомба огонь топ волшебн*",
    ],
    [
      22,
      "хорош* классн* класс круто крут* красив* красот* мил* милая милый спасиб* благодар* счаст* рад рада рады радост* весел* весёл* смешн* улыб* надежд* мир_вам горд* успех* удач* побед* выигр* талант* уважа* уважен* поддерж* смел* герой* рекоменд* интересн* впечатл* добр* доброе_утро спокойной_ночи с_днем с_днём нежн* вкусн* приятн* нрав* понрав* любим* дорогая дорогой целую обнима* умниц* умн* молодец молодц* приколь* прикол* здорово отличн* отлично ура кайф* респект симпатич* привет* солнышк* зайк* скуча*",
    ],
    [8, "хаха* ахах* хах* лол ржу да ладно норм нормальн* легк* друг друзья семь* подар* праздник* новы* лет* солнц*"],
    [
      -12,
      "трудн* сложн* странн* устал* холодн* дожд* экзамен* проблем* кризис* ошиб* винова* потер* забы* беспок* нервн* стресс* медленн* бедн* дорого слаб* запрет* жалоб* критик* нелеп* невозможн* тяжел* тяжёл* жаль увы болею болит больн* скучн* скука лень",
    ],
    [
      -20,
      "плох* плохо груст* печаль* печальн* плач* слез* слёз* боль страда* страх* страшн* ужас* зл* злой гнев* ярост* разочаров* провал* неудач* проигр* одинок* ранен* умер* смерт* уби* убий* войн* насил* нападе* несправедл* врет врут враньё ложь лжи лжец* фальш* обман* мошен* вор воры укра* коррупц* бесполезн* катастроф* хаос* трагед* позор* стыд* тупо* туп* глуп* дура* дурак* дебил* идиот* кретин* лох* клоун* трус* эгоист* лицемер* враг* предат* урод* некрасив* хуже худш* надоел* достал* бесит раздраж* фигн* отстой кошмар*",
    ],
    [
      -30,
      "ненави* отврат* мерзк* мерзост* гадост* гадк* дерьм* говн* сук* блят* бля блядь хуй* хуе* хуё* пизд* еба* ёба* мудак* мраз* твар* ублюд* нахуй пошёл_на пошел_на мусор* террор* фашис* нацис* рак_мозга ад_какой",
    ],
    [24, "охуенно охуенн* пиздато ахуенн* не_плохо неплохо не_плохой неплох* ужасно_красив*"],
    [
      0,
      "рано ранее ранн* рана_да злат* злак* сукн* тварьковск* мира милли* милиц* миля летят лететь рано_утром крутит* доброволь*",
    ],
  ],
  negations: "не ни нет нельзя никогда без никто ничего ничуть",
  boosters:
    "очень так такой такая такие самый самая самое самые весьма крайне совсем совершенно абсолютно реально просто настолько слишком сильно безумно",
  dampers: "немного чуть почти слегка едва чуток мало",
  but: "но однако зато а_вот",
};

export const dutch: Lexicon = {
  valence: [
    [
      30,
      "geweldig* fantastisch* prachtig* schitterend* perfect* uitstekend* ongelofelijk_mooi heerlijk* briljant* top super* fenomenaal* hou_van houden_van gefeliciteerd* proficiat kampioen* liefste beste het_beste de_beste magnifiek* wauw bravo geniaal* fantasties* meesterwerk*",
    ],
    [
      22,
      "goed goede mooi* leuk* lief* lieve liefde bedankt dank* dankjewel dankbaar* blij blije gelukkig* geluk* beter* vet cool* gezellig* grappig* vrolijk* vriendelijk* aardig* hoop hoopvol* vrede* trots* bewonder* talent* genot geniet* genieten* lekker* smakelijk* zoet* schattig* succes* win* gewonnen winst* zege* eer* respect* steun* moed* held* aanrader* interessant* spannend* indrukwekkend* goedemorgen welterusten fijn* fijne plezier* feest* verjaardag* koningin schat* schatje knap* favoriet* vakantie* inspirer* kus* kusjes knuffel* glimlach* lachen haha_leuk zin_in hoera jippie enthousiast* tevreden*",
    ],
    [
      8,
      "haha* hihi* lol ja rustig* veilig* makkelijk* help* vriend* familie* droom* gezond* nieuw* positief* zomer* zon* weekend* cadeau* verras* vrij* vrijheid licht graag welkom* samen oke",
    ],
    [
      -12,
      "moeilijk* ingewikkeld* raar* vreemd* twijfel* moe vermoeid* koud* regen* maandag* huiswerk* toets* tentamen* gemist mis probleem* problemen* crisis fout* schuld* verlies* verloren kwijt vergeten zorgen* nerveus* stress* traag* zwaar* arm* verward* jaloers* zwak* duur dure verbod* verboden negatief* klacht* klagen kritiek* belachelijk* onmogelijk* helaas jammer ziek* griep* saai* vervelend* file* vertraging* ongeluk* gevaar* bang* spijt*",
    ],
    [
      -20,
      "slecht slechte slechter erg_slecht verdrietig* triest* huil* huilen* tranen pijn* lijden angst* boos* woede* kwaad* teleurgesteld* teleurstell* gefaald* mislukt* nederlaag* eenzaam* gewond* dood* sterf* sterven* moord* oorlog* geweld* aanval* aanslag* oneerlijk* lieg* leugen* liegt nep* bedrog* bedrieg* dief* corrupt* nutteloos* ramp* drama* tragisch* schande* schaam* dom* domme idioot* stom* stomme sukkel* clown* laf* egoïst* hypocriet* vijand* verrader* lelijk* erger* ergste zielig* depress* ondraaglijk* verdomme* verdomd* rot* kapot* irritant* haat_het",
    ],
    [
      -30,
      "haat* haten* walgelijk* afschuwelijk* vreselijk* verschrikkelijk* gruwelijk* kut* klote* kanker* tering* tyfus* hoer* lul* eikel* klootzak* godver* shit* terror* nazi* vies* smerig* ranzig* rotzooi* troep* kots*",
    ],
    [
      0,
      "winkel* winter* wind* windows eerst* eerder* eer_ste lichting mist mission* miss arme armen arm_band moet* zonder zone* domein* dominee* kustlijn kust* vrijdag* vrijwel hulp",
    ],
  ],
  negations: "geen nooit zonder niks niets niemand nergens noch",
  trailing: "niet nooit",
  boosters: "heel zeer erg zo echt super mega ontzettend ongelooflijk enorm helemaal totaal veel meer best wel te",
  dampers: "beetje weinig minder nauwelijks bijna enigszins een_beetje",
  but: "maar echter toch",
};
