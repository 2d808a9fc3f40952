import { lazy } from "../lazy.ts";
import { unaccented, wordSet } from "../lexicons/word-map.ts";

/** Whether a word, in lower case, is a given name and hardly ever another word. */
export function isName(word: string): boolean {
  if (names().has(word)) return true;
  const bare = unaccented(word);
  return bare !== word && names().has(bare);
}

/** Given names of many countries: our own list, without those that are words as well ("rose", "will", "luz", "heart"). */
const names = lazy(() =>
  wordSet(
    `aaron abdul abdullah abigail adam adrian adriana agnes ahmad ahmed ahmet aicha aisha alan albert alberto alejandra alejandro alessandra
    alessandro alessia alex alexa alexander alexandra alexandre alexis alfred alfredo alice alicia alina alisha allison alvaro alyssa amalia
    amanda amelia amina amir amit amy ana anastasia anderson andre andrea andreas andrei andrew andy angela angelica angelina anita anjali ann anna
    anne annette annie antoine anton antonella antonia antonio arjun arthur artur arturo ashley ashraf asma astrid audrey augusto aurelie ayesha ayşe
    azman barbara beatrice beatriz becky ben benjamin bernard bernardo bettina bianca bilal birgit bjorn bogdan boris brandon brayan brenda brian
    brianna britney bruno bryan burak caio caitlin camila camille carl carla carlo carlos carmen carol carolina caroline catalina caterina catherine
    cecilia celia celine cesar chantal charles charlotte chiara chloe chris christian christina christine christopher cindy claire clara claudia claudio
    connor cristian cristiano cristina cynthia damian daniel daniela daniele danielle danilo danny darius dario darren dave david davide deborah debora
    deepak denis denise dennis derek diana diego dieter dimitri dmitri dmitry dominic dominik donald donna doris dorothy dylan eddie edgar edson eduard eduardo
    edward ekaterina elena eleonora elif elijah elisa elisabeth elise eliza elizabeth ella ellen eloise elsa emanuel emanuele emilia emilie emiliano emilio emily emma
    emmanuel enrico enrique enzo eric erica erik erika erin ernesto esteban ester esther ethan eugene eva evelyn evgeny fabian fabiana fabio fabricio
    fadi fahad faisal farah farid fatima fatma federica federico felipe felix fernanda fernando filip filippo fiona flavia flavio florian francesca
    francesco francis francisca francisco francois frank franz frederic fritz gabriel gabriela gabriele gabriella gary gavin geoffrey george
    georgia georgina gerald gerard gerardo giacomo gianluca gilbert gilberto gina giorgia giorgio giovanna giovanni giulia giuseppe gizem gonzalo gordon
    graham greg gregory guilherme guillaume guillermo gustavo hailey hakan hamza hanna hannah hans harold harry hasan hassan hector heidi heike
    heinz helen helena helene henri henrik henrique henry hiroshi hugo huseyin hussein ian ibrahim igor ilaria imran ines ingrid irene irina irma isaac
    isabel isabella isabelle ivan ivana jack jacob jacqueline jaime jake jakub james jamie jana jane janet janine jasmin jasmine jason javier jean
    jeff jeffrey jenna jennifer jenny jens jeremy jerome jessica jessie jesus jim jimena jimmy joan joana joanna joao joaquin joe joel johanna johannes john johnny jonas jonathan
    jordan jorge jose josef joseph josephine joshua juan juana juanita judith julia julian juliana julie julien juliet juliette julio jurgen justin justyna kamil
    karen karim karin karina karl karla karolina katarzyna kate katharina katherine kathleen kathryn katie katja katrin kayla keith kelly ken kenji kenneth kerstin kevin khadija
    khalid khaled kiara kimberly klaus kristen kristina krzysztof kumar kyle laila lara larissa laura lauren laurent lea leandro leila lena leo leon leonardo leonie leticia lewis liam
    lidia lilly lily lina linda lindsay lisa liz lorena lorenzo louis louisa louise luca lucas lucia luciana luciano lucie lucy luigi luis luisa lukas luke lydia madison
    magdalena mahmoud maja malik manfred manuel manuela marc marcel marcela marcello marcelo marcia marcin marco marcos marcus margaret margarita maria mariam mariana marianne marie
    marina mario marion marissa marjorie marta martha martin martina martine marvin mary maryam mateo mateus mathias mathieu matilda matteo matthew matthias maurice
    mauricio mauro max maxim maxime maximilian megan mehdi mehmet melanie melissa mercedes merve mia michael michaela michal michel michele michelle miguel mike
    mikhail milena miranda miriam mohamed mohammad mohammed moises molly monica monika monique morgan moritz muhammad muhammed murat mustafa nadia nadine
    natalia natalie natasha nathalie nathan nelson nguyen nicholas nick nicola nicolas nicole nikita nikola nikolai nina noah noemi noor nora norbert nour nuno octavio olaf
    oleg olga oliver olivia olivier omar oscar osman otto pablo paloma pamela paola paolo pascal patricia patricio patrick patrik paul paula paulina pauline paulo pavel
    pedro peter petra philip philipp philippe pierre pietro piotr priya rachel rafael raffaele rahul rainer raissa rajesh ralf ralph ramon randy raquel rashid raul rauf
    ravi raymond rebecca renata renate renato rene ricardo riccardo richard rita robert roberta roberto rodrigo roger rohan roland ronald ronaldo
    rosalia rosanna roxana ruben rudolf russell ryan sabine sabrina salma salman salvatore samantha samir samuel sandeep sandra sandro sara sarah sascha scott sean
    sebastian sebastiano selena selim serena sergei sergio seth shakira sharon shawn sheila shirley silvia simon simona simone sofia sofie sonia sonja
    sophia sophie stefan stefania stefanie stefano stella stephan stephane stephanie stephen steve steven stuart sunita susan susana susanne suzanne svetlana sven sylvia sylvie
    tamara tania tanja tatiana ted teresa tereza thais theo theresa therese thiago thierry thomas tiago tiffany tim timothy tina tobias todd tom tomas tommy toni tony tracy
    travis tyler ulrich umar ursula usman uwe valentina valeria valerie vanessa vera veronica victor victoria vijay viktor viktoria vincent vincenzo
    virginia vitor vivian vladimir walter wanda waleed wendy wilhelm william wojciech wolfgang xavier yan yana yasmin yasmine yolanda yousef yuki yulia yuri yusuf yvonne
    zachary zahra zainab zeynep zoe
    саша настя дмитрий анна мария алексей андрей александр анастасия артём артем виктор виктория владимир даша дарья денис дима евгений екатерина
    елена иван игорь ирина катя кирилл ксения лена максим маша михаил наташа наталья никита николай олег ольга оля павел полина роман света светлана сергей таня татьяна юля юлия
    محمد أحمد احمد علي فاطمة عمر مريم خالد يوسف حسن حسين ابراهيم عبدالله سارة زينب مصطفى محمود عائشة كريم`,
  ),
);
