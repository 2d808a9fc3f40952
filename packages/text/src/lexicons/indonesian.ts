import type { Lexicon } from "./lexicon.ts";

/** Indonesian (and the Malay of chat), with its slang: our own list. */
export const indonesian: Lexicon = {
  valence: [
    // As typed: without vowels, or with few.
    [
      22,
      `smngt smgt semngt smangat smangt semangt cmungut mntap mantapp mntp mantab bgus bgs baguss cntik cntk cakepp ganteng gnteng gntg lcu lucuu mksh mksih makasi makasih trmksh trims trimakasih sukak sygg syg syang bhagia snang sht shat sehaat sehatt slmt selamet
      kereen krn_banget hbt hebatt`,
    ],
    [-24, "jlek jlk jelekk bsk busuk bnci bncii mls_banget nyebelin ngeselin ksel kesel sdih sdihh"],
    [
      30,
      `cinta* sayang* mantap* mantab* mantul mantep* keren* hebat* luar_biasa luarbiasa sempurna menakjubkan terbaik terhebat semangat* terima_kasih terimakasih makasih* trimakasih juara* istimewa idola idolaku the_best bangga* salut masyaalloh masya_allah masyaallah* jenius brilian memukau mengagumkan kagum* terharu bestie
      mantaap mantull luarr_biasa terbaikk idolaa favorit* tabarakallah barakallah maa_syaa_allah keren_parah
      gokil_parah pecah_banget aesthetic estetik anggun* menawan* memesona* mempesona* rupawan jelita perfect* sempurnaa
      istimewaa spesial* terkeren tercantik terganteng terlucu terfavorit terkece`,
    ],
    [
      22,
      `bagus* cantik* ganteng* tampan suka* senang* seneng* bahagia* lucu* indah* sukses* selamat* asik* asyik* seru* imut* alhamdulillah* berkah* barokah baik* pintar* pinter* cerdas* ramah* sopan* tulus* ikhlas* jujur* rendah_hati peduli* merakyat* dukung* mendukung berhasil menang* rispek respek respect hormat* nyaman* enak* sedap* lezat*
      gemes* gemas manis* damai* sejahtera* panjang_umur sehat_selalu sehat sehat2 semoga amin* aamiin* aamin* syukur* bersyukur berkat* mulia* bijak* adil* amanah* hati_mulia apresiasi* top jos* gaskeun gaspol gokil* cakep* kece mantapp* setuju* love luv gercep sigap* cepat_tanggap kerja_nyata totalitas hepi* happy ngakak_lucu adem* kalem*
      pemberani berani* tangguh* kuat* lindungi* melindungi bantu* membantu semoga_sehat lanjutkan* teladan* pahlawan* tepuk_tangan wangi bener_banget keberkahan semangatt* sultan* glowing
      ngakak ngakakk ngakak_guling gemoy* uwuu manjaa kocak* kiyowo kiyut kyut unyu* menggemaskan* menghibur*
      terhibur hiburan_banget menyenangkan* membahagiakan* menginspirasi* inspirasi* inspiratif* memotivasi motivasi*
      bermanfaat* manfaat berfaedah faedah dermawan* murah_hati murah_senyum senyum* tersenyum* ketawa* tertawa*
      candu nagih pengen_lagi mau_lagi ditunggu* nungguin_banget gak_sabar ga_sabar nggak_sabar tidak_sabar_nunggu ga_nyesel
      gak_nyesel nggak_nyesel gak_kecewa tidak_kecewa tidak_sia_sia worth_it worth murah_banget murah* terjangkau
      berkualitas* rekomen* recommended wajib_coba wajib_nonton harus_coba nice_info makasi* mksh
      mksih thx thanks thank_you trims trims_ya tengkyu syukron jazakallah jazakumullah terima_kasih_banyak met_ultah ultah
      barakallahu lancar_terus jaya_terus maju_terus maju_jaya merdeka hidup_jokowi_hidup support* suport* mensupport
      sepakat* sependapat betul_sekali bener_bgt betul_itu bener_tuh kreatif* inovatif* berprestasi* berbakat*
      bakat* talenta* bertalenta suara_emas merdu* syahdu* gurih* nikmat* menikmati bersih_banget
      rapi* tentram* tenteram* rukun* guyub harmonis* harmoni toleransi* persatuan bersatu* kompak_banget
      gotong_royong romantis* sosweet jodoh* berjodoh samawa cocok* serasi* sejuk* meneduhkan
      menyejukkan terenyuh kalcer gacor* pecah_rekor kemenangan* lolos* berhasill woww waww wihh uhuy asiik yey
      yeay hore* alhamdullilah alhamdulilah alhamdulilahh allhamdulillah rahmat* diberkahi diberkati memberkati
      tuhan_memberkati gbu god_bless puji_tuhan haleluya amiin_ya panutan* idaman* dambaan sosok_pemimpin jempol*
      acung_jempol angkat_topi standing_applause tepuk_tangann kerja_keras kerja_cepat gerak_cepat langsung_turun
      respon_cepat cepat_respon tanggap* sat_set satset pro_rakyat berjasa* jasa_besar berbudi berakhlak santun* sholeh*
      soleh* bikin_ketawa bikin_ngakak bikin_nagih bikin_kangen
      segar seger setia kesetiaan solid prestasi lulus`,
    ],
    [
      12,
      `wkwk* hehe* haha* hihi* oke* ok iya siap bisa jaya sabar* doa* mendoakan harap* berharap berdoa tenang* aman* lancar* bersih* mudah* rajin* teliti* solusi* turun_tangan turun_langsung mendengar* memang_benar menarik* hadir* paham* mengerti untung* gratis* hadiah* kangen* rindu* bareng* kompak* benar bener betul* good nice bro_keren`,
    ],
    [
      0,
      "tidak_apa gapapa gpp gak_apa ga_apa ngga_apa nggak_apa bukan_main baik_baik_saja sukar* sukabumi bangun* baiknya sebaiknya aminah",
    ],
    [
      -12,
      `lama* lambat* telat* bingung* susah* sulit* cape* lelah* males* malas* bosan* bosen* kurang* salah* gagal* rugi* kalah* mahal* bohongan drama* aneh* gaje* ribet* kasihan* kasian* ngeluh* mengeluh takut* khawatir* cemas* sakit* pusing* hilang* korban* bencana* banjir* musibah* pencitraan* citra* settingan* seting* gimmick* doang*
      cuma* percuma* omdo omong* formalitas* plin* alasan* halu* lebay* alay* norak* kampungan* ngapain* masa_iya ngantuk* lapar* catat* nyatet* dicatat* dicatet* ngaco* ngawur*
      baper* gabut* mager* laperr haus_banget dingin_banget panas_banget gerah* macet* lemot* lelet* ngelag
      patah_patah burik* buram* blur ngeblur kuota_habis abis_kuota error* eror* ngadat mogok kemahalan* kurang_bagus
      kurang_enak kurang_suka kurang_jelas gak_jelas ga_jelas nggak_jelas tidak_jelas gak_suka ga_suka nggak_suka tidak_suka
      gk_suka gak_enak ga_enak nggak_enak tidak_enak gak_bagus ga_bagus tidak_bagus gak_lucu ga_lucu nggak_lucu tidak_lucu
      gak_penting ga_penting tidak_penting gak_mutu ga_mutu gak_nyambung ga_nyambung gak_setuju ga_setuju tidak_setuju
      gak_masuk_akal tidak_masuk_akal gak_adil tidak_adil ga_adil ketidakadilan gak_sopan ga_sopan tidak_sopan kurang_sopan
      gak_becus_kerja gak_mau_tau ga_ada_gunanya gak_ada_gunanya tidak_ada_gunanya gak_ada_otak ga_ada_otak gada_otak
      tanpa_otak otak_udang otak_kosong gak_punya_malu ga_tau_malu gak_tau_malu tidak_tahu_malu tak_tahu_malu muka_tembok
      gak_tau_diri ga_tau_diri tidak_tahu_diri tidak_peduli gak_peduli ga_peduli bodoamat kok_gitu kok_begitu kenapa_sih
      apaan_sih apa_sih apasih paan_sih hadeh* hadeuh haduh* aduh* adoh halahh cuih* hufft huft* hiks*
      huhu* huaa nyesek* sesak* nyeri* perih* pegal* pegel* meriang* pilek* muntah*
      mual* eneg* mules* diare* stres* depresi* frustrasi* frustasi* putus_asa galau* gelisah* resah* gundah*
      was_was kuatir* kawatir* panik* trauma* ngeri* serem* seram* ketakutan* horor* mencekam kaget* syok* shock shok
      kesepian* sendirian* kesendirian merana* nelangsa* patah_hati putus_cinta ditinggal* diselingkuhi
      selingkuh* pelakor* php phpin diphpin ghosting digantung dicuekin cuek* jutek* judes* galak* pelit* medit bawel*
      cerewet* reseh* sotoy* sok_tau sok_tahu sok_pintar sok_suci sok_iye sok_baik sok_peduli sok_sibuk
      sok_kenal sok_keren cari_perhatian cari_panggung cari_sensasi cari_simpati cari_muka_aja modus* modal_janji janji_manis
      obral_janji ingkar* ngeles* ngelak berisik* ribut* gaduh* rusuh* ricuh* kisruh* konflik* bentrok* tawuran* demo_rusuh
      keluhan* komplain* complain nyindir* sindir* nyalahin* menyalahkan* kambing_hitam tuduh*
      menuduh* dituduh telantar* terlantar* diabaikan* mengabaikan abai* lalai* kelalaian ceroboh* teledor*
      terlambat* baru_datang baru_muncul kemana_aja kemana_saja kemarin_kemana gak_ada_aksi tidak_ada_aksi gak_ada_bantuan
      belum_ada_bantuan tidak_ada_bantuan belum_dapat_bantuan kurang_bantuan tidak_merata kekurangan* kelaparan* kedinginan*
      terisolir* terisolasi terendam* hanyut* tenggelam* longsor* gempa* tsunami* kebakaran* terbakar* kebanjiran*
      kecelakaan* tabrakan* tewas* wafat innalillahi* inalillahi* innalilahi* turut_berduka berduka* belasungkawa
      bela_sungkawa yang_sabar
      kepo halah rese resek`,
    ],
    [
      -20,
      `jelek* buruk* sedih* kecewa* mengecewakan parah* benci* menyedihkan menangis nangis* duka* marah* kesal* kesel emosi* jengkel* muak* enek* bohong* boong* pembohong* penipu* menipu tipu* nipu* palsu* fitnah* hoax* hoaks* korup* maling* rampok* curang* licik* jahat* kejam* zalim* dzolim* zolim* bacot* nyinyir* hujat* menghujat dihujat
      ganggu* rusak* hancur* gila* edan* bodo bego* tolol* goblok* goblog* gblk dungu* bodoh* oon o'on dongo* planga* plonga* plongo* beban* sampah* memalukan malu* ga_becus gak_becus tidak_becus becus* ngibul* omong_kosong cari_muka carmuk* caper* munafik* sombong* angkuh* serakah* rakus* tega* mati* meninggal* bunuh* perang* miskin*
      menderita derita* sengsara* melarat* hina* menghina ngenes* miris* prihatin* gak_guna ga_guna tidak_berguna nggak_guna gaguna zonk* payah* cupu* culun* boros* najis* jijik* menjijikkan
      mewek* menangisi tangis* air_mata sakit_hati sakit_banget menyakitkan* menyakiti* melukai terluka* remuk*
      kebencian* dendam* iri_hati dengki* hasad hasut* menghasut provokasi* provokator* adu_domba memecah_belah
      mencaci cacimaki maki* memaki umpatan kasar* kekerasan* siksa* menyiksa disiksa penyiksaan aniaya* menganiaya dianiaya
      bully* dibully pembully pembullyan perundungan lecehkan* melecehkan pelecehan* dilecehkan cabul* pencabulan perkosa*
      pemerkosa* diperkosa pedofil* predator* pembunuh* dibunuh membunuh mutilasi* bantai* pembantaian
      dibantai teror* penjahat* kejahatan* kriminal* begal* dibegal pencuri* mencuri dicuri curi* copet*
      dicopet perampok* merampok dirampok dikorupsi mengkorupsi garong* tikus_berdasi tikus_kantor suap* menyuap
      disuap sogok* nyogok pungli* mafia* oligarki* antek* penjilat* menjilat kacung* budak* buzzer* pengkhianat*
      penghianat* khianat* hianat* berkhianat kebohongan* dibohongi ditipu tertipu scam* kemunafikan
      songong* belagu* blagu* sengak* tengil* sok_jago arogan* egois* keegoisan semena_mena sewenang_wenang
      menindas* penindasan tertindas* zholim* dzalim* dholim* kezaliman penjajah* dijajah fasis* rasis* diskriminasi*
      intoleran* radikal* sesat* menyesatkan* kafir* bejat* bejad* durjana* jahanam* neraka* azab* kena_azab
      sialan* bangkai* busuk* kebusukan bau_busuk kotor* jorok* kumuh* lusuh* gembel* norakk lebayy alayy
      jamet* kamseupay cringe* garing* jayus* krik_krik membosankan* bikin_bosan bikin_bosen bikin_rugi bikin_susah
      bikin_ribet bikin_pusing bikin_eneg bikin_mual bikin_ngeri bikin_takut bikin_gaduh menjengkelkan* menyebalkan*
      nyebelin* ngeselin* ngeselin_banget geram* murka* amarah* ngamuk* ogah* males_banget malesin males_liat
      males_lihat gak_tahan ga_tahan gak_kuat ga_kuat nggak_kuat tidak_kuat gak_sanggup ga_sanggup capek_banget capekk
      cape_banget lelah_banget menyesal* nyesel* penyesalan sia_sia percuma_aja gagal_total gagal_paham ancur* ambyar*
      berantakan* amburadul* kacau* kekacauan semrawut* carut_marut bobrok* kebobrokan mubazir* merugikan* rugii dirugikan
      bangkrut* pailit phk dipecat* pecat* nganggur* pengangguran* kemiskinan* kesengsaraan penderitaan* menderitaa mampus*
      modar* modyar koit guoblok kebodohan* pembodohan dibodohi* idiot* bloon* oonn o_on lemah_otak sakit_jiwa
      gila_hormat haus_kekuasaan otak_dengkul otak_mesum mesum* sange* gak_guna_banget ga_berguna gak_berguna tak_berguna
      tidak_becus_kerja memuakkan* menjijikan* memalukann memprihatinkan* tragis* mengenaskan* mengerikan* menyeramkan*
      kebangetan* keterlaluan* kelewatan* terburuk* terjelek* terparah* terbodoh* buluk* dekil* kucel* bau_banget bauu
      lawak_lu lawak_banget badut* badut_negara rakyat_susah rakyat_dibohongi nyusahin* menyusahkan* makan_hati
      makan_uang_rakyat uang_rakyat turunkan* lengser* mundur_aja mundur_saja copot* dicopot
      dipenjara penjara* adili* usut* usut_tuntas
      sebel sebal sebell basi kere caci cacian sial luka luka_hati`,
    ],
    [
      -30,
      "anjing* anjir anjrit* bangsat* bajingan* babi* kontol* memek* ngentot* jancok* jancuk* asu tai taik* setan* iblis* laknat* biadab* keparat* brengsek* kampret* pantek* lonte* pelacur* dajjal* terkutuk* monyet*",
    ],
    [
      0,
      `matic* tegak* tegal* berkata berkat meninggalkan malaysia malah* malam* maluku* taiwan anjuran* salahin* salah_satu kuning* matur* cumi* curah* babinsa* setanding* sayangnya
      resep*
      sialang curiga* galaksi kereta* sebelum* sebelah* jutekk garingan badutnya kacang* kasar usut_demi tragisnya
      pelita pelitur remuknya makian curang malin* aduhai bangkait suapan azaban`,
    ],
    [8, `penasaran*`],
  ],
  negations:
    "tidak tak nggak enggak engga gak ga ngga gk g bukan jangan belum blm kurang tanpa tdk gada ngak kagak kaga ora ndak",
  trailing: "",
  boosters:
    "banget bgt bngt sekali sangat amat paling lebih terlalu bener2 benar-benar sungguh begitu super makin semakin bgtt pol parah_sih asli",
  dampers: "agak sedikit dikit lumayan cukup hampir kurang_lebih",
  but: "tapi tetapi namun tp padahal cuma_sayang melainkan",
};
