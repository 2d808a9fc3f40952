import type { Lexicon } from "./lexicon.ts";

/** Portuguese, of Brazil above all, as chatted: our own list. */
export const portuguese: Lexicon = {
  valence: [
    [
      30,
      `amei amo amamos ama amar amam amooo te_amo amo_você amo_vc adoro adorei adora adorar adoramos incrív* maravilh* perfeit* lindíssim* excelen* sensacional sensacionais parabéns parabeniz* espetac* fantástic*
      fabulos* extraordinári* magnífic* genial geniais brilhante* apaixon* encant* divin* campe* obra_prima melhor_do_mundo melhor_de_todos o_melhor a_melhor os_melhores as_melhores ídolo*
      esplêndid* inesquecív* deslumbr* arras* arrasou arrasa lacr* lacrou deusa deuso rainha* rei diva divas divo hino mitou mito foda_demais te_adoro adoráv*`,
    ],
    [
      22,
      `linda lindo lindas lindos lind* bom boa bons boas ótim* top tops gost* gostei gosto obrigad* brigad* agradeç* agradec* feliz felizes felicid* melhor melhores show demais massa legal legais deus_abençoe abenço* gostos*
      sucesso* alegr* alegria* animad* anim* emocion* orgulh* vitóri* vitoria* vencer venc* venceu ganh* ganhou ganhei carinh* querid* amor amores amorzinho beijo* bjs bjo* bjinho* abraç* sorri* sorriso* esperanç* paz
      admir* talent* celebr* comemor* curti* curt* prazer delíci* delicios* saboros* doce doces fof* fofinh* simpátic* amáv* gentil gentileza diverti* engraç* bacana* maneir* irad* daora da_hora brab* brabo braba
      especial especiais únic* sort* sortud* conquist* prêmi* premio* honra* respeito apoi* apoio corag* herói* recomend* interessante* impressionante* bom_dia boa_noite boa_tarde feliz_dia feliz_aniversário aniversário
      princesa tesouro gata gato gatinh* gatíssim* favorit* preferid* festa* férias inspir* motiv* elegan* bonit* bel* gratidão grat* glória aleluia vibr* salve_salve tmj tamo_junto lenda* estourou mandou_bem
      mandou_muito saudável charmos* charme fenomenal bombando bombou feliz_natal`,
    ],
    [
      12,
      `bem certo risos rindo ri rir kk kkk kkkk kkkkk rs rsrs rsrsrs haha tranquil* segur* útil úteis fácil fáceis ajud* amig* amizade* família sonh* vida_boa saud* nova novo novidade* positiv* melhorou verão praia sextou sexta feriado
      presente* surpres* livre liberdade luz brilh* sol aplau* oportunidade* aprend* relax* descans* quer* quero saudades saudade viva unid* união fé amém amem bênção* conseg* consegui conseguiu sim vamos bora partiu voltou chegou
      acert* benefíc* beneficio* desconto* grátis aprov* aprovad* cresc* recuper* evolu* avanç*`,
    ],
    [
      0,
      "belo_horizonte belém beligerante gostaria beber sola solo soluç* solicit* saudita* querela questão legalmente legaliz* massacr* reit* mitolog* belg* amostra amaz* amanhã amar* amarg* amador* sortei* sorteio animal animais anim* sorte rito show_de_horrores",
    ],
    [22, "animad* animação animo_so sorte bonitão"],
    [
      -12,
      `difíc* complicad* estranh* dúvida* duvid* tarde_demais cans* cansad* cansei exaust* sono frio chuva segunda-feira prova provas dever falta faltam problem* crise* erro* errad* errou culp* culpad* perd* perde* perdeu perdi perdemos saudade_de longe
      preocup* nervos* ansios* ansiedade lento lenta duro dura pobre* confus* ciúm* fraco fraca fracos caro caro_demais proib* negativ* reclam* critic* ridícul* absurd* preguiça* enjo* inveja* impossív* pesad* incomod* desesper* demit* demiss*
      greve* dívida* imposto* atras* bloque* aff affs affe putz poxa droga chega_de parem pare infelizmente_que suspens* cancel* dificuld* queda* cai* caiu travou trava travando bug* lag`,
    ],
    [
      -20,
      `ruim ruins ruinzinh* feio* feia* feia trist* chor* choro chorei chorando chorar lágrim* chat* chato chata pior piores pena dor dores doeu dói sofr* medo* terror temor raiv* ódio irrit* bravo_com puto_com decepcion* decepç* fracass* falh* derrot* solidão machuc* ferid* doent* doença* febre gripe 
      morr* morte* morto morta mort* mata matou matar assassin* crime* crimin* guerra* violên* violent* atac* ataque* ameaç* perig* grave* graves injust* injustiça* menti* mentira* mentiros* fals* engan* golp* roub* ladrão ladrões ladr* corrup* fraud* inútil inúteis incompet* incapaz* desastr* catástrof* caos 
      tragédi* trágic* desgraç* miséri* miseráv* abus* assédi* desprez* insult* idiot* imbecil* estúpid* burr* palhaç* babaca* otári* trouxa* ignoran* covard* egoís* hipócrit* cínic* desempreg* fome pobreza inimig* traiç* traidor* trai* cadeia preso presa prisão bandid* vagabund* deprim* depress* angust* estress* insuport* 
      vergonh* péssim* mal maldit* lamentáv* infeliz* nunca_mais não_aguento porcaria* bosta* droga merd* porra caralho_que foda-se fodeu fodid* saco que_saco cacete inferno nojent*`,
    ],
    [
      -30,
      `odei* odeio odiei odiar odia odeia detest* noj* horrív* horror* terrív* lixo* repugn* asqueros* fdp fdps filho_da filhos_da puta putas puto pqp vtnc vsf tnc arrombad* cuzão escrot* desgraçad* fascist* terroris* estupr* nazis* genocid* câncer patétic* nefast* vomit* humilh* crápula canalh* cretin*`,
    ],
    [
      0,
      "trailer* malha* mortad* matagal carol* carlos* carro* cart* carn* car caráter caract* cara caras chatub* chateau caixa* cair* chorinho malu* prestes gravação grava gravei gravando gravar dorm* doro* culpa_não caindo sem_dúvida com_certeza sem_problema*",
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
      vergonhoso vergonhosa fracasso fracassado falida falido falência prejuízo roubada roubado roubaram assalt* assaltada
      assalto ladrões bandidos corruptos corrupção corrupto golpista golpistas golpe mentirosos mentiras falso falsidade
      hipocrisia hipócritas idiotas imbecis burros burrice ignorância machista machismo racista* racismo homofob*
      preconceito violência assassin* assassinato morto morreram tragédia tédio entediad* chata chatas chato chatos chatice
      monótono sem_graça sem_sal fraquíssim* feia feios pior_dia pior_coisa pior_que piora piorou atrasada atrasado atraso
      perdi_o perdi_a perdi_meu perdi_minha esqueci_o esqueci_a quebrou quebrado quebrada estragou estragado travando travou
      caiu_a_net sem_net sem_internet sem_luz sem_água sem_dinheiro sem_grana demora demorando demorado lerd* lerdeza
      prova_de recuperação_em reprov* reprovada reprovado segunda_feira segunda-feira calor_do frio_do frio_da trânsito
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
