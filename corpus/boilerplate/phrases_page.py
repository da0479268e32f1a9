"""Phrases of what works the page: players, galleries, places of advertisements, cookies, embedded posts."""

from typing import Final

from corpus.boilerplate.kinds import CHROME
from corpus.boilerplate.rule import PUBLIC, Rule

RULES: Final[tuple[Rule, ...]] = (
    (
        "javascript flash adobe",
        CHROME,
        40,
        r".{0,80}\b(?:(?:en|dis)abled? javascript|javascript (?:is|must|to)\b|adobe flash player|flash plugin)",
    ),
    (
        "error wrong",
        CHROME,
        16,
        r"(?:an error (?:has )?occurred|(?:sorry, )?something went wrong|there was an error)\b",
    ),
    (
        "browser",
        CHROME,
        40,
        r".{0,60}\byour browser (?:does not|doesn't|is (?:not|out)|must|settings)\b",
    ),
    (
        "cookie cookies",
        CHROME,
        60,
        (
            r".{0,120}\b(?:uses?|using|accept|manage|our use of|policy on|about) (?:all |of )?cookies?\b|"
            r"cookies? (?:policy|settings|notice|preferences|consent)\b"
        ),
    ),
    (
        "advertisement advertisements advertising ad ads advert sponsored",
        CHROME,
        6,
        (
            r"[^\w]{0,4}(?:advertisements?|advertising|ads?|adverts?|sponsored(?: content| links?| by)?|"
            r"story continues below(?: this)? ad(?:vertisement)?)(?: [-–—]? ?(?:continue reading below|"
            r"scroll to continue|skip|loading)?)?[^\w]{0,4}$"
        ),
    ),
    (
        "continues continue scroll",
        CHROME,
        12,
        (
            r"(?:[^\w\"']{0,4})(?:(?:this )?(?:article|story|post) continues? (?:below|after)|scroll (?:down )?(?:to|"
            r"for) |continue reading|(?:please )?continue (?:below|after the ad))"
        ),
    ),
    (
        "gallery",
        CHROME,
        60,
        (
            r"(?:back to gallery|view (?:photo |full |the )?gallery|(?:photo|image|picture) gallery)\b|"
            r".{0,400}\bback to gallery$"
        ),
    ),
    (
        "thumbnails autoplay unmute fullscreen playback",
        CHROME,
        20,
        r".{0,60}\b(?:show thumbnails|autoplay|unmute|full ?screen|playback)\b",
    ),
    (
        "embed",
        CHROME,
        60,
        r"(?:close )?(?:skip in )?.{0,20}\bembed\b (?:>|x share|share|code|this)|embed (?:>|<)",
    ),
    (
        "loading",
        CHROME,
        5,
        r"(?:[^\w\"']{0,3})(?:now |still |currently )?loading(?: comments?| more| stories)?\b ?[.…]{0,3}$",
    ),
    (
        "notification notifications",
        CHROME,
        40,
        (
            r".{0,80}\b(?:your notification has been saved|saving your notification|get (?:email|push|"
            r"breaking) notifications|email notifications are only sent|turn on (?:desktop )?notifications|(?:enable|"
            r"allow|manage) notifications)"
        ),
    ),
    (
        "tweet tweets",
        CHROME,
        40,
        (
            r"add a location to your tweets|when you tweet with a location|view (?:this|image on|more on) (?:tweet|"
            r"twitter)|tweets (?:from|by) "
        ),
    ),
    (
        "instagram",
        CHROME,
        30,
        r"view this post on instagram|a post shared by\b",
    ),
    (
        "captcha recaptcha",
        CHROME,
        30,
        r".{0,60}\bre?captcha\b",
    ),
    (
        "image photo slide picture",
        CHROME,
        8,
        r"(?:image|photo|slide|picture) \d{1,3} (?:of|/)(?: /)? ?\d{1,3}$",
    ),
    (
        "enlarge",
        CHROME,
        10,
        r"(?:click |tap )?(?:to )?enlarge\b|.{0,60}\b(?:click|tap) (?:on image |image |photo )?to enlarge",
    ),
    (
        "listen",
        CHROME,
        12,
        (
            r"(?:[^\w\"']{0,4})listen to (?:this|the) (?:article|story)\b|listen (?:now|live)?[^\w]{0,3}$|"
            r"listen\W{1,3}\d"
        ),
    ),
    (
        "above below",
        CHROME,
        40,
        (
            r"[\[(]?(?:you can |to |please )?(?:see|watch|view|click|read|listen|play|tap|"
            r"scroll)\b[^\"]{0,100}\b(?:videos?|players?|photos?|gallery|slideshow|links?|maps?|images?|pictures?|"
            r"graphics?)(?: player)? (?:above|below)\b"
        ),
    ),
    (
        "tel telephone fax phone",
        CHROME,
        16,
        PUBLIC + r"[^.?!]{0,80}\.? ?\b(?:tel|telephone|fax|phone)\b[.:]{0,2} ?\+?[\d(]",
    ),
    (
        "slideshow",
        CHROME,
        5,
        r"slideshow ?\(",
    ),
    (
        "disabling",
        CHROME,
        24,
        r".{0,30}disabling any ad[- ]?block",
    ),
    (
        "accept reject",
        CHROME,
        6,
        r"(?:accept|reject|decline|allow|manage)(?: (?:all|cookies|and|close|preferences|reject))*$",
    ),
    (
        "player played unavailable playable",
        CHROME,
        14,
        (
            r".{0,30}\b(?:video|audio|media)(?: file)?(?: player)? (?:is (?:loading|unavailable|not available)|"
            r"cannot be played|unavailable)\b"
        ),
    ),
    (
        "videonext",
        CHROME,
        150,
        r".{0,900}\blast videonext video\b",
    ),
    (
        "story article continues",
        CHROME,
        4,
        r"(?:story|article|post) continues(?: below)?\W{0,4}$",
    ),
    ("rss", CHROME, 10, r"(?:source )?rss (?:or atom )?feed$|feed (?:location|title|link|copyright)\b"),
    ("commenting", CHROME, 16, r"you are commenting using\b"),
)
