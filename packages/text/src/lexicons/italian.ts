import type { Lexicon } from "./lexicon.ts";

/** Italian as chatted: our own list. */
export const italian: Lexicon = {
  valence: [
    [
      30,
      `amo ama amare amiamo amato amata amano ti_amo vi_amo adoro adora adorabil* adori adorare stupend* meraviglios* meravigli* perfett* eccellent* eccezional* bellissim* bravissim* fantastic* favolos* straordinar* magnific* splendid* spettacol* incredibil* genial* genio sublime brillant* divin* complimenti congratulaz* capolavor* 
      il_migliore la_migliore i_migliori le_migliori il_meglio idol* mito mitic* leggend* indimenticabil* innamorat* affascinant* fenomen* ottim* strepitos* campion* grandissim* buonissim* dolcissim* simpaticissim* sei_grande top_player ti_voglio_bene tvb appassion* entusias* impeccabil*`,
    ],
    [
      22,
      `bell* bello bella belli belle bell' brav* buon* buono buona buoni buone buongiorno buonanotte buonasera buon_compleanno buona_fortuna grazie ringrazi* felic* felice felici felicità miglior* migliore piac* piace piacciono piaciuto piaciuta simpatic* carin* carino carina grande grandi forte forti auguri tesor* content* allegr* gioia gioie gioios* 
      divertent* divert* ridere amore amori baci bacio bacioni abbracc* sorris* sorrid* speranz* pace orgogli* ammir* talent* festegg* festa feste piacer* delizios* squisit* saporit* dolce* dolcezza gentil* amabil* success* vittori* vinc* vinto vince vinciamo fortuna fortunat* onore onorat* rispett* sosten* coragg* eroe eroi eroic* consigliat* consiglierei interessant* impression* regina re_dei principess* 
      preferit* vacanz* ispir* motivat* motivazion* elegan* stile stilos* figo figa fico fica figata ficata fighissim* spacca spacchi top bravo emozion* emoziona evviva viva wow gustos* affettuos* affett* stima* stimo apprezz* tifo premi* premio bravissimo commuov* commoss* commovente sereni* soddisf* simpatia raffinat* vincent* orgoglioso bene_così benvenut* eccola_qua compleanno buon_lavoro buona_giornata buon_anno`,
    ],
    [
      12,
      `bene ahah* ahaha* haha* lol rid* risate risata tranquill* sicur* utile utili utilissim* facil* aiut* amic* amici amicizia famiglia sogn* sogno salut* nuov* positiv* meglio estate mare spiaggia weekend venerdì regal* sorpres* libero libera liberi libere libertà libertà luce splend* sole applaus* opportunità impar* ripos* rilass* spero viaggi* gratis progress* insieme 
      concert* giust* giusto protegg* salv* vero amichevol* riusc* ce_l'ho_fatta innovaz* crescita cresc* ripresa riform* sostegno intelligent* efficac* efficien* onest* ragione d'accordo finalmente colazione gelato pizza natale pasqua domenica`,
    ],
    [
      0,
      "salvini* salvin* bellic* belga belgi* salvator* salvo salve saldi buonsens* liberal* sicurezz* vincol* vincenz* giustifica* giustizia riformator* sognar* buon_senso amar* amaz* amaro premier* piacenz* piacevol* bravata* belluno bellaria ridott* riduz* riduc* ridotto ridurr* ridicol* facilit* scuola nuovamente buona_scuola labuonascuola buonuscita",
    ],
    [
      -12,
      `difficil* complicat* strano strana strani dubb* tardi stanc* stanco sonno freddo pioggia piove lunedì compiti esam* esame manca mancanz* mancano problem* crisi error* sbagli* colpa colpe* colpevol* perd* perso persa persi perdita dimentic* lontan* preoccup* nervos* ansi* lent* duro dura duri durissim* pover* confus* gelos* debol* caro cara_bolletta caris* viet* negativ* lament* critic* assurd* 
      noia impossibil* pesant* fastidi* dispera* licenzi* scioper* debit* tass* tasse ritard* blocc* boh mah uffa purtroppo peccato disoccup* crollo croll* calo cala minacc* rifiut* conflitt* polemic* pericol* rischi* malat* influenza febbre tagli* precar* protest* accus* condann* process* scandal* bugs lagga bocciat* figuracc* inguaiat* spread emergenz* sprech* inquin* balle balla frega chiacchier* supplent* proteste dimett* dimission* caos* traffico`,
    ],
    [
      -20,
      `brutt* trist* tristezza noios* pegg* peggio peggior* mal male cattiv* schif* piang* piango pianto lacrim* dolor* dolore soffr* paur* paura terror* rabbia arrabb* incazz* delus* delud* fallim* falli* sconfitt* solitudin* ferit* mort* morto morta morti morte muor* morire uccid* ucciso uccis* assassin* crimin* guerr* violen* attacc* attentat* 
      grave gravi gravissim* ingiust* bugi* bugiard* menzogn* ment* mentono fals* falso falsa inganna* ingann* truff* frod* ladr* ladri ruba rubare rubano rubat* corrott* corruz* inutil* incompeten* incapac* disastr* catastrof* tragedi* tragic* miseri* abus* disprezz* insult* idiot* imbecill* stupid* scem* deficient* cretin* pagliacc* buffon* ignorant* 
      vigliacc* egoist* ipocrit* cinic* fame povertà nemic* tradit* tradire tradisc* tradiment* traditor* prigione galera distru* distrutt* depress* deprim* insopportabil* vergogn* vergognos* squallid* mediocr* ridicol* penos* pena schiavi* razzis* mafi* mafia delinquent* vomit* cazzat* stronzat* minchiat* cagat* cazzo rompere rompi* palle due_palle che_palle basta vaffa* rovin* rovinat* fregat* fottu* fott* casin* 
      disgraz* offes* offend* nausea* bestemmi* maledett* maledi* sfiga* sfigat* sfortun* lamentos* indecen* parassit* incivil* raccapriccian* malissimo arrogan* fallito`,
    ],
    [
      -30,
      `odio odia* odi odiare odiamo odiano detest* schifo schifos* orribil* orrend* orror* terribil* pessim* vergogna truffa bugiardo bugiarda merd* merda merde bastard* stronz* coglion* puttan* troia troie zoccol* vaffanculo fanculo affanculo fascist* fasci terrorist* stupr* nazist* genocid* cancro inferno atroc* ripugnant* disgust* disgustos* vomitevol* umili* infam* porc* porco_dio porca`,
    ],
    [
      0,
      "mental* mentre mente menti* mentana mento mentor* mentali* porcini porcell* malta* malt* male_non falsar* rubin* rubric* casinò gravidanz* gravina disoccupazione_cala paurosamente_bell* odissea odissey cara_amica caro_amico malik maledettamente morton mortad* senza_dubbio nessun_problema attacca_il morbid* durant* durata durante",
    ],
    [
      24,
      "da_morire niente_male non_male cazzo_che_bello che_figata morto_dal_ridere morire_dal_ridere sto_morendo_dal a_bomba senza_parole_bellissim",
    ],
  ],
  negations: "non mai nessun nessuno nessuna senza né neanche nemmeno neppure niente nulla macché nn",
  boosters:
    "molto molta molti molte tanto tanta tanti tante troppo troppa davvero veramente proprio così totalmente assolutamente completamente estremamente super più che quanto quanta parecchio incredibilmente particolarmente tutto",
  dampers: "poco poca un_po' un_po po quasi meno abbastanza leggermente appena pochino",
  but: "ma però tuttavia invece eppure bensì",
};
