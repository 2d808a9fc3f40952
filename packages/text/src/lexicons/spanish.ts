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
      divert* chéver* bacan* chid* padrísim* padre_que vamos brav* alegr* content* ilusión emocion* emotiv* éxito* exitos* triunf*
      gana ganas ganar ganó gané ganado ganadas ganamos ganaron victoria* cariño* querid* amor amores amorcito besos besito* beso abraz* sonris* sonríe sonreír
      esperanz* esperanzador paz orgullos* orgullo admiro admirable* admiración talentos* talento celebr* disfrut* gozar goza gozo rico rica ricos ricas riquísim* sabros* dulce* dulzura
      simpátic* amable* amabilidad genia genio crac mola* guay guays molón flip* brutal* top tremend* afortunad* suerte suertud*
      logr* premio* ganador* honor honrad* respeto apoy* ánimo* animo valiente* valentía héroe* solidari* recomiend* recomendad* recomendable*
      impresion* bien_hecho buen_día buenos_días buenas_noches feliz_día feliz_cumple* cumpleañ* enhorabuena me_gusta me_gustan me_gustó
      me_encanta me_alegro reina princesa tesoro cool piola copad* bárbar* groso grosa capo capa chulo chula chulad* chulísim* preferid* favorit* grat*
      fiesta* vacaciones inspir* motivad* motivan* motivación saludos saludito* elegante* elegancia
      acertad* afectuos* afinidad alentador* aliviad* amistos* animad* animar aplaud* armonios* asombr*
      atractiv* bendig* benefici* benévol* caballeros* carism* compasión confianz* confiable*
      constructiv* cordial* coraje decent* delici* dichos* dignidad enamorad* encantad* entreten*
      entusiasm* excepcional* extraordinar* exuberan* favorec* favorable* festej* fortuna*
      gentil* glorios* gloria grandios* gustos* halagad* heroic* hospitalari* ilusion* impecab* insuper* intelig*
      intrépid* invencible* jovial* júbilo luminos* meritor* milagr* optimist* paradis*
      perseveran* placent* placer* pintoresc* prestigi* primoros* prodigi* prudente radian* reconfort* regocij*
      respetad* romántic* sabiduría saludable* satisfac* sensacional* serenidad sensat* sobresal*
      sonrient* sorprendent* sosiego superac* tolerante* vencedor* vencimos ventaj*
      virtuos*
      compasivo compasiva`,
    ],
    [
      8,
      `bien gusta gustan gustó gustar gustado gusto gustaría vale claro risa* reír riendo ríe divertid jaja tranquil* segur* útil* fácil* ayud*
      ganas dese* amig* amistad familia sueño* soñar soñamos soñando hogar fresc* sano sana sanos sanas sanar* salud nuevo nueva listo correct* acierto acert* positiv* mejora*
      gran verano playa* viernes música concierto* regal* sorpres* disponible* libre* libertad brill* sol aplau* oportunidad* aprend* cumpl* cuidad* cuídate
      descans* relaj* feliz viva vivan vida graci* agradable* gratis acompañ* unidos unidas unión amanecer espero paciencia eficaz eficien*`,
    ],
    [0, "gana_de ganado ganadería solo sola solos solas solución solicit* ricard* amar* besó apoyad* solemne sanción grates"],
    [
      -12,
      `difícil* complicad* rar* duda* dudos* tarde cans* agotad* sueño_que frío lluvia lunes deberes examen* estudiar falt* problema*
      crisis error* equivoc* culpa* perdí perdió perdiste perdedor pierd* perder perdido perdimos extrañ* echo_de_menos echar_de_menos olvid* lejos adiós lament* preocup* nervios* ansi*
      lento lentos lenta duro dura pobre pobres confus* celos* débil* caro cara carísim* cuesta prohib* negativ* quej* critic* ridícul* absurd* tont* vergüenz* impos*
      aunque hart* sol_o pesad* lío líos incómod* desesper* despid* huelga* deuda* impuesto* retras* bloque* molest* ay uff uf lástima ni_idea
      otra_vez_igual siempre_igual siempre_lo_mismo para_colmo encima_me encima_que y_encima por_los_suelos basta_ya basta_de
      cállate callate cállense cierra_la vete_ya lárgate lárguense fuera_ya dimisión dimite dimitan renuncia_ya renuncie
      que_dimita que_renuncie dejen_de dejad_de deja_de hasta_cuándo hasta_cuando ni_caso ni_fu ni_de_broma ni_loca ni_loco
      ni_modo ni_para ni_siquiera ni_un_puto ni_pies_ni para_nada nada_nuevo nada_de_nada nada_que_ver da_igual da_lo_mismo
      me_da_lo paso_de pasa_de pasan_de qué_remedio que_remedio qué_cruz cruz_que tela_marinera telita manda_narices
      tiene_narices tiene_tela en_fin estoy_fatal estoy_sola estoy_solo tengo_sueño tengo_calor tengo_mucho_sueño
      tengo_que_madrugar mucho_sueño mucho_calor tanto_calor vuelta_al_cole rutina rutinari* exámenes desilus*
      desánimo desanim* desmotiv* desgan* apátic* apatía vací* vacío_que nostalgia nostálgic*
      melancol* añor* remordim* arrepent* arrepient* insegur* inestab* incertidumb* intranquil* alarm*
      tenso tensa tensión crispa* discut* discusiones mosque* ofend* ofensiv*
      despectiv* burdo burda acus* denunci* protest* reclam* boicot* polémic*
      conflict* caducad* saturad* lentitud tarda tardan tardanza demor* esperando_horas horas_esperando
      cola_de_mil colas_infinitas aguantar_a aguantando soportar soporto dificult* obstácul* trabas impid* infeliz infelices
      infelicidad penuria* escasez carencia* careci* desigual* discrimina* abusiv* usura usurer* impagad* multa multas
      multad* subida_de_precios sube_la_luz oscuro_futuro gordísim* engord* kilos_de_más soso sosa insípid* insuls* monóton*
      sobrevalorad* somnolient* desagrad* repelente* rid decaíd* mareada mareado gripado afónic* tosiendo
      dentista hospital* urgencias ambulancia* cirug* grano_en malestar
      arrebat* atrasad* cargante catastrof* chantaj* chocad* contamin* contradic*
      deficien* deform* denegar denegad* desacuerdo desalent* desaprob* desaprov* desborda* desconcert* desconf*
      desconsider* descuid* desdén desdich* desequilibr* desgraciadam*
      deshonest* desinter* desleal* desment* desobed* desorden* desorient* despech* despil* desprec*
      desproporcion* despropósit* destiemp* desvent* desvergonz* deteri* disgust* distorsi*
      embarazos* encarec* encarcel* enloquec* enredo* ensuci* entorpec* escándal* espant* exager* exasper*
      falsead* fastidi* feroz flojo floja frágil* frustr* fúnebre furibund* grotesc* harapos* hostil* huir
      huye impacien* impotent* imprud* inacept* inadmis* inaguantable* inapropiad* incapac*
      inclemente incomunic* inconvenien* incurable indeseable indiferen*
      inexplicab* infecc* infernal* infiel* infierno* ingrat* inhuman* inmadur* inmoral* inoportun* inquie* insatisf*
      insignific* insolen* interrump* intimid* intolera* intrus*
      irracional* irrespet* irresponsab* irritante lastimer* lúgubre macabr* malcriad*
      maldad* maldic* malentend* malévol* malgast* malhumor* malici* malign* maltrech* manipul* maquiav* marginad* masacre*
      melodram* mezquin* miedos* monstru* morbos* nefari* obscen* obstin* obsolet*
      parásit* penaliz* perdic* pérdida* perecer perjudic* perseg* pervers* pesimis* porquer* quebrad*
      rechin* recrimin* repugnan* retorcid* revent* riesgo* ruidoso secuestrad* sospech* sucia sucio sucios sucias sufrid*
      suplic* tenebr* terco terca torpe tragic* tremendis* vandal* veneno* vengan* vicios* villan* vulner*
      zozobr*
      condena* estancad* desencanto desencantad*`,
    ],
    [
      -20,
      `mal mala malo malos malas feo feís* fea feos feas trist* llor* lágrim* aburr* peor peores pena penos* dolor* duele* dolió sufr* miedo*
      terror* temor* enoj* enfad* cabre* rabia* ira furios* decepcion* decepción fracas* fall* derrota* perdedor* solit* soledad herid* lastim* enfermo enferma enfermos enfermedad fiebre gripe muer*
      muri* morir mata* mató asesin* crimen* guerra* violen* atac* ataque* amenaz* peligr* grave* gravísim* injust* menti* miente*
      fals* engañ* tramp* robo* roba* ladr* corrup* estaf* fraud* inútil* incompeten* incapaz desastr* catástrof* caos* horror* tragedia* trágic*
      desgraci* miseria miserabl* crítica* abus* acoso acosa* maltrat* despreci* insult* idiota* imbécil* estúpid* tont* payas* gilipoll* ignorant* descar* cobard* egoíst* hipócrit* cínic*
      desempleo paro hambre pobreza odios* enemig* burla* traici* traidor* culpables cárcel delinc* hund* deprim* depres* angusti* estrés estresad* insoport*
      no_puedo_más me_cago me_muero qué_pena que_pena qué_mal que_mal ni_de_coña vergüenza sinvergüenza* pésame descanse_en_paz jod* mierd* carajo coño coños hostia maldit* puñeter*
      no_entiendo no_me_apetece no_me_entero no_me_deja no_me_dejan no_me_hace no_me_contesta no_me_responde no_me_respondes
      no_me_hables no_te_soporto no_lo_soporto no_hay_quien no_puedo_dormir no_dormir sin_dormir no_he_dormido no_duermo
      no_vale_nada no_valgo no_merece_la no_es_justo no_es_normal no_es_vida no_tiene_perdón no_tiene_nombre
      no_tienen_vergüenza no_tienes_vergüenza no_hay_manera no_hay_forma no_hay_dinero no_tengo_dinero no_tengo_fuerzas
      no_tengo_nada no_llega no_llegan no_responden no_contestan no_atienden no_va_bien ya_no_puedo ya_no_aguanto ya_no_me
      ya_no_te ya_no_quiero nada_me_sale todo_me_sale me_da_coraje me_da_pereza me_da_flojera me_da_igual me_pone_de
      me_ponen_de me_saca_de me_sacan_de me_tiene_harta me_tiene_harto me_tienen_harta me_tienen_hasta me_quedé_sin
      me_quedo_sin me_siento_sola me_siento_solo me_rompe_el me_rompieron me_parte_el me_arde me_arrepiento me_entristece
      me_molesta me_molestan me_revienta me_repatea me_crispa me_enerva me_hierve me_ignora me_ignoran vete_a_la que_te_den
      que_os_den que_se_vayan vete_a_tomar a_tomar_por por_culo tomar_por_culo vaya_tela vaya_rollo vaya_día_de menudo_rollo
      manda_huevos manda_cojones tócate_los tiene_cojones hay_que_ser qué_rollo qué_palo qué_chungo qué_dura qué_duro
      qué_pesado qué_pesada qué_pesados qué_flojera que_flojera qué_bajón que_bajón bajón bajona hecho_polvo hecha_polvo
      hecha_una hecho_una fatal chungo chunga pringao rollazo truño bodrio bodrios tostón coñazos cutre* casposo
      casposa rancio rancia rancios hortera mugr* guarr* cerdo cerda cerdos ratas víbora zorra zorras perra subnormal*
      mongolo tarado tarada tarados retrasados_mentales gentuza chusma escoria panda_de pandilla_de mangant* chorizar
      impresentab* indecen* incoheren* incongruen* indignación indignar furia agresiv* agredi* agresión golpe* golpiza
      puñalad* tiroteo* balacera* balas bomba_en bombas bombardeo* ejecutad* ejecución decapit* desaparici* narcos narco
      narcotráfico sicari* feminicid* femicid* homicid* suicid* esclav* tortur* opres* represión reprim* censur*
      golpista* dictador* tiran* rajada mentís mintió mintiendo mintieron timad* robándome saquea* saqueo*
      malvers* soborn* comisiones_ilegales imputad* procesado_por condenad* culpable_de prevaric* evasión tarjetas_black
      chanchull* despilfarr* derroch* desfalco quiebra arruin* ruina en_la_ruina desahucio* desempleados parados
      precari* explot* despedido despedida_de_mi despiden exilio emigrar_por retroces* empeor*
      mala_suerte maleducad* grosero grosera grosería* borde borde_conmigo antipátic* soberbi* prepoten* arrogan* chulería
      chulesc* altaner* envidi* rencor* resentid* resentim* venganza vengativ* infiel infieles cuernos abandon*
      rechazad* olvidada olvidado ignorad* solísima sola_en_casa sola_otra_vez sin_amigos sin_nadie sin_ti
      sin_él sin_ella me_faltas me_haces_falta hace_falta_ya te_echo_mucho te_echo_tanto te_necesito_aquí nos_dejó nos_deja
      nos_ha_dejado se_nos_fue se_fue_para qepd rip lo_siento_mucho mis_condolencias condolencias lamento lamentamos
      lamentando desol* desconsol* destroz* destru* desgast* desgarr* devasta* abatid* apenad*
      afligid* acongoj* traum* pánico histeria paranoi* locura_de_país asust* escalofri*
      tembl* terremoto* inundaci* incendi* accidentad* choque_de atropell* víctima sangr* cadáver* ataúd entierro
      velorio funeral* tumba enterrad* infart* tumor* leucemia alzheimer migraña* jaqueca* resfri* constipad* catarro anginas
      amigdalitis gastritis vómito* diarrea fiebrón contractur* esguince fractur* rotura rota rotas rotos me_caí quirófano
      operan_de antibiótic* cabeza_me_va ojeras insomnios desvelada trasnoch* madrugar madrugón madrugones
      muerta_de_sueño muerto_de_sueño agujetas hambrient* sed_que sudando asfixi* achicharr* empapad* congelad* catead*
      catear_todo exámenes_de selectividad_de bochorn* vergonz* ridiculez ridiculi* ridículas vulgar vulgares mediocr*
      chapuz* chapucer* ineficaz ineficacia ineficien* inept* incumpl* negligen* dejadez desidia
      pasotismo desmadre descontrol descontent* caótic* colaps* atasco* atascad* retenciones tapón embotell* averí*
      averiad* estropea* se_rompió se_ha_roto se_me_rompió se_me_cae se_cuelga se_me_cuelga no_conecta
      no_carga_nada no_abre no_arranca no_enciende sin_batería sin_señal sin_cobertura sin_wifi sin_datos sin_saldo
      sin_respuesta sin_solución sin_sentido sinsentido sin_fuerzas sin_aliento sin_vida sin_esperanza sin_futuro
      sin_vergüenza nadie_me nadie_te nadie_hace cancelan cancelaron cancelar cancelación aplazad* pospuest* expuls* roja_a
      tarjeta_roja árbitro_de goleados palizas paliza pierde perdemos_otra perdiendo perdieron descendido ridi eskas
      aweona* weon_qlo qlo culia* conchetumare csm hdp hdps hijoputa* joputa hp_de wey_no no_mames no_manches
      nmms culero culera culeros mamada mamadas me_lleva asshole boludeces boludo boluda pelotudo pelotuda pelotudos forro
      forros sorete garca garcas chorra chorros choreo trucho trucha berreta embole un_embole qué_embole bajonead* bajoneante
      bardo bardear mufa yeta cagada cagadas cagaste cagó cagado cagada_de me_cagaron orto ojete_de la_concha concha_de
      qué_garrón garrón embarrada embarró fome fomes latero latera arrecho arrechera qué_arrechera ladilla malandro malandros
      jartera jarto jarta gonorrea gonorreas malparid* marica_no maldición
      aterrad* pringado pringada pringados
      no_me_encuentro no_me_siento no_me_quiere no_me_quieren no_me_habla no_me_hablan no_me_escucha no_me_creo no_me_importa
      no_me_llama no_me_llega no_me_funciona no_me_carga no_me_sale no_me_salen no_me_va no_te_aguanto no_te_importa
      no_te_vayas no_lo_aguanto no_lo_entiendo no_la_aguanto no_los_soporto no_los_aguanto no_se_puede no_se_vale
      no_se_entiende no_se_merece no_se_ve no_se_escucha no_se_oye no_hay_justicia no_hay_respeto no_hay_vergüenza
      no_hay_agua no_hay_luz no_hay_internet no_hay_nada no_hay_ganas no_hay_nadie no_es_posible no_es_bueno no_es_así
      no_es_para no_estoy_bien no_estoy_de no_estoy_para no_está_bien no_da_más no_doy_más no_doy_para no_quiero_ir
      no_quiero_más no_quiero_trabajar no_quiero_estudiar no_quiero_vivir no_quiero_que no_puede_ser no_puedo_creer
      no_puedo_respirar no_sé_nada no_sirven no_sirve_para no_vuelvo no_vuelvo_a no_volveré nunca_más_vuelvo nadie_me_quiere
      nadie_me_entiende nadie_se nadie_respeta nadie_ayuda nada_funciona nada_cambia nada_tiene_sentido nada_va_bien
      qué_harta qué_harto qué_poco qué_poca qué_falta qué_falta_de qué_ignorancia qué_impotencia que_impotencia impotencia
      qué_sueño_tengo mal_gusto muy_fuerte_lo muy_cansada muy_cansado tan_cansada tan_difícil demasiado_tarde demasiado_caro
      demasiado_calor demasiado_frío vamos_mal vamos_de_mal vamos_a_morir me_quiero_tirar me_da_algo me_hace_daño
      me_hacen_daño hacer_daño hace_daño daño dañin* me_tienes_harta me_tienen_harto me_tiene_cansada me_siento_vacía
      me_despierto_con me_quemé me_corté me_perdí me_perdí_el me_olvidé me_dejaron_plantada me_dejó_plantada dejarme_en_visto
      en_visto me_echaron me_despidieron me_multaron me_bloqueó me_bloquearon`,
    ],
    [
      -30,
      `odi* detest* asco ascos horribl* horrend* terribl* pésim* basura* asqueros* repugn* aborrec* maldit* put* puta_madre hijo_de hijueput* mierda
      pinche* pendej* cabrón* cabron* malpari* verga chinga* fascis* terroris* viola* nazi* dictad* cáncer infierno atroz* nefast* patétic* lamentable*
      vomit* repulsiv* insufrible* deplorable* nauseabund* denigrant* humill*`,
    ],
    [
      0,
      `putin asciende asced* violeta* violín falta_poco matador* matar_el fecha* perdón* perdon* gráfica sin_duda sin_dudas no_hay_duda sin_problema* fallas fallec fallero ascenso conoc* odisea violinista
      descarga* descargu* desenganch* enganch* extranj* celebrity fascinación* pinchen pinchar*
      desenlace* regalías regalía bellatrix gratific* gratuit* suerte_de bien_sur más_bien o_bien si_bien bien_o bienal*
      buenos_aires grandes_ligas gran_bretaña gran_canaria gran_parte río_grande casa_grande buena_parte en_vida vidal*
      la_vida vida_en tarde_o buenas_tardes de_la_tarde por_la_tarde esta_tarde llorente falta_de fallout mala* malec*
      malet* malent* malv* paralel* penal* penit* pensil* matem* materi* matri* matin* matanzas_de
      a_lo_mejor vamos_a vamos_al bueno_pues pues_bueno bueno_yo bueno_ya bueno_no bueno_me bueno_que bueno_y bueno_si
      bueno_es bueno_creo bueno_voy bueno_a bueno_al bueno_hoy bueno_por bueno_la bueno_el bien_que bien_de más_grande
      muy_bien_qué claro_que por_claro dar_gracias en_especial mayor_parte salud_pública servicio_de_ayuda
      sus clasificado_como aterriz* protestant* golpeo borde_de al_borde bordes
      maestros maestra maestros_del original fatal_error hospitalet* hospital hospitales noble nobles
      tarda_un descenso descenso_de record_de mi_vida ff pacifica pacífica desvelado desvela desvelar pringado_de
       trauma rechaz* dificultad dificultades rata
      no_solo no_sólo no_obstante si_no o_no por_qué_no no_olvides no_olviden no_olvidéis no_te_olvides
      no_os_olvidéis no_dejes_de no_dejéis_de no_es_por que_no_sea no_sé_si no_más_que cada_vez_que sin_parar
      sin_falta sin_más nada_más no_crees no_creen no_verdad`,
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
      honesto honesta sincer* leal lealtad generos* humilde humildad ejemplar* respetuos* comodísim*
      cómodo cómoda recomendable rapidísim* calidad calidez acogedor* encantadora gustazo lujo deliciosa sabroso exquisit*
      apetec* disfruté disfrutamos pasándolo_bien lo_pasé_bien pasarlo_bien vivan viva_la viva_el olé ole arriba yuju yupi
      wiii por_fin
      qué_ricura qué_risa que_risa qué_gusto que_gusto qué_gozada qué_pasada que_pasada qué_emoción que_emoción qué_mono
      qué_mona qué_cuqui cuqui cuquis qué_partidazo partidazo temazo temón discazo peliculón pelazo cochazo jugadón crackazo
      maquinón máquina_eres eres_un_sol te_quiero_mucho te_quiero_tanto tqm tkm te_adoramos me_parto_contigo muero_de_amor
      muero_de_ternura me_chifla me_pirra me_vuelve_loca me_vuelve_loco me_caes_bien me_cae_bien me_lo_pasé pasadlo_bien
      pásalo_bien pásenla_bien la_pasé_bien la_pasamos de_diez de_categoría de_fábula lo_máximo una_pasada una_joya joya
      joyita joyón una_gozada un_sol una_pasad bien_jugado bien_dicho bien_ahí muy_bien felicísim* contentísim* encantadísim*
      preciosísim* lindísim* hermosísim* simpatía adorabl* mimos mimitos amoroso amorosa bondad bondados* nobleza
      fiel_amigo amigazo amigos_de_verdad buenrollo gran_noticia gran_trabajo gran_equipo gran_partido grandioso grandiosa
      feliz_lunes próspero_año que_cumplas que_tengas_un que_tengan_un que_descanses un_besote besotes mis_respetos chapó
      chapeau olee di_que_sí así_se_hace así_se_juega a_por_ellos a_por_todas vamos_carajo aupa aúpa hala_madrid visca
      ganamos_carajo gooool golll gol_de goles_de ascendimos ascenso_a medalla medallas oro_para
      campeonísim* orgullosísim* ilusionante ilusiona ganazas deseando_verte deseando_verlos deseando_que_llegue
      no_puedo_esperar ya_quiero por_fin_viernes al_fin viernes_al_fin conseguir_mi hecho_realidad buenorro buenorra
      bombonazo bombón pibón pibonazo guapérrim* monísim* mono_que monos_son molaz* molona molonas flipad* espectáculo
      cojonud* acojonante de_cojones de_puta puta_ama puto_amo puto_crack la_ostia la_hostia la_leche es_la_leche la_bomba
      la_caña cañero cañera dabuti debuti chachi chachis chupi nítido bacán bakán filete filo_con pulento la_raja la_zorra_es
      mundial_es qué_padre que_padre está_padre chingón chingona chingones poca_madre a_toda_madre órale_qué joya_total joyaa
      bombita grosso grossa grossos maestra_total maestrazo crá capos la_rompe la_rompiste la_rompió
      rompiéndola la_partió la_partiste temazos enganchada_a enganchado_a recomendadísim* imperdible* imprescindible*
      aconsejable acertado acertada atinad* ingenios* ingenio creativ* original_y elegantísim* majestuos*
      deslumbr* radiante* relajante cómodos limpísim* eficiente eficiencia impecable* pulcr* transparen* justicia_por
      se_hizo_justicia merecid* te_lo_mereces se_lo_merece lo_mereces os_lo_merecéis agradecidísim* enternec*
      entrañable* conmoved* valoro aprecio apreciad* queridísim* hermanit* mi_cielo cielito mi_niña mi_niño papacito
      mamacita pacífic* armonía plenitud bienestar prosper* próspero
      clasificamos nos_clasificamos`,
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
      puteada pésimo pésima pésimos malísim* malisimo horroroso horrorosa feísim* asquerosidad soledad triste
      tristes tristísim* llorona lloré llorado deprimido deprimida deprimente depresión desgraciado desgracia amarg*
      dolido dolida dolores dolor_de dolorid* sufriendo sufrimiento tortura martirio pesadilla* insomnio resaca
      gripe tos fiebre mocos vomitar náusea* mareo* ansiedad agobi* estresada estresado nervios nervioso nerviosa
      histéric* harta harto hartos hartas enfadada enfadado cabreada cabreado indignad* indignante indigna furiosa furioso
      mentirosos mentiras ladrones ladrón chorizo* corruptos corrupción corrupto sinvergüenzas caradura* hipócritas
      hipocresía cínicos cobardes traidores fascistas fachas facha machista* machismo racista* racismo homófob* violencia
      maltratador* asesinos asesinato* asesinada matanza atentado* víctimas muertos muertes fallecid* fallece
      falleció luto accidente* heridos tragedia secuestr* amenazas desaparecid* pobreza desahuci* recortes impunidad fraude
      estafa timo timos ridículo ridícula patético patética penoso penosa lamentable decepcionante decepción decepcionada
      decepcionado fracaso fracasado inútiles incompetentes vergüenzas error errores fallos falla fallando se_cae caído
      no_carga lentísim* pésimo_servicio mal_servicio retraso retrasos cancelado cancelada perdimos derrota eliminad*
      suspend* suspenso castigad* castigo expulsad* lesion* lesión bronca* discusión pelea* gritos
      gritar insultos idiotas imbéciles estúpidos tontería* gilipollez* chorrada* bobada* absurdo absurda
      loca_de_atar extraño_a te_extraño te_echo_de_menos echo_de_menos echar_de_menos me_hace_falta me_falta falta_mucho
      lástima qué_lástima que_lástima lamentablemente desgraciadamente desafortunad* por_desgracia ay_no uff puff buff bah
      pff jope jopé ains`,
    ],
    [
      8,
      `jeje jajaja me_río me_reí reírme sonriendo sonriente sonrió chiste chistoso chistosa chistes curioso curiosa
      grande grandes especial especiales única único únicos únicas interes* rey
      no_te_pierdas no_os_perdáis no_se_pierdan no_te_preocupes no_os_preocupéis no_se_preocupen no_pasa_nada no_hay_problema
      cómo_no no_hay_de`,
    ],
  ],
  negations: "no nunca jamás tampoco ni sin nada nadie ningún ninguna ninguno nunca_más no_me no_te",
  boosters: `muy tan tanto tanta tantos tantas mucho mucha muchos muchas muchísim* re súper super demasiado demasiada más realmente verdaderamente totalmente absolutamente
    completamente bastante increíblemente extremadamente sumamente qué cuánto cuanto puro pura sobre_todo`,
  dampers: "poco poca algo apenas casi medio un_poco un_poquito poquito más_o_menos menos ligeramente",
  but: "pero sino sin_embargo aunque",
};
