import type { Lexicon } from "./lexicon.ts";

/** Indonesian (and the Malay of chat), with its slang: our own list. */
export const indonesian: Lexicon = {
  valence: [
    [
      30,
      `cinta* cintaku sayang* mantap* mantab* mantul mantep* keren* hebat* luar_biasa luarbiasa sempurna menakjubkan terbaik terhebat semangat* terima_kasih terimakasih makasih* trimakasih juara* istimewa idola idolaku the_best bangga* salut masyaallah masyaalloh masya_allah masyaallah* jenius brilian memukau mengagumkan kagum* terharu bestie`,
    ],
    [
      22,
      `bagus* cantik* ganteng* tampan suka* senang* seneng* bahagia* lucu* indah* sukses* selamat* asik* asyik* seru* imut* alhamdulillah* berkah* barokah baik* pintar* pinter* cerdas* ramah* sopan* tulus* ikhlas* jujur* rendah_hati peduli* merakyat* dukung* mendukung berhasil menang* rispek respek respect hormat* nyaman* enak* sedap* lezat* 
      gemes* gemas manis* damai* sejahtera* panjang_umur sehat_selalu sehat sehat2 semoga amin* aamiin* aamin* syukur* bersyukur berkat* mulia* bijak* adil* amanah* hati_mulia apresiasi* top jos* joss* gaskeun gaspol gokil* cakep* kece mantapp* setuju* love luv gercep sigap* cepat_tanggap kerja_nyata totalitas hepi* happy ngakak_lucu adem* kalem*
      pemberani berani* tangguh* kuat* lindungi* melindungi bantu* membantu semoga_sehat lanjutkan* teladan* pahlawan* tepuk_tangan wangi bener_banget keberkahan semangatt* sultan* glowing`,
    ],
    [
      12,
      `wkwk* hehe* haha* hihi* oke* ok iya siap bisa jaya sabar* doa* mendoakan harap* berharap berdoa tenang* aman* lancar* bersih* mudah* rajin* teliti* solusi* turun_tangan turun_langsung mendengar* mendengarkan memang_benar menarik* hadir* paham* mengerti untung* gratis* hadiah* kangen* rindu* bareng* kompak* benar bener betul* good nice bro_keren`,
    ],
    [
      0,
      "tidak_apa gapapa gpp gak_apa ga_apa ngga_apa nggak_apa bukan_main baik_baik_saja sukar* sukabumi bangun* baiknya sebaiknya aminah",
    ],
    [
      -12,
      `lama* lambat* telat* bingung* susah* sulit* capek* cape* lelah* males* malas* bosan* bosen* kurang* salah* gagal* rugi* kalah* mahal* bohongan drama* aneh* gaje* ribet* kasihan* kasian* ngeluh* mengeluh takut* khawatir* cemas* sakit* pusing* hilang* korban* bencana* banjir* musibah* pencitraan* citra* settingan* seting* gimmick* doang* 
      cuma* cuman* percuma* omdo omong* omongan formalitas* telat plin* alasan* halu* lebay* alay* norak* kampungan* ngapain* masa_iya ngantuk* lapar* catat* nyatet* dicatat* dicatet* ngaco* ngawur*`,
    ],
    [
      -20,
      `jelek* buruk* sedih* kecewa* mengecewakan parah* benci* menyedihkan menangis nangis* duka* marah* kesal* kesel emosi* jengkel* muak* enek* bohong* boong* pembohong* penipu* menipu tipu* nipu* palsu* fitnah* hoax* hoaks* korup* koruptor* maling* rampok* curang* licik* jahat* kejam* zalim* dzolim* zolim* bacot* nyinyir* hujat* menghujat dihujat 
      ganggu* rusak* hancur* gila* edan* bodo bego* tolol* goblok* goblog* gblk dungu* bodoh* oon o'on dongo* planga* plonga* plongo* beban* sampah* memalukan malu* malu-maluin ga_becus gak_becus tidak_becus becus* ngibul* omong_kosong cari_muka carmuk* caper* munafik* sombong* angkuh* serakah* rakus* tega* mati* meninggal* bunuh* perang* miskin*
      menderita derita* sengsara* melarat* hina* menghina ngenes* miris* prihatin* gak_guna ga_guna tidak_berguna nggak_guna gaguna zonk* payah* cupu* culun* boros* najis* jijik* menjijikkan`,
    ],
    [
      -30,
      "anjing* anjir anjrit* bangsat* bajingan* babi* kontol* memek* ngentot* jancok* jancuk* asu tai taik* setan* iblis* laknat* biadab* keparat* brengsek* kampret* pantek* lonte* pelacur* dajjal* terkutuk* monyet*",
    ],
    [
      0,
      "matic* tegak* tegal* berkata berkat meninggalkan malaysia malah* malam* maluku* taiwan anjuran* salahin* salah_satu kuning* matur* cumi* curah* babinsa* setanding* sayangnya",
    ],
  ],
  negations:
    "tidak tak nggak enggak engga gak ga ngga gk g bukan jangan belum blm kurang tanpa tdk gada ngak kagak kaga ora ndak",
  trailing: "",
  boosters:
    "banget bgt bngt sekali sangat amat paling lebih terlalu bener2 benar-benar sungguh begitu super makin semakin bgtt pol parah_sih asli",
  dampers: "agak sedikit dikit lumayan cukup hampir kurang_lebih",
  but: "tapi tetapi namun tp padahal cuma_sayang melainkan",
};
