"""Which names are of one thing: spellings, short forms, letters, definitions, translations, and the traps."""

from typing import Final

import pytest

from corpus.clusters.find import clusters
from tests.corpus.clusters.stories import marked, partition

SPELLINGS: Final = (
    (
        "[Vyacheslav Trubetskoy|PERSON|t] resigned.",
        "[Viacheslav Trubetskoi|PERSON|t] is out, wrote [Wjatscheslaw Ostapenko|PERSON|o].",
    ),
    ("[Mykola Hrytsenko|PERSON|h] spoke.", "[Nikolai Gritsenko|PERSON|h] spoke first."),
    ("[Oleksandr Zhuravel|PERSON|z] lost.", "[Alexander Schurawel|PERSON|z] lost to [Oleg Zhuravel|PERSON|brother]."),
    ("[Mohammed al-Haddad|PERSON|h] fled.", "[Muhammad Haddad|PERSON|h] fled to [Tripoli|GPE|tr]."),
    ("[Yusuf Qasemi|PERSON|q] was freed.", "[Yousef Kassemi|PERSON|q] is free."),
    ("[Sergei Voloshin|PERSON|v]", "[Sergej Woloschin|PERSON|v], [Serhiy Voloshyn|PERSON|v], [Voloshyn|PERSON|v]"),
    ("[Şebnem Öztürk|PERSON|o] won.", "[Sebnem Ozturk|PERSON|o] won; [Oztürk|PERSON|o] smiled."),
    ("[Đặng Thị Lan|PERSON|l] sang.", "[Dang Thi Lan|PERSON|l] sang."),
    ("[KRUSEVO|GPE|k] – Floods.", "[Kruševo|GPE|k] is under water, and so is [Kratovo|GPE|kr]."),
    ("[Jürgen Weiß|PERSON|w] paid.", "[Juergen Weiss|PERSON|w] paid."),
    ("[Wołodymyr Petrenko|PERSON|p] and [Олена Петренко|PERSON|wife] met.", "[Olena Petrenko|PERSON|wife] met him."),
    ("[Kyiv|GPE|k] was calm.", "[Kiev|GPE|k] was calm, [Kharkov|GPE|kh] was not.", "[Kharkiv|GPE|kh] burned."),
    ("The [Salmaan|PRODUCT|s] sank.", "The [Salman|PRODUCT|s] sank near the [Sultana|PRODUCT|su]."),
    ("[Prime Minister Ane Lund|PERSON|l] left.", "[Ane Lund|PERSON|l] left; [Mrs Lund|PERSON|l] waved."),
    ("[Kim Min-seo|PERSON|k] won.", "[Kim Minseo|PERSON|k] won."),
    ("[Orosz Viktor|PERSON|o] resigned.", "[Viktor Orosz|PERSON|o] resigned."),
)
SHORT_FORMS: Final = (
    ("[Ingrid Solvang|PERSON|s] met [Per Dahl|PERSON|d]. [Solvang|PERSON|s] smiled, [Dahl|PERSON|d] did not.",),
    ("[Jonathan Abara|PERSON|j] fell. [Jon|PERSON|j]’s mother, [Grace Abara|PERSON|g], and [Jonathan|PERSON|j] live.",),
    ("[Xu Meilin|PERSON|x] swam. [Xu|PERSON|x] won.",),
    ("[Maria de la Fuente|PERSON|f] sued. [De la Fuente|PERSON|f] won.",),
    ("[Lucía Prado Ibáñez|PERSON|p] sings.", "[Lucía Prado|PERSON|p] sings, [Prado|PERSON|p] said."),
    ("[Robert Okafor|PERSON|o] ran.", "[Bob Okafor|PERSON|o] ran past [Roberta Okafor|PERSON|sister]."),
    ("[W. Hartmann|PERSON|w] and [Lena Hartmann|PERSON|l] died.", "[Wilhelm Hartmann|PERSON|w] died."),
    ("[Tamsin Grove-Hale|PERSON|g] sued. [Grove-Hale|PERSON|g] lost.",),
    ("[Halden Ferries|ORG|h] sank. [Halden|ORG|h] paid.", "[Halden Ferries Ltd|ORG|h] paid."),
    ("The [Portuguese Coast Guard|ORG|p] came. The [Coast Guard|ORG|p] left.",),
    ("[Morrow County Sheriff's Office|ORG|m] said. The [Sheriff's Office|ORG|m] said more.",),
    ("[FC Aldersund|ORG|a] beat [Vester Rovers|ORG|v]. [Rovers|ORG|v] wept, [Aldersund|ORG|a] sang.",),
    ("The [MS Queen Astrid|PRODUCT|q] sank. The [Queen Astrid|PRODUCT|q] was old; the [Astrid|PRODUCT|q] was slow.",),
    ("[Tallow Street|FAC|t] and [3rd Avenue|FAC|a] closed.", "On [Tallow St.|FAC|t] and [Third Avenue|FAC|a]."),
    ("[Republic of Moldavia|GPE|m] voted. [Moldavia|GPE|m] waits.",),
    ("[Naruk City|GPE|n] shook; [Naruk|GPE|n] is dark.",),
    ("A [Clean Rivers Act|LAW|c] passed.", "The [Rivers Act|LAW|c] is law."),
)
LETTERS: Final = (
    ("The [North Sea Wind Alliance|ORG|n] met. The [NSWA|ORG|n] voted.",),
    ("The [Partidul Verde Unit|ORG|p] won.", "[PVU|ORG|p] leads."),
    ("The [Federal Forest Agency|ORG|f] ([BFW|ORG|f]) warned.", "[BFW|ORG|f] warns."),
    ("[BFW|ORG|f] ([Federal Forest Agency|ORG|f]) warned."),
    ("The [People's Water Party|ORG|p], or [LVP|ORG|p], lost to the [Blue List|ORG|b] ([BL|ORG|b])."),
    ("[University of Lower Savane|ORG|u] (ULS) opened.", "[ULS|ORG|u] opened."),
    ("The [ministry|ORG|x] and [Reform Party|ORG|r] ([UK|GPE|uk])."),
    ("[Anna Bode|PERSON|b] ([CDA|ORG|c]) and [Karl Dietz|PERSON|d] ([SPL|ORG|s]) spoke."),
    ("The [Green Workers|ORG|g] party, known as the [GW|ORG|g]."),
    ("[Free Tarim Legion|ORG|f] ([FTL|ORG|f])", "The [Liberty of Tarim Legion|ORG|f] fights."),
    ("[M.H.S.|ORG|m] said.", "[Marlow Health Service|ORG|m] said; [MHS|ORG|m] apologised."),
)
DEFINITIONS: Final = (
    ("[Anton Reznik|PERSON|r], who introduced himself by his call-sign [Grey Fox|PERSON|r], laughed."),
    ("[Danil Kosar|PERSON|k], better known as [Borsuk|PERSON|k], laughed.", "[Borsuk|PERSON|k] was seen."),
    ("[Teresa Amoah|PERSON|t], nicknamed “[Iron Tess|PERSON|t]”, ran past [Kofi Amoah|PERSON|k]."),
    ("[Олег Марчук|PERSON|m] ([Oleh Marchuk|PERSON|m]) spoke.", "[Oleg Marchuk|PERSON|m] spoke."),
    ("[Mumbai|GPE|m], formerly [Bombay|GPE|m], and [Pune|GPE|p]."),
    ("[Jaan Tamm|PERSON|t] called [Mart Saar|PERSON|s] a liar."),
    ("[Jaan Tamm|PERSON|t] or [Mart Saar|PERSON|s] will win."),
    ("[Lee Sung-ho|PERSON|l] ([Daehan United|ORG|d]) scored against [Busan City|ORG|b]."),
)
TRANSLATIONS: Final = (
    ("The [Marsh Union of Fishermen|ORG|m] struck.", "The [Fishermen's Union of the Marsh|ORG|m] struck."),
    ("The [Ministry of Defence|ORG|d] spoke.", "The [Defense Ministry|ORG|d] and the [Interior Ministry|ORG|i] spoke."),
    ("The [Ministry of Foreign Affairs|ORG|f]", "The [Foreign Ministry|ORG|f]", "[Ministry of Internal Affairs|ORG|i]"),
    ("The [Velan Volunteer Corps|ORG|v] attacked.", "The [Velan Army Corps|ORG|a] did not."),
    ("The [Commission on Mining Accidents|ORG|c]", "The [Mining Accident Commission|ORG|c]"),
    ("The [Supreme Court|ORG|s] ruled.", "The [High Court|ORG|h] did not."),
)
TRAPS: Final = (
    (
        "The [Russian Defense Ministry|ORG|r] and the [UK Ministry of Defence|ORG|u]. "
        "The [Russian|NORP|n] [Defense Ministry|ORG|r]."
    ),
    (
        "The [Polish Health Ministry|ORG|p] and [Peru|GPE|c]’s [Health Ministry|ORG|h] talked. "
        "The [Ministry of Health|ORG|h] in [Lima|GPE|s] agreed, that [Ministry of Health|ORG|p] in [Warsaw|GPE|w] not."
    ),
    ("[Harlow|GPE|c] read it in the [Harlow Gazette|ORG|g] and at [Harlow University|ORG|u]."),
    ("[Moscow|GPE|m] denies. In [Russia|GPE|r] few [Russians|NORP|p] trust [Moscow|GPE|m], a [Russian|NORP|p] says."),
    ("[Philip Jordan|PERSON|j] flew to [Jordan|GPE|c]. [Jordan|PERSON|j] landed."),
    ("[Jimmy Lau|PERSON|j] is in jail. In [Taipei|GPE|t], [President|PERSON|p0] [Lau|PERSON|p] said nothing."),
    ("[Omar Diaz|PERSON|o] and his wife, [Elena Diaz|PERSON|e], fled. [Diaz|PERSON|o] is 40, [Elena|PERSON|e] is 38."),
    ("[Austria|GPE|a] beat [Australia|GPE|b]; [Niger|GPE|n] beat [Nigeria|GPE|g]; [Slovakia|GPE|s], [Slovenia|GPE|v]."),
    ("[Mason|GPE|m] lies in [Mason County|GPE|c]."),
    ("[Ivan Petrov|PERSON|i] and [Olga Petrova|PERSON|o] met. [Petrov|PERSON|i] left, [Petrova|PERSON|o] stayed."),
    ("[Ana Martin|PERSON|a] and [Ana Martinez|PERSON|b] run."),
    ("[Delta Airlines|ORG|d] left the [Delta|LOC|x] of the [Mekong|LOC|m]."),
    ("[North Dakota|GPE|n] and [South Dakota|GPE|s] and [North Korea|GPE|k]."),
    ("[Sven Lind|PERSON|s] trains. His son, [Max Lind|PERSON|m], runs. [Lind|PERSON|s] was proud."),
    ("[Pia Holm|PERSON|p] spoke first. Then [Ole Holm|PERSON|o] spoke. [Holm|PERSON|o] left."),
    ("[Tom Hale|PERSON|t] met [Eve Hale|PERSON|e], and she left. Mr. [Hale|PERSON|t] is 50, [Mrs Hale|PERSON|e] 48."),
    ("[King Olav|PERSON|k] met [Olav Moe|PERSON|m], and [King|PERSON|k0] [Olav|PERSON|k] left."),
    ("[Western Command|ORG|w] and [Eastern Command|ORG|e] met [Central Command|ORG|c]."),
    ("[The Times|ORG|t] and [The Irish Times|ORG|i] reported."),
    ("[Thorpe & Sons|ORG|s] hired [Alan Thorpe|PERSON|a]. [Thorpe|PERSON|a] left."),
    ("[Kent|GPE|k] mourns [Clark Kentwell|PERSON|c]."),
    ("[Judge Ruth Palmer|PERSON|r] sentenced [Dan Palmer|PERSON|d]. “Enough,” said [Judge Palmer|PERSON|r]."),
)
PEOPLES: Final = (
    ("A [Somali|NORP|s] boat, [Somalis|NORP|s] said; [Somalia|GPE|c] did not.",),
    ("[Democrats|NORP|d] and [Republicans|NORP|r]: a [Democratic|NORP|d] and a [Republican|NORP|r] plan.",),
    ("[Argentine|NORP|a] and [Argentinian|NORP|a], [Austrian|NORP|u] and [Australian|NORP|s]."),
)


STORIES: Final = (*SPELLINGS, *SHORT_FORMS, *LETTERS, *DEFINITIONS, *TRANSLATIONS, *TRAPS, *PEOPLES)


@pytest.mark.parametrize(
    "story", [one if isinstance(one, tuple) else (one,) for one in STORIES], ids=lambda one: one[0]
)
def test_names_of_one_thing_come_together_and_others_stay_apart(story: tuple[str, ...]) -> None:
    texts, names, things = marked(*story)
    found = clusters(texts, names)
    told = [f"{name.span.surface(texts[name.article])}: {why}" for name, why in zip(names, found.reasons, strict=True)]
    assert partition(found.of) == partition(things), told
