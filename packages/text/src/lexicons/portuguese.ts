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
  ],
  negations: "não nao nunca jamais nem sem nada ninguém nenhum nenhuma ñ tampouco n num",
  boosters: `muito muita muitos muitas mt mto mta mtos mtas muitíssimo tão tanto tanta tantos demais mais super hiper mega bem realmente totalmente absolutamente completamente extremamente bastante
    incrivelmente que como quanto quanta pura puro véi mó`,
  dampers: "pouco pouca meio quase menos um_pouco pouquinho um_pouquinho mais_ou_menos ligeiramente apenas",
  but: "mas porém entretanto contudo só_que todavia",
};
