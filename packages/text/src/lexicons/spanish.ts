import type { Lexicon } from "./lexicon.ts";

/** Spanish of Spain and of the Americas, as chatted: our own list. */
export const spanish: Lexicon = {
  valence: [
    [
      30,
      `amo amamos ama aman amar amé te_amo te_amamos te_adoro encanta encantan encantó encantado encantada encantaron encantador* increíble* maravill* espectacular* excelen* hermos*
      precios* genial* crack cracks perfect* felicidad* felicit* fantástic* fabulos* extraordinari* magnífic* sublime* brillante* adoro adorable* adora
      fascin* enamor* apasion* inolvidable* estupend* divin* campeón* campeona* obra_maestra la_mejor el_mejor los_mejores las_mejores
      lo_mejor ídol* inmejorable* espléndid* te_quiero os_quiero los_quiero las_quiero quiero_mucho dios_bendiga`,
    ],
    [
      22,
      `bueno buena buenos buenas buen buenísim* lind* bonit* guap* bell* gracias agradec* agradezco feliz felices felizmente mejor mejores bendic* bendito bendita
      divert* chéver* bacan* chid* padrísim* padre_que grande grandes vamos bravo brav* alegr* content* ilusión ilusionad* emocion* emotiv* éxito* exitos* triunf*
      gana ganas ganar ganó gané ganado ganadas ganamos ganaron victoria* cariño* cariños* querid* amor amores amorcito besos besito* beso abraz* abrazo* sonris* sonríe sonreír
      esperanz* esperanzador paz orgullos* orgullo admiro admirable* admiración talentos* talento celebr* disfrut* gozar goza gozo placer rico rica ricos ricas riquísim* delicios* sabros* dulce* dulzura
      simpátic* amable* amabilidad genia genio crac mola mola* molan guay guays molón flip* brutal* top tremend* especial especiales único única afortunad* suerte suertud*
      suertuda logr* premio* ganador* ganadora honor honrad* respeto apoy* apoyo ánimo* animo valiente* valentía héroe* solidari* recomiend* recomendad* recomendable*
      interesante* impresion* impresionante* bien_hecho buen_día buenos_días buenas_noches feliz_día feliz_cumple* cumpleañ* enhorabuena me_gusta me_gustan me_gustó
      me_encanta me_alegro reina rey princesa tesoro guapísim* cool piola copad* bárbar* groso grosa capo capa chulo chula chulad* chulísim* preferid* favorit* grat*
      fiesta* vacaciones felizmente inspir* motivad* motivan* motivación bendiciones saludos saludito* elegante* elegancia`,
    ],
    [
      12,
      `bien gusta gustan gustó gustar gustado gusto gustaría vale claro risa* risas reír riendo ríe divertid jaja tranquil* segur* útil* fácil* ayud* ayuda
      ganas deseo dese* amig* amistad familia sueño* soñar soñamos soñando hogar fresc* sano sana sanos sanas sanar* salud nuevo nueva listo lista correct* acierto acert* positiv* mejora* mejorando
      gran verano playa* viernes música concierto* regal* sorpres* disponible* libre* libertad brill* sol aplau* oportunidad* aprend* cumpl* cuidad* cuídate
      descans* relaj* feliz interes* viva vivan vida graci* graciosos agradable* gratis acompañ* unidos unidas unión amanecer espero paciencia eficaz eficien*`,
    ],
    [0, "gana_de ganado ganadería solo sola solos solas solución solicit* ricard* amar* besó apoyad* solemne sanción grates"],
    [
      -12,
      `difícil* complicad* raro rara rar* duda* dudos* tarde cans* cansad* cansancio agotad* sueño_que frío lluvia lunes deberes examen* estudiar falta faltan falt* problema* 
      crisis error* equivoc* culpa* culpable* perdí perdió perdiste perdedor pierd* perder perdido perdimos extrañ* echo_de_menos echar_de_menos olvid* lejos adiós lament* preocup* nervios* ansi*
      lento lentos lenta duro dura pobre pobres confus* celos* débil* caro cara carísim* cuesta prohib* negativ* queja* quej* critic* ridícul* absurd* tont* vergüenz* impos*
      imposible* aunque hart* harta harto sol_o pesad* lío líos incómod* desesper* despid* despido* huelga* deuda* impuesto* retras* bloque* molest* ay uff uf lástima ni_idea`,
    ],
    [
      -20,
      `mal mala malo malos malas feo feís* fea feos feas trist* llor* lloro llorar llorando lágrim* aburr* aburrid* peor peores pena penos* triste* dolor* duele* duelen dolió sufr* miedo*
      terror* temor* enoj* enfad* cabre* rabia* ira furios* decepcion* decepción fracas* fall* fallo derrota* perdedor* perdedora solit* soledad herid* lastim* enfermo enferma enfermos enfermedad fiebre gripe muer* muere* 
      murió muri* muert* morir mata* mató matan matar asesin* crimen* guerra* violen* atac* ataque* amenaz* peligr* grave* gravísim* injust* injustic* menti* mientes miente* mentira* mentiros* 
      falso falsa falsos fals* engañ* trampa* tramp* robo* robar roba* roban ladr* corrup* estaf* fraud* inútil* incompeten* incapaz desastr* catástrof* caos* horror* tragedia* trágic* 
      desgraci* miseria miserabl* crítica* abus* acoso acosa* acosad* maltrat* despreci* insult* idiota* imbécil* estúpid* tont* payas* gilipoll* ignorant* descar* cobard* egoíst* hipócrit* cínic* 
      desempleo paro hambre pobreza odios* enemig* burla* burlan traici* traidor* culpables cárcel delinc* hundid* hund* deprim* depres* angusti* estrés estresad* insoport* 
      no_puedo_más me_cago me_muero qué_pena que_pena qué_mal que_mal ni_de_coña vergonzos* vergüenza sinvergüenza* pésame descanse_en_paz joder jod* mierd* carajo coño coños hostia maldit* puñeter*`,
    ],
    [
      -30,
      `odi* odio odia detest* asco ascos horribl* horrend* terribl* pésim* basura* asqueros* repugn* aborrec* maldit* put* puto puta putos putas puta_madre hijo_de hijueput* mierda 
      pinche* pendej* cabrón* cabron* malpari* verga chinga* chingad* fascis* terroris* violador* viola* violación nazi* dictad* cáncer infierno atroz* nefast* patétic* lamentable* 
      vomit* repulsiv* insufrible* deplorable* nauseabund* denigrant* humill*`,
    ],
    [
      0,
      "putin asciende asced* violeta* violín falta_poco matador* matar_el matrimonio fecha* perdón* perdon* gráfica sin_duda sin_dudas no_hay_duda sin_problema* fallas fallec fallero ascenso conoc* odisea violinista",
    ],
    [
      25,
      "de_puta_madre puta_madre_que de_la_hostia no_está_mal me_muero_de_risa muero_de_risa sin_palabras sin_igual de_lujo fe feliz felicidades",
    ],
    [
      24,
      `hermosura belleza bellezas preciosidad monada ternura tierno tierna tiernos carita_feliz sonríe sonreí reímos
      carcajada* partirse_de_risa descojon* me_parto me_meo_de_risa buenísimo buenísima riquísimo guapísima guapísimo majo
      maja majos simpatiquísim* cariñoso cariñosa cariñosos besazo* besitos abrazote abrazos achuch* cariñito ánimos
      mucho_ánimo suerte_en mucha_suerte buena_suerte buen_finde buen_fin_de feliz_navidad feliz_año felices_fiestas
      feliz_cumpleaños feliz_noche feliz_tarde feliz_viernes buen_viaje buen_provecho bienvenid* qué_bien que_bien qué_bueno
      que_bueno qué_bonito que_bonito qué_lindo que_lindo qué_guay qué_alegría que_alegría qué_ilusión que_ilusión qué_ganas
      que_ganas tengo_ganas muchas_ganas muchas_gracias mil_gracias gracias_por enhorabuena_a grande_eres eres_grande
      sois_grandes sois_los_mejores vaya_crack menudo_crack golazo goleada golazos victorioso remontad*
      campeones triunfo triunfar éxitos lo_logramos lo_logré conseguí conseguimos conseguido aprobé aprobado aprobada
      me_encantó me_flipa me_mola mola_mucho molaría adoración orgullosos orgullosa orgulloso agradecida agradecido
      agradecidos afortunada afortunado satisfech* satisfacción emocionada emocionado emocionante alucinante* alucino_con
      flipante* impresionante magia mágic* inspirador* motivado motivada positivo optimis* esperanzad* valiente valientes
      honesto honesta sincer* sinceridad leal lealtad generos* humilde humildad ejemplar* respetuos* comodísim*
      cómodo cómoda recomendable rapidísim* calidad calidez acogedor* encantadora gustazo lujo deliciosa sabroso exquisit*
      apetec* disfruté disfrutamos pasándolo_bien lo_pasé_bien pasarlo_bien vivan viva_la viva_el olé ole arriba yuju yupi
      wiii por_fin`,
    ],
    [
      -16,
      `vergonzoso vergonzosa qué_vergüenza que_vergüenza qué_asco que_asco da_asco dan_asco me_da_asco qué_rabia que_rabia
      qué_coraje que_coraje qué_triste que_triste qué_feo que_feo qué_horror que_horror qué_miedo que_miedo qué_dolor
      que_dolor qué_pereza que_pereza qué_cansancio qué_sueño que_sueño qué_frío qué_calor que_calor qué_hambre que_hambre
      me_aburro me_duele me_duelen me_muero_de me_quiero_morir quiero_morir quiero_llorar ganas_de_llorar no_puedo
      no_aguanto no_soporto no_quiero no_sirve no_funciona no_me_gusta no_hay_derecho no_tengo_ganas nada_bueno ni_puta
      ni_una sin_ganas sin_trabajo sin_luz sin_agua sin_internet de_mierda una_mierda la_mierda vaya_mierda vete_a
      a_la_mierda al_carajo hasta_los_cojones hasta_los_huevos me_cago cago_en joder jodido jodida jodiendo coñazo putada
      puteada pésimo pésima pésimos malísim* malisimo malísimo horroroso horrorosa feísim* asquerosidad soledad triste
      tristes tristísim* llorona lloré llorado deprimido deprimida deprimente depresión desgraciado desgracia amarg*
      amargura dolido dolida dolores dolor_de dolorid* sufriendo sufrimiento tortura martirio pesadilla* insomnio resaca
      gripe tos fiebre mocos vomitar náusea* mareo* ansiedad agobi* agobiad* estresada estresado nervios nervioso nerviosa
      histéric* harta harto hartos hartas enfadada enfadado cabreada cabreado indignad* indignante indigna furiosa furioso
      mentirosos mentiras ladrones ladrón chorizo* chorizos corruptos corrupción corrupto sinvergüenzas caradura* hipócritas
      hipocresía cínicos cobardes traidores fascistas fachas facha machista* machismo racista* racismo homófob* violencia
      maltratador* asesinos asesinato* asesinada matanza atentado* atentados víctimas muertos muertes fallecid* fallece
      falleció luto accidente* heridos tragedia secuestr* amenazas desaparecid* pobreza desahuci* recortes impunidad fraude
      estafa timo timos ridículo ridícula patético patética penoso penosa lamentable decepcionante decepción decepcionada
      decepcionado fracaso fracasado inútiles incompetentes vergüenzas error errores fallos falla fallando se_cae caído
      no_carga lentísim* pésimo_servicio mal_servicio retraso retrasos cancelado cancelada perdimos derrota eliminad*
      suspend* suspenso suspendí castigad* castigo expulsad* lesion* lesión lesionado bronca* discusión pelea* peleas gritos
      gritar insultos idiotas imbéciles estúpidos tontería* tonterías gilipollez* chorrada* bobada* absurdo absurda
      loca_de_atar extraño_a te_extraño te_echo_de_menos echo_de_menos echar_de_menos me_hace_falta me_falta falta_mucho
      lástima qué_lástima que_lástima lamentablemente desgraciadamente desafortunad* por_desgracia ay_no uff puff buff bah
      pff jope jopé ains`,
    ],
  ],
  negations: "no nunca jamás tampoco ni sin nada nadie ningún ninguna ninguno nunca_más no_me no_te",
  boosters: `muy tan tanto tanta tantos tantas mucho mucha muchos muchas muchísim* re súper super demasiado demasiada más realmente verdaderamente totalmente absolutamente
    completamente bastante increíblemente extremadamente sumamente qué cuánto cuanto puro pura sobre_todo`,
  dampers: "poco poca algo apenas casi medio un_poco un_poquito poquito más_o_menos menos ligeramente",
  but: "pero sino sin_embargo aunque",
};
