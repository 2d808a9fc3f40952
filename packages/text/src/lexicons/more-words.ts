import type { WordGroups } from "./word-map.ts";

/** What our first lists of Turkish, Russian and Hindi in Latin letters lack of chat: praise and blame of who streams. */
export const moreTurkish: WordGroups = [
  [
    30,
    "adamsın adamdır kralsın kraliçesin kraliçem kralım on_numara aşığım müthiş müthişsin bayılırım helal_olsun yakıyorsun tapılacak efsanesin harikasın mükemmelsin iyi_ki_varsın hayranınım en_sevdiğim kalbimsin",
  ],
  [
    22,
    `ellerine_sağlık eline_sağlık emeğine_sağlık yüreğine_sağlık ağzına_sağlık sesine_sağlık sağ_ol sağolun varol tatlım hayatım kardeşim_benim favorim favori* nefis bal_gibi mis_gibi başarılar kutlu_olsun hoş_geldin hoşbulduk iyi_bayramlar güzelsin tatlısın
    samimi* değerli* içim_ısındı ısındım rahatlatıyor moralim_düzeldi aferin keyifle kaliteli gülmekten gülmekten_öldüm koptum güldüm şeker* sempatiksin enerjin yakışıyor yakışmış olmuş_çok seviliyorsun beğendim beğeniyorum öpüyorum sevgiler selametle mutluyum
    duygulandım hak_ettin hakettin sevdim_seni öptüm bravo_sana ilaç_gibi`,
  ],
  [
    -14,
    `donuyor takılıyor kasıyor yoruldum uykum_geldi üzgünüm gereksiz* vasat sıradan sesin_gelmiyor ses_gelmiyor beceremiyor*`,
  ],
  [
    -24,
    `berbatsın boş_yayın boş_yapma kapat_şunu kapat_yayını uyuz* gıcık* gıcıksın sinir_bozucu güzel_değil sevmedim sevmiyorum beğenmedim beğenmiyorum komik_değil ağlayacağım ağladım utan_biraz zaman_kaybı saçma_sapan saçmalama* salaksın aptalsın terbiyesiz* saygısız* midem_bulandı
    midem_bulanıyor kafam_şişti başım_ağrıdı sus_artık kes_sesini git_buradan defol* moralim_bozuk moralim_bozuldu canım_acıyor canım_yanıyor korkuyorum korktum kalitesiz* yapmacık* çekilmez* itici* iticisin zevksiz* katlettin rezilsin kalbim_kırıldı kırıldım yalnızım
    dayanamıyorum çekemiyorum kavga* nankör* ezik* hile* hileci* haksızlık* beceriksiz* geri_zekalı yüzsüz* cıvık* bayık* bayıyor sıktın sıkıldım sıkıcısın kötüsün çirkinsin yalancı* yalancısın iğrençsin bıktım_artık hiç_güzel_değil hiç_komik_değil trip_atma`,
  ],
  [0, "gülü güle_güle gülay gülşen ışığı üstteki acı_biber sever_misin sevdiğin_renk iyi_misin hoş_bir_soru nasılsın"],
];

export const moreRussian: WordGroups = [
  [
    30,
    "лучшая лучший лучшие бомбически обалденн* ахренен* гениально талантищ* талант сногсшибательн* блестящ* божественно топчик краш любимка",
  ],
  [
    22,
    `милашк* прелест* прелесть душевно душевн* тепло_на_душе зашло мне_зашло настроение_поднял* поднял*_настроение чётко четко годно годнот* балдею балдёж балдеж кайфую залип* восторге зажигаешь огонёк звезда ты_звезда ты_чудо чудо обнимаю целую рад_видеть молодчин* умнич* крутяк
    крутой крутая лайк красотк* улыбаюсь угар угораю смеюсь поржал* орнул* ору_с смешной смешная восхищаюсь горжусь уважуха сила мощно сильно_сказано удачный удачного успехов везуч* вдохнов* уютн* ламповый ламповая спасибки пасиб* сенк* обожаемая музыкальный_слух за_душу
    ржу_не_могу не_скучно не_плохо`,
  ],
  [
    -14,
    `уныло унылый слабо слабенько лагает лаги тормозит завис* виснет не_слышно ничего_не_слышно зеваю засыпаю утомил* сонно так_себе ни_о_чём ни_о_чем посредственн* проигрыш*`,
  ],
  [
    -24,
    `бесит бесишь бесят заткнись заткни* хватит_петь замолчи закрой_рот уходи вали_отсюда иди_отсюда кринж* не_смешно не_нравится не_красиво некрасив* плохой_звук бред бредов* тошнит тошнот* дно днище бездар* хам хамка хамло хамск* наглая наглый нагл* подлый подл* дешёвк* дешевк*
    фейк* лицемер* отписка отписываюсь отписал* фу фуу бе беее фигня фигово хрень ерунда чушь чепуха раздражает раздражаешь невыносим* голова_болит жалк* жалко_её жалко_его жуть жутк* обидно обидел* расстроил* печально бесталан* фальшив* фальшь читер* нечестн* мошенник* скукота скукотища
    тухл* тухляк деградац* дебилизм тупая тупой страшная страшный уродина мымра курица овца коза_ты никакого_таланта потеря_времени пустая_трата зря_потра* мерзко противно отвратно ненавижу разочарован* достала достал позорище стыдно стыдоба`,
  ],
  [
    0,
    "злая_собака рано_утром боль_не топаз страшная_история_есть больше большой больш* лучше_завтра давай любимый_цвет любимая_игра красивые_места_где",
  ],
];

export const moreHindi: WordGroups = [
  [
    30,
    "kya_baat_hai dil_jeet_liya gazab_ka lajawaab kamaal_kar ek_number number_one op jordaar jabardast zordar dil_khush aag_laga dil_se_pyaar best_ho sabse_accha",
  ],
  [
    22,
    `sundar_ho sundar pyari_ho pyara_ho accha_lag achha_laga acha_laga maza_aa maza_aaya maja_aa mast_tha mast_hai badhai_ho dhanyavaad_ji khush_raho jiyo_mere wah_wah waah_bhai tagda tagdi swaad swaad_aa sukoon sukun fan_hu fan_hoon garv_hai mehnati talented pasand_hai pasand_aaya pasand_aa
    hasi_nahi_ruk hasi_nahi_rukti has_has_ke hasa_diya cute_lag handsome_lag hero_lag hero_ho achhe_insaan nek_dil dil_saaf salute_sir respect_bhai proud_of all_the_best dua_hai duaayein aashirvaad shubhkamnaye sher_dil rockstar bura_nahi bore_nahi badiya_hai bdiya badhiyaa suhana nikhar`,
  ],
  [
    -14,
    "lag_hota lag_ho_raha atak_raha atak thak_gaya_hu neend_aa awaaz_nahi_aa sunai_nahi_de mushkil_hai pareshan_hu akela_hu mood_kharab net_slow",
  ],
  [
    -24,
    `accha_nahi achha_nahi acha_nahi pasand_nahi maza_nahi maza_nahi_aaya funny_nahi hasi_nahi_aayi hasi_nahi_aati mat_gao gana_band band_karo band_kar chup_karo chup_kar chup_ho chup_raho dimag_kharab dimaag_kharab sar_dard sir_dard gussa_aa rona_aa sharam_karo besharam besharmi dhokhebaaz
    nikal_yahan nikal_yaha bhag_yahan bhag_yaha nikal_ja bhag_ja kameena kamina kamine chhi chi_chi ganda gandi gande gandagi nakli nakli_hai pakao_mat pak_gaya pakka_diya pakaya besura besuri bhadda bhaddi overacting over_acting sasta_nasha flop_show flop ullu_mat bewakoofi pagal_ho pagal_hai
    galat_baat jalan_ho jalte_ho barbaad tatti badtameezi ghamandi ghamand akad_mat kharab_awaaz gandi_awaaz zero_talent time_waste bore_kar bore_ho bore_hoke mar_gaye_bore dar_lag tut_gaya toot_gaya_dil bura_laga dukh_hua udaas_hu irritate_mat faltu_live bekar_live nalayak kutte kutta_hai`,
  ],
  [0, "dil_se_kahan mast_rehna chor_bazar right_wala naam_kya hit_kab pasand_kya kya_pasand kharab_mausam naam_lo mera_naam"],
];
