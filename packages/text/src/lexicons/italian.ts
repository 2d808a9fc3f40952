import type { Lexicon } from "./lexicon.ts";

/** Italian as chatted: our own list. */
export const italian: Lexicon = {
  valence: [
    [
      30,
      `amo ama amare amiamo amato amata amano ti_amo vi_amo adoro adora adorabil* adori adorare stupend* meravigli* perfett* eccellent* eccezional* bellissim* bravissim* fantastic* favolos* straordinar* magnific* splendid* spettacol* incredibil* genial* genio sublime brillant* divin* complimenti congratulaz* capolavor*
      il_migliore la_migliore i_migliori le_migliori il_meglio idol* mito mitic* leggend* indimenticabil* innamorat* affascinant* fenomen* ottim* strepitos* campion* grandissim* buonissim* dolcissim* simpaticissim* sei_grande top_player ti_voglio_bene tvb appassion* entusias* impeccabil*`,
    ],
    [
      22,
      `bell* brav* buon* buon_compleanno buona_fortuna grazie ringrazi* felic* miglior* piac* carin* grande grandi forte forti auguri tesor* content* allegr* gioia gioie gioios*
      divert* ridere amore amori baci bacio bacioni abbracc* sorris* sorrid* speranz* pace orgogli* ammir* talent* festegg* festa feste delizios* squisit* saporit* dolce* gentil* amabil* success* vittori* vinc* vinto onore onorat* rispett* sosten* coragg* eroe eroi eroic* consigliat* consiglierei interessant* impression* regina re_dei principess*
      preferit* vacanz* ispir* motivat* motivazion* elegan* stile stilos* figo figa fico fica figata ficata fighissim* spacca spacchi top emozion* evviva viva wow gustos* affett* stima* stimo apprezz* tifo premi* bravissimo commuov* commoss* commovente sereni* soddisf* raffinat* bene_così benvenut* eccola_qua compleanno buon_lavoro buona_giornata buon_anno
      che_bel che_voce che_gol che_goal che_giocatore che_squadrone che_donna che_uomo che_signora che_sorpresa che_risate
      mi_fa_morire mi_fai_morire mi_fido_di sono_fiera sono_fiero siamo_fieri fier* fiera_di sei_unica sei_unico
      sei_speciale ti_voglio_tanto vi_voglio_bene tvtb tvttb ti_lovvo lovv* amorini vita_mia stella_mia cucciol*
      bimba_mia un_saluto un_bacetto bacetti auguroni augurissim* buon_lunedì bel_gesto bel_film bel_gol bel_post
      immens* scudetto qualificat* goool goal_di gol_di golazo alé alèè vai_così vai_ragazz
      andiamo_ragazzi avanti_così avanti_tutta ce_la_faremo ce_l'abbiamo_fatta ce_la_puoi complimentoni complimentissim*
      chapeau standing_ovation applausi applaudo tanta_roba superba_prestazione da_paura da_sballo una_bomba
      una_favola una_delizia un_sogno favola fiaba fiabesc* sogni_d'oro sogno_che_si sogno_realizzato finalmente_a_casa
      non_vedo_l'ora non_vedo_l'ora vedo_l'ora voglia_di_te voglia_d'estate fantasticament* spassos* esilarant*
      ironi* rido_tantissimo sto_rotolando rotolo ahahahah morire_dal piegata_in piegato_in fiducia
      fiducios* speriamo_bene solare sereno serena gioiamo gioire gioisc* entusiasm*
      toccante magistral* intelligente intelligenti saggi acut* arguto fashion_e sensual* sexy
      fighi gnocca gnocco bono bonazz* bonissim* prelibat* golos* leccorni* da_leccarsi accoglient* ospital*
      relax_totale rilassante rilassanti comodità convenient* affidabil* efficiente efficienza puntual*
      veloce_e professional* competenza onestissim* onesto onesti integerrim* pulito_e lottat*
      meritat* meritano merita merita_di utilissima crescendo rinasce riparte ripartiam*
      risollev* sblocc* risolt* risolvere passo_avanti passi_avanti rinnovament* cambiamento_vero
      cambiamo_verso
      aggraz* amorevol* armoni* attraent* avvincent* azzecc* baciat*
      beato beata beneaugur* benefic* benessere caloros* caparbi* carismat* chic coinvolgent* compiaciut*
      confort* congratul* conquistat* cordial* creativ* decoros* degno degna
      dignit* diligent* dilett* ebbrezza eccellen* eccitant* eccitat* educat* elettrizz* elogio esaltant*
      esemplar* estasiat* esultanza esultiamo euforia euforic* favorevol* fedeltà fervid* folgorant* formidabil* fortun*
      galant* garbat* generosit* giocos* giovial* glorios* gloria gradev* gradit* gratificant*
      gratificat* guarit* guarigione gustat* idillic* impagabil* imperdibil* impareggiabil* incantat* incoragg*
      indimentic* ineguagliabil* ingegnos* innamor* insuperabil* intrigant* intrattenent* invidiabil*
      irresistibil* lieta lieto lieti liete limpid* lodevol* lode lodi lusing* magnanim* maestos* mansuet*
      memorabil* mirabil* miracol* nobile onorevolment* ottimi* paradis* passional* paziente
      pazienza perfez* piacevole piacevolissim* portent* prediletto prediligo premur* prestigios* prezios*
      prodigi* proficu* prudente raggiant* rallegr* rassicur*
      rident* rigener* rilassat* rincuorat* riuscitissim* romantic*
      sapient* sbalord* scintill* seducent* sfavillant* simpati* sincer* sognant*
      sollev* sollievo sopraffin* sorprendent* spiritos* stimolant* straordin* suadent* sublim* tenacia toller*
      trascinant* travolg* trionfal* valoros* vantagg* vellutat* vigoros*
      virtuos* vitalità vivace volenteros*`,
    ],
    [
      8,
      `bene ahah* haha* lol rid* risate risata tranquill* sicur* utile utili utilissim* facil* aiut* amic* famiglia sogn* salut* nuov* positiv* meglio estate mare spiaggia weekend venerdì regal* sorpres* libero libera liberi libere libertà luce splend* sole applaus* opportunità impar* ripos* rilass* spero viaggi* gratis progress* insieme
      concert* giust* protegg* salv* vero riusc* ce_l'ho_fatta innovaz* cresc* ripresa riform* sostegno intelligent* efficac* efficien* onest* ragione d'accordo finalmente colazione gelato pizza natale pasqua domenica
      promettent*
      non_perdete non_perdetevi non_perdere non_mancate non_preoccuparti non_preoccupatevi non_c'è_problema non_c'è_di
      nessun_dubbio`,
    ],
    [
      0,
      "salvin* bellic* belga belgi* salvator* salvo salve saldi buonsens* liberal* sicurezz* vincol* vincenz* giustifica* giustizia riformator* sognar* buon_senso amar* amaz* premier* piacenz* piacevol* bravata* belluno bellaria ridott* riduz* riduc* ridurr* ridicol* facilit* scuola nuovamente buona_scuola labuonascuola buonuscita",
    ],
    [
      -12,
      `difficil* complicat* strano strana strani dubb* tardi stanc* sonno freddo pioggia piove lunedì compiti esam* manca mancanz* mancano problem* crisi error* sbagli* colpa colpe* perd* perso persa persi dimentic* lontan* preoccup* nervos* ansi* lent* duro dura duri durissim* pover* confus* gelos* debol* caro cara_bolletta caris* viet* lament* critic* assurd*
      noia impossibil* pesant* licenzi* scioper* debit* tass* ritard* blocc* boh mah uffa purtroppo peccato disoccup* croll* calo cala minacc* rifiut* conflitt* polemic* pericol* rischi* malat* influenza febbre tagli* precar* protest* accus* condann* process* scandal* bugs lagga bocciat* figuracc* inguaiat* spread emergenz* sprech* inquin* balle balla frega chiacchier* supplent* dimett* dimission* caos*
      uff uffi ufff ahimè ahime aimè ahi ohi_ohi bah sigh sob bleah bleh puah tsk purtroppo_non malauguratamente
      ovviamente_no ci_mancava ci_mancava_solo mancava_solo come_al_solito come_sempre_in solita_storia solite_promesse
      le_solite i_soliti il_solito smettet* smettila piantatela piantala finitela fatela_finita stai_zitto
      state_zitti stia_zitto zitto zitti tacete taci sparisc* sparite via_dai vai_via andatevene andate_via vada_via
      vadano_a_casa tornate_a_casa tutti_a_casa mandiamoli_a_casa mandateli_a_casa vai_a_lavorare
      andate_a_lavorare in_carcere arrestat* arresto indagat* indagini imputat* prescrizion* prescritto ricors*
      querel* denunc* multe multa multat* pressioni_su contestat* contestazion* fischi fischiat* litig*
      rissa risse scontri scontro tension* diviso divisi spaccat* scissione
      code_chilometriche coda_in in_coda attesa_infinita aspetto_da aspettando_ancora interruzion* cancellati trenitalia_fai
      traffic* intasat* incident* caldo_infernale gelo domani_verifica alzarsi_presto interrogat* indebitat*
      carissime_bollette rincar* aumenti troppo_poco troppo_facile_così costa_troppo costi_della insufficient* inefficient*
      inefficac* inadeguat* carenz* carente lacun* mancat* negat* nega negano respint* esclus*
      discriminat* discriminaz* disuguaglianz* disparità iniqu* soprus* prepotenz* prepotent*
      presuntuos* presunzione superb* strafottent* maleducat* maleducazione scortes* villan* screanzat* fals_amic
      doppiogioch* doppia_faccia opportunist* opportunismo approfitt* tirchi* spilorc* avid* egoismo
      abbatt* abbruttit* afflitt* aggrav* ambigu* ammont* anomal* apatic* arretrat*
      assilla* atterrit* avversità azzard* barcoll* brivid* brontol* calunn* cattiveri* chiass*
      contagi* cruent* danneggi* danno danni dannos* declass* deform* degener* delinqu* depravat* deplor*
      deriso desolant* desolat* deterior* detestat* diffid* difett* disapprov* disastrat*
      disgrazia* disgregat* disillus* disonest* disonore disordin* disper* dispett* dissest*
      distorc* disturb* diverb* dolent* eccessiv* emargin* esager* esaurit* evasori fallac*
      fannull* farabut* fastid* faticos* forzat* fragil* frenat* frustrat* frustrant* funest* furbi furbetti gaffe guai guaio
      illegal* illegit* immatur* immoral* impacc* impazi* impazzit* imperfett* impicc* impopolar* impoverit*
      imprecis* imprudent* inaccess* inaffidabil* incert* incolp* incompat* incompetent* incomprens* inconcludent*
      indebol* indiffer* indisponent* inesist* infedel* infelic* inferiore infernal* infett* ingrat* inguardab*
      inopport* inorrid* insens* insicur* insidi* insignific* insipid* insoddisf*
      insolen* instabil* insufficienz* interromp* intoll* intralc* invadent* invivib*
      irrazional* irrespons* irrita* lugubre maldestr* malinc* maltratt* malvag* manipol*
      melodramm* menomat* naufrag* nefast* negligent* nevros* nocivo noie obsolet* offens* oltragg* omertà
      opprim* ossess* ostilità patiment* peggiorat* penalizz* perseg* pervers*
      pessimist* pessimism* petulant* piagnist* piagnucol* pigro pigrizia plagio precip* pregiudiz*
      pressapoch* prevaric* provocator* rabbios* rammaric* rattrist*
      recess* repellent* repress* ricatta* rigett* rincresc* risent*
      rovent* sadismo sbadat* sbavat* sbigott* scadut* scarsit* schernit* schiant* schiav* sciagurat* sciatt* scomod*
      sconcio scontent* scontros* scoragg* scorrett* screditat* sdegno seccant* seccatur*
      semplicist* sfacel* sfiduc* sfruttament* sgomen* sgradev* sgradit* sgraziat*
      slealtà smarrit* snervant* sofferenz* soggiog* sospett* sottomess* spavald* spazzatura speculat* speculazion* spiacev*
      spregiudic* stronc* subdol* supplic* svantagg* svenut* svogliat* temere temono
      temuto torbid* torment* tossic* trasand* trascur* turbat* umiliant* urla
      urlano vano vana vendett* verme vermi vessat* violaz* volgar*
      traumatizzat* traumi impedit*`,
    ],
    [
      -20,
      `brutt* trist* noios* pegg* mal male cattiv* schif* piang* pianto lacrim* dolor* soffr* paur* terror* rabbia arrabb* incazz* delus* delud* falli* sconfitt* solitudin* ferit* mort* muor* morire uccid* uccis* assassin* crimin* guerr* violen* attacc* attentat*
      grave gravi gravissim* ingiust* bugi* menzogn* ment* fals* ingann* truff* frod* ladr* ruba rubare rubano rubat* corrott* corruz* inutil* incompeten* incapac* disastr* catastrof* tragedi* tragic* miseri* abus* disprezz* insult* idiot* imbecill* stupid* scem* deficient* cretin* pagliacc* buffon* ignorant*
      vigliacc* egoist* ipocrit* cinic* fame povertà nemic* tradit* tradire tradisc* tradiment* prigione galera distru* depress* deprim* vergogn* vergognos* squallid* mediocr* ridicol* penos* pena schiavi* razzis* mafi* delinquent* vomit* cazzat* stronzat* minchiat* cagat* cazzo rompere rompi* palle due_palle che_palle basta vaffa* rovin* fregat* fott* casin*
      disgraz* offes* offend* nausea* bestemmi* maledett* maledi* sfiga* sfortun* lamentos* indecen* parassit* incivil* malissimo arrogan*
      non_sopporto non_lo_sopporto non_la_sopporto non_li_sopporto non_mi_piace non_mi_piacciono non_mi_va non_mi_fido
      non_mi_sento non_ce_la non_riesco non_riesco_a non_funziona non_funzionano non_va_bene non_va_più non_vale non_serve
      non_servono non_capisco non_capiscono non_capisci non_capite non_si_può non_se_ne non_se_può non_è_giusto
      non_è_possibile non_è_normale non_è_vero non_è_bello non_ho_voglia non_ho_dormito non_ho_parole non_abbiamo_speranza
      non_c'è_speranza non_c'è_limite non_c'è_rispetto non_c'è_più non_hanno_vergogna non_si_vergognano non_rispondono
      non_risponde non_arriva non_arrivano non_parte non_rompere non_rompete nn_ce_la nn_ne_posso nn_sopporto nn_mi_piace
      nn_funziona niente_di_nuovo niente_da_fare zero_voglia zero_rispetto nessun_rispetto nessuna_voglia nessuna_speranza
      nessuna_risposta senza_parole senza_vergogna senza_speranza senza_futuro senza_lavoro senza_dignità senza_ritegno
      senza_pudore senza_soldi senza_senso senza_cervello fa_pietà fanno_pietà fa_cagare fanno_cagare fa_venire_il fa_freddo
      fa_caldo fa_troppo_caldo mi_fanno_ridere mi_dispiace mi_spiace dispiace dispiaciut* dispiacere mi_annoio annoi*
      mi_mancano mi_mancherai mi_mancherà mi_sto_annoiando mi_viene_da mi_viene_il mi_girano mi_rompo mi_stanno_sul
      mi_sta_sul mi_sta_antipatic antipatic* rottura_di rotture due_maroni che_freddo che_caldo che_sonno che_rottura
      che_strazio che_agonia che_incubo incub* strazi* che_figura_di figuraccia che_nervi che_nervoso
      nervosism* che_fastidio fastidios* che_coraggio_certi che_ipocrisia ipocrisi* che_vita_di cazzoni cazzone
      faccia_da_culo facce_da_culo culo_di merdos* merdacc* dio_cane mannaggia maremma affanc* a_cagare cagare crepa
      crepate crepare muoia odios* odiat* detestabil* insopport* insofferen* intollerabil* inaccettabil* inammissibil*
      imperdonabil* indecoros* indign* oscen* oltraggi* vile vili viltà codard* spudorat* sfacciat*
      faccia_tosta impunit* inqualificabil* incommentabil* incredibile_vergogna incoscient* irresponsabil*
      spregevol* spregiudicat* viscid* lurid* sudici* sporch* sporco zozz* puzz* fetent* marcia_politica
      putrid* rivoltant* stomachevol* raccapricc* macabr* mostri mostro mostruos* brutal* crudel* sadic*
      spietat* barbari barbarie bestie_umane delinquenza malavita malviventi camorr* ndrangheta bustarell* malaffare
      malapolitica malgoverno malasanità patto_del_nazareno magnoni magnaccia mangioni sanguisug* succhiasangue
      pappon* pensioni_d'oro vitalizi vitalizio privilegi_della privilegi_dei sprechi_della sperper* spreco buttati_via
      buttare_soldi regali_alle_banche svend* lobby poteri_forti servi_dei servi_della servo servil*
      asservit* zerbin* leccacul* lecchin* burattin* fantoccio fantocci marionett* giullare clown circo_equestre teatrino
      teatrini sceneggiata farnetic* delir* sproloqu* straparl* sparate sparata bufala
      panzan* propaganda demagog* populist* populismo ipnotizz* raggir* imbrogliat* presa_in_giro
      prese_in_giro presa_per_il prendono_in_giro prendere_in_giro prendono_per_il prende_per_il per_il_culo inculat*
      inculare in_culo abbandonat* abbandono dimenticati rinneg* voltafaccia
      cambiano_idea incoeren* contradd* smentit* sbugiard* grottesc*
      scadent* scandalo scars* orrido orrida obbrobri* malor*
      sofferent* operat* ospedale pronto_soccorso coma infart* ictus tumore tumori malattia malattie ammalat*
      raffreddore raffreddori febbricit* emicrania nausee crampi stanchezza stanchissim* esaust* sfinit* a_pezzi muoio_di
      muoio_dal_sonno muoio_di_sonno muoio_di_caldo muoio_di_freddo malinconi* nostalgi* sol_itudine
      disperazione disperato cuore_spezzato cuore_a_pezzi lutto funerale funerali condoglianze cordoglio rip riposa_in_pace
      scompars* scomparsa_di decedut* vittima_di omicid* femminicid* stuprat* molest* pedofil* pestagg*
      pestat* bastonat* sgozz* decapit* bombe bombarda* esplosione esplosioni terremot* alluvion* frana frane
      maltempo inondazion* incendi* sciagur* apocalisse poveracc* poveri_cristi poveri_italiani povero_cristo sfrattat*
      sfratto pignorament* equitalia strozzin* usura usurai aumento_delle aumenti_delle aumentano_le aumenta_le aumento_iva
      tasse_e tartassa* sacrifici_agli sacrifici_degli austerità esodat* precariato precari_della licenzia
      licenziat* cassintegrat* disoccupazione_al disoccupazione_record disoccupazione mobilità_forzata fuga_di_cervelli
      crisi_e chiudono chiude_bottega chiusura_di bancarott* default_dell declin* decadut* degrado degradat*
      allo_sbando sbando sbandat* caos_totale caotic* nel_caos confusione ingovernabil* stallo impantanat* affond* affossa*
      sabot* boicott* ostacol* ostruzionism* blocco_dei bloccati paralis* paralizz* disfatta disfatte batosta
      batoste eliminati retrocess* espuls* squalific* rigore_inesistente rubentus gobbi_di
      infortun* ko_per out_per brocc* schiappa schiappe sbagliando sbagliano sbagliare
      sbaglio erroracc* sciocc* offensiv* denigr* diffam* calunni* infang* rancor*
      livore acid* invidi* gelosi gelosia perfid* malign* velenos* veleno serpi serpe viper*
      mignott* bagasc* sgualdrin* oche cagna maial* pezzenti pezzente zotic* cafon* burin* bifolch*
      trogl* buzzurr* coatt* tamarr* bimbominkia bimbiminkia handicappat* mongoloid* ritardat*
      decerebrat* cerebroles* ottus* tont* rincoglionit* rimbambit* rincitrullit* beota ebet* babbe*
      allocch* asin* capre capra tedios* soporifer* pallos* monoton*
      banal* sconfort* sconcert* allucinant*
      agghiacc* impietos* impressionante_quanto_schifo sconsolat* demoralizzat* demotivat* scoraggiat* preoccupato
      preoccupati preoccupata inquietudin* ansia ansie ansios* agitat* agitazione
      spaventat* panico nel_panico timore timori impaurit* inferocit* infuriat* imbestialit*
      furibond* irritat* irritante irritanti infastidit* scocciat* stressat* stress stressante
      marcio marci marciume
      illuso illusa illusi illusione illusioni cappellata agonia`,
    ],
    [
      -30,
      `odio odia* odi detest* schifo schifos* orribil* orrend* orror* terribil* pessim* vergogna truffa bugiardo bugiarda merd* bastard* stronz* coglion* puttan* troia troie zoccol* vaffanculo fanculo affanculo fascist* fasci terrorist* stupr* nazist* genocid* cancro inferno atroc* ripugnant* disgust* vomitevol* umili* infam* porc* porco_dio`,
    ],
    [
      0,
      `mental* mentre mente menti* mentana mento mentor* porcini porcell* malt* male_non falsar* rubin* rubric* casinò gravidanz* gravina disoccupazione_cala paurosamente_bell* odissea odissey cara_amica caro_amico malik maledettamente morton mortad* senza_dubbio nessun_problema attacca_il morbid* durant* durata
      processo processi processo_di tenere tenerlo tenerla tenerli tenervi tenerci tenersi tenermi tener vittorio giustina*
      carisp caringi tassitano tassista tassisti saluto saluti esclusiv* grande_fratello in_grande forte_dei forte_di
      luce_verde alla_luce in_luce nuova nuovo nuovi nuove nuova_york di_nuovo bene_o per_bene tutto_bene meglio_di
      marchi* marcian* marciapied* marcon* precisament* precisazion* privatizz* calor* piattaform* balle_di_fieno
      conflitto_di processi_di emission* rispetto_a rispetto_al rispetto_alla bella_ciao vero_e_proprio insieme_a
      d'accordo_con forza_di forza_lavoro per_forza sforz* stile_di
      va_bene bene_allora bene_ora bene_e ben_poco più_grande a_buona alla_grande_muraglia buona_parte in_forza di_buono
      marcat* agonism* illustr* bufale marcia scontr* cappella superbowl risoluz* interrogativ* litigant* marche
      marco a_lavorare
      non_solo perché_no se_non o_no non_dimenticate non_dimenticare non_importa non_so_se a_meno_che non_è_che senza_sosta`,
    ],
    [
      24,
      "da_morire niente_male non_male cazzo_che_bello che_figata morto_dal_ridere morire_dal_ridere sto_morendo_dal a_bomba senza_parole_bellissim",
    ],
    [
      24,
      `meravigliosamente splendidamente bellezza bellezze bontà squisito magia magic* incanto incantevol* emozionante
      emozionatissim* commozione sorridente ridendo risata ridiamo sghignazz* simpaticon* dolcezze tener*
      coccol* abbraccio abbracci abbracciare bacione bacini cuore cuori cuoricin* orgoglio felicissim*
      contentissim* gentilissim* carissim* cari_amici amatissim* apprezzat* stimo stimatissim* onorat* privilegi*
      gratitudine grato grata riconoscent* ringraziamo ringraziare mille_grazie grazie_mille grazie_di buon_viaggio
      buona_serata buona_domenica buon_weekend buon_natale buona_pasqua buone_feste buone_vacanze buon_divertimento
      buon_inizio in_bocca_al_lupo viva_la viva_il forza daje alè olè evvai wow bravi tutti_bravi ben_fatto ben_detto
      hai_ragione ha_ragione perfettamente concordo giustissimo verissimo sacrosant* idea_geniale bella_idea ottima_idea
      ottimo_lavoro bel_lavoro grande_mister grandi_ragazzi che_bello che_bella che_belli che_meraviglia che_spettacolo
      che_gioia che_ridere rinascita rinascere rilanci* successone trionf* promoss* promozione eccellenza eccellenze
      qualità talentuos* fuoriclasse fenomeno campionissim* vittorios* lungimirant* serietà
      coerent* trasparent* trasparenza onestà solidale solidarietà generos* altruist* saggio saggezza
      innovativ* utile utilissimo comodo comodissim* consigliatissim* adorabile`,
    ],
    [
      -16,
      `vergognarsi vergognatevi vergognati vergognos* indecente indecenti indegn* ignobil* scandal* disgustat*
      disgusto ribrezzo squallore squallidi patetic* miserabil* meschin* imbarazz* ridicoli ridicola buffonata
      buffonate pagliacciata pagliacciate farsa porcata porcate schifezz* porcheri* vomito voltastomaco ladron*
      ladrocini* rubano rubate furti furto rapin* truffator* imbrogli* bugie bugiarde bugiardi
      frottol* cazzari cazzaro cialtron* ciarlatan* parolai* voltagabbana venduto venduti traditori tradimento corrotti
      collus* tangent* mazzett* inciuc* clientel* casta poltron* parassiti fannullon* nullafacent* incapaci
      incompetenza inett* inutili fallimentar* disastroso disastrosa catastrofic* drammatic* dramma tragico allarme
      allarmant* preoccupant* inquietant* terrificant* agghiacciant* angosc* spavent* paurosa terrore
      terrorismo attentati strage stragi vittime ammazz* massacr* stupro violentat* picchia*
      aggress* aggredit* minacc* ricatt* licenziati licenziamenti cassaintegrat* esodati disoccupati disoccupata disperati
      disperata suicid* povero_paese povera_italia poveri_noi italia_di_merda paese_di_merda in_malora alla_deriva
      allo_sfascio sfascio rovina rovinando distrutto distrugg* devasta* sfrutt* schiavitù oppress*
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
      boiate fess* demenz* assurdo assurdità follia folle pazzesca_tassa menefregh*`,
    ],
  ],
  negations: "non mai nessun nessuno nessuna senza né neanche nemmeno neppure niente nulla macché nn",
  boosters:
    "molto molta molti molte tanto tanta tanti tante troppo troppa davvero veramente proprio così totalmente assolutamente completamente estremamente super più che quanto quanta parecchio incredibilmente particolarmente tutto",
  dampers: "poco poca un_po' un_po po quasi meno abbastanza leggermente appena pochino",
  but: "ma però tuttavia invece eppure bensì",
};
