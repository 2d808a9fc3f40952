import type { Lexicon } from "./lexicon.ts";

/** French as chatted: our own list. */
export const french: Lexicon = {
  valence: [
    [
      30,
      `adore adoré adorent adorer adorable* adorons aime aimes aiment aimer t'aime vous_aime je_t'aime j'adore jadore j'aime jaime incroyable* magnifi* génial* geniau* parfait* excellen* merveill* superbe* bravo félicit* fantasti* fabuleu* extraordinaire* exceptionnel* sublime* brillant* splendid*
      formidable* sensationnel* épous* passionn* fascin* enchant* ravi ravie ravis divin* champion* chef-d'œuvre le_meilleur la_meilleure les_meilleurs idole* inoubliable* impeccable* amoureu* éblouis* bouleversant* remarquable* prodigieu* hallucinant* de_ouf du_feu une_tuerie tuerie_ce pépite* masterclass`,
    ],
    [
      22,
      `bon bonne bons bonnes beau belle beaux belles bel joli* merci mercii* remerci* heureu* content* contente* meilleur* cool sympa* super top chouette* drôle* marrant* rigolo* rigol* amour amours bisou* bises bise câlin* sourire* souri* souriant* espoir* paix fier fière fiers fierté* admir* talent* fêt* fête* joyeu* joie* 
      plaisir* délicieu* savoureu* doux douce* douceur gentil* aimable* amus* réuss* succès victoire* gagn* vainqu* bonheur* chance* chanceu* honneur* respect soutien* souteni* courag* héros recommand* intéress* impressionn* bonjour_à bonne_journée bonne_nuit bonne_soirée bon_anniversaire anniversaire bon_courage bonne_chance
      reine princesse trésor chéri* favori* préféré* préfér* vacances inspir* motiv* élégan* élégance classe stylé* grave_bien kiff* kiffe trop_bien trop_beau pas_mal ouf charmant* mignon* chou propre_le_son hâte vivement célébr* bienveill* utile* efficac* hâte_de youpi ouais_trop solidair* génie ému* émouvant* poignant* 
      lumineu* agréable* généreu* performant* captivant* succulent* bluffant* ambiance quali qualité* vive`,
    ],
    [
      12,
      `bien mdr mdrr* ptdr* lol haha hihi xptdr rire* rires ris rigole tranquille* sûr sûre sûrs facile* aid* aide ami amis amie amies amitié* famille rêv* rêve* santé nouveau nouvelle positif* positive* mieux plage weekend week-end vendredi cadeau* surpris* surprise* libre* liberté* lumière brill* soleil applaud* opportunité* 
      apprend* repos* relax* détend* oui espère* voyage* gratuit* offre* bienvenu* progrès progress* avanc* amélior* accord ensemble union partag* innov* récompens* concert* festival* protég* sauv* sauve* intelligen* sage* juste vrai vie allez`,
    ],
    [
      0,
      "aider_à rester prixnobel bonus sauvag* avance_rapide vrain bien_que bien_sûr accorde* joindre bel_et contentieu* bien_entendu aimant* contentera classement libre-échange santé_publique",
    ],
    [
      -12,
      `diffic* compliqu* bizarre* doute* dout* tard fatigu* crev* sommeil froid pluie lundi devoirs examen* contrôle manque* problèm* crise* erreur* tort coupabl* perd* perdu* perte* raté* rater rate loupé oubli* loin inquièt* inquiet* nerveu* stress* angoiss* lent lente dur dure pauvre* confus* jalou* faible* cher chère chers interdi* négati* 
      plain* critiqu* ridicul* absurd* flemm* impossibl* lourd* gêna* gêne* désespér* licenci* grève* dette* impôt* taxe* retard* bloqu* pff pfff mouais bof hélas malheureus* dommage tant_pis déficit* chômage* chute* baisse* recul* menac* refus* conflit* polémiqu* danger* risque* pollu* victim* blessé* malad* grippe fièvre
      sanction* condamn* accus* procès scandal* inquiét* insuffisan* ruin* craind* crain* bruit* embouteill* panne* bug* annul* fatigue*`,
    ],
    [
      -20,
      `mal mauvais* triste* tristesse pleur* larme* ennuy* ennui* pire pires peine* douleur* doulour* souffr* peur* terreur* colère* rage énerv* fâch* saoul* soûl* déçu* décev* décep* échec* échou* défait* seul_au solitude bless* mort morts morte mortes meurt* mourir meurtr* tuer tue tués tué assassin* crime* criminel* guerre* violen* attaqu* attentat* 
      grave graves injust* ment* mensong* menteu* faux fausse* tromp* trich* voleu* voler volé volés volé* corromp* corrup* arnaqu* fraud* inutil* incompét* incapabl* désastr* catastroph* chaos tragédi* tragiqu* misère* misérabl* abus* harcel* harcèl* mépris* insult* idiot* imbécil* stupid* débil* crétin* clown* bouffon* ignoran* lâch* égoïst* hypocrit* cyniq* 
      faim pauvreté ennemi* trahi* traîtr* prison détruit* destruct* détrui* dépri* dépress* insupportab* honte* honteu* lamentabl* minabl* médiocr* moche* laid* naz* nul nulle nuls nulles relou* chiant* chier galèr* foutr* fout* foutu* putain bordel gâch* désol* marre ras_le_bol ras-le-bol fait_chier boycott* naufrag* massacr* extrémis* irrespons* ridiculis* 
      saccag* honteux fiasco* grotesque* consternan* navran* pitoyabl* scandaleu* racis* menteur`,
    ],
    [
      -30,
      `déteste* détest* haïr haine* haineu* horribl* horreur* terribl* affreu* dégueul* dégoût* dégout* ordure* pourri* merde* merdi* connard* connass* salop* salaud* pute* putes enculé* fdp ntm tg ta_gueule ferme_ta con cons conne connerie* fascis* terroris* djihad* viol viols violeur* violé* nazi* génocid* cancer enfer atroce* abject* 
      répugnant* ignoble* immond* exécrabl* vom* humili* barbar* monstr* crève`,
    ],
    [
      0,
      "voleter volley* volont* volum* volonté tube* tunis* turq* tuto* tul* tumul* tu tuk tut* turf* tur* tue_mouche* monstrueux_bien mental* mention* menu menus mentor* mentalité gravir gravé* graver* gravité* seul violet* violon* haïti* hais vomer malgré malin* malik vole_haut voltai* volta* mourad concentr* conseil* mieux_vaut lâcher rien_à_voir sans_doute aucun_doute gravure* faux-* risque_pas cher_ami chers_amis chère_amie peine_à_croire",
    ],
    [
      25,
      "putain_de_bien de_malade pas_mauvais pas_déçu pas_déçue trop_fort mort_de_rire mdr morte_de_rire mourir_de_rire grave_stylé ça_tue sans_faute tellement_hâte hors_pair grave_bien",
    ],
    [
      24,
      `régal* régale délice* magie magique* beauté beautés convivial* chaleureu* accueillant* énorme énormes puissant*
      frissons émotion* émouv* hâte j'ai_hâte trop_hâte bonne_nouvelle bonnes_nouvelles bonne_idée bonnes_idées bien_joué
      bien_dit bien_fait chapeau bel_hommage beau_moment beaux_moments joli_coup canon canons topissime superbement
      magnifiquement parfaitement idéal* irrésistible* craquant* craque tendre tendresse fou_rire fous_rires éclat* éclate
      éclaté éclater enthousias* optimis* réjou* réjouis réjouit satisfait* satisfaction soulag* soulagé exemplaire*
      exploit* triomph* prometteu* pertinent* judicieu* instructif* enrichissant* passionnant* ludique* confortable* confort
      sublimer raffin* élégant* audacieu* inspirant* précieu* rayonnant* épanou* comblé* gâté gâtée veinard* chanceuse
      chanceux vive_le vive_la vive_les longue_vie à_voir à_écouter incontournable* indispensable* culte pur_bonheur
      que_du_bonheur quel_talent quel_plaisir avec_plaisir au_top trop_cool trop_mignon trop_drôle mort_de_rire jtm je_kiffe
      kiffer love jtadore bisouss bizz bisoux courage prends_soin plein_de_bonheur heureusement enfin_une`,
    ],
    [
      -16,
      `inacceptable* intolérable* inadmissible* incompréhensible* invivable* ingérable* pénible* pénibl* saturé* bondé*
      bondée surpeuplé* supprimé* incident* avarie perturb* perturbé interrompu* interruption ralenti* retardé* attente*
      grèves grévist* grèviste bouchons pic_de_pollution asphyxi* suffoqu* toxique* nocif* déchets dégrad* dégât* dégâts
      inondation* sécheresse incendie* canicule catastrophique* alarmant* inquiétant* inquiétud* menaçant* menacé*
      urgence_climat extinction disparition abattu* braconn* polémique lynch* hué huée sifflé sifflets clash* clashé tacle
      tacler désintox intox mensonger* bidon bidons pipeau foutage enfum* magouill* corruption détourn* détournement
      soupçon* mis_en_examen accusé* coupable* prison écrou voyou* bandit* escroc* mafieu* délinquan* incompétence*
      médiocrité nullité nullissime catastrophe naufrage désastreu* déplorable* lamentable* affligeant* désolant*
      désespérant* écœur* écoeur* révolt* révoltant* indign* indignation scandalis* choqu* choquant* honte_à la_honte
      quelle_honte triste_de ridicules pathétique* pitoyable* insipide* fade ennuyeu* soporifique* interminable*
      insupportables gonfl* soûle saoule soule relous lourdingue bête bêtise* bêtises idiotie* absurdité* aberrant*
      aberration n'importe_quoi du_grand_n'importe marre_de j'en_peux je_n'en_peux en_peux_plus j'en_ai_marre fatigué*
      fatiguée crevé crevée dégoûtée seum le_seum j'ai_le_seum malheur malheurs malheureu* chagrin deuil décès décédé*
      disparu hommage_aux rip condoléances attentats victimes otage* blessés tuerie tueries massacre* bombardement* bombard*
      menteuse* menteurs tricheur* arrogan* méprisant* haineux racistes xénophob* homophob* sexist* misogyn* facho fachos
      faf collabo* vendu* vendus pourris pourri pourrie chômeur* précarité précaire* licenciement* faillite* ruine* dette
      pauvres misère taxes hausse_des arnaque* arnaqueur* escroquerie* volé_mon perdre perdu_mon oublié_mon raté_mon loupé
      ratage foiré* foirer planté* plante_ bug_ bugs buggé merdique* moisi* daube daubes bouse chiotte* casse-couilles
      casse_couilles gueule* gueuler ta_mère ferme-la dégage* dégagez casse-toi démission démissionn* honni`,
    ],
  ],
  negations: "plus_jamais ni sans aucun aucune rien n'est n'a n'ai n'es ne personne",
  trailing: "pas jamais guère",
  boosters:
    "très trop tellement vraiment si tant hyper super méga ultra extrêmement absolument totalement complètement carrément grave plus énormément beaucoup incroyablement particulièrement tout toute quel quelle quels quelles archi",
  dampers: "peu moins presque assez plutôt un_peu légèrement à_peine vaguement",
  but: "mais cependant pourtant toutefois sauf",
};
