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
    [
      24,
      `meravigliosamente splendidamente bellezza bellezze bontà squisito magia magic* incanto incantevol* emozionante
      emozionatissim* commozione sorridente ridendo risata ridiamo sghignazz* simpaticon* dolcezze tenerezz* tener* tenero
      tenera coccol* coccole abbraccio abbracci abbracciare bacione bacini cuore cuori cuoricin* orgoglio felicissim*
      contentissim* gentilissim* carissim* carissimi cari_amici amatissim* apprezzat* stimo stimatissim* onorat* privilegi*
      gratitudine grato grata riconoscent* ringraziamo ringraziare mille_grazie grazie_mille grazie_di buon_viaggio
      buona_serata buona_domenica buon_weekend buon_natale buona_pasqua buone_feste buone_vacanze buon_divertimento
      buon_inizio in_bocca_al_lupo viva_la viva_il forza daje alè olè evvai wow bravi tutti_bravi ben_fatto ben_detto
      hai_ragione ha_ragione perfettamente concordo giustissimo verissimo sacrosant* idea_geniale bella_idea ottima_idea
      ottimo_lavoro bel_lavoro grande_mister grandi_ragazzi che_bello che_bella che_belli che_meraviglia che_spettacolo
      che_gioia che_ridere rinascita rinascere rilanci* successone trionf* trionfo promoss* promozione eccellenza eccellenze
      qualità talentuos* fuoriclasse fenomeno campionissim* vittorios* leader_ competent* lungimirant* serietà seri_
      coerent* trasparent* trasparenza onestà solidale solidarietà generos* altruist* saggio saggezza rivoluzionari_
      innovativ* utile utilissimo comodo comodissim* consigliatissim* adorabile`,
    ],
    [
      -16,
      `vergognarsi vergognatevi vergognati vergognos* indecente indecenti indegn* ignobil* scandal* scandalos* disgustat*
      disgusto ribrezzo squallore squallidi patetic* miserabil* meschin* imbarazz* imbarazzante ridicoli ridicola buffonata
      buffonate pagliacciata pagliacciate farsa porcata porcate schifezz* schifezza porcheri* vomito voltastomaco ladron*
      ladrone ladrocini* rubano rubate furti furto rapin* rapina truffator* imbrogli* imbroglion* bugie bugiarde bugiardi
      frottol* cazzari cazzaro cialtron* ciarlatan* parolai* voltagabbana venduto venduti traditori tradimento corrotti
      collus* tangent* mazzett* inciuc* clientel* casta poltron* poltrone parassiti fannullon* nullafacent* incapaci
      incompetenza inett* inutili fallimentar* disastroso disastrosa catastrofic* drammatic* dramma tragico allarme
      allarmant* preoccupant* inquietant* terrificant* agghiacciant* angosc* angosciant* spavent* spaventos* paurosa terrore
      terrorismo attentati strage stragi vittime ammazz* ammazzat* massacr* massacrat* stupro violentat* picchia* picchiat*
      aggress* aggredit* minacc* ricatt* licenziati licenziamenti cassaintegrat* esodati disoccupati disoccupata disperati
      disperata suicid* suicidio povero_paese povera_italia poveri_noi italia_di_merda paese_di_merda in_malora alla_deriva
      allo_sfascio sfascio rovina rovinando distruggere distrutto distrugg* devasta* sfrutt* sfruttat* schiavitù oppress*
      dittatur* dittatore regime fascismo razzismo omofob* xenofob* odiatori incazzato incazzata incazzare
      arrabbiato arrabbiata furios* indignat* indigna esasperat* stufo stufa stufi stanca_di stanco_di non_ne_posso
      non_se_ne_può mi_fa_schifo fa_schifo fanno_schifo che_schifo che_vergogna che_pena che_tristezza che_noia che_ansia
      che_rabbia che_palle che_ridicol* fa_pena fa_ridere fanno_ridere a_casa andate_a_casa dimettiti dimettetevi vaffa
      vattene vai_a_cagare deludente delusione delusioni deluso delusa amarezza amaro_in amareggiat* rimpiang* rimorso
      rimpianto nostalgia manchi_tanto mi_manca mi_manchi soffrire sofferenza male_al mal_di mal_di_testa influenzat*
      raffreddat* tosse insonnia sveglia_presto odio_il_lunedì domani_scuola interrogazion* compito_di verifica_di bocciato
      rimandat* sbadigli* lente lentissim* pessim* malfunzionant* disagio disagi disservizi* ritardi cancellato cancellata
      soppress* guasto guasti rotto rotta rompe crash blocca bloccato sbagliato sbagliata errori erroracci ignoranza
      ignoranti analfabet* imbecilli deficienti coglionata idiozia idiozie stupidità stupidaggin* cavolata cavolate boiata
      boiate fesseri* fess* demenz* demenzial* assurdo assurdità follia folle pazzesca_tassa menefregh*`,
    ],
  ],
  negations: "non mai nessun nessuno nessuna senza né neanche nemmeno neppure niente nulla macché nn",
  boosters:
    "molto molta molti molte tanto tanta tanti tante troppo troppa davvero veramente proprio così totalmente assolutamente completamente estremamente super più che quanto quanta parecchio incredibilmente particolarmente tutto",
  dampers: "poco poca un_po' un_po po quasi meno abbastanza leggermente appena pochino",
  but: "ma però tuttavia invece eppure bensì",
};
