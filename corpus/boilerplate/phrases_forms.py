"""Phrases around what readers write: comments, forms for them, reports of errors."""

from typing import Final

from corpus.boilerplate.kinds import COMMENTS
from corpus.boilerplate.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    (
        "thoughts thought responses",
        COMMENTS,
        30,
        r"(?:\d{1,5}|one) (?:thoughts?|responses?|comments?|replies) (?:on|to) \"",
    ),
    (
        "characters remaining maximum",
        COMMENTS,
        9,
        r"(?:maximum )?\d{2,5} characters (?:remaining|left|max)",
    ),
    (
        "votes rating feedbacks voted oldest newest guest",
        COMMENTS,
        12,
        (
            r"(?:\d{1,3} ){0,2}(?:votes? )?article rating|inline feedbacks\b|(?:\d{1,4} comments? )?(?:oldest|newest|"
            r"most voted)(?: (?:oldest|newest|most voted|first))*$|subscribe notify of\b|rate this (?:article|post|"
            r"story)"
        ),
    ),
    (
        "facebook disqus",
        COMMENTS,
        8,
        r"(?:facebook|disqus) comments\b|.{0,30}comments powered by",
    ),
    (
        "reply comment comments reflection",
        COMMENTS,
        16,
        (
            r"(?:[^\w\"']{0,3})(?:leave|post|write|add|submit|join|view|read|see|show|hide|load|sort|read all|"
            r"view all|cancel|be the first to|log ?in to|sign in to|you must be logged in to|make)(?: (?:a|your|the|"
            r"all|more|post|leave|add|in|new|first|\d{1,5}))*(?: a)? (?:reply|comments?|reflection)\b.{0,60}$|"
            r"(?:there are )?(?:no|\(?\d[\d,.]{0,8}k?\)?) (?:comments?|replies|responses)\b(?: (?:yet|so far|on|to|"
            r"add|post|leave).{0,60})?[^\w]{0,3}$|comments?(?: \(?\d[\d,]{0,8}\)?| are closed| closed| off| section|"
            r" policy|$|:$).{0,40}$|(?:cancel )?reply$"
        ),
    ),
    (
        "address required fields",
        COMMENTS,
        40,
        (
            r".{0,40}\byour e-?mail address will not be published|required fields are marked|"
            r"fields marked with an asterisk|\* ?(?:indicates )?required\b"
        ),
    ),
    (
        "browser save",
        COMMENTS,
        30,
        r"save my name\b",
    ),
    (
        "notify",
        COMMENTS,
        20,
        r"notify me of\b",
    ),
    (
        "akismet",
        COMMENTS,
        24,
        r".{0,40}\bakismet\b",
    ),
    (
        "commenting commenters moderated moderation",
        COMMENTS,
        60,
        (
            r".{0,160}\b(?:before commenting|by commenting|commenting (?:guidelines|rules|policy|is)|"
            r"comments? (?:are|is|will be) (?:moderated|reviewed|held))\b"
        ),
    ),
    (
        "error mistake typo misprint",
        COMMENTS,
        30,
        (
            r"(?:[^\w\"']{0,3})(?:(?:saw|see|spotted|found|noticed|find|have you (?:found|noticed|spotted)|"
            r"did you (?:notice|find|spot)|if you (?:see|spot|find|notice|have (?:found|noticed|spotted))) (?:an? |"
            r"the |any )?(?:spelling |factual )?(?:error|mistake|typo|misprint|inaccuracy))\b"
        ),
    ),
    (
        "says wrote reply",
        COMMENTS,
        8,
        r"[\w .'-]{1,40} says:$",
    ),
    (
        "opinion think thoughts",
        COMMENTS,
        16,
        (
            r"(?:what do you think|tell us what you think|let us know (?:what you think|your thoughts|"
            r"in the comments)|share your (?:thoughts|opinion|views?|comments?))\b"
        ),
    ),
)
