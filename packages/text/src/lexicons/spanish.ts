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
  ],
  negations: "no nunca jamás tampoco ni sin nada nadie ningún ninguna ninguno nunca_más no_me no_te",
  boosters: `muy tan tanto tanta tantos tantas mucho mucha muchos muchas muchísim* re súper super demasiado demasiada más realmente verdaderamente totalmente absolutamente
    completamente bastante increíblemente extremadamente sumamente qué cuánto cuanto puro pura sobre_todo`,
  dampers: "poco poca algo apenas casi medio un_poco un_poquito poquito más_o_menos menos ligeramente",
  but: "pero sino sin_embargo aunque",
};
