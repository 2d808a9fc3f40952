import type { Lexicon } from "./lexicon.ts";

/** German as chatted: our own list. */
export const german: Lexicon = {
  valence: [
    [
      30,
      `liebe lieben liebt liebte geliebt* liebe_dich lieb_dich hab_dich_lieb wunderbar* wunderschön* perfekt* exzellent* hervorragend* fantasti* phantasti* fabelhaft* großartig* genial* brillant* spitze* weltklasse sensationell* unglaublich_gut traumhaft* herrlich* begeister* faszinier* bezaubernd* göttlich* champion*
      meisterwerk* der_beste die_beste die_besten das_beste am_besten beste bester bestes besten idol* unvergesslich* umwerfend* überragend* vergötter* bombe bombastisch* ausgezeichnet* glückwunsch* herzlichen_glückwunsch gratul* hammer* mega_geil megageil* granate hochzeit phänomenal* grandios* ehrenmann ehrenfrau verliebt* liebling*`,
    ],
    [
      22,
      `gut gute guter gutes guten gutem schön schöne* schönst* toll* super prima klasse danke* dank dankbar* bedank* glück* besser* beste_grüße cool* geil* nice stark starke süß* hübsch* lustig* witzig* freu* froh* fröhlich* lieb liebe_grüße liebev* kuss küss* umarm* lächel* hoffnung* frieden stolz*
      bewunder* talent* feier* genieß* genuss lecker* köstlich* freundlich* nett* erfolg erfolge erfolgreich* gewinn gewinne gewinnt gewinnen gewonnen* gewann sieg siege sieger** ehre* respekt* unterstütz* mut mutig* held* empfehl* interessant* spannend* beeindruck* guten_morgen gute_nacht schönen_tag schönes_wochenende alles_gute happy geburtstag* königin prinzessin schatz*
      favorit* urlaub* ferien inspirier* motivier* elegant* gemütlich* entspann* feier_ich feiere_ich läuft knuffig* putzig* niedlich* zauberhaft* sympathisch* jubel* yeah juhu* hurra* yippie traum* begeisterung vorfreude gefällt gefallen gelungen* gelingt top erleichter* zufrieden* wertvoll* charmant* hilfreich*
      wow wahnsinn_wie krass_gut fein* angenehm* großzügig* klug* schlau schlaue schlauer lobenswert* lob loben lobt`,
    ],
    [
      8,
      `haha hihi hehe lol rofl lach* ruhig sicher* einfach_gut leicht* hilf* helfen freund* familie* träum* gesund* positiv* sommer strand wochenende freitag geschenk* überrasch* frei freie freier freies freiheit licht strahl* sonne* sonnig* applaus chance* lern* ausruh* hoff* reise* gratis
      willkommen fortschritt* zusammen rett* gerettet belohn* preis_gewonnen party* schütz* klar richtig* fair gern gerne mag mögen möchte_gern lohnt* verdient funktioniert klappt geschaff* schaff* weihnacht* bier grill* kaffee_und kuchen pizza neugierig* guck_ich_gern endlich sauber* frisch*
      günstig* bequem* attraktiv*
      nicht_verpassen nicht_so_schlimm nichts_zu_danken nicht_mehr_lange nicht_genug_kriegen kein_thema keine_ursache`,
    ],
    [
      0,
      "freitod* liebermann lieber liebhab gutschein* gute_frage leichtath* freibad* freihandel* freikirch* freilich freizeit freiburg* siegmund* siegfried* siegen richter* mutter mutti mutm* superm* heldt sonnenberg feiertag* sicherlich sicherheit* freig* freund-feind lernt_nie neulich neuer spitzel* erfolglos* lachs* chancenlos* rettungs* klara klare* klar_ist klarstell* gutacht* ehrlich ehren ehem* ehepaar* eher ehe helfer* preise preisen dankwart einfach",
    ],
    [
      -12,
      `schwierig* kompliziert* komisch* seltsam* zweifel* spät müde* erschöpft* kaputt* kalt* kälte regen regnet montag* hausaufgab* prüfung* klausur* fehlt fehler* problem* krise* falsch* schuld* verlor* verlier* verlust* verpass* vergess* weit_weg sorge* angst* stress* langsam* hart harte harter hartes hartem arm arme armer armes verwirr* eifersücht* schwach* teuer* teure* verbot* verbiet* negativ*
      beschwer* kritik* kritisier* lächerlich* absurd* faul* unmöglich* schwer* anstreng* verzweifel* entlass* streik* steuer* verspät* blockier* hm naja tja leider schade arbeitslos* absturz* sinkt droh* verweiger* konflikt* gefahr* gefährlich* risiko* krank* erkält* grippe* fieber kopfschmerz* beleidig* unfall* stau* störung*
      abgesagt* nerv* langweil* öde unnötig* überflüssig* peinlich* ungern* warnung* warnt verletz* vermiss* klaut* geklaut* abzock* überteuer*
      oh_nein och_menno menno manno maaan_ey man_ey mann_ey alter_ey ey_alter alter_falter boah_ey ohje oje ojemine auweia
      autsch aua leider_nicht leider_kein leider_keine zu_warm zu_heiß zu_früh zu_laut viel_zu_früh viel_zu_heiß
      viel_zu_wenig so_heiß bin_fertig immer_das_gleiche immer_noch_nicht immer_noch_kein schon_wieder wieder_mal_typisch
      typisch_bahn war_ja_klar warum_immer_ich na_super na_toll na_klasse na_bravo herzlichen_dank_auch lasst_mich
      in_ruhe_lassen hör_auf hört_auf es_reicht reicht_jetzt mir_reicht's mir_reichts jetzt_reicht's wie_kann_man
      was_soll_das was_soll_der was_fürn wo_bleibt ewig_warten ewige_warterei warten_auf_godot warteschleife wartezeit*
      nachteil* mangel_an mängel bedauer* unglücklich* unzufrieden* frust* resignier*
      entmutig* unbequem* ungemütlich* unangenehm* ungesund* unschön* unklar* unbeliebt* unseriös* unglaubwürdig* fragwürdig*
      umstritten* streit* gestritten zoff* krach_mit protest* boykott* kündigen klage* verklag*
      bußgeld* strafzettel* knöllchen mahnung* gebühren* preiserhöhung* abgelaufen bankrotterklärung verschlimm*
      verschlechter* rückschritt* rückschlag* einbuß* einsparung* kürzung* gekürzt* streich* entfällt gestrichen*
      signalstörung weichenstörung stellwerksstörung schienenersatzverkehr baustelle* lärm* krawall* randalier* eskalier*
      chaoten chaotisch* hektik hektisch* überlastet* überfüllt* vollgestopft wecker_klingelt früh_aufstehen früh_raus
      morgen_arbeiten muss_arbeiten muss_lernen muss_aufstehen wochenende_vorbei urlaub_vorbei ferien_vorbei lernstress
      zahnarzt* spritze_bekommen op_morgen nebenwirkung* juckreiz mückenstich* sonnenbrand* muskelkater*
      langeweile kein_plan planlos* ratlos* hilflos* machtlos*`,
    ],
    [
      -20,
      `schlecht* schlimm* traurig* trauer* wein* tränen scheiß* hässlich* schmerz* leid leiden weh tut_weh enttäusch* versag* scheiter* niederlage* einsam* tot tote toten tod tode sterb* stirbt starb gestorben* mord* mörder* töt* getötet krieg* gewalt* angriff* angegriff* attack* ungerecht* lüg* gelogen fake* betrug* betrüg*
      dieb* korrupt* nutzlos* unfähig* inkompeten* katastroph* desaster* chaos* tragöd* tragisch* elend* missbrauch* mobb* verachte* idiot* dumm* blöd* doof* dämlich* depp* trottel* clown* ignoran* feige* egoist* heuchl* zynisch* hunger armut feind* verrat* verräter* gefängnis zerstör* depress* deprimier* unerträglich* schäm* schande* mies* übel* armselig* erbärmlich*
      mist verdammt* verfluch* wütend* wut* zorn* sauer ärger* aufreg* hetz* rechtsextrem* populist* rassis* unverschämt* frech* dreist* respektlos* schwachsinn* bullshit* quatsch* unsinn* mangelhaft* ungenügend* panik* schock* geschockt verarsch* bescheuert* behindert* gestört*
      kack* keine_lust kein_bock keinen_bock kein_bock_auf nie_wieder zum_kotzen schnauze_voll genervt* versaut* ruiniert* verhass* gruselig* skandal* abgelehnt* kriminell* straftat* vergewaltig* schwachkopf*
      kann_nicht_schlafen nicht_schlafen nicht_geschlafen nicht_mehr_auszuhalten nicht_auszuhalten nicht_fassen
      kann_nicht_mehr will_nicht_mehr mag_nicht_mehr mag_nicht mag_ich_nicht gefällt_mir_nicht keine_motivation keine_kraft
      keine_geduld keine_nerven keine_hoffnung keine_antwort kein_empfang kein_internet kein_netz kein_respekt kein_anstand
      kein_verständnis kein_vertrauen kein_geld keine_kohle keinen_respekt keinen_nerv keine_ruhe null_respekt nix_geht
      nichts_geht geht_nix nichts_funktioniert nichts_klappt geht_gar_nicht geht_überhaupt_nicht geht_nicht_mehr läuft_nicht
      läuft_gar_nicht bringt_nichts es_tut_mir mir_ist_kalt mir_ist_langweilig mir_fehlt mir_fehlst du_fehlst fehlst_mir
      vermiss_dich vermisse_dich vermisse_euch vermisse_ihn vermisse_sie sehnsucht_nach macht_mich_fertig macht_mich_krank
      macht_mir_angst habe_angst hab_angst hab_schiss schiss_vor regt_mich_auf regt_mich_so aufgeregt_über rege_mich_auf
      reg_mich_auf könnte_ausrasten zum_davonlaufen zum_einschlafen ausrasten ausgerastet ausraster platzt_der_kragen
      hals_auf die_schnauze_voll die_nase_voll satt_haben hab's_satt habe_es_satt so_satt leck_mich leckt_mich für_die_tonne
      halts_maul halt_maul halt's_maul maul_halten halt_die_klappe klappe_halten hau_ab haut_ab pisser pissnelke wixer wixxer
      hundesohn schweine schwein_hat mistkerl miststück vollidiot* hohlkopf hohlbirne* spackos spasti* mongo
      mongos asi asis prolet* pöbel* gesindel abschaum schmarotz* parasit* ratten volksverräter*
      scheinheilig* verlogen* hinterhältig* hinterfotzig* falsche_schlange falsche_leute undankbar*
      arrogant* arroganz eingebildet* überheblich* herablassend* abgehoben* unsympathisch* unfreundlich* unhöflich* unmensch*
      herzlos* gefühllos* kaltherzig* rücksichtslos* gewissenlos* skrupellos* verantwortungslos* gemein_von
      so_gemein gemeinheit* fies* perfid* niederträcht* bösartig* böse* bosheit boshaft* brutal* misshandel* quäl*
      gequält tierquälerei gefoltert folter* unterdrück* ausbeut* ausgebeutet* diskriminier* benachteilig*
      unfair* unrecht pädophil* erschossen erstochen erschlagen ermordet* ermordung überfall*
      ausgeraubt beklaut bestohlen geraubt räuber* verbrech* kriminalität verhaftet*
      festgenommen bedroht* bedrohung bombard* bomben granaten toter todesopfer todesfälle ums_leben verunglückt* unglück*
      schreckensmeldung herzliches_beileid rip begräbnis grab_seiner krebskrank* todkrank* schwerkrank* unheilbar* suizid*
      selbstmord* geritzt ritzen angstzustände albtraum* alptraum* alpträume albträume schlafmangel hundemüde
      todmüde saumüde kaputt_und fix_und_fertig fertig_mit_den total_fertig völlig_fertig am_ende_mit kater_des_todes
      verkatert* bauchschmerz* bauchkrämpfe regelschmerzen halsschmerz* halsweh ohrenschmerz* rückenschmerz* krämpfe krampf
      magen_darm durchfall erbrech* erbrochen übergeben_müssen krankgeschrieben gebrochen_und herzschmerz* liebeskummer
      herz_gebrochen herzzerreißend* gebrochenes_herz verlassen_worden schluss_gemacht fremdgegangen angelogen belogen
      ignoriert_mich ignorierst ignoriert_werden ausgeschlossen_von ausgelacht ausgrenz* gehänselt gemobbt beschimpf*
      beleidigt_mich angeschrien angemacht_wie angepisst gepisst angefressen abgenervt stinksauer stinkwütend
      fuchsteufelswild entnervt verzweifle verzweifelt* verzweiflung hoffnungslos* aussichtslos* trostlos*
      bedrückend* bedrückt beunruhig* besorgniserregend* bedenklich* peinliche peinlicher peinlich_für lächerliche
      lächerlicher hirnrissig* hirnverbrannt* bekloppt* beknackt* verrückt_geworden geisteskrank* krank_im
      ekelerregend* widerwärtig* abstoßend* stinkt stinken stinkend* gestank versifft* verdreckt* dreckig* verschimmel*
      schimmel* verrott* vergammel* ungenießbar* fad_und fade geschmacklos* misslungen* missglückt* misserfolg* fehlschlag*
      totalausfall debakel* blamier* blamabl* vermurks* stümper* dilettant* pfusch* schlampig* murks schrott
      schrottig* ramsch billig_gemacht müllhaufen mülltonne lahm lahmer lahme lahmarschig* ödes tödlich_langweilig
      stinklangweilig langweilige langweiliger gelangweilt ätzend* ätzt nervtötend* nervige nerviger nervigen
      nervensäge* unausstehlich* anstrengend_mit unterste_schublade durchgefallen sitzengeblieben blauer_brief
      fünf_in sechs_in nachsitzen hausarrest saftladen nie_wieder_bahn zug_verpasst zug_fällt_aus fällt_aus steht_im_stau
      im_stau stau_auf vollgas_in_den eliminiert ausgeschieden ausscheiden_der abstieg* abgestiegen
      verloren_gegen verlieren_gegen gegentor* eigentor* elfmeter_verschossen rote_karte schiri_blind schiri_du
      pfeife_von_schiri fehlentscheidung* sabotier* sabotage veruntreu* schmiergeld* bestech* mauschel* filz*
      klüngel* wahlbetrug wortbruch umfaller* totgespart kaputtgespart sozialabbau armutsfalle altersarmut kinderarmut
      rentenbetrug steuerverschwend* verschwend* verheiz* überwach* bespitzel* zensur*
      zensiert fremdenfeind* fremdenhass ausländerfeind* ausländerhass antisemit* homophob* sexist* frauenfeind*
      menschenverachtend* menschenfeind* neonazi* braunes_pack rechtsradikal* nazischwein*
      todlangweilig`,
    ],
    [
      -30,
      `hass* gehasst verabscheu* ekel* eklig* widerlich* abscheulich* schrecklich* furchtbar* fürchterlich* grauenhaft* grausam* entsetzlich* horror* abartig* dreck* müll abfall scheiße* arschloch* arschlöch* arsch wichs* hure* fotze* schlampe* missgeburt* spast* fick* verpiss* terror* nazi* faschis* völkermord*
      krebs hölle kotz* zum_kotzen verrecke* halt_die_fresse fresse`,
    ],
    [
      0,
      `weinberg* wein weinfest* weinstein* weinprobe* lehr* leider_geil hart_aber armee* armband* armin hassel* todesmutig* schwert* schwerin schwerpunkt* totentanz* hartz todtnau* dieburg sauerl* sauerstoff* sauerkraut* kritiker* arschgeil* schwester* schweriner ohne_zweifel kein_problem keine_sorge keine_angst hartnäckig* wutz* steuerrad schon
      steuerfrei* steuerung* montage montagen montier* montagehalle verpassen sicherstell* krankenversich* krankenkasse*
      krankenpfleg* krankenblatt kranken lieblos* wp championsleague champions_league streichel* protestant* weinkeller
      freie_stelle licht_an leichte leichterhilfe_bei hilft hilfsmittel familienfilm partys frische* lernen konzerte reise
      reisen reiseveranstalter reisez*
      na_gut also_gut nun_gut gut_dann gut_also so_gut_wie genauso_gut gut_möglich
      oder lag lagen lagst gross grosse grossen grosser grosses ratio kostenlos_und fiesta* streitkräft* verbrechen_an
      rote_karten king
      nicht_nur warum_nicht oder_nicht nicht_vergessen nicht_wahr wenn_nicht ob_nicht nie_zuvor noch_nie_zuvor`,
    ],
    [
      24,
      "leider_geil arschgeil* nicht_schlecht gar_nicht_schlecht saugeil* scheiße_gut verdammt_gut unfassbar_gut gar_nicht_mal_so tränen_gelacht tot_gelacht so_sweet",
    ],
    [
      24,
      `gönn* läuft_bei ehre_gehen genieß genießt genossen erfreu* freudig* jubeln gejubelt gratuliere
      glückwünsche kompliment* bravo chapeau respekt stark_gemacht starke_leistung gut_gemacht gut_so richtig_gut sehr_gut
      so_gut so_schön sooo_schön wunderschöner traumhafte verzaubert zauber* märchenhaft* gelacht lachflash zum_schießen
      köstlich witz_des brüller humorvoll* charme herzlich* herz herzen herzchen umarmung knutsch* bussi drück_dich lieb_von
      lieb_euch hdl hdgdl vermisse_dich_nicht stolz_auf super_sache gute_sache guter_mann gute_frau gute_laune gute_idee
      gute_nachricht* gute_besserung viel_spaß viel_erfolg viel_glück spaß spass spaßig* lustige vergnügen wonne seligkeit
      begeisternd* berauschend* atemberaubend* beeindruckt imponier* erstklassig* hochwertig* vorbildlich* sensation
      genialer genialste bestens wohl wohlfühl* fühl_mich_wohl kuschel* gemütlichkeit erholsam* erholt harmonisch*
      friedlich* ruhig_und verliebe verliebt_in schwärm* romantisch* sonnenschein blüht strahlend* glänzend* siegreich
      triumph* meister weltmeister aufstieg aufgestiegen torjubel tor_tor hurra endlich_wochenende endlich_urlaub
      endlich_ferien feierabend danke_schön dankeschön dankesehr vielen_dank tausend_dank herzlichen_dank merci
      willkommen_zurück yay juhuu hach hachja awww
      echt_super megagut megacool megasüß supersüß supercool supergut superlieb superlecker zuckersüß zum_anbeißen
      zum_verlieben zum_totlachen lach_mich_schlapp lach_mich_tot lachen_müssen lachanfall* lachkrampf lachtränen liebs
      lieb's kann's_kaum_erwarten kaum_erwarten kanns_kaum_erwarten bin_gespannt macht_laune macht_lust drücke_die_daumen
      drück_die_daumen daumen_hoch daumen_gedrückt toi_toi_toi weiter_so derbysieg heimsieg auswärtssieg pokalsieg
      siegtreffer führungstreffer tooor toooor finale_ohoho weiter_gekommen weitergekommen bestanden prüfung_bestanden
      klausur_bestanden führerschein_bestanden eins_in endlich_fertig endlich_zuhause endlich_daheim endlich_schnee
      lieblingsmensch* lieblingslied* lieblingsfilm* lieblingsserie* allerbeste* allerliebste* hab_dich_so gänsehaut
      gänsehautmoment* ohrwurm hörgenuss augenweide hingucker* wohltuend* wohltat wunder_geschehen wundervoll*
      segen* gesegnet* erfüllt_mich seelig glückselig* überglücklich* heilfroh lichtblick* ehrlich* zuverlässig*
      hilfsbereit* vorzüglich* meisterhaft* meisterlich* makellos* tadellos* fehlerfrei reibungslos* unkompliziert*
      praktisch* preiswert* schnell_geliefert lohnt_sich hat_sich_gelohnt sehenswert* lesenswert*
      hörenswert* genoss genüsslich* schmeckt schmackhaft* mjam mjamm mmmh mhhh njam gekuschelt schmusen knuddel*
      geknuddelt geborgen* vertraut* harmonie zusammenhalt* solidarisch* solidarität menschlichkeit toleranz
      tolerant* mutmachend* ermutig* inspirierend* motiviert* motivation tatkräftig* engagiert* fleißig* begabt* begnadet*
      ikone* legende* legendär* kultig* goldig* herzallerliebst* entzückend* reizend* sexy heiß_und heißer_typ
      wunderhübsch* bildschön* bildhübsch* schnucki* schnuckel*`,
    ],
    [
      -16,
      `kotzt kotzen kotz_mich nervt_mich geht_mir_auf auf_die_nerven auf_den_sack auf_den_keks auf_die_eier ankotz* angekotzt
      abfuck* gefickt beschissen* scheisse scheiss scheißt scheiß_auf mistwetter sauwetter dreckswetter montag_morgen
      wieder_montag morgen_schule keinen_bock kein_bock null_bock keine_ahnung_mehr keine_zeit keine_chance fuck fucking
      fail failed bitter* armes armseligkeit jämmerlich* kläglich* blamabel* blamage* peinlichkeit fremdschäm*
      lachhaft* lächerlichkeit witzlos* sinnlos* sinnfrei* nutzlose unbrauchbar* untauglich* unterirdisch* grottig*
      grottenschlecht* katastrophal* verheerend* dramatisch* tragisch erschreckend* erschütternd* bestürz* entsetzen empör*
      wütend_auf aggro aggressiv* genervte gestresst* überfordert* erschöpfung ausgebrannt burnout schlaflos*
      müdigkeit kopfweh bauchweh zahnweh zahnschmerz* migräne übelkeit kotzübel verletzung* verletzt_aus operation_am
      krankenhaus notaufnahme fieber grippal* schnupfen husten erkältung allergie* heul* geheult flennen
      schluchz* trauern trauert trauernd* beileid verstorben* ruhe_in_frieden beerdigung friedhof opfer_von terroranschlag*
      anschlag* anschläge attentat* amok* schießerei* bombe_in explosion* brandanschlag* brennt_die flüchtlingsheim_brand
      rassisten nazipack braune_brut pegida hetzer* hass_und hetze lügenpresse lügner heuchelei heuchler verarsche
      verarscht abgezockt abzocke betrüger* betrogen diebe geklauter einbruch* einbrecher bankrott pleite insolvenz*
      pleite_geht ruin ruinös entlassen entlassungen kündigung* gekündigt rausgeworfen rauswurf hartz-iv armutszeugnis
      missstand* skandalös* korruption vetternwirtschaft versagen versager* unfassbar unfassbare schockierend* unerhört*
      inakzeptabel* untragbar* unzumutbar* frechheit frechheiten zumutung dreistigkeit unfähigkeit inkompetenz idioten
      idiotie dummheit dummköpf* deppen vollpfosten volltrottel penner* wichtigtuer* spinner* hirnlos* schwachmat* honk assi
      assis asozial* pfui igitt bäh buh boah_ne och_nö orr argh grr mäh mimimi vermisst vermissen verloren_gegangen verlor
      verpennt verschlafen verpeilt verzockt versemmelt verbockt vergeigt vermasselt verkackt daneben schiefgegangen
      schief_gelaufen geht_nicht funktioniert_nicht klappt_nicht kaputt_gegangen abgestürzt stürzt_ab hängt_sich absturz
      defekt* ausgefallen ausfall ausfälle verspätet zugausfall gesperrt* sperrung vollsperrung`,
    ],
  ],
  negations: "kein keine keinen keiner keinem keines ohne weder noch_nie nichts niemand nirgends nit ned kaum",
  trailing: "nicht nie niemals nich net",
  boosters:
    "sehr so total richtig echt voll mega super ultra extrem absolut völlig vollkommen komplett wirklich unglaublich unfassbar wahnsinnig besonders ganz viel mehr ziemlich sau verdammt übelst krass irre höchst zu unheimlich",
  dampers: "etwas bisschen wenig weniger kaum fast eher halbwegs ein_bisschen ein_wenig einigermaßen relativ",
  but: "aber sondern jedoch allerdings trotzdem dennoch nur",
};
