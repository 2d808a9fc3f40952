/**
 * What people type in live chat that insults nobody and sells nothing: our own, copied from nowhere. The sets of comments that
 * toxicity and spam learn from have nothing so short, so kind and so full of "you", "my" and "please". One line each.
 */
export const harmlessChat: readonly string[] = `
hi from my little kitchen
sending love and hugs from my family
sending you so much love from Ireland
love from my mom and my grandma
can you say hello to my mom
can you say hi to my little brother please
please say hi to my dad, it's his birthday
could you say my name please
can you shout out my sister
can you wave at my dog please
say happy birthday to my friend please
can you sing that one again please
can you play that again
could you show us that again please
show the cat again please
please turn the music up a bit
turn up the volume please
please speak a little louder
can you read my comment please
you skipped my question
please answer my question
did you see my message
I sent you a rose
my first gift ever
take my rose
this is insane
insane skills
that was absolutely insane
THAT WAS SO SICK
that's crazy
this is crazy good
you're crazy good at this
what a crazy ending
that was wild
no way that just happened
I can't believe you did that
you killed it
you nailed it
you are killing it tonight
that slaps
this song slaps so hard
this beat is fire
you ate that
she ate and left no crumbs
slay queen
that was so clean
so smooth
this is a bit boring today
it's getting a little boring
kind of boring now
this part is slow
the sound is bad
your mic is too quiet
the audio is lagging
I hear an echo
the stream keeps freezing
the video is lagging for me
bad connection today
it's blurry for me
I can't hear you
we can't hear the guitar
too dark, turn the light on
the music is too loud
I don't get it
I don't understand this game
not my favourite but ok
I liked the old song more
I disagree but fine
that was close
almost had it
unlucky
you missed that one
next time you get it
just got home what happened
just came in what did I miss
I just got here
I just joined, what are we doing
I'm late, what happened
sorry I'm late
back again
finally I made it on time
first time catching you live
first time on your live
never been here before
been here since the beginning
I've been watching for two hours
I could listen to this all night
I could watch you cook all day
I watch you every day
this is my favourite part of the day
this live is so cozy
best part of my evening
you make my day every time
you helped me a lot
thank you for the advice
thanks for answering me
thank you so much for streaming
you are so kind
you are so funny
you're hilarious
you two are so cute together
your smile is everything
your laugh is contagious
your hair looks so good today
your outfit is perfect
where did you get that shirt
what brand is that jacket
what is that on the wall
what's the name of your cat
who is singing
who is that in the back
how long have you been playing
how many hours did it take
how do you do that so fast
do you have siblings
do you speak Spanish
do you like spicy food
what did you eat today
what's your favourite colour
what time is it there
is it raining where you live
it's so hot here
it is snowing here
it's three in the morning here
I should be doing homework
I should be in bed
I have school tomorrow
my boss can't see this
watching from work
watching this on the bus
watching with my kids
watching with my grandma
my dog heard you and barked
my mom loves you
my wife says hi
my kids say hello
my sister is a huge fan
I'm so hungry now
now I want pizza
making tea brb
be right back
brb dinner
I'm back
good night everyone I have to go
gotta sleep, bye all
see you tomorrow
bye everybody have a nice day
have a good stream
take care everyone
drink some water
don't forget to eat
get some rest
you look tired, rest a bit
are you ok
hope you feel better soon
don't be sad
it's ok take your time
no rush
we are here for you
we love you
don't listen to them
ignore them, you are great
let her cook
let him cook
let's go team
come on you can do it
one more time
again again
do it again
encore
do the other one
try the blue one
left left left
go right
behind you
watch out
jump
red one
pick number seven
number four
I vote for the second one
yes yes yes
no no no
W W W
W W W W W
L L L
W stream
big W
huge W for you
gg gg gg
same here
me too
true
so true
real
exactly
that's right
of course
maybe
why tho
what
huh
who knows
idk
fair enough
not bad
not me crying
I'm crying
dying of laughter
this killed me
stop I can't breathe
stop it you're too cute
omg stop that's adorable
shut the front door
oh my days
what the heck
what in the world
dang that's good
daaaang
bruh
bro what
girl yes
go girl
my guy
my man
good boy
good job kids
hello chat
hi chat how are we
hey chat what's the plan
chat is moving fast
chat is so nice today
tell chat to be nice
only two minutes to go until the battle
only a few more hearts until the goal
tell your friends to come
tell everybody to tap
when is your next stream
when do you go live again
when is the next one
mods are awesome
thank you mods
welcome new people
welcome everyone
everyone tap the screen
tap tap tap
tap the screen for more likes
keep tapping
only a few likes left
almost at ten thousand likes
we are so close to the goal
100 more likes to go
tell chat to like the live
let's get to 5k
let's hit the goal
share the live guys
send hearts
hearts for everyone
who is winning
who won
which team is ahead
add time
five minutes left
two more points
final round
rematch
what rank are you
what level is that
which server
can I join the next game
can we play together
can I play with you
add me to the team
pick me
choose me
my turn
is this live
is this a recording
where is this place
what a view
the sunset is so pretty
that looks delicious
recipe please
what did you put in the sauce
I tried your recipe and my family loved it
I bought the same one
how much was it
does it come in black
I want one
need that
I'm learning English with you
sorry for my English
greetings from Poland
hello from my village in Kenya
love from the Philippines
Brazil is here
anyone from Canada
anyone else from Texas here
I'm from Egypt
half of chat is asleep
it's late here in Japan
it's my birthday today
I'm turning twenty today
I passed my exam
I got the job
wish me luck
good luck tomorrow
congrats on ten thousand
proud of you
you deserve it
you deserve all of this
you've improved so much
you sound like an angel
your voice gave me chills
chills
goosebumps
my heart
my eyes
my ears are happy
tears in my eyes
this song reminds me of my dad
this takes me back
old but gold
classic
legend
you are a legend
the goat
king
queen
icon
hola a todos desde mi casa
saluda a mi mamá por favor
puedes saludar a mi hermana
repite esa canción por favor
no se oye nada
se oye muy bajito
se ve muy oscuro
se corta el sonido
qué bonito te quedó
es mi primera vez en tu directo
acabo de llegar, de qué hablan
te veo todos los días desde el trabajo
mi gato también te mira
qué calor hace aquí
me voy a dormir, que descansen
cuánto tiempo llevas tocando
oi gente acabei de chegar
manda um oi para minha mãe
toca essa de novo por favor
o som está muito baixo
está travando aqui
primeira vez na sua live
que voz linda você tem
estou assistindo do trabalho
meu cachorro gostou de você
que fome agora
vou dormir, boa noite pessoal
bonjour à tous depuis mon canapé
tu peux dire bonjour à ma mère
tu peux refaire le début
on n'entend pas bien
le son est trop faible
ça bug chez moi
première fois sur ton live
je viens d'arriver, j'ai raté quoi
trop mignon ton chien
je te regarde tous les soirs
il fait trop chaud ici
bonne nuit tout le monde
hallo aus meiner Küche
kannst du meine Mama grüßen
grüß bitte meine Schwester
der Ton ist zu leise
bei mir hängt das Bild
ich bin heute zum ersten Mal dabei
bin gerade reingekommen, was ist passiert
das sieht richtig gut aus
meine Kinder schauen auch zu
ich muss morgen früh raus
gute Nacht ihr Lieben
ciao a tutti dalla mia cucina
puoi salutare mia mamma
mi saluti mio fratello per favore
puoi rifarlo un'altra volta
non si sente niente
l'audio è basso
è la prima volta che ti vedo
sono appena arrivata, cosa mi sono persa
che bella voce che hai
anche il mio gatto ti guarda
vado a dormire, buonanotte a tutti
halo semua dari rumah
salam buat ibu saya dong kak
ulang lagi dong kak
suaranya kecil banget
di sini hujan deras
baru pertama kali nonton
baru masuk, lagi bahas apa
keren banget kak
nonton sambil makan
aku tidur dulu ya
herkese merhaba
anneme selam söyler misin
bir daha gösterir misin
ses çok kısık geliyor
bende donuyor
yeni geldim ne oldu
ben yatıyorum iyi geceler
всем привет с кухни
передай привет моей маме
звук очень тихий
у меня зависает
я тут впервые
только зашла, что я пропустила
как красиво получилось
всем спокойной ночи
مرحبا من بيتنا
سلم على امي لو سمحت
الصوت منخفض
البث يقطع
اول مرة ادخل البث
توني داخل وش صار
नमस्ते सबको
मेरी माँ को हैलो बोलो
आवाज़ नहीं आ रही
पहली बार आया हूँ
फिर से दिखाओ
sabko namaste
meri behen ko hi bolo
hallo vanuit mijn keuken
kun je mijn moeder de groeten doen
cześć wszystkim
pozdrów moją mamę
hej från Sverige
kan du hälsa på min syster
chào mọi người mình mới vào
cho mình xin tên bài hát
kumusta po sa lahat
pa shout out po sa nanay ko
`
  .trim()
  .split("\n");
