"""Phrases that say whose the text is and who answers for it: copyright, translation, opinions, notices."""

from typing import Final

from corpus.boilerplate.kinds import DISCLAIMER
from corpus.boilerplate.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    (
        "trust principles standards",
        DISCLAIMER,
        14,
        r"our standards\b.{0,60}$|.{0,40}\btrust principles\b",
    ),
    (
        "replace substitute constitute advice",
        DISCLAIMER,
        40,
        (
            r"(?:this|the) (?:article|bulletin|content|site|website|information|report|page|material|newsletter|"
            r"blog)\b.{0,60}\b(?:does|do|is|are|should) not\b.{0,60}\b(?:replace|substitute|constitute|advice)\b"
        ),
    ),
    (
        "forward-looking",
        DISCLAIMER,
        60,
        r".{0,120}\bforward-looking (?:statements?|information)\b",
    ),
    (
        "differ",
        DISCLAIMER,
        20,
        r".{0,40}\bactual results (?:may|could|might) differ\b",
    ),
    (
        "delayed",
        DISCLAIMER,
        30,
        r".{0,30}\bquotes delayed\b",
    ),
    (
        "exchanges",
        DISCLAIMER,
        14,
        r"see here for a complete list of exchanges",
    ),
    (
        "archived outdated",
        DISCLAIMER,
        60,
        r"this is an archived (?:article|story|page)|.{0,80}\bmay be outdated\b",
    ),
    (
        "copyright ©",
        DISCLAIMER,
        90,
        (
            r"[\[(]?(?:copyright\b"
            r"(?! (?:law|infring|holder|owner|claim|case|office|suit|protect|violat|dispute|act|rules))|©)|"
            r".{0,60}(?:©|[(\s]copyright (?:\(c\) |by )?(?:19|20)\d\d)"
        ),
    ),
    (
        "rights",
        DISCLAIMER,
        60,
        r".{0,200}\ball rights? reserved\b",
    ),
    (
        "material personal subject",
        DISCLAIMER,
        50,
        (
            r"(?:this|the) (?:material|content|article|story|document|copy)(?: (?:on|of) this \w{4,8})? (?:(?:may|must|"
            r"cannot|can) not? ?be (?:published|reproduced|republished|copied|used)|is subject to copyright|"
            r"is for (?:your )?personal)"
        ),
    ),
    (
        "republication republished reproduction reproduced redistributed republish",
        DISCLAIMER,
        50,
        (
            r".{0,120}\b(?:without (?:the )?(?:prior |express |written |our )*(?:permission|consent)|(?:needs?|"
            r"requires?) (?:prior |our |express )*(?:written )?(?:consent|permission)|is (?:strictly )?prohibited)\b|"
            r"republish(?:ed)? (?:this|our|with|under|from)\b|republished (?:with permission|under)"
        ),
    ),
    (
        "license licence",
        DISCLAIMER,
        40,
        r".{0,120}\b(?:used under licen[cs]e|creative commons|(?:cc|under a) (?:by|licen[cs]e))\b",
    ),
    (
        "translation translated translate",
        DISCLAIMER,
        60,
        (
            r"(?:[^\w\"']{0,3})(?:automatic(?:ally)?|machine|google|ai)[- ](?:translat\w+)|.{0,120}\b(?:(?:was|is|"
            r"been|has been|are) (?:automatically |machine[- ])?translated (?:by|from|automatically|through|using|"
            r"with|into|via)|translat\w+ (?:it )?(?:through|using|by) (?:programmatic|automat\w+|machine|ai|google|"
            r"software|a? ?computer)|this (?:is a |article is a )?(?:machine |automatic )?translation)\b|"
            r"translated (?:by|from|with)\b.{0,60}$"
        ),
    ),
    (
        "views opinions view opinion viewpoint",
        DISCLAIMER,
        70,
        (
            r".{0,120}\b(?:the )?(?:views?|opinions?|point of view|viewpoints?)(?: and (?:opinions|"
            r"views))? (?:of the site|expressed|in this (?:article|column)|here (?:are|do)|are (?:those of|solely)|"
            r"(?:do|does) not (?:necessarily )?(?:reflect|represent))|.{0,80}not necessarily (?:reflect|"
            r"represent) (?:the|those)"
        ),
    ),
    (
        "responsible liable liability guarantee warranty disclaimer",
        DISCLAIMER,
        70,
        (
            r"disclaimer\b|.{0,120}\b(?:is|are|be|not) (?:not |solely |in no way )?(?:responsible|"
            r"liable) for (?:the |this |any )?(?:content|accuracy|any (?:errors|loss|damage)|external)"
        ),
    ),
    (
        "automated syndicated feed edited auto-generated",
        DISCLAIMER,
        60,
        (
            r".{0,100}\b(?:auto-?generated|published (?:directly )?from an? (?:automated|syndicated|agency|wire)|"
            r"(?:has )?not been edited by|(?:syndicated|automated|agency) (?:news )?feed)\b"
        ),
    ),
    (
        "trademark trademarks tm",
        DISCLAIMER,
        50,
        r".{0,100}\b(?:registered )?trademarks? of\b|\(?tm and ©",
    ),
    (
        "terms privacy policy",
        DISCLAIMER,
        40,
        (
            r"(?:[^\w\"']{0,3})(?:by (?:signing|clicking|continuing|subscribing|registering|using|submitting|"
            r"providing|entering)|(?:our |the |read our )?(?:privacy (?:policy|notice|statement)|terms (?:of (?:use|"
            r"service)|and conditions|& conditions))\b|protected by)\b.{0,160}$|"
            r".{0,120}(?:google )?(?:privacy policy and terms|terms of (?:use|service) (?:and|&) privacy)"
        ),
    ),
    (
        "affiliate commission",
        DISCLAIMER,
        50,
        r".{0,120}\b(?:affiliate (?:links?|commission)|earn (?:a|an) (?:small )?(?:affiliate )?commission)\b",
    ),
    (
        "version originally appeared",
        DISCLAIMER,
        40,
        (
            r"(?:this (?:article|story|post|piece|report)|the post|a version of this (?:article|"
            r"story)) (?:\S{1,80} ){0,16}?(?:was |is )?(?:originally |first )?(?:appeared|published|"
            r"posted) (?:first )?(?:on|in|at|by)\b"
        ),
    ),
    (
        "post",
        DISCLAIMER,
        50,
        r"the post .{1,240} appeared first on\b",
    ),
    (
        "warning",
        DISCLAIMER,
        30,
        (
            r"(?:[^\w\"']{0,4})(?:viewer|content|trigger|graphic)? ?warning: .{0,60}\b(?:video|audio|content|images|"
            r"graphic|footage|article|story)\b"
        ),
    ),
)
