"""Phrases that call on the reader to stay: to follow, join, download, click, watch, come back, send in news."""

from typing import Final

from corpus.boilerplate.kinds import PROMOTION
from corpus.boilerplate.rule import PUBLIC, Rule

RULES: Final[tuple[Rule, ...]] = (
    (
        "follow",
        PROMOTION,
        60,
        (
            r"(?:[^\w\"']{0,4})(?:(?:stay up to date|keep up|stay connected|please|also|and|or|to get more|"
            r"for more(?: news| stories| updates)?|like us[^.]{0,40})[,;:!]? (?:and )?)?follow (?:us\b|our\b|@|"
            r"him on|her on|them on|me on|(?:the )?[^,;]{1,60}?\b(?:on|at|:) ?(?:https?:|www\.|\S{0,4}(?:twitter|"
            r"facebook|instagram|youtube|telegram|tiktok|linkedin|threads|x\b|google|whatsapp|social)|twitter|"
            r"\w{1,20}\.com)|[\w.&' -]{2,40}: )"
        ),
    ),
    (
        "follow",
        PROMOTION,
        5,
        r"follow [\w.&' -]{2,40}[:：]?$",
    ),
    (
        "join",
        PROMOTION,
        40,
        (
            r"(?:[^\w\"']{0,4})(?:click (?:here )?to |please )?join (?:the (?:conversation|discussion|debate|"
            r"newsletter)|our\b|us (?:on|at|for|in|today|now)\b|over [\d,]+|\d[\d,]*|[^.]{0,30}(?:whatsapp|telegram|"
            r"facebook) (?:channel|group))"
        ),
    ),
    (
        "app apps",
        PROMOTION,
        40,
        (
            r"(?:[^\w\"']{0,4})(?:get|download|install|open|try|use|read|update|find|available|want|"
            r"[a-z0-9 ]{0,40}app you're)\b.{0,80}\bapps?\b|download for (?:iphone|android)|"
            r".{0,30}\bon (?:the )?(?:app store|google play)\b"
        ),
    ),
    (
        "download",
        PROMOTION,
        20,
        (
            r"(?:[^\w\"']{0,4})download (?:our|the|for|now|it|from|on|here)\b.{0,120}\b(?:app|iphone|android|ios|"
            r"itunes|google play|now|here|free)\b"
        ),
    ),
    (
        "click tap",
        PROMOTION,
        50,
        (
            r"(?:[^\w\"']{0,4})(?:(?:to|for|if|you can|please|watch|read|see|view|get|"
            r"more)\b[^.\"]{0,120}[, ])?(?:click|tap)(?:ing)? (?:here|this link|on the link|the link|below|the image|"
            r"to (?:read|watch|view|see|subscribe|join|download|sign|play|copy|print|email))\b"
        ),
    ),
    (
        "here",
        PROMOTION,
        14,
        (
            r"(?:[^\w\"']{0,4})\(?(?:read|watch|see|find|view|listen|buy|get|donate|register|apply|book|vote|enter|"
            r"read the latest)\b[^.\"]{0,80}\bhere\b[.:\])!]{0,3}$"
        ),
    ),
    (
        "stay",
        PROMOTION,
        40,
        (
            r"(?:[^\w\"']{0,4})(?:this is [^.]{0,60}\. )?(?:please )?stay (?:tuned|with (?!(?:him|her|them|"
            r"the family|relatives|friends|me)\b)[^,;]{1,80}?\b(?:for|as|on|online|throughout)\b|up[- ]to[- ]date|"
            r"informed|connected|updated|logged|ahead of the)"
        ),
    ),
    (
        "tuned",
        PROMOTION,
        16,
        r"(?:please )?(?:keep|stay) tuned\b",
    ),
    (
        "check",
        PROMOTION,
        30,
        (
            r"(?:[^\w\"']{0,4})(?:please |and )?(?:keep checking|check (?:back|in with|out (?:our|more|the latest|"
            r"these|the full)|your (?:e-?mail|inbox|spam)))\b"
        ),
    ),
    (
        "updates updated update latest information",
        PROMOTION,
        30,
        (
            r"(?:[^\w\"']{0,4})(?:refresh (?:this|the) page|watch (?:for updates|[^.]{3,60} for (?:the latest|"
            r"updates|new information|more))|(?:we will|we'll|we are|we're) (?:updat|continu|follow|bring|keep you|"
            r"have more|working to)[^.]{0,120}|look for updates|get (?:the latest|breaking|live|news) (?:news|"
            r"updates|alerts|headlines|stories)|for (?:the latest|more|breaking|live) (?:updates|information|news|"
            r"coverage)[^.]{0,60}(?:visit|go to|follow|download|tune|check|see|log|click|read)|"
            r"[\w.]{3,40}\.com will have more information)"
        ),
    ),
    (
        "following",
        PROMOTION,
        30,
        (
            r"(?:we're|we are) (?:still )?(?:following|tracking|working on) this (?:developing |breaking )?(?:story|"
            r"news)"
        ),
    ),
    (
        "working",
        PROMOTION,
        20,
        r".{2,40} is working to learn more\.?$",
    ),
    (
        "watch",
        PROMOTION,
        14,
        (
            r"(?:[^\w\"']{0,4})watch (?:live\b|[^.]{0,40} live (?:at|on|here)|(?:the )?video (?:here|below|above)|"
            r"(?:our|more|the full|it) .{0,60}(?:here|below|online|now|on youtube))"
        ),
    ),
    (
        "tune",
        PROMOTION,
        20,
        r"tune in (?:to|at|for|tonight)\b",
    ),
    (
        "miss",
        PROMOTION,
        20,
        r"(?:[^\w\"']{0,4})(?:never|don't|do not|dont) miss (?:a|an|another|out|this|our|the|any|these)\b",
    ),
    (
        "login log account registered register registering verification confirmation",
        PROMOTION,
        45,
        (
            r"(?:please )?(?:log ?in|sign in|register)(?: here)?(?: (?:or|/|and) (?:log ?in|sign up|sign in|register|"
            r"subscribe))?(?: to (?:continue|read|access|leave|comment|post|view|save|your)| with| using|$|"
            r"[^\w]{1,3}$)|(?:already|don't|do not) have an account|thank you for registering|(?:create|manage|my|"
            r"your) (?:an |a |free |your )*account\b|.{0,40}\b(?:we have sent (?:you )?a (?:verification|"
            r"confirmation) email|verification (?:message|email|link))"
        ),
    ),
    (
        "email e-mail mail",
        PROMOTION,
        16,
        PUBLIC
        + (
            r"(?:[^\w\"']{0,4})(?:(?:enter|type) (?:your|a valid) e-?mail|"
            r"your e-?mail(?: address)?[:：]?(?: subscribe| sign up)?$|(?:e-?mail|contact) us\b)"
        ),
    ),
    (
        "tips tip newsdesk newsroom news story",
        PROMOTION,
        40,
        PUBLIC
        + (
            r".{0,60}\b(?:(?:send|submit|share|e-?mail|text|whatsapp|got|have|know|give) (?:us |your |a |"
            r"any |in |it )*(?:news |confidential |story |anonymous )*(?:tips?|story ideas?|photos|"
            r"videos)(?: (?:to|with|for) (?:us|our|the news|[\w.]{0,30}@|\w{1,20}$)|\?)|(?:call|contact|"
            r"e-?mail|message|whatsapp|reach) (?:us|our news ?desk|our news ?room|the news ?desk|"
            r"our reporters?)\b)"
        ),
    ),
    (
        "report submit",
        PROMOTION,
        12,
        r"report (?:an? )?(?:error|typo|correction|mistake|bug|abuse)\b.{0,60}$",
    ),
    (
        "welcome feedback",
        PROMOTION,
        20,
        r"(?:send|give|leave|share) (?:us )?(?:your )?feedback\b|we (?:welcome|value) your (?:feedback|comments)",
    ),
    (
        "preferred source",
        PROMOTION,
        24,
        r".{0,40}\b(?:preferred source|add us) on google\b|add .{1,40} (?:as a preferred source|on google)",
    ),
    (
        "alerts alert",
        PROMOTION,
        24,
        r"(?:[^\w\"']{0,4})(?:get|receive|sign up|set|turn on|enable)\b.{0,80}\balerts?\b",
    ),
    (
        "http https www",
        PROMOTION,
        12,
        PUBLIC + r"(?!.*\b(?:said|according|at)\b).{0,80}(?:https?://|www\.)\S{1,200}$",
    ),
    (
        "bring keep",
        PROMOTION,
        24,
        r"(?:[\w.']{1,20} ){1,4}will (?:bring|keep) you\b",
    ),
    (
        "apply bets",
        PROMOTION,
        50,
        r".{0,240}\b(?:t&cs?|terms(?: and conditions)?|conditions) apply\b|free bets?\b",
    ),
    (
        "story",
        PROMOTION,
        6,
        r"(?:got|have) a (?:story|tip)\b[^.]{0,30}\?$",
    ),
    (
        "ring call text phone contact email message editors desk",
        PROMOTION,
        30,
        PUBLIC
        + (
            r"(?:ring|call|text|phone|contact|e-?mail|message|write to) (?:us\b|(?:our|"
            r"the) (?:\w{1,12} )?(?:desk|newsdesk|news ?room|editors?|reporters?|team)\b)"
        ),
    ),
    (
        "contact follow find reach join",
        PROMOTION,
        30,
        (
            r"you can (?:also )?(?:contact|follow|reach|join|find) [^.]{2,60} (?:on|at|via) (?:facebook|twitter|"
            r"instagram|whatsapp|telegram|x\b)"
        ),
    ),
    (
        "watch",
        PROMOTION,
        5,
        r"watch (?:[\w&]{1,12} ){1,3}(?:news|live|tv)$",
    ),
    (
        "discover find explore get catch browse enjoy news latest best",
        PROMOTION,
        40,
        (
            r"(?:discover|find|explore|get|catch(?: up on)?|browse|enjoy|read) (?:all |out |up )?(?:the |our )?"
            r"(?:latest|best|biggest|top|news|facts|most important)\b[^\"]{0,160}\b(?:news|stories|headlines|"
            r"updates|analysis|content|features|trends|faster|weekend|day)\b"
        ),
    ),
    ("top", PROMOTION, 24, r"stay on top of\b"),
    ("here", PROMOTION, 16, r"[^\"]{0,80}\b(?:can be (?:read|found|seen|viewed|watched|heard)|is available) here\b"),
)
