"""Phrases that lead to other articles: labels of teasers, headings of lists, tags."""

from typing import Final

from corpus.boilerplate.kinds import RELATED, TAGS, TEASER
from corpus.boilerplate.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    (
        "tags tagged",
        TAGS,
        60,
        r"(?:tags|tagged(?: with| in| as)?) [^.]{2,80},[^.]{2,400}$",
    ),
    (
        "most",
        RELATED,
        8,
        (
            r"(?:[^\w\"']{0,4})most (?:read|viewed|popular|shared|commented)(?: (?:in|on|from|by|"
            r"this) .{1,24})?[:：]?$"
        ),
    ),
    (
        "article story",
        TAGS,
        5,
        r"in this (?:article|story)\s?[:：]?$",
    ),
    (
        "tags tag topics topic filed categories category labels keywords section tagged posted",
        TAGS,
        40,
        (
            r"(?:[^\w\"']{0,3})(?:(?:article )?(?:tags?|topics?|labels?|keywords?|categor(?:y|ies)|filed under|"
            r"tagged(?: with| in)?|posted (?:in|under)|related topics?|more on(?: this)? topics?|section)\s?[:：]|"
            r"(?:filed under|tagged with|posted under) |(?:tags?|topics|categories|filed under)$)"
        ),
    ),
    (
        "related",
        RELATED,
        8,
        (
            r"(?:[^\w\"']{0,4})related\b(?: [\w' -]{1,30})?(?: (?:stories|articles?|posts?|news|content|coverage|"
            r"links|topics|reading|videos?|items|headlines))?[:：]?$"
        ),
    ),
    (
        "related",
        TEASER,
        50,
        r"(?:[^\w\"']{0,4})related(?: [\w']{1,12}){0,2}\s?[:：>|►–-] ?.|(?:[^\w\"']{0,4})related coverage\b",
    ),
    (
        "stories articles posts news headlines videos coverage story articles",
        RELATED,
        10,
        (
            r"(?:[^\w\"']{0,4})(?:more|top|latest|other|trending|recommended|popular|recent|similar|featured|"
            r"must[- ]read|most (?:read|popular|viewed|shared)|editors?'?s?'? (?:picks?|choice)|today's|previous|"
            r"next|read more|suggested|in other)(?: [\w.'-]{1,20}){0,3} (?:stories|articles?|posts?|news|headlines|"
            r"videos?|coverage|story)(?: (?:from|on|in|at|by|for) .{1,40})?[:：]?$"
        ),
    ),
    (
        "trending recommended popular sponsored promoted outbrain taboola paid",
        RELATED,
        8,
        (
            r"(?:[^\w\"']{0,4})(?:trending(?: now| today| on .{1,30})?|recommended(?: for you| stories| reading|"
            r" videos?| by .{1,20})?|most (?:popular|read|viewed)|popular(?: now| on .{1,30})?|promoted (?:content|"
            r"stories)|paid (?:content|post|partner).{0,20}|(?:from|around) the web|more from .{1,40})[:：]?$"
        ),
    ),
    (
        "like may might interested enjoy",
        RELATED,
        12,
        (
            r"(?:[^\w\"']{0,4})(?:you (?:may|might|could)(?: also)? (?:like|enjoy|be interested|have missed|"
            r"want to read)|if you (?:liked|enjoyed) this|recommended for you|in case you missed)\b"
        ),
    ),
    (
        "also",
        RELATED,
        8,
        (
            r"(?:[^\w\"']{0,4})(?:also (?:on|in|from|by|at|of interest)\b [\w.' -]{1,40}|see also|read also|"
            r"also read|also see|watch also)[:：]?$"
        ),
    ),
    (
        "more",
        RELATED,
        8,
        (
            r"(?:[^\w\"']{0,4})(?:read|see|view|show|load|learn|find out|discover|watch) more(?: (?:about|on|from|"
            r"here|at|stories|news|top|trending|like this|»|>|\.\.\.|…).{0,40})?[:：.…»>]{0,4}$|more about$|"
            r"more (?:from|on|in|about) [\w.,'& -]{1,50}[:：]?$|more[:：]?$"
        ),
    ),
    (
        ("more also read watch see listen dont don't miss must check next recommended trending archive archives"),
        TEASER,
        50,
        (
            r"(?:read|see|watch|listen|learn|hear)(?: more| also| next| now| this| here| on| too|: more)\s?(?:[:：►>»|"
            r"]+|[-–—](?= )) ?.|(?:also (?:read|see|watch|on)|more(?: on this(?: story)?| on this topic| here|"
            r" from \w{1,20}| news| stories| info)?|must[- ](?:read|see|watch)|recommended|don't miss|do not miss|"
            r"up next|trending|check (?:this )?out|see photos|from (?:our|the) archives?|read|see)\s?(?:[:：►>»|]+|"
            r"[-–—](?= )) ?."
        ),
    ),
    (
        "topic",
        TEASER,
        40,
        r"more on this (?:topic|story)\b",
    ),
    (
        "complete",
        TEASER,
        14,
        r"(?:complete|full|continuing|live|more) coverage (?:of|on)\b[^.]{1,80}$",
    ),
    (
        "read",
        TEASER,
        24,
        (
            r"(?:[^\w\"']{0,4})(?:\(|\[)?read (?:more|the (?:full|latest|whole|rest|complete|original))(?: (?:about|"
            r"on|of|from|here|at)\b|\s(?:story|article|report)).{0,120}$"
        ),
    ),
    (
        "images photos pictures",
        TEASER,
        24,
        (
            r"(?:before and after |latest |exclusive |stunning |graphic )?(?:photos|images|pictures|videos) (?:of|"
            r"from|show) [^.]{6,120}$"
        ),
    ),
    (
        "here's here know things",
        TEASER,
        16,
        (
            r"here's (?:what|how|why|everything) (?:you need )?to know(?: about [^.]{3,80})?[:：]?$|what (?:we know|"
            r"you need to know|to know) (?:so far )?about [^.?]{3,80}$"
        ),
    ),
    (
        "headlines",
        RELATED,
        10,
        r"(?:[^\w\"']{0,4})(?:the )?(?:top|latest|today's|more|breaking|news) headlines\b.{0,30}$",
    ),
)
