import type { Lexicon } from "./lexicon.ts";

/** Portuguese, of Brazil above all, as chatted: our own list. */
export const portuguese: Lexicon = {
  valence: [
    [
      30,
      `amei amo amamos ama amar amam amooo te_amo amo_você amo_vc adoro adorei adora adorar adoramos incrív* maravilh* perfeit* lindíssim* excelen* sensacional sensacionais parabéns parabeniz* espetac* fantástic*
      fabulos* extraordinári* magnífic* genial geniais brilhante* apaixon* encant* divin* campe* obra_prima melhor_do_mundo melhor_de_todos o_melhor a_melhor os_melhores as_melhores ídolo*
      esplêndid* inesquecív* deslumbr* arras* arrasou lacr* deusa deuso rainha* rei diva divas divo hino mitou mito foda_demais te_adoro adoráv*`,
    ],
    [
      22,
      `lind* bom boa bons boas ótim* top tops gost* obrigad* brigad* agradeç* agradec* feliz felizes felicid* melhor melhores demais massa legal legais deus_abençoe abenço*
      sucesso* alegr* animad* anim* emocion* orgulh* vitóri* vitoria* venc* ganh* carinh* querid* amor amores amorzinho beijo* bjs bjo* bjinho* abraç* sorri* esperanç* paz
      admir* talent* celebr* comemor* curt* prazer delíci* delicios* saboros* doce doces fof* simpátic* amáv* gentil gentileza diverti* engraç* bacana* maneir* irad* daora da_hora brab*
      sort* conquist* prêmi* premio* honra* respeito apoi* corag* herói* recomend* impressionante* bom_dia boa_noite boa_tarde feliz_dia feliz_aniversário aniversário
      princesa tesouro gata gato gatinh* gatíssim* favorit* preferid* festa* férias inspir* motiv* elegan* bonit* bel* grat* glória aleluia vibr* salve_salve tmj tamo_junto lenda* estourou mandou_bem
      mandou_muito saudável charmos* charme fenomenal bombando bombou feliz_natal`,
    ],
    [
      8,
      `bem certo risos rindo ri rir kk kkk kkkk kkkkk rs rsrs rsrsrs haha tranquil* segur* útil úteis fácil fáceis ajud* amig* amizade* sonh* vida_boa saud* novidade* positiv* melhorou verão sextou feriado
      presente* surpres* livre liberdade brilh* sol aplau* oportunidade* aprend* relax* descans* quer* viva unid* fé amém amem bênção* conseg* vamos bora partiu voltou chegou
      acert* benefíc* desconto* grátis aprov* evolu* avanç*
      show especial especiais únic* interessante*
      não_perca não_percam não_perde_não não_se_preocupe não_se_preocupem não_tem_problema sem_problemas não_tem_de`,
    ],
    [
      0,
      "belo_horizonte belém beligerante gostaria beber sola solo soluç* solicit* saudita* querela questão legalmente legaliz* massacr* reit* mitolog* belg* amostra amaz* amanhã amar* amador* sortei* anim* sorte rito show_de_horrores",
    ],
    [
      22,
      `animad* animação animo_so sorte bonitão
      que_sorte que_emoção que_jogão que_golaço que_gol golaço golaçooo gol_do goool gooool que_voz que_mulher que_homem
      que_homão que_música que_hinão que_tiro que_tiro_foi que_demais que_máximo tiro porrada sambando_na pisa_menos
      pisa_mais pisão poderos* empoderad* maravigold perfeitinh* bonzão boa_prova gente_fina amoo amu amuu
      adorando amando meu_anjo meu_bebê meu_xodó xodó minha_paixão paixão paixões casa_comigo casava_fácil shipp* muso
      musa galã fofíssim* gracinhas graciosa encantador* tô_amando to_amando tô_rindo to_rindo estou_amando me_faz_bem
      me_divirto felizona felizão felizarda felicíssim* niver_da niver_do aniver_da mt_obg obg obgda valeu_a_pena vale_a_pena
      bênção_de bençãos deus_é_fiel amémm muita_luz muita_saúde tudo_certo deu_certo dando_certo deu_tudo_certo vai_dar_certo
      passei_de_ano passei_no passei_na aprovados fechei_a_prova nota_dez é_tetra é_penta hexa rumo_ao_hexa medalha*
      medalha_de_ouro recorde_de classificad* goleada golear vai_corinthians vai_brasil vamos_flamengo
      vamo_mengo vamos_palmeiras avante_palmeiras dá_lhe dale_grêmio timão mengão verdão jogou_muito jogando_muito
      jogou_demais jogão jogaço jogaaa craque craques craque_do brabíssim* insano insana insano_demais absurdo_de_bom
      absurdo_de_lindo surreal_de absurda_de_linda mandou_bem_demais mandaram_bem mandando_bem arrebentou arrebentaram
      arrebentando detonou_no botou_pra quebrou_tudo mitando mitaram mitei lendári* monstro_demais
      monstro_sagrado respeita_a respeitem_a aproveitem aproveite aproveitei sextouu sextouuu finalmente_sexta enfim_sexta
      até_que_enfim uhul uhull uhuu uhuuu uhuul iupi iupii eba ebaa ebaaa oba obaa yeees viva_o viva_a vivaaa aeee aeeee
      ae_porra porra_que_foda fodas pica_demais showw rindo_alto rindo_demais rindo_horrores rindo_até rindo_mt ri_alto
      ri_demais ri_mt rachando_de_rir rachando_o_bico morrendo_de_rir morri_kkk mijei_de_rir hilári*
      engraçadíssim* graça_demais comédia_demais mal_posso mal_vejo não_vejo_a
      ansiosa_para_ver ansiosa_pelo ansiosa_pela loca_pra doida_pra_ver louca_pra_ver inspirador* exemplar exemplo_de_vida
      exemplo_de_pessoa guerreira guerreiro guerreiros heroína corajos* generos*
      bondos* humilde humildade carisma simpatia educadíssim* recomendadíssim* aprovadíssim*
      impecáv* caprich* estonteante memorável marcante
      emocionantíssim* aconcheg* confortáv* quentinho saborosíssim* saudavelmente
      torcendo_por torcendo_pra torcendo_muito torcida_por vozeirão vozerão canta_muito cantou_muito cantando_muito mereceu
      mereceu_muito que_apresentação que_casal casalzão arrepiou arrepiando arrepiante chorei_com chorei_de_emocao
      chorando_de_emoção chorando_de_alegria chorando_de_felicidade lágrimas_de_emoção de_emoção aguada_de água_na_boca
      dá_água_na salivando rindo_com rindo_do rindo_da rindo_litros ri_com ri_da viciada_nessa viciada_nesse viciado_em
      viciante aplausos palmas palmas_pra de_pé_aplaudindo bravíssimo
      abençoad* afetuos* afinad* agradáv* alegre* aliviad* alívio amabil* amado amada amoros* aperfeiço*
      aplaud* apreci* arraso* arretad* atenci* atraent* benefic* benvind* bem_estar bondad* brilhan* brincalh*
      calmaria carinhos* carismát* cativante cheiros* competente compreens* confiáv*
      congratul* contente* cordial* cortês criativ* decente dedicação dedicad* delicad* delici* deliran*
      descontra* digno digna dignidade divert* divertid* eficaz eficien* elogio empolg* encoraj*
      enriquec* entusi* esbelt* espert* esperanços* estilos* estimulante estupend* excelên* excepcional* êxito
      fascin* favoráv* festiv* fidelidade fiel fiéis formidáv* formosur* fraterni* ganhador* genuín*
      glorios* gratific* harmoni* heroic* honest* honrad* honroso iluminad* imbatív*
      inovador* inteligen* invenc* irresist* júbilo leal lealdade louvável luminos*
      luxuos* meiga meigo milagr* motivad* notável nobre otimis* pacífic* paradis* paraíso perfei*
      perseveran* prazer* precios* prestati* prestígi* primoros* privilegi*
      radian* reconfort* relaxan* requint* resplend* respeitad* risonh* romântic* sabedoria sábio
      saciad* santinh* satisf* sedutor* serenidade sincer* solidári*
      sorrident* sublim* superaç* surpreend* talentos* ternura tolerant* valios*
      valent* vantag* vantajos* virtuos* vitalidade vitórios*
      grandios* calmo
      nada_como`,
    ],
    [
      -12,
      `difíc* complicad* estranh* dúvida* duvid* tarde_demais cans* exaust* sono frio chuva segunda-feira prova provas dever falta faltam problem* crise* erro* errad* culp* perd* saudade_de longe
      preocup* nervos* ansios* ansiedade lento lenta duro dura pobre* confus* ciúm* fraco fraca fracos caro caro_demais proib* negativ* reclam* critic* ridícul* absurd* enjo* inveja* impossív* pesad* incomod* desesper* demit* demiss*
      greve* dívida* imposto* atras* bloque* aff affs affe putz poxa droga chega_de parem pare infelizmente_que suspens* cancel* dificuld* queda* cai* travou trava travando bug* lag
      af afs afs_que arrgh aii aiai ai_ai eita fala_sério fala_serio puts infelizmente_não sinto_muito
      desculpa_mas desculpe_mas mas_tá_foda tá_foda ta_foda ta_osso tá_osso osso_viu é_foda foda_que foda_é foda_né tenso
      tensa tensão tensos só_que_não sqn sqn_né até_quando ate_quando até_parece de_novo_isso de_novo_não de_novo_nao
      outra_vez_isso outra_vez_não sempre_assim sempre_a_mesma sempre_o_mesmo mesma_coisa_sempre cala_a_boca
      cala_boca calem_a_boca cale_a_boca some_daqui sai_daqui sai_fora sai_pra_lá vaza vaza_daqui tchau_querida tô_nem_aí
      to_nem_ai foda_se_tudo tanto_faz dane_se danese que_se_dane que_se_foda que_se_exploda que_se_lasque desisto desisti
      desistir desistindo farta farto_de farta_de calor_do_caralho calor_dos_infernos segunda_de_novo domingo_à_noite
      amanhã_tem_aula amanhã_é_segunda trabalho_pra_fazer tcc recuperação_de fiquei_de_recuperação final_de_matemática
      tirei_zero nota_baixa notas_baixas bombei rodei_na aflita desconfort* monótona maçante
      sem_sal_essa sem_graça_essa forçad* exagerad* desnecessári* inconvenient*
      intrometid* fofoqueir* fofoca_alheia briga brigas briguei brigar brigando brigaram discussão discuti treta
      tretas barraco conflito* ciumenta ciumento indecis* sem_crush friendzone corno corna
      chifre chifrud* engordei gorda_pra estria celulite espinha_na feiura caríssim* caros_demais
      dinheiro_jogado conta_de_luz contas_pra_pagar multa multas endividad* liso lisa_sem
      saudade saudades sdds sdd
      abandon* aborrec* adoent* agoniz* agress* amedront* amargo amarga amargos anulad* apatia apátic* apreens*
      apuro arrepend* assombr* assustei atordoad* atrapalh* bagunç* barulh* brutal*
      calamid* calúni* cárcere carência chocad* chocante conden* constrang* contamin* corromp* crueldad* dano danos danific*
      decadente defeit* deform* demora* demorou depreci* deprimid* desacord* desagrad*
      desaprov* desastrad* desastros* desconfi* descontent* descontrol* descuid* desdém desencant*
      desencontr* desequil* desfalc* desgost* desinteress* desleal* desleix* desonra desorient*
      desperd* despez* despreparad* desvantag* desvaloriz* deterior* dificult* discrimin*
      doloroso dramátic* embaraç* empobrec* encarec* encrenc* enfraquec* enganos* enlouq* enojad* enrolação
      entorpec* envergonh* errônea escândal* escass* escória escrav* espant* esquec* estagn* estraçalh*
      estragad* excluíd* extorqu* extorsão falênc* farsa farsant* feroz frágil* fraqueza fúria gritam grotesc* hediond*
      horroriz* hostil* ignorad* ignorânc* ilegal* ilegais imatur* impacien* impedid* imperdoáv*
      impopular* impotent* imprest* imprud* inadequad* inaceitáv* incapac* incêndio* incertez* incerto incômodo
      incompat* incompreens* inconform* inconseq* indecen* indesej* indiferen* ineficien*
      inexperien* infect* infern* inflam* ingrat* inquiet* insatisf* insegur* insens*
      insípid* insolen* insónia instáv* insufic* intimid* intrig* inundaç* inútil* invalid*
      irracional* irresponsável irresponsáveis isolad* isolamento lament* lástim* malici* malign* maltrat*
      mendig* mentir* mesquin* mexeric* monstr* naufrág* náusea* neuros* neurótic* obscen* obsolet*
      obstácul* ofensa ofensiv* omissão parasita* pavor pavoros* pecado penaliz* perecer perseg* perturb*
      pervers* pessimis* petulan* pirraç* plágio podridão polêmic* poluição praga precári*
      prejud* preguiç* prostituíd* punição quebrad* rancor* raptad* rebaix* recusa rejeit*
      rejeição remors* repreens* repress* repuls* ressac* revolt* ridicul* rixa ruína ruindade rude
      sanguin* secuestr* sombri* sonolent* suborn* sujo suja suspeit* tapeaç* tedios* teimos* terremot* terribil* terrif*
      tirani* tirano tolice tolo tonto torpe torto torturad* traíra* traumatiz* trucid* turbul* ultraj* vaidos* vândal*
      vandalismo veneno venenos* vicios* vingan* violad* violaç* vítima* vulgar* vulner* xingando xingar xingou
      xingamento zangad*
      desordem`,
    ],
    [
      -20,
      `ruim ruins ruinzinh* feio* feia* trist* chor* lágrim* chat* pior piores pena dor dores doeu dói sofr* medo* terror temor raiv* ódio irrit* bravo_com puto_com decepcion* decepç* fracass* falh* derrot* solidão machuc* ferid* doent* doença* febre gripe
      morr* mort* mata matou matar assassin* crime* crimin* guerra* violên* violent* atac* ataque* ameaç* perig* grave* injust* menti* mentira* mentiros* fals* engan* golp* roub* ladr* corrup* fraud* inútil inúteis incompet* incapaz* desastr* catástrof* caos
      tragédi* trágic* desgraç* miséri* miseráv* abus* assédi* desprez* insult* idiot* imbecil* estúpid* burr* palhaç* babaca* otári* trouxa* ignoran* covard* egoís* hipócrit* cínic* desempreg* fome pobreza inimig* trai* cadeia preso presa prisão bandid* vagabund* deprim* depress* angust* estress* insuport*
      vergonh* péssim* mal maldit* lamentáv* infeliz* nunca_mais não_aguento porcaria* bosta* droga merd* porra caralho_que foda-se fodeu fodid* saco que_saco cacete inferno nojent*
      não_tem_como não_tá_fácil não_ta_facil não_tô_bem nao_to_bem não_estou_bem não_to_bem não_dá não_da nao_da não_dá_mais
      nao_da_mais não_dá_pra não_deixam não_durmo não_dormi não_dormi_nada nao_dormi não_entendo nao_entendo
      não_me_responde não_responde não_respondem não_atende não_atendem não_chega não_chegou não_carrega nao_carrega não_abre
      não_pega não_vale não_vale_a não_vale_nada não_vou_conseguir não_sou_obrigada não_sou_obrigado não_tenho_paciência
      não_tenho_sorte não_tenho_dinheiro não_tem_graça não_tem_nada não_tem_vergonha não_tenho_nada não_suporta não_curti
      não_curto nao_curti não_gostei nao_gostei não_gosta n_gostei n_suporto ñ_aguento ñ_gosto ñ_consigo num_aguento
      num_guento nem_dormi nem_vontade nem_aí nem_ligo nem_um_pouco nunca_dá nunca_mais_volto nada_dá nada_de_bom nada_bem
      nada_a_ver nada_funciona nada_pra_fazer ninguém_merece ninguem_merece ninguém_me ninguem_me ninguém_liga
      ninguém_se_importa ninguém_gosta ninguém_respeita sem_paciência sem_paciencia sem_saco sem_vontade sem_ânimo sem_animo
      sem_noção sem_nocao sem_caráter sem_vergonha sem_respeito sem_coração sem_condições sem_condição sem_futuro
      sem_esperança sem_sinal sem_sono_de sem_dormir sem_bateria sem_nada sem_ninguém sem_amigos sem_voz sem_ar sem_sentido
      sem_cabimento sem_tempo sem_resposta sem_você sem_ele sem_ela que_absurdo que_dó_de que_peninha que_frio que_calor
      que_sono que_preguiça que_falta que_falta_de que_agonia que_angústia que_susto que_mancada que_azar que_vacilo
      que_desespero que_situação que_filho_da azar azarad* mancada mancadas vacil*
      pisou_na_bola pisada_na deu_errado deu_problema dando_errado tudo_errado tudo_dá_errado deu_pt me_fudi me_fodi
      me_ferrei me_lasquei me_doi me_magoa me_magoou me_ignora me_ignorou me_abandonou me_arrependo me_arrependi me_poupe
      mepoupe ah_vá vá_se_foder vai_te_foder vai_dormir_que vão_se_foder se_fode se_foda se_fuder se_lascar se_ferrou
      se_lascou se_toca se_enxerga tomar_no_cu tomar_no_rabo no_cu cu_de do_caralho_esse pau_no_cu bundão babaquice
      babaquices jumento jumenta animal_esse asno retardad* mongol mongoloide demente lesad* tapad*
      songamonga sonso sonsa recalcad* recalque invejos* cobra cobras víbora vadia vadias piranha piranhas
      vagaba biscate biscateira quenga rapariga_de galinha_essa metid* arrogan* arrogância prepotên*
      prepotente grosseir* grosseria grosso_comigo grossa_comigo mau_humor mau_caráter mau_exemplo mau_gosto mau_cheiro mau
      maus má más_notícias má_notícia malvad* maldade maldades crueldade cruel cruéis desuman* crápulas safad*
      pilantr* picareta* trambiqu* caloteir* calote estelionat* mente_muito trapaç* furt*
      assaltante* sequestr* arrastão tiroteio* tiro_na baleado baleada bala_perdida facad* esfaque* espanc*
      agredi* agressão agressões agressiv* pedófil* chacina massacre_de matança falec* velório enterro
      luto_por luto caixão meus_pêsames pêsames pesames condolências descanse_em descansa_em rip vá_em_paz suicíd* suicid*
      desmai* acident* atropel* capot* enchente* alagad* alagament* deslizament* incênd* queimad*
      desab* terremoto* bomba_em atentado* refugiad* vítimas vítima epidem* dengue zika chikungunya vírus infec*
      infarto avc internad* uti hospital cirurg* remédio_pra sinusite rinite amigdalite garganta_inflamada
      cabeça_explodindo enxaqueca* cólica cólicas tpm dengue_de diarreia vômito tontura torci_o torceu_o quebrei_o quebrei_a
      machuquei cortei_o queimei_a ralei_o caí caí_da levei_um_tombo tombo pesadelo* virada_sem noite_em_claro madrugar
      acordar_cedo acordei_cedo ranço ranço_de peguei_ranço antipátic* inaceitável inadmissível revolta revoltad*
      revoltante indign* furios* possessa putasso
      pistola_com desonest* imoral imund* podre podres sujeira fed* fede fedendo
      asco tenebros* assustad* apavor* pânico aterror*
      susto mórbid* macabr* sinistr* desapont* desiludid* desilusão frustr*
      desanim* desânimo desmotivad* desgast* desesperad*
      desespero aflit* aflição agoni* torment* tortura suplício martírio magoad*
      mágoa mágoas ressent* amargur* infelicidade deprê
      querendo_chorar vontade_de_sumir vontade_de_bater vontade_zero quero_sumir queria_sumir queria_morrer quero_minha_cama
      quero_ir_embora quero_matar coração_partido coração_apertado coração_doendo coração_na_mão aperto_no com_sono com_frio
      com_muito_sono com_preguiça torra_a_paciência paciência_zero perdi_a_paciência sacanagem sacane* zoad*
      tosco tosca toscos tosquice brega cafona bizarr* esdrúxul* patetic* ridiculamente
      vexame vexames humilhad* constrangedor* constrangid* constrangimento micão mico pagar_mico paguei_mico fiasco fraquinho
      fraquinha medíocre* mediocridade meia_boca ruinzão desserviço descaso desrespeit* negligên*
      negligen* desorganiz* bagunça_essa bagunçad* zona_essa caótico caótica ônibus_lotado metrô_lotado
      busão_lotado fila_enorme filas_enormes filas fila_gigante engarrafado congestionad* congestionamento atrasou atrasaram
      atrasados cancelou cancelado cancelada cancelaram adiad* adiaram suspenderam fechou_as_portas faliu estragaram estraga
      estragar destru* devast* acabou_a_bateria acabou_a_luz acabou_meu acabou_com_meu
      acabou_o_amor caiu_a_internet caiu_a_conexão internet_lenta net_lenta celular_travando celular_travou pc_travando
      bugado bugada bugou bugando lagado lagando fora_do_ar caiu_o_site perdemos_de perder_pra perdeu_de perdeu_pro
      perdendo_pro eliminad* rebaixad* rebaixamento timinho timeco frangou frango_do frangueir*
      perna_de_pau juiz_filho pênalti_perdido contundid* lesão lesionad* expuls* vaiad* vaias vaia vaiaram fora_dilma
      fora_temer fora_cunha fora_pt fora_lula fora_bolsonaro impeachment_já golpistas_não petralha* mensal*
      petrolão propina propinas propinodut* lavagem_de_dinheiro delação delator desvi* quadrilha
      quadrilheir* impunidade impune impunes preconceituos* machistas homofóbic*
      xenof* intoler* opress* ditadur* ditador censur*
      reacionári* crise_econômica inflação inflação_alta falta_de_respeito falta_de_educação falta_de_noção falta_de_caráter
      falta_de_água falta_de_luz falta_água falta_luz faltou_luz falta_de_dinheiro falta_de_amor falta_do falta_que
      sinto_falta_de sinto_sua_falta sdd_de saudades_eternas saudades_daquele saudade_dói saudade_aperta saudade_que_dói
      saudades_de saudade_machuca
      desafin* gritaria berreiro berrando gritando_demais marmelada manipulado manipulada
      apelativ* apelação sensacionalis* mudei_de_canal mudar_de_canal muda_de_canal troca_de_canal
      trocar_de_canal troquei_de_canal desliguei_a_tv não_mereceu nao_mereceu não_merecia nao_merecia não_merece nao_merece
      não_merecem merecia_mais voto_errado votação_comprada júri_comprado jurados_comprados errou_rude cru_por queimou_o
      queimou_tudo sem_sabor sem_gosto sem_tempero gosto_ruim canta_nada não_canta não_cantou globolixo cena_desnecessária
      gente_sem_noção povo_sem_noção não_vejo_graça não_acho_graça não_achei_graça não_sabe_cantar não_sabe_nada
      não_sabem_nada não_faz_sentido nao_faz_sentido não_convence não_convenceu não_presta_pra não_serve não_serve_pra
      não_mudou_nada não_era_pra não_precisava não_precisa_disso deu_sono dá_sono me_dá_sono deu_dó dá_dó deu_preguiça
      dá_preguiça tomou_no_cu passou_dos_limites passou_do_limite perdeu_a_graça perdeu_a_noção perdeu_a_linha
      perdeu_o_respeito perdeu_a_chance forçou_a_barra forçando_a_barra forçação forçação_de_barra cena_forçada mimimi
      mimimis vitimis* ódio_gratuito`,
    ],
    [
      -30,
      `odei* odiei odiar odia detest* noj* horrív* horror* terrív* lixo* repugn* asqueros* fdp fdps filho_da filhos_da puta putas puto pqp vtnc vsf tnc arrombad* cuzão escrot* desgraçad* fascist* terroris* estupr* nazis* genocid* câncer patétic* nefast* vomit* humilh* crápula canalh* cretin*`,
    ],
    [
      0,
      `trailer* malha* mortad* matagal carol* carlos* carro* cart* carn* car caráter caract* cara caras chatub* chateau caixa* cair* chorinho malu* prestes gravação grava gravei gravando gravar dorm* doro* culpa_não caindo sem_dúvida com_certeza sem_problema*
      campeonato* maneira maneiras curtis exaustiv* segurança seguranças presentemente estud* animador* avança* avanço
      avanços novidades quer querem queria positivo positiva aprendiz* única única_coisa único únicos únicas livre_se
      benefício* avali* união_europeia estados_unidos nações_unidas unidos unidas boa_parte em_boa cobrança* mal_cheg mal_sei
      mal_comecei infectolog* caros_amigos cara_amiga saudações sujeit* quebrou_recorde fede* morad*
      morar* vacina* tensoativ* queda_d'água na_sexta sexta_feira cai_na_real caiu_na_net caipir* caiçar* caiad*
      caia
      bom_eu bom_agora bom_mas bom_vou bom_é bom_então bom_pelo bem_que bem_eu de_show no_show do_show o_show show_de shows
      show_da show_do são_paulo bem_assim
      sus para_de não_deixa cirurgi* bombei* gordura gorduras insegurança ff
      não_só nao_so ou_não ou_nao se_não não_esqueça não_esqueçam não_esquece não_sei_se não_é_à por_que_não sem_parar
      sem_falta nada_mais`,
    ],
    [
      24,
      "carinh* do_caralho pra_caralho foda fodástic* fodão nada_mal puta_que_bom chorei_de_rir chorando_de_rir morri_de_rir sem_palavras de_verdade_amo",
    ],
    [-16, "chatead* caro cara_demais chateia falsid* falso falsa falsos"],
    [
      24,
      `lindeza lindão lindona lindinho lindinha gracinha fofura fofinho fofinha fofos gatão gatona delícia maravilha
      maravilhas perfeição perfect belíssim* belo bela beleza formos* charmosa charmoso amorzinho amorzão meu_amor
      minha_vida coração corações abração abraços beijão beijos beijinho beijinhos carinho carinhoso carinhosa saudável
      orgulho orgulhosa orgulhoso emocionada emocionado emocionante emocionei arrepiei arrepiada arrepiado arrepio
      chorei_de_emoção feliz_demais muito_feliz tô_feliz to_feliz que_bom que_lindo que_linda que_fofo que_fofa que_amor
      que_delícia que_legal que_massa muito_bom muito_boa muito_legal muito_top bom_demais boa_demais bom_dia_a boa_sorte
      boa_viagem bom_final bom_fim boa_semana feliz_natal feliz_ano feliz_páscoa parabéns_pra parabens obrigadão obrigadinha
      valeu vlw grata grato gratidão agradecida agradecido abençoada abençoado abençoe deus_é_bom glória_a graças_a_deus
      graças amém aleluia vencedores vitorioso vitoriosa campeão campeões campeã conquista conquistei consegui passei_em
      aprovada aprovado melhor_série melhor_filme melhor_música hino hinário arrasaram arrasando divou sambou lacrou lacre
      destruiu mitagem genial brilhou brilhando show_de_bola showzão sensacional espetáculo diversão divertida divertido
      engraçada engraçado rindo_muito ri_muito morri_rindo rachei chorando_de_rir kkkk rsrs hahaha empolgad* empolgação
      animada animado ansiosa_pra ansioso_pra mal_posso_esperar não_vejo_a_hora curti_muito curtindo aproveitar aproveitando
      melhor_dia melhor_pessoa melhores_amigos amo_muito te_amo_muito amo_tanto amo_essa amo_esse eu_amo adorei_a adorei_o
      apaixonada apaixonado viciada_em recomendo indico top_demais merece merecido merecida`,
    ],
    [
      -16,
      `que_merda que_droga que_saco que_ódio que_odio que_raiva que_nojo que_vergonha que_triste que_pena que_dó que_horror
      que_medo que_dor que_bosta que_porra de_merda uma_merda uma_bosta um_lixo puta_que puta_merda vai_se_foder vai_tomar
      se_foder tomar_no se_fudeu fudeu fodeu fodido fodida fudido fudida cacete caralho_não desgraça desgraçado desgraçada
      maldito maldita inferno infernal diabo capeta ódio_de odeio_quando odeio_a odeio_o raiva raivosa irritada irritado
      irritante irrita puta_da puto_da_vida bolada bolado boladona estressada estressado stressada estresse surtando surtei
      surtada enlouquec* não_aguento não_aguento_mais não_suporto não_presta não_funciona não_gosto não_consigo não_quero
      nao_aguento nao_suporto nao_presta nao_funciona nao_gosto nao_consigo nao_quero n_aguento n_gosto n_consigo n_quero
      nem_fodendo nem_ferrando triste tristes tristeza tristinha chorando_muito chorei_muito vou_chorar quero_chorar
      quero_morrer vou_morrer morrendo_de morta_de morto_de dor_de dor_na dor_no dor_nas dor_nos dói doendo machucada
      machucado doente gripada gripado febre enjoo enjoada enjoado ressaca insônia sem_sono cansada cansado exausta exausto
      esgotad* carente sozinha sozinho solidão abandonad* ignorada ignorado esquecid* rejeitad* iludida iludido iludi
      decepção decepcionada decepcionado decepções traída traído traição péssimo péssima péssimos horrível horríveis
      horroroso horrorosa terrível nojento nojenta nojeira ridículo ridícula ridículos patético patética lamentável
      vergonhoso vergonhosa fracasso fracassado falida falido falência prejuízo roubada roubado roubaram assalt*
      ladrões bandidos corruptos corrupção corrupto golpista golpistas golpe mentirosos mentiras falso falsidade
      hipocrisia hipócritas idiotas imbecis burros burrice ignorância machista machismo racista* racismo homofob*
      preconceito violência assassin* morto morreram tragédia tédio entediad* chata chatas chato chatos chatice
      monótono sem_graça sem_sal fraquíssim* feia feios pior_dia pior_coisa pior_que piora piorou atrasada atrasado atraso
      perdi_o perdi_a perdi_meu perdi_minha esqueci_o esqueci_a quebrou quebrado quebrada estragou estragado travando travou
      caiu_a_net sem_net sem_internet sem_luz sem_água sem_dinheiro sem_grana demora demorando demorado lerd*
      prova_de recuperação_em reprov* segunda_feira segunda-feira calor_do frio_do frio_da trânsito
      engarrafament* saudade_da saudades_da sdds_de sinto_falta falta_de infelizmente lástima aff afff argh eca credo
      misericórdia socorro vsf fdp pqp arrombada otária babacas trouxas idiotice palhaçada baixaria vergonha_alheia
      chega_disso`,
    ],
  ],
  negations: "não nao nunca jamais nem sem nada ninguém nenhum nenhuma ñ tampouco n num",
  boosters: `muito muita muitos muitas mt mto mta mtos mtas muitíssimo tão tanto tanta tantos demais mais super hiper mega bem realmente totalmente absolutamente completamente extremamente bastante
    incrivelmente que como quanto quanta pura puro véi mó`,
  dampers: "pouco pouca meio quase menos um_pouco pouquinho um_pouquinho mais_ou_menos ligeiramente apenas",
  but: "mas porém entretanto contudo só_que todavia",
};
