"""Given names that stand for each other: short forms, and the forms of one name in several languages."""

from functools import cache
from typing import Final

# A line is a group; one that begins with a space goes on with the line before it.
_SAME: Final = """
abigail abby gail
abdul abdel abdoul abd
ahmed ahmad achmed ahmet
albert al bert alberto
alexander alexandre alexandr aleksandr oleksandr aleksander alexandros alejandro alessandro alex sasha sascha alec
  alexandru iskander xander sacha
alexandra oleksandra aleksandra sasha alex sandra alessandra alejandra
alexei alexey aleksei aleksey oleksii oleksiy oleksij alexej aleksej alexy alyosha
ali aly
alfred alf fred alfredo
amanda mandy
anastasia anastasiya anastasiia nastya anastasija
andrew andrei andrey andriy andrii andrej andre andreas andy drew andres andrea andrzej andras anders
angela angie
ann anne anna hanna hannah anya ana annie annika
anthony antonio anton antoine tony antoni
arthur artur artie art arturo
artem artyom artiom
barbara varvara barb
benjamin ben benny benji
bernard bernie bernhard bernardo
bohdan bogdan
boris borys
catherine katherine kathryn kate katie kathy cathy katya ekaterina yekaterina kateryna katarina catalina karen
  katrin caterina kit kitty
charles charlie chuck karl carl carlos carlo charley chas
christopher chris christophe kris cristobal kit christoph topher
christina christine kristina tina chris christy kirsten khrystyna cristina
daniel dan danny daniil danylo danil danilo dani
david dave davey dawid dafydd davyd
deborah debbie deb debra
denis denys dennis dionisio
dimitri dmitry dmitri dmytro dmitriy dmitrij dima dmitrii dimitrios dimitris
donald don donny donnie
dorothy dot dottie dolly dorothea
edward ed eddie ted teddy eduard eduardo edouard ned edvard
eleanor elena helen olena yelena alena helena nelly ellie elaine ellen
elizabeth liz lizzie beth betty eliza elisabeth lisa elise betsy libby yelizaveta elizaveta yelyzaveta elsie
emily emilia emmy em
eugene yevgeny evgeny yevhen evgeni evgenii yevgeni jewgeni evgueni gene yevgenii yevgeniy evgeniy evgenij zhenya
  evhen eugen jewhen
fatima fatma fatemeh
francis frank francisco francesco francois franz fran frankie franciszek ferenc paco
frederick fred freddie freddy frederic friedrich frederik federico fritz
gabriel gabe gabriele gavriil
george georgy georgi georgiy yuri yuriy heorhiy georges georg jorge giorgio jerzy heorhii georgios jorgen
gerald gerry jerry gerard gerhard
giorgi georgi
gregory greg grigory hryhoriy gregor grigori gregorio grigoriy hryhorii
gustav gus gustavo gustave
harold harry hal
henry harry hank henri henrik heinrich enrique henryk hal enrico hendrik
hassan hasan
hussein husain hussain husayn hossein huseyin
ibrahim ebrahim
igor ihor
ilya illia ilia illya elijah elias
irene iryna irina irena
isabel isabella isabelle bella izzy
ivan john johannes juan jean giovanni jan johan hans ian sean joao jack johnny jon johnathon jonathan ivo jonny
  janos jonathon johnathan
jacob jakob jake jacques yakov yakiv jacobo jakub
james jim jimmy jamie jaime jem
jeffrey jeff geoffrey geoff
jennifer jen jenny
jessica jess jessie
joseph joe joey yosyp josef jose giuseppe iosif jozef pepe yosef yusuf youssef
joshua josh
julia yulia yuliya iulia julie juliet yuliia julija
kenneth ken kenny
konstantin kostyantyn kostiantyn constantine costa konstantinos kostas
kimberly kim
lawrence laurence larry lorenzo laurent lars lorenz
leo lev leon leonid leonard lenny
leonid leonyd
lewis louis luis luigi lou ludwig lewie louie luiz ludovic lajos
lucas luke luca lukas lukasz
lyudmila ludmila liudmyla lyudmyla ljudmila
margaret maggie peggy meg margarita marguerite margot greta rita marge daisy
maria mary marie mariya mariia mariam maryam masha miriam molly marija marya
mark marc marco marcus marko markus marek
martin marty martyn
matthew mat matt mateus matteo mateo matthias mathieu matvei matthieu mats matias
maurice mo maury mauricio morris maurizio moritz
maxim maksym max maksim maxime maximilian massimo
michael mike mick mickey mikhail mykhailo michel miguel michele mikhailo mikael micha misha michal mihail mihai
  mykhaylo michail mikey mitch mykhajlo mihaly
mohammed muhammad mohamed mohammad mahomet mehmet mohamad muhammed mo mohd
nathan nathaniel nate nat
nataliya natalia natalie nataliia natasha natalya natalja
nicholas nick nikolai mykola nikolay nicolas nicola nico nikolaus niklas nikolaj nikolas claus klaus miklos nicolae
  nicky nikolaos nikola niccolo nikos colin
olga olha olya
oleg oleh
osama usama
omar umar omer
pamela pam
patricia pat patty tricia trish
patrick pat paddy patrik
paul pavel pavlo pablo paolo pawel paulo pal paulus
peter pete petro pyotr pedro pierre piotr pietro petr petar petre pyeter
philip phil philippe filipp phillip felipe pip filip
raymond ray ramon raimundo
rebecca becky becca
richard dick rick ricky rich richie ricardo riccardo dickie ryszard
robert bob bobby rob robbie roberto bert
roman ramon
ronald ron ronnie
samuel sam sammy samuil
samantha sam
sarah sara sally
sergei sergey serhiy serhii sergio serge sergiy serhij sergej sergii
simon semyon semen simeon shimon
sofia sophia sofiya sophie sofya sofiia
stephen steven steve stefan stephan esteban stepan etienne stefano stevie istvan szczepan
susan sue suzanne susie suzie susanna zuzana
svetlana svitlana sveta
tatiana tetiana tatyana tetyana tanya tania
taras tarass
theodore ted theo teddy fyodor fedir teodor fedor
thomas tom tommy tomas tommaso tomasz toma foma
timothy tim timofey tymofiy timofei timmy
victor viktor vic vittorio
victoria viktoria viktoriya vicky vicki tori viktoriia
vincent vince vinny vincenzo vicente vincenty
vitaly vitaliy vitalii vitali witali
vladimir volodymyr wladimir vladymyr wolodymyr vova volodya vlad uladzimir
vyacheslav viacheslav slava vjaceslav
vsevolod
walter walt wally valter gualtiero
wilhelm william will bill billy liam guillermo guillaume willie willy wim bela
xavier javier
yaroslav iaroslav jaroslav
yaroslava jaroslava
yuri yury yuriy iurii jurij juri iouri yurii
zachary zach zack
zurab zura
"""


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME.replace("\n  ", " ").strip().split("\n")):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(groups) for name, groups in found.items()}


def stand_for_each_other(a: str, b: str) -> bool:
    """Whether two folded given names may be of one person: forms of one name, or the one begins the other."""
    if are_others(a, b):
        return False
    groups = _groups()
    if not groups.get(a, frozenset()).isdisjoint(groups.get(b, frozenset())):
        return True
    short, long = sorted((a, b), key=lambda name: (len(name), name))
    if len(short) >= 3 and long.startswith(short):
        return True
    # "Pops" for Poppy, "Gabby" for Gabrielle, "Robbo" for Robert.
    stem = short.removesuffix("s").removesuffix("ie").removesuffix("y").removesuffix("o")
    return len(stem) >= 3 and long.startswith(stem)


def are_others(a: str, b: str) -> bool:
    """Whether two folded given names are of two people, however alike: a man's and a woman's, or known as two."""
    groups = _groups()
    if a != b and a in groups and b in groups:
        return groups[a].isdisjoint(groups[b])
    return a + "a" == b or b + "a" == a
