"""Phrases that say who made it: pictures, text, contributions, and how to reach the authors."""

from typing import Final

from corpus.boilerplate.kinds import BYLINE, CREDIT
from corpus.boilerplate.rule import PUBLIC, Rule

RULES: Final[tuple[Rule, ...]] = (
    (
        "@",
        BYLINE,
        25,
        PUBLIC + r"(?:[\w.'-]{1,24}[:,]? ){0,5}[\w.+-]{1,40}@[\w-]{2,40}\.[\w.]{2,20}",
    ),
    (
        "reporter writer",
        BYLINE,
        24,
        (
            r"(?:call|contact|reach|e-?mail|follow) (?:[\w.'-]{1,20} ){0,4}(?:reporter|writer|editor|"
            r"correspondent)\b.{0,60}\d"
        ),
    ),
    (
        "contact contacts enquiries inquiries",
        BYLINE,
        20,
        PUBLIC
        + (
            r"(?:(?:for )?(?:media|press|investor|editorial|further|more)(?: information)?,? )?(?:contacts?|"
            r"enquiries|inquiries|relations)\s?[:：]"
        ),
    ),
    (
        "via",
        CREDIT,
        6,
        r"\(via [^)]{2,40}\)$",
    ),
    (
        "source via",
        CREDIT,
        6,
        r"source link\b|via\s?[:：] ?.{2,40}$",
    ),
    (
        (
            "photo photos photograph photographs picture pictures pic image images credit video graphic "
            "illustration foto source file"
        ),
        CREDIT,
        45,
        (
            r"(?:[^\w(\[]{0,3})(?:(?!.*\bimage \d)(?:(?:photo|photograph|picture|pic|image|foto|screengrab|"
            r"screenshot|graphic|illustration|cover photo|featured image|file (?:photo|image|picture)|lead image|"
            r"representational image)s?(?: (?:credits?|source|courtesy(?: of)?|by|via|from|illustration))|photo|"
            r"photograph|picture|pic|image|foto|screengrab|screenshot|illustration|file (?:photo|image|"
            r"picture)s?)\s?[:：/|©,]|(?:image|photo|picture|video|photograph)s? (?:courtesy|credits?|via|by|©|"
            r"taken by|provided by)\b|credits?\s?[:：]|(?:photo|image) (?:for illustration|used for)|(?:file|"
            r"stock) (?:photo|image|picture)\b)"
        ),
    ),
    (
        "source",
        CREDIT,
        14,
        r"[(\[]?sources?\s?[:：] ?[^.]{1,100}[)\]]?$",
    ),
    (
        "courtesy",
        CREDIT,
        12,
        r"(?:[^\w]{0,2})courtesy(?: of)?\s?[:：]? .{2,60}$",
    ),
    (
        "getty shutterstock istock alamy unsplash pixabay flickr wikimedia reuters afp epa ap",
        CREDIT,
        14,
        (
            r"(?:[^\w\"']{0,3})(?:[\w.'-]{1,24} ){0,5}[\w.'-]{0,24} ?(?:/|\||via|-|—|–|\() ?(?:getty images?|getty|"
            r"shutterstock|istock\w*|alamy|unsplash|pixabay|flickr|wikimedia(?: commons)?|reuters|afp|epa(?:-efe)?|"
            r"ap(?: photo| images)?|associated press|bloomberg|xinhua|anadolu(?: agency)?)(?: images?| photo|"
            r" stock photo| news)?(?: ?[/(].{0,60})?[)\]]?\.?$|(?:ap photo|getty images|afp/|reuters/|epa/|"
            r"wikimedia commons)\b.{0,60}$"
        ),
    ),
    (
        "enlarge photo",
        CREDIT,
        16,
        r".{0,60}\b(?:enlarge \| buy this photo|buy (?:this )?photo)$",
    ),
    (
        "handout",
        CREDIT,
        10,
        r"[^.]{0,60}/? ?handout(?: via .{1,40})?$",
    ),
    (
        "contributed contributing contributor contributors contribution",
        BYLINE,
        60,
        (
            r"(?:[^.\"]{0,200}?\b(?:contributed|contributing)(?: \w{1,12}){0,3}? (?:to|for) (?:this|the) (?:report|"
            r"story|article|piece|post|dispatch|coverage|analysis)s?\b|.{0,120}\bcontributed\.?$|"
            r"(?:additional (?:reporting|contributions?) by|contributing\s?[:：]|contributors?\s?[:：])|"
            r".{0,80}\b(?:is a|are) (?:regular |freelance )?contribut(?:or|ing writer)s?\b)"
        ),
    ),
    (
        "reporting editing edited compiled writing",
        BYLINE,
        60,
        (
            r"[(\[]?(?:additional |with )?(?:reporting|reported|writing|written|editing|edited|compiled|produced|"
            r"translated)(?: and (?:writing|editing|reporting|edited))? (?:by|in [a-z ]{2,24} by)\s?[:：]?\s"
        ),
    ),
    (
        "inputs",
        BYLINE,
        16,
        r"[(\[]?with (?:\w+ )?inputs? (?:from|by)\b",
    ),
    (
        "writer reporter staff editor correspondent journalist",
        BYLINE,
        40,
        (
            r"[^\"]{3,120}\b(?:is|are) (?:an? |the )?(?:[\w'-]{1,20} ){0,5}staff (?:writer|reporter|"
            r"photographer)s?\b.{0,80}$|(?:by )?[\w.' -]{3,60}[,|] ?(?:[\w'&.-]{1,20} ){0,4}(?:staff )?(?:writer|"
            r"reporter|editor|correspondent|journalist)s?\.?$|[\w.' -]{0,40}\b(?:staff|associated press|ap|"
            r"free press|special) (?:special )?(?:staff )?(?:writers?|reporters?|report)(?: [\w.' -]{3,80})?\.?$|"
            r"[\w.& -]{2,40} (?:staff writers?|reporters?) [\w.', -]{3,120}(?:contributed|reported)\b"
        ),
    ),
    (
        "reached contact reach email e-mail follow tweet",
        BYLINE,
        40,
        (
            r"[^\"]{0,100}\bcan be (?:reached|contacted|followed|emailed) (?:at|by|on|via)\b|(?!.*\b(?:police|"
            r"detectives?|sheriff|crime|crimestoppers|tip ?line|hotline|helpline|investigators|authorities|embassy|"
            r"anonymous|information (?:about|on|regarding)|with information|hospital|council|court)\b)(?:contact|"
            r"reach|e-?mail|follow|tweet)(?: (?:reporter|staff writer|the (?:reporter|writer|author)|"
            r"[\w.'-]{1,20})){0,4}?(?: (?:at|on|via|by|him|her|them))?\s?[:：]? ?(?:twitter )?(?:@\w|"
            r"[\w.+-]{1,40}@[\w.-]{3,40}|\(?\d{3}\)?[- .]\d{3})"
        ),
    ),
    (
        "report included",
        BYLINE,
        14,
        r"(?:an? |the )?(?:associated press|ap|reuters|afp|wire) (?:report|service)s? (?:is|was|were) included\b",
    ),
    (
        "desk bureau agencies staff team newsroom",
        BYLINE,
        6,
        (
            r"(?:by )?(?:[\w.&'-]{1,20} ){0,3}(?:news|web|online|digital|sports?|world|foreign|city|national|"
            r"editorial) (?:desk|bureau|staff|team|service)$|(?:by )?(?:[\w.&'-]{1,20} ){0,2}(?:staff (?:reporter|"
            r"writer|report)s?|news ?desk|agencies)$"
        ),
    ),
    (
        "author about",
        BYLINE,
        6,
        r"about (?:the )?authors?\b|author\s?[:：]|authors?$|more (?:from|by) (?:this|the) author",
    ),
)
