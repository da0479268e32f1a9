"""Phrases that call on the reader to subscribe, register, donate or buy."""

from typing import Final

from corpus.boilerplate.kinds import PROMOTION
from corpus.boilerplate.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    (
        "sign signup",
        PROMOTION,
        60,
        (
            r"(?:[^\w\"']{0,4})(?:please |click (?:here )?to |email newsletters? |(?:to|and) )?sign[- ]?up (?:for|to|"
            r"here|now|today|with|below|free|and)\b"
        ),
    ),
    (
        "inbox",
        PROMOTION,
        60,
        r".{0,160}\b(?:to|in|into|straight to|direct to) your (?:e-?mail )?inbox\b",
    ),
    (
        "newsletter newsletters",
        PROMOTION,
        50,
        (
            r"(?:get|receive|join|subscribe|sign|our|free|daily|weekly|e-?mail|manage|newsletters?|check out|want|"
            r"read|try|start).{0,160}\bnewsletters?\b|newsletters?\b[^\w]{0,3}$"
        ),
    ),
    (
        "subscribe subscribing subscriber subscribers subscription",
        PROMOTION,
        50,
        (
            r"(?:[^\w\"']{0,4})(?:please |click (?:here )?to |to )?(?:subscribe|subscription (?:options|required)|"
            r"become a subscriber|already (?:a |have a )subscri|subscribers? (?:only|can|get|log|exclusive)|"
            r"this (?:article|content|story) is (?:for|only|available|exclusive)[^.]{0,40}subscri|not a subscriber|"
            r"thank you for (?:subscribing|being a subscri|your subscri)|start (?:your|a) (?:free |"
            r"digital )?subscription|support [^.]{0,60}subscri)"
        ),
    ),
    (
        "subscription payment account password",
        PROMOTION,
        60,
        (
            r"(?!.*(?:[“\"«]|\b(?:said|says|told|warned|urged)\b))"
            r".{0,200}\b(?:your|my) (?:\w+ )?(?:subscription|payment (?:details|method)|account|password)\b"
        ),
    ),
    (
        "unsubscribe",
        PROMOTION,
        30,
        r".{0,80}\b(?:you can |to )?unsubscribe\b.{0,60}$",
    ),
    (
        "support supporting donate donation donations contribution",
        PROMOTION,
        60,
        (
            r"(?:[^\w\"']{0,4})(?:please )?(?:donate (?:now|today|here|to (?:us|support|help))|make a (?:one-time |"
            r"monthly |tax-deductible )?(?:donation|contribution)|support (?:our|us\b|independent|quality|local|free|"
            r"this|the \w+ by|public)|help us\b.{0,80}\b(?:support|donat)|(?:we )?(?:kindly |"
            r"greatly )?appreciate any donation|your (?:support|donation|contribution))"
        ),
    ),
    (
        "member membership",
        PROMOTION,
        24,
        r"(?:become|join as) a (?:\w+ )?member\b|already a member|(?:start|get|renew) (?:your|a) membership",
    ),
    (
        "trial offer",
        PROMOTION,
        30,
        r".{0,60}\b(?:free trial|special offer|limited[- ]time offer|introductory offer)\b",
    ),
    (
        "enjoy enjoyed enjoying like liked value",
        PROMOTION,
        40,
        (
            r"if you (?:have )?(?:enjoy(?:ed)?|liked?|value) (?:this|our|reading|what)\b|"
            r"(?:enjoy(?:ed|ing)?|liked?) (?:this|our|what)(?: \w{2,20}){0,3}\?"
        ),
    ),
    (
        "welcome",
        PROMOTION,
        40,
        (
            r"welcome back\b[^\w]{0,2}.{0,40}$|welcome to (?:our|the) (?:site|website|page|new)|"
            r".{0,40}welcome to [\w.'& -]{2,60}(?:\.com|!|experience$)"
        ),
    ),
    (
        "buy order shop",
        PROMOTION,
        12,
        r"(?:buy|order|shop) (?:now|today|this photo|tickets|prints?|reprints?)\W*$",
    ),
    (
        "spam junk profile",
        PROMOTION,
        30,
        r".{0,120}\bcheck your (?:spam|junk|e-?mail)\b|.{0,100}\bupdate your profile\b",
    ),
    (
        "inform trust journalism",
        PROMOTION,
        30,
        (
            r".{0,60}\b(?:independent|quality|trusted|public[- ]interest|fearless) journalism\b.{0,80}\b(?:support|"
            r"subscri|donat|fund|member|readers like you)"
        ),
    ),
    (
        "incl",
        PROMOTION,
        30,
        r".{0,120}\bincl(?:\.|uding) (?:p&p|postage)",
    ),
    (
        "counts helps",
        PROMOTION,
        14,
        r".{0,60}\bevery (?:\w{1,14}) (?:counts|helps)\W*$",
    ),
    (
        "win enter",
        PROMOTION,
        16,
        (
            r"win (?:a|an|the|tickets|one|£|\$|€)\b.{0,60}!$|enter your (?:e-?mail|mobile|phone|name|postcode|zip|"
            r"number)\b|enter (?:our|the) (?:competition|draw)\b"
        ),
    ),
    (
        "friend supporter patron donor",
        PROMOTION,
        24,
        r"become (?:a|an|our) (?:\w+ )?(?:friend|supporter|patron|donor|subscriber)\b",
    ),
    (
        "newsletter",
        PROMOTION,
        30,
        r"(?:my|our|this|the) (?:\w+ )?newsletter\b",
    ),
    (
        "give donate",
        PROMOTION,
        12,
        r"please (?:give|donate)\b",
    ),
    (
        "email",
        PROMOTION,
        30,
        r"(?:get|receive) [^.]{2,100} by e-?mail\b|.{0,60}\byour e-?mail (?:address )?(?:in|into) the box",
    ),
    (
        "sign",
        PROMOTION,
        40,
        r".{0,200}\bfree sign up$",
    ),
    (
        "email e-mail newsletter briefing digest roundup round-up",
        PROMOTION,
        30,
        (
            r"(?:a|the|our|your) (?:free |daily |weekly |morning |evening |essential )+(?:e-?mail|newsletter|"
            r"briefing|digest|round-?up|guide)\b"
        ),
    ),
)
