"""Titles, offices and roles of persons, all in lower case."""

from typing import Final

from corpus.mentions.words import words

TITLES: Final = words(
    "acting adm administrator admiral agent alderman ambassador archbishop assemblyman assemblywoman assistant "
    "associate attorney auditor ayatollah bishop boss brigadier brother capt captain cardinal cb chair chairman "
    "chairperson chairwoman chancellor chief clerk cmdr coach col colonel commander commissioner compañero comrade "
    "congressman congressmen congresswoman const constable consul coroner corporal councillor councilman councilor "
    "councilwoman counsel cpl dame dc dci dean defendant defenseman delegate deputies deputy det detective detectives "
    "di director doctor doctors dr drs ds duchess duke emir emperor examiner executive father firefighter founder gen "
    "general gk gm goalkeeper gov governor govs hon imam insp inspector interim judge judges justice justices king "
    "lady lawyer lb leader lieutenant linebacker lord lt magistrate maj major manager marshal mayor midfielder "
    "minister ministers miss mr mrs ms mx nominee nurse officer officers paramedic pastor patrolman patrolwoman pc "
    "pitcher pope premier pres president president-elect prince princess principal private prof professor prosecutor "
    "pte pvt qb quarterback queen rabbi rb receiver rep representative reps rev reverend secretary sen senator "
    "senators sens sergeant sergeants sgt sheik sheikh sheriff sir sister skipper speaker spokesman spokesperson "
    "spokeswoman striker sultan superintendent supervisor supt surgeon te treasurer trooper undersheriff vice "
    "vice-president whip wr"
)
SURNAME_TITLES: Final = words(
    "bishop cardinal constable dean duke father judge king lord major marshal pope prince sergeant sultan"
)
"""Titles that are family names too."""
GIVEN_TITLES: Final = words("dean duke earl judge king major marshal prince")
"""Titles that are given names too."""
TITLE_HEADS: Final = words(
    "brother chief duke father general judge justice king lord major prince princess private queen sister state"
)
"""Titles that names of organisations and buildings begin with."""
OFFICES: Final = words(
    "affairs agriculture assistant chief city county defence defense deputy detective development district economy "
    "education energy environment executive finance fire first foreign former head health home intelligence interior "
    "junior justice juvenile labor labour lead leader majority medical minority planning police press prime "
    "prosecutor second secretary security senior speaker staff state team trade transport transportation under vice "
    "whip"
)
"""Words that stand before a title and belong to it: "Foreign Minister", "Majority Leader"."""
GEOGRAPHIC: Final = words("city county town")
"""Offices that are a place's: "Cook County Attorney" is an attorney of Cook County."""
PORTFOLIOS: Final = words("minister ministers secretary undersecretary")
"""Titles that are followed or preceded by what they are charged with."""
ROLES: Final = words(
    "activist actor actress admiral adviser advisor aide alias ambassador analyst architect attorney aunt author "
    "barrister batsman billionaire bishop boss bowler boyfriend brother called callsign campaigner candidate captain "
    "centre chair chairman chairwoman chief children classmate co-founder coach colleague comedian commander "
    "congressman congresswoman coroner correspondent councillor cousin dad daughter deckhand deckhands defender "
    "democrat designer detective developer director doctor driver economist editor engineer entrepreneur executive "
    "expert farmer father fiancee fiancé firefighter forward founder friend general girlfriend goalkeeper governor "
    "granddaughter grandfather grandmother grandson guard gunman head historian host husband imam incumbent "
    "inspector journalist judge keeper lawmaker lawyer leader lieutenant manager master mayor midfielder minister "
    "mom mother mum musician named neighbor neighbour nephew nicknamed niece novelist nurse officer official "
    "officials opener owner paramedic partner passenger pastor photographer pilot pitcher player poet predecessor "
    "presenter president president-elect priest principal professor prosecutor quarterback rapper reporter "
    "republican researcher resident rival roommate sailor scientist secretary senator sergeant sheriff shooter "
    "shopkeeper singer sister skipper soldier solicitor son spokesman spokesperson spokeswoman strategist striker "
    "student successor superintendent surgeon survivor suspect teacher teammate trainer trooper uncle veteran victim "
    "volunteer widow wife winger witness writer"
)
"""Nouns before a person's name."""
OWNERS: Final = words(
    "actors attorney bishop children clerk coroner doctors drivers farmers father general governor king lawyers "
    "mayor men miners minister mother nurses people peoples pilots players president prosecutor queen seafarers "
    "sheriff speaker students teachers veterans women workers writers"
)
"""Who may own an organisation inside its name: "Sheriff's Department", "People's Party"."""
