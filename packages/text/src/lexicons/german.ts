import type { Lexicon } from "./lexicon.ts";

/** German as chatted: our own list. */
export const german: Lexicon = {
  valence: [
    [
      30,
      `liebe lieben liebt liebte geliebt* liebe_dich lieb_dich hab_dich_lieb wunderbar* wunderschön* perfekt* exzellent* hervorragend* fantasti* phantasti* fabelhaft* großartig* genial* brillant* spitze* weltklasse sensationell* unglaublich_gut traumhaft* herrlich* begeister* fasziniert faszinier* bezaubernd* göttlich* champion* 
      meisterwerk* der_beste die_beste die_besten das_beste am_besten beste bester bestes besten idol* unvergesslich* umwerfend* überragend* vergötter* bombe bombastisch* ausgezeichnet* glückwunsch* herzlichen_glückwunsch gratul* hammer* mega_geil megageil* granate hochzeit phänomenal* grandios* ehrenmann ehrenfrau verliebt* liebling* lieblings*`,
    ],
    [
      22,
      `gut gute guter gutes guten gutem schön schöne* schöner schönen schönes schönst* toll* super prima klasse danke* dank dankbar* bedank* glück* glücklich* besser* beste_grüße cool* geil* nice stark starke süß* hübsch* lustig* witzig* freu* freue freut freude* froh* fröhlich* lieb liebe_grüße liebev* kuss küss* küsse umarm* lächel* lächeln hoffnung* frieden stolz* 
      bewunder* talent* talentiert* feier* feiern genieß* genuss lecker* köstlich* freundlich* nett* erfolg erfolge erfolgreich* gewinn gewinne gewinnt gewinnen gewonnen* gewann sieg siege sieger** ehre* respekt* unterstütz* mut mutig* held* empfehl* empfehlenswert* interessant* spannend* beeindruck* guten_morgen gute_nacht schönen_tag schönes_wochenende alles_gute happy geburtstag* königin prinzessin schatz* süße 
      favorit* urlaub* ferien inspirier* motivier* elegant* gemütlich* entspann* feier_ich feiere_ich läuft ehrenhaft knuffig* putzig* niedlich* zauberhaft* sympathisch* jubel* yeah juhu* hurra* yippie traum* begeisterung vorfreude gefällt gefallen gelungen* gelingt top erleichter* zufrieden* wertvoll* charmant* hilfreich* 
      wow wahnsinn_wie krass_gut fein* feines angenehm* großzügig* klug* schlau schlaue schlauer lobenswert* lob loben lobt`,
    ],
    [
      12,
      `haha hihi hehe lol rofl lach* lache lachen ruhig sicher* einfach_gut leicht* hilf* hilfe helfen freund* freunde freundin freundschaft* familie* träum* gesund* neu neue neues positiv* sommer strand wochenende freitag geschenk* überrasch* frei freie freier freies freiheit licht strahl* sonne* sonnig* applaus chance* lern* ausruh* ja hoffentlich hoff* reise* gratis 
      willkommen fortschritt* zusammen gemeinsam rett* gerettet belohn* preis_gewonnen konzert* party* schütz* klar richtig* fair gern gerne mag mögen möchte_gern lohnt* verdient funktioniert klappt geschafft geschaff* schaff* weihnacht* bier grill* kaffee_und kuchen pizza neugierig* guck_ich_gern endlich sauber* frisch*`,
    ],
    [
      0,
      "freitod* liebermann lieber liebhab gutschein* gute_frage leichtath* freibad* freihandel* freikirch* freilich freizeit freiburg* siegmund* siegfried* siegen richter* mutter mutti mutm* superm* heldt sonnenberg feiertag* sicherlich sicherheit* freig* freund-feind lernt_nie neulich neuer spitzel* erfolglos* lachs* chancenlos* rettungs* klara klare* klar_ist klarstell* gutacht* ehrlich ehren ehem* ehemal* ehepaar* eher ehe helfer* preise preisen dankwart einfach",
    ],
    [
      -12,
      `schwierig* kompliziert* komisch* seltsam* zweifel* spät müde* erschöpft* kaputt* kalt* kälte regen regnet montag* hausaufgab* prüfung* klausur* fehlt fehler* problem* krise* falsch* schuld* verlor* verlier* verlust* verpass* vergess* weit_weg sorge* sorgen nervös* angst* stress* langsam* hart harte harter hartes hartem arm arme armer armes verwirr* eifersücht* schwach* teuer* teure* verbot* verbiet* negativ* 
      beschwer* kritik* kritisier* lächerlich* absurd* faul* unmöglich* schwer* anstreng* verzweifel* entlass* streik* schulden steuer* verspät* verspätung* blockier* blockiert hm naja tja leider schade arbeitslos* absturz* sinkt drohung* droh* verweiger* konflikt* gefahr* gefährlich* risiko* krank* erkält* grippe* fieber kopfschmerz* beleidig* unfall* stau* störung* 
      abgesagt* nervig* nerv* nervt langweil* öde unnötig* überflüssig* peinlich* ungern* warnung* warnt verletz* vermiss* vermisse klaut* geklaut* stau abzock* überteuer*`,
    ],
    [
      -20,
      `schlecht* schlimm* traurig* trauer* wein* weinen weint weine tränen scheiß* hässlich* schmerz* leid leiden weh tut_weh enttäusch* versag* scheiter* niederlage* einsam* tot tote toten tod tode sterb* stirbt starb gestorben* mord* mörder* töt* getötet krieg* gewalt* angriff* angegriff* attack* ungerecht* lüg* lügen lügt lügner* gelogen fake* betrug* betrüg* 
      dieb* korrupt* nutzlos* unfähig* inkompeten* katastroph* desaster* chaos* tragöd* tragisch* elend* missbrauch* mobb* verachte* idiot* dumm* blöd* doof* dämlich* depp* trottel* clown* ignoran* feige* egoist* heuchl* zynisch* hunger armut feind* verrat* verräter* gefängnis zerstör* depress* deprimier* unerträglich* schäm* schande* schämt mies* miese* übel* armselig* erbärmlich* 
      mist verdammt* verfluch* wütend* wut* zorn* sauer ärger* ärgert aufreg* hetz* rechtsextrem* populist* rassis* unverschämt* frech* dreist* respektlos* schwachsinn* blödsinn* bullshit* quatsch* unsinn* mangelhaft* ungenügend* panik* schock* geschockt schockier* verarsch* bescheuert* behindert* gestört* 
      kack* keine_lust kein_bock keinen_bock kein_bock_auf nie_wieder zum_kotzen schnauze_voll genervt* versaut* ruiniert* verhass* gruselig* skandal* abgelehnt* kriminell* straftat* vergewaltig* idiotisch* schwachkopf*`,
    ],
    [
      -30,
      `hass* hasse hasst hassen gehasst verabscheu* ekel* ekelhaft* eklig* widerlich* abscheulich* schrecklich* furchtbar* fürchterlich* grauenhaft* grausam* entsetzlich* horror* abartig* dreck* drecks* müll abfall scheiße* arschloch* arschlöch* arsch wichs* hurensohn* hure* fotze* schlampe* missgeburt* spast* fick* verpiss* terror* terrorist* nazi* nazis faschis* völkermord* 
      krebs hölle kotz* zum_kotzen verrecke* halt_die_fresse fresse`,
    ],
    [
      0,
      "weinberg* wein weinfest* weinstein* weinprobe* lehr* leider_geil hart_aber armee* armband* armin hassel* todesmutig* schwert* schwerin schwerpunkt* totentanz* hartz todtnau* dieburg sauerl* sauerstoff* sauerkraut* kritiker* arschgeil* schwester* schweriner ohne_zweifel kein_problem keine_sorge keine_angst hartnäckig* wutz* steuerrad lehrer* schon",
    ],
    [
      24,
      "leider_geil arschgeil* nicht_schlecht gar_nicht_schlecht saugeil* scheiße_gut verdammt_gut unfassbar_gut gar_nicht_mal_so tränen_gelacht tot_gelacht so_sweet",
    ],
    [
      24,
      `gönn* gönnen läuft_bei ehre_gehen genieß genießt genossen erfreu* erfreulich* freudig* jubeln gejubelt gratuliere
      glückwünsche kompliment* bravo chapeau respekt stark_gemacht starke_leistung gut_gemacht gut_so richtig_gut sehr_gut
      so_gut so_schön sooo_schön wunderschöner traumhafte verzaubert zauber* märchenhaft* gelacht lachflash zum_schießen
      köstlich witz_des brüller humorvoll* charme herzlich* herz herzen herzchen umarmung knutsch* bussi drück_dich lieb_von
      lieb_euch hdl hdgdl vermisse_dich_nicht stolz_auf super_sache gute_sache guter_mann gute_frau gute_laune gute_idee
      gute_nachricht* gute_besserung viel_spaß viel_erfolg viel_glück spaß spass spaßig* lustige vergnügen wonne seligkeit
      begeisternd* berauschend* atemberaubend* beeindruckt imponier* erstklassig* hochwertig* vorbildlich* sensation
      genialer genialste bestens wohl wohlfühl* fühl_mich_wohl kuschel* gemütlichkeit erholsam* erholt harmonisch*
      friedlich* ruhig_und verliebe verliebt_in schwärm* romantisch* sonnenschein blüht strahlend* glänzend* siegreich
      triumph* meister weltmeister aufstieg aufgestiegen torjubel tor_tor hurra endlich_wochenende endlich_urlaub
      endlich_ferien feierabend nice_ danke_schön dankeschön dankesehr vielen_dank tausend_dank herzlichen_dank merci
      willkommen_zurück yay juhuu hach hachja awww`,
    ],
    [
      -16,
      `kotzt kotzen kotz_mich nervt_mich geht_mir_auf auf_die_nerven auf_den_sack auf_den_keks auf_die_eier ankotz* angekotzt
      abfuck* gefickt beschissen* scheisse scheiss scheißt scheiß_auf mistwetter sauwetter dreckswetter montag_morgen
      wieder_montag morgen_schule keinen_bock kein_bock null_bock keine_ahnung_mehr keine_zeit keine_chance fuck fucking
      fail failed bitter* bittere armes armseligkeit jämmerlich* kläglich* blamabel* blamage* peinlichkeit fremdschäm*
      lachhaft* lächerlichkeit witzlos* sinnlos* sinnfrei* nutzlose unbrauchbar* untauglich* unterirdisch* grottig*
      grottenschlecht* katastrophal* verheerend* dramatisch* tragisch erschreckend* erschütternd* bestürz* entsetzen empör*
      empört wütend_auf aggro aggressiv* genervte gestresst* überfordert* erschöpfung ausgebrannt burnout schlaflos*
      müdigkeit kopfweh bauchweh zahnweh zahnschmerz* migräne übelkeit kotzübel verletzung* verletzt_aus operation_am
      krankenhaus notaufnahme fieber grippal* schnupfen husten erkältung allergie* heul* heulen heule geheult flennen
      schluchz* trauern trauert trauernd* beileid verstorben* ruhe_in_frieden beerdigung friedhof opfer_von terroranschlag*
      anschlag* anschläge attentat* amok* schießerei* bombe_in explosion* brandanschlag* brennt_die flüchtlingsheim_brand
      rassisten nazipack braune_brut pegida nazipack hetzer* hass_und hetze lügenpresse lügner heuchelei heuchler verarsche
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
