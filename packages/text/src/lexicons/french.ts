import type { Lexicon } from "./lexicon.ts";

/** French as chatted: our own list. */
export const french: Lexicon = {
  valence: [
    // What headlines are about is no mood of who quotes them.
    [
      0,
      `renouvelable renouvelables renouvel* renouveau guerre guerres grève grèves procès santé hôpital hôpitaux attentat attentats victimes crise crises dette dettes impôt impôts accord accords
      progrès incendie incendies sécurité budget réforme réformes droits libertés élection élections`,
    ],
    [
      30,
      `adore adoré adorent adorer adorable* adorons aime aimes aiment aimer t'aime vous_aime je_t'aime j'adore jadore j'aime jaime incroyable* magnifi* génial* geniau* parfait* excellen* merveill* superbe* bravo félicit* fantasti* fabuleu* extraordinaire* exceptionnel* sublime* brillant* splendid*
      formidable* sensationnel* épous* passionn* fascin* enchant* ravi ravie ravis divin* champion* chef-d'œuvre le_meilleur la_meilleure les_meilleurs idole* inoubliable* impeccable* amoureu* éblouis* bouleversant* remarquable* prodigieu* hallucinant* de_ouf du_feu une_tuerie tuerie_ce pépite* masterclass
      j't'aime jtmm jtaime j'taime je_l'aime j'adorais j'aimais j'ai_aimé chef_d'œuvre chef_d'oeuvre grandiose*
      sidérant_de stupéfiant_de phénoménal* renversant* féérique* féerique* idyllique* inégalable* imbattable*
      irréprochable* inestimable* exquis* sublimissime trop_forte trop_forts coup_de_cœur coup_de_coeur un_bijou un_kif
      une_perle une_dinguerie dinguerie une_claque quelle_claque un_chef_d'œuvre une_légende légende légendaire* légendes
      c'est_trop_bien monstrueux_ce_match`,
    ],
    [
      22,
      `bon bonne bons bonnes beau belle beaux belles bel joli* merci mercii* remerci* heureu* content* meilleur* cool sympa* super top chouette* drôle* marrant* rigol* amour amours bisou* bises bise câlin* souri* espoir* paix fier fière fiers fierté* admir* talent* fêt* joyeu* joie*
      plaisir* délicieu* savoureu* doux douce* gentil* aimable* amus* réuss* succès victoire* gagn* vainqu* bonheur* chance* honneur* respect soutien* souteni* courag* héros recommand* intéress* impressionn* bonjour_à bonne_journée bonne_nuit bonne_soirée bon_anniversaire anniversaire bon_courage bonne_chance
      reine princesse trésor chéri* favori* préfér* vacances inspir* motiv* élégan* stylé* grave_bien kiff* trop_bien trop_beau pas_mal ouf charmant* mignon* chou propre_le_son hâte vivement célébr* bienveill* utile* efficac* hâte_de youpi ouais_trop solidair* génie ému* émouvant* poignant*
      lumineu* agréable* généreu* performant* captivant* succulent* bluffant* ambiance quali qualité* vive
      impatient* suis_fan grand_fan trop_fan fan_de fans_de_vous j'valide je_valide validé_à approuvé j'approuve bien_vu
      bien_envoyé bien_mérité mérité méritée mérite mérites méritent bien_jouer bien_ouéj bienjoué très_bien mes_vœux
      mille_mercis reconnaissan* gratitude bg bogoss mon_cœur mon_coeur ma_puce mon_roi mon_ange mon_bébé cœur_sur coeur_sur
      cœur coeur cœurs cœur_sur_toi amitiés tendrement affectueu* affection charme charmé charmeur craquer_pour épatant*
      épaté épatée étonnamment_bien ébloui éblouie émerveill* enthousiast* emballé emballée conquis conquise séduit séduite
      séduisant* captivé envoûtant* entraînant* dynamique dynamisme vivifiant revigorant ressourçant apaisant* apaisé serein
      sereine sérénité zen décontract* détente détendu* fraternel* fraternité solidarité générosité humanité empathie
      tolérance altruis* dévou* héroïque* bravoure brave braves force_à de_tout_cœur de_tout_coeur avec_toi_les
      victorieu* médaille* médaille_d'or or_pour podium sacre qualifié qualifiés qualifiées qualification remontada quel_but
      quel_match quelle_équipe quel_joueur quel_artiste quelle_femme quel_homme quelle_voix golazo allez_les_bleus
      allez_les_bleues allez_om allez_paris allez_la_france abouti aboutie ingénieu* ingéniosité astucieu* astuce créatif
      créativ* originalité innovant* prouesse performance_de doué douée virtuose
      artiste_complet poétique poésie délicat* soigné soignée gracieu* grâce_à_toi grâce_à_vous harmonieu*
      pétillant* rafraîchissant* gourmand* miam miammm savourer savouré dégust* bonnard nickel nickel_chrome impec niquel
      propre_ça c'est_propre c'est_carré carré_ça carrément_bien de_folie c'est_fou_comme frère_t'es frais_ça classieu*
      rassur* super_nouvelle super_idée super_initiative super_article super_projet super_soirée
      super_journée super_équipe super_vidéo hourra hourraaa youhou yeees yeah olé enfin_les enfin_du écologique_et
      durable_et vertueu* encourag* positive_attitude favorable favorables bénéfique* bienfait*
      salutaire pédagogique éclairant* limpide fluide brillamment honoré honorée touché_par touchée_par touchant* hilare
      hilarant* tordant* drôlissime poilant* marré marrer marre_bien mdrrr ptdrr jpp_de_rire explosé_de_rire
      explosée_de_rire pété_de_rire jpp_mdr plié_de_rire pliée_de_rire
      trop_choupi choupi choupinou chouchou mimi mimis trop_mimi super_émission super_film super_série super_concert
      super_match super_boulot super_bien hyper_bien j'suis_fan j'ai_ri j'ai_bien_ri j'ai_trop_ri j'ai_eu_mon j'ai_mon_bac
      rien_de_mieux rien_de_tel y'a_pas_mieux pas_mieux plein_d'amour plein_d'ondes ondes_positives toutes_mes_pensées
      crédible* fiable* fiabilité honnête* sincère* sincérité loyal* loyauté fidèle* humilité respectueu*
      attentionné* prévenant réconfort* paisible* enjoué* confiance confiant* guéri guérison rétabli
      retrouvailles mariage* fiançailles fiancé* lune_de_miel nouveau_né anniv anniv' couronn* remport* record_battu
      mis_à_l'honneur
      allégresse ambiancé amicale apprécié appréciée apprécient apprécier ardent* attendriss* attirant*
      attractif attractive audace aubaine avenant béné béni bénie bénis bienheureu* bluffé bluffée charism* clairvoyan*
      compliment* complicité complice conciliant confortab* congratul* convaincant* coquet* cordial* courtois* croustillant*
      débrouillard délectable* désopil* divertiss* éblouissant* élogieu* éloges endiablé enflammé enivrant*
      ensoleillé ensoleillée envoûté érudit étincelant* euphori* exaltant* excitant* exemplarité extase fantaisie
      fastueux favorablement féconde ferveur festif festive fidélité flamboyant* flatteur flatteuse florissant* fougueu*
      fructueu* gaie gaieté galant* glorieu* gloire gratifiant* hilarité honorable* humoristique inébranlable inégalé
      infatigable inséparables intrépide intuitif invincible* jovial* jubilatoire justesse majestueu* malicieu* mélodieu*
      miracle* miraculeu* novateur* novatrice opportune optimale optimal ovation* palpitant*
      perfection* persévér* pittoresque planant plébiscit* prestigieu* prodige propice prospér*
      radieu* rafraîchi ravissant* ravissement récréatif réjouissance* rêveur romantiq* salutaires satisfaisant*
      séduct* sidérant somptueu* soutenant spectaculaire* stimulant* stupéfiant triomphal* triomphant*
      valeureux vénéré vibrant* virtuosité vivacité volupt* zélé
      paradisiaque*`,
    ],
    [
      12,
      `bien mdr mdrr* ptdr* lol haha hihi xptdr rire* ris rigole tranquille* sûr sûre sûrs facile* aid* ami amis amie amies amitié* famille rêv* santé positif* positive* mieux plage weekend week-end vendredi cadeau* surpris* libre* liberté* lumière brill* soleil applaud* opportunité*
      apprend* repos* relax* détend* oui espère* voyage* gratuit* offre* bienvenu* progrès progress* avanc* amélior* accord ensemble union partag* innov* récompens* concert* festival* protég* sauv* intelligen* sage* juste vrai vie allez`,
    ],
    [
      0,
      "aider_à rester prixnobel bonus sauvag* avance_rapide vrain bien_que bien_sûr accorde* joindre bel_et contentieu* aimant* contentera classement libre-échange santé_publique",
    ],
    [
      -12,
      `diffic* compliqu* bizarre* dout* tard fatigu* crev* sommeil froid pluie lundi devoirs examen* contrôle manque* problèm* crise* erreur* tort coupabl* perd* perte* raté* rater rate loupé oubli* loin inquièt* inquiet* nerveu* stress* angoiss* lent lente dur dure pauvre* confus* jalou* faible* cher chère chers interdi* négati*
      plain* critiqu* ridicul* absurd* flemm* impossibl* lourd* gêna* gêne* désespér* licenci* grève* dette* impôt* taxe* retard* bloqu* pff pfff mouais bof hélas malheureus* dommage tant_pis déficit* chute* baisse* recul* menac* refus* conflit* polémiqu* danger* risque* pollu* victim* blessé* malad* grippe fièvre
      sanction* condamn* accus* procès scandal* inquiét* insuffisan* ruin* crain* bruit* embouteill* panne* bug* annul*
      dodo_pas oups aïe aie_aie ouille argh grrr grr rhaa pfiou tss snif sniff snifff bouh bouhou ouin hum_hum euh_non
      mdr_la_honte rer_b rer_a perturbation* ralentissement* bouchon coincé coincée galérer galéré attendre_encore
      attends_toujours toujours_pas toujours_rien toujours_aussi et_encore_une impuissan* inefficac*
      inopér* inadapté* inapte* lacune* carence* pénurie* manquant besoin_d'aide durement rude_journée reprise_demain
      rentrée_demain cours_demain bosser_demain plus_d'argent fauché fauchée endett* surendett* coûteu* hors_de_prix
      augmentation_des hausse_du prix_qui surtax* amende* pv_de contravention austérité rigueur_budgétaire coupes_budgétaires
      suppression* fermer_des fermeture_de délocalis* chôm* stagn* régress* déclin* décadence
      dérive* dérape* dérapage* tension* crispa* clivant* diviser_les manipul* propagande
      désinformation complot* dissimul* omerta opaque* opacité lobby lobbies lobbying hypocrisi* dénonc*
      contest* protest* controvers* gêné gênée embarrass* sidéré sidérée consterné consternée
      consternation atterr* effar* hallucine_là indécen* immoral* malsain* malveillan*
      nuisible* néfaste* périlleu* irrespirable étouff* suffocant malodor* pue puent puant puanteur crasseu*
      poubelle* souill* cra_cra bruyant* vacarme insalubre m'ennuie s'ennuie longuet barbant* rasoir* fastidieu* laborieu*
      assommant* indigest* immangeable* infecte fadasse moyen_moyen sans_plus mitigé mitigée sceptique* perplexe*
      dubitati* m'inquiète inquiétude* redout* appréhen* trac surmené burn_out burnout regret*
      remords coupabilité nostalgi* mélancoli* cafard blues_du spleen moral_à_zéro moral_dans_les
      abandonn* accablant* affaibli* affolant* aigri aigreur aliéné amer amère amertume anormal* antipath*
      apathie appauvri* apeuré arbitraire assiégé atrophi* autoritaire avare aveugl* banal banale bancal bancale
      blafard bobard* boudeu* bouder boude boulet boulets brouill* brusque cacophonie calamit* canaille caprice* capricieu*
      caricatur* chamaill* chantage charlatan* clivage* contradictoire* contrari* couard* culpabil* cupidité
      décadent* déchéance déchir* déconcert* décrié déficien* dégonfl* déloyal* démuni* dénigr*
      déplais* déprav* déraill* déraisonn* dérangé dérange dérisoire* désagréab* désapprob* désarroi désastre* désavant*
      désenchant* déséquilibr* déshonor* déshonneur désillusion* désobé* désobligeant désordre désordonné despot*
      désuet* détraqué détress* dévalor* dictatorial difform* discordan* discriminant disgrâc* disparaître*
      disproport* dissuad* éffroi effroi effroyab* égoïsme embourb* embrouill* encombr*
      endeuill* engueul* enlaid* enlisement envieu* erroné* escroqueri* étrangl* étripe exagér* fadais* fallacieu*
      farfelu fatale fâcheu* flatulence foirad* fracass* frauduleu* frayeur* frustr*
      funèbre* funeste* grincheu* grogner grognon haïssable hasardeu* hideux horrifi* hypocrite* ignare ignoré
      ignorée illégitim* imbuvable* immature* impardonn* impertinen* impitoyable* impopulair* imposture*
      imposteur* imprudent* inacceptab* inachevé inadéquat* inaudible* incertitude* incohéren* incommod* inconfort*
      inconscien* inconvén* incurable indéfendable* indésirable* indifférence indigne* inéquit* inexact* inexcus*
      inexist* infernal* ingrat* inhumain* injurie* injustifi* innommable*
      inopportun* inquisit* insanit* insatisf* insécurit* insensé* insensib* insidieu* insolen*
      insomni* insoutenab* instab* intimid* intolér* intoxiqu* intrus* invraisembl*
      irrécup* irritab* isolé isolés lamentation* léthargi* lésé lésés lugubres malais* malchanc*
      malédict* maléfi* malentendu* malfaiteur* malhonnêt* malintention* malmen* malotru* maltraitan*
      malvers* manigance* maudit* maussade* méchanc* méchant* mécontent* méfian*
      mesquineri* monoton* morne morose* morosité mortif* nauséab* nausée* négligen* négligé
      névros* nuisanc* obscurant* obscèn* odieux offens* offusqu* oppressant* orduri* outranc*
      outrag* outré outrée outrés paniqu* parasit* paresse* partialité partial perfid* pernicie*
      persécut* pervers* pessimis* pestilent* piteux plagiat pleurnich* pleutre poisseu* préjudice*
      préjugé* problématique* profiteur* provocat* puéril* punition* querell* rabâch* rabaiss* râler râle râleur* rancoeur
      rancœur rebutant* réfractaire répugn* résign* risible* ronchon* roublard* rustre* sabotage sadisme saleté*
      salir sali sanglant* sanguinair* sectair* sévir sinistrose sournois* stupéfait tare tares terrassé
      tourment* toxicit* trahison* traînard traumatis* tremblement tricheri* trouill*
      truand* truqué* tumult* tyranni* vandal* vaseux vengean* vicieu* vieillot* vilain* virulen* vomiss*
      vulnérab*`,
    ],
    [
      -20,
      `mal mauvais* triste* pleur* larme* ennuy* ennui* pire pires peine* douleur* doulour* souffr* peur* terreur* colère* rage énerv* fâch* saoul* soûl* déçu* décev* décep* échec* échou* défait* seul_au solitude bless* mort morts morte mortes meurt* mourir tuer tue tués tué assassin* crime* criminel* guerre* violen* attaqu* attentat*
      grave graves injust* ment* mensong* faux fausse* tromp* trich* voleu* voler volé* corromp* corrup* arnaqu* fraud* inutil* incompét* incapabl* désastr* catastroph* chaos tragédi* tragiqu* misère* misérabl* abus* harcel* harcèl* mépris* insult* idiot* imbécil* stupid* débil* crétin* clown* bouffon* ignoran* lâch* égoïst* hypocrit* cyniq*
      faim pauvreté ennemi* trahi* traîtr* prison destruct* détrui* dépri* dépress* insupportab* honte* lamentabl* minabl* médiocr* moche* laid* naz* nul nulle nuls nulles relou* chiant* chier galèr* fout* putain bordel gâch* désol* marre ras_le_bol ras-le-bol fait_chier boycott* naufrag* massacr* extrémis* irrespons* ridiculis*
      saccag* fiasco* grotesque* consternan* navran* pitoyabl* scandaleu* racis*
      je_hais j'ai_froid j'ai_la_flemme j'ai_pas_dormi j'pleure chialer chiale chialé chialais ça_craint ça_pue ça_m'énerve
      ça_m'agace ça_m'saoule ça_me_gave ça_gave ça_casse ça_marche_pas ça_bug ça_rame ça_beug me_gave me_fatigue me_casse
      me_manque me_manques me_manquent tu_me_manques il_me_manque elle_me_manque vous_me_manquez me_rend_malade me_rend_fou
      me_rend_folle m'énerve m'énervent m'énervez m'agace m'agacent agac* agaçant* exaspér* irrit*
      insupporte_cette je_supporte_plus je_supporte_pas supporte_plus supporte_pas j'en_ai_assez en_ai_assez
      plein_le_cul plein_les_couilles casser_les_couilles casse_les_couilles pète_les_couilles les_boules les_nerfs
      sur_les_nerfs à_bout n'en_peux_plus n'en_peut_plus j'en_peux_plus jpp j'suis_dég je_suis_dég dég dégueu dégueulasse*
      dégueux beurk berk pouah beuh gerb* à_gerber fait_pitié pitié font_pitié fait_flipper flipp*
      angoissant* angoissé angoissée anxié* anxieu* effray* terrifi* épouvant* cauchemar*
      glauque* sinistre* sordide* macabre lugubre morbide* horripil* ignominie infâme* infect* crade crado
      crasse sale_race connasse* pauvre_type va_te_faire va_crever allez_vous_faire vas_te_faire nique niquer niqué
      niquez_vos nique_ta_mère nique_sa_mère pd enfoiré* enflure* raclure* pourriture* vermine racaille* crapule* vaurien
      abruti* attardé* demeuré gogol mongol mongole neuneu neuneus guignol* charlot charlots pitre*
      mascarade* cirque_politique cinéma_politique poudre_aux_yeux se_moque_de se_moquent_de moqu* scandales
      magouille* vol_organisé racket racketter spoli* pill* extors* raquette_de népotisme clientélisme favoritisme
      copinage inégal* discriminat* maltrait* brutal* tabass* frapp* cogn*
      agress* poignard* égorg* décapit* abattre_des tir_sur fusillade* tireur* tuant tueur*
      homicide* féminicide* infanticide* pédo pédophil* incest* proxénèt* esclav* tortur* bourreau*
      oppress* répression réprim* dictature* dictateur* tyran* antisémit* islamophob* sexisme bombes_sur missile* explosion*
      exploser_de noyé* noyade* séisme* tremblement_de tsunami ouragan* cyclone* tempête_sur feux_de_forêt brûl*
      ravag* dévast* anéanti* écras* effondr* détérior* délabr* vétuste*
      insalubr* pollueu* pollution contamin* empoisonn* pesticide* glyphosate irradi* nucléaire_non gaspill* gabegie
      malbouffe disparaît disparaître_à déforest* surpêche marée_noire réchauffement_climatique mourant mourra mourra_de
      périr péri suicide* suicidé suicidaire* enterr* obsèques funérailles tombe_malade cancéreu* tumeur* leucémie
      sida ebola épidémi* grippé grippée angine gastro migraine* rhume enrhum* toux tousser hôpital urgences
      fractur* cassé_le cassé_la entorse courbatures crampes insomnie* insomniaque épuis*
      claqué claquée claqués lessivé vidé_de crevant pas_dormi nuit_blanche réveil_difficile dépité
      dépitée dépit désespoir désespéré désespérée désespérément démoralis* démotiv* décourag*
      abattement accabl* attrist* peiné peinée navré navrée inconsolable* malheureuse malheureusement_encore
      seule_ce_soir seul_ce_soir isolement abandonné* rejeté* rejet_de largué larguée cocu*
      infidèl* fausse_amie fourbe* langue_de_vipère vipère* mesquin* jalousie* jalouse jaloux_de radin* prétentieu* orgueil
      hautain* irrespect* impoli* malpoli* grossier* vulgaire* vulgarité beauf beaufs ringard*
      has_been kitsch cucul gnangnan niais* mièvre* cliché* navet* nanar ratée ratés bâclé bâclée désorganis* bordélique*
      pagaille* chaotique* anarchi* cafouill* couac* raté_complet défaillan* défectueu* cassé cassée hs en_panne panne_de
      plus_de_batterie plus_de_réseau pas_de_réseau pas_internet pas_de_wifi plus_rien_marche marche_plus fonctionne_pas
      fonctionne_plus marche_pas répond_pas répondez_pas répond_jamais perdu_contre perdus_contre perd_encore éliminé
      éliminés éliminées humiliant* humiliation* ridicule_équipe carton_rouge arbitre_de viré_de virer_ce ras_le_cul
      ras_la_casquette non_à_la non_au non_aux pas_d'accord pas_content pas_contents pas_normal pas_bien pas_bon pas_bonne
      pas_cool pas_drôle pas_sympa pas_terrible pas_top pas_juste pas_fier pas_le_moral pas_envie pas_possible_de
      pas_acceptable pas_crédible pas_sérieux pas_digne pas_ouf pas_fou pas_assez pas_foutu pas_foutus pas_foutue pas_capable
      plus_envie plus_possible plus_confiance aucun_respect aucune_honte aucune_envie aucun_intérêt aucun_sens aucune_chance
      aucune_excuse aucune_réponse sans_intérêt sans_réponse sans_respect sans_honte sans_vergogne sans_scrupule sans_cœur
      sans_coeur sans_espoir sans_travail sans_abri rien_à_foutre rien_à_cirer rien_d'intéressant rien_compris sert_à_rien
      servent_à_rien vaut_rien valent_rien comprend_rien comprennent_rien trop_dur trop_cher trop_tard trop_chaud trop_froid
      très_inquiet très_grave sale_temps mauvaise_nouvelle triste_nouvelle quel_dommage quel_scandale quelle_blague
      quel_cauchemar c'est_dur c'est_grave c'est_n'importe c'est_quoi_ce c'est_quoi_cette c'est_pas_possible nimporte_quoi
      du_gros_n'importe ptn_j'ai ptn emmerd* chieur* casse_pieds lourds lourdeur gonflant* soulant
      pète_un_câble péter_un_câble pète_un_plomb disjoncte vnr rageux rageuse rager rageant enrag* furieu* fureur courroux
      rancun* vengeance* revanchard hostil*
      atterré atterrés atterrée
      pas_encourageant peu_convaincant peu_crédible peu_efficace moins_bien moins_bon ça_empire empir* aggrav*
      s'aggrave envenim* pollue polluer polluent polluants cancérigène* cancérogène* mortelle mortelles tuera tueront
      danger_pour mise_en_danger en_danger en_péril alerte_rouge alerte_à état_d'urgence cri_d'alarme tire_la_sonnette
      sonnette_d'alarme préoccup* incohérent* incohérence* contradict* absurdes ignares
      obscurantis* fanati* intégris* atrocités cruauté cruel cruelle cruels sadique* agonis* agonie
      affamé* famine* exploités opprim* spéculat* évasion_fiscale paradis_fiscaux mafia lobbys
      démagog* populis* propagandiste manipulé manipulés endoctrin* soumis_à oubliés_de laissés_pour injure*
      injurieu* diffam* calomni*`,
    ],
    [
      -30,
      `détest* haïr haine* horribl* horreur* terribl* affreu* dégueul* dégoût* dégout* ordure* pourri* merde* merdi* connard* connass* salop* salaud* pute* enculé* fdp ntm tg ta_gueule ferme_ta con cons conne connerie* fascis* terroris* djihad* viol viols violeur* violé* nazi* génocid* cancer enfer atroce* abject*
      répugnant* ignoble* immond* exécrabl* vom* humili* barbar* monstr* crève`,
    ],
    [
      0,
      `voleter volley* volont* volum* tube* tunis* tul* tumul* tu tuk tut* tur* tue_mouche* monstrueux_bien mental* mention* menu menus mentor* gravir gravé* graver* gravité* seul violet* violon* haïti* hais vomer malgré malin* malik vole_haut volta* mourad concentr* conseil* mieux_vaut lâcher rien_à_voir sans_doute aucun_doute gravure* risque_pas cher_ami chers_amis chère_amie peine_à_croire
      collabor* plantes planter favoriser favorise styles en_classe ensemble_de vie_de la_vie en_vie à_vie
      vie_privée juste_un juste_une juste_pour juste_le juste_la ou_bien si_bien eh_bien bien_plus bien_avant bien_après
      beau_frère beau_père belle_mère belle_sœur championnat* championsleague en_accord accord_sur accord_de oui_mais
      faible_de risques_de aides aide_à aide_aux aider_les critique_de critique_du cinéma_critique mal_de_mer

      cons_de mors* mort_né peste*
      bon_alors bon_bah bon_ben bon_ok bon_je bon_j'ai bon_c'est bon_on bon_il bon_après bon_et bon_mais bon_sinon bon_ça
      bon_là bon_moi ah_bon pour_de_bon bon_nombre bonne_partie bien_entendu bien_souvent aussi_bien bel_et_bien vouloir_bien
      veux_bien peut_bien c'est_bien_le
      lit lits ratio flame heat king atterri atterrir atterrit atterrissage* cogna* vide_de claque
      claques enflure cognée valorisation_boursière contestation_du engagement engagements potentiel ff mobilisation
      fractures
      grave_crise
      pourquoi_pas n'oubliez_pas n'oublie_pas ou_pas non_plus pas_que sans_oublier sans_cesse rien_que pas_seulement
       plus_que_jamais n'est_ce_pas ce_n'est_pas_que pas_sûr_que quasi_pas
      ingénieur*`,
    ],
    [
      25,
      "putain_de_bien de_malade pas_mauvais pas_déçu pas_déçue trop_fort mort_de_rire mdr morte_de_rire mourir_de_rire grave_stylé ça_tue sans_faute tellement_hâte hors_pair grave_bien",
    ],
    [
      24,
      `régal* délice* magie magique* beauté beautés convivial* chaleureu* accueillant* énorme énormes puissant*
      frissons émotion* émouv* hâte j'ai_hâte trop_hâte bonne_nouvelle bonnes_nouvelles bonne_idée bonnes_idées bien_joué
      bien_dit bien_fait chapeau bel_hommage beau_moment beaux_moments joli_coup canon canons topissime superbement
      magnifiquement parfaitement idéal* irrésistible* craquant* craque tendre tendresse fou_rire fous_rires éclat*
      enthousias* optimis* réjou* satisfait* satisfaction soulag* exemplaire*
      exploit* triomph* prometteu* pertinent* judicieu* instructif* enrichissant* passionnant* ludique* confortable* confort
      sublimer raffin* élégant* audacieu* inspirant* précieu* rayonnant* épanou* comblé* gâté gâtée veinard* chanceuse
      chanceux vive_le vive_la vive_les longue_vie à_voir à_écouter incontournable* indispensable* culte pur_bonheur
      que_du_bonheur quel_talent quel_plaisir avec_plaisir au_top trop_cool trop_mignon trop_drôle mort_de_rire jtm je_kiffe
      kiffer love jtadore bisouss bizz bisoux courage prends_soin plein_de_bonheur heureusement enfin_une`,
    ],
    [
      -16,
      `inacceptable* intolérable* inadmissible* incompréhensible* invivable* ingérable* pénibl* saturé* bondé*
      surpeuplé* supprimé* incident* avarie perturb* interrompu* interruption ralenti* retardé* attente*
      grèves grévist* grèviste bouchons pic_de_pollution asphyxi* suffoqu* toxique* nocif* déchets dégrad* dégât*
      inondation* sécheresse incendie* canicule catastrophique* alarmant* inquiétant* inquiétud* menaçant* menacé*
      urgence_climat extinction disparition abattu* braconn* polémique lynch* hué huée sifflé sifflets clash* tacle
      tacler désintox intox mensonger* bidon bidons pipeau foutage enfum* magouill* corruption détourn*
      soupçon* mis_en_examen accusé* coupable* prison écrou voyou* bandit* escroc* mafieu* délinquan* incompétence*
      médiocrité nullité nullissime catastrophe naufrage désastreu* déplorable* lamentable* affligeant* désolant*
      désespérant* écœur* écoeur* révolt* indign* scandalis* choqu* honte_à la_honte
      quelle_honte triste_de ridicules pathétique* pitoyable* insipide* fade ennuyeu* soporifique* interminable*
      insupportables gonfl* soûle saoule soule relous lourdingue bête bêtise* idiotie* absurdité* aberrant*
      aberration n'importe_quoi du_grand_n'importe marre_de j'en_peux je_n'en_peux en_peux_plus j'en_ai_marre fatigué*
      crevé crevée dégoûtée seum le_seum j'ai_le_seum malheur malheurs malheureu* chagrin deuil décès décédé*
      disparu hommage_aux rip condoléances attentats victimes otage* blessés tuerie tueries massacre* bombard*
      menteuse* menteurs tricheur* arrogan* méprisant* haineux racistes xénophob* homophob* sexist* misogyn* facho fachos
      faf collabo* vendu* pourris pourri pourrie chômeur* précarité précaire* licenciement* faillite* ruine* dette
      pauvres misère taxes hausse_des arnaque* escroquerie* volé_mon perdre perdu_mon oublié_mon raté_mon loupé
      ratage foiré* foirer planté* bugs buggé merdique* moisi* daube daubes bouse chiotte* casse-couilles
      casse_couilles gueule* ta_mère ferme-la dégage* casse-toi démission démissionn* honni`,
    ],
    [
      12,
      `
      solution* initiative* durable* préserv* valoris* promouv* renouvelable* recycl* bio mobilis* modernis* rénov* pionnier*
      avantag* atout* dynamis* sensibilis* concrétis*`,
    ],
    [
      8,
      `engagement*

      propre propres sain saine sains saines naturel naturels naturelle facilit* simplif* ambitieu* ambition*
      sérieu* primordial* offert* offrir offrons gagnant* croissance embauch*
      protection alternative* écologique* écolo éco_responsable écoresponsable énergie_verte énergies_propres
      récompense* honorer
      fleurir fleuri ciel_bleu balade* promenade au_calme calme tranquillou apaiser guérir
      rétablissement retrouvé_mon réconcili* unis unie solid* rapide rapides
      rapidité ponctuel* lisible
      modeste poli polie attentif à_l'écoute
      énergique espérons espérer espérance
      bientôt_le_week enfin_fini vacanceu* naissance_de
      n'hésitez_pas n'hésite_pas ne_manquez_pas ne_ratez_pas ne_loupez_pas ne_rate_pas pas_grave t'inquiète_pas
      aucun_problème pas_de_souci pas_de_problème de_rien sans_problème sans_souci`,
    ],
  ],
  negations: "plus_jamais ni sans aucun aucune rien n'est n'a n'ai n'es ne personne",
  trailing: "pas jamais guère",
  boosters:
    "très trop tellement vraiment si tant hyper super méga ultra extrêmement absolument totalement complètement carrément grave plus énormément beaucoup incroyablement particulièrement tout toute quel quelle quels quelles archi",
  dampers: "peu moins presque assez plutôt un_peu légèrement à_peine vaguement",
  but: "mais cependant pourtant toutefois sauf",
};
