"""The kinds of boilerplate: what a region that is not the article is instead."""

from typing import Final

CHROME: Final = "chrome"  # what works the page: players, galleries, buttons, advertisements' places, cookie notices
NAVIGATION: Final = "navigation"  # menus, sections, the way to the top
SHARE: Final = "share"  # buttons and counts of sharing
RELATED: Final = "related"  # lists of other articles, and what stands over them
TEASER: Final = "teaser"  # one other article or video, in the middle of this one
PROMOTION: Final = "promotion"  # newsletters, subscriptions, apps, programmes, "check back for updates"
COMMENTS: Final = "comments"  # readers' comments, forms for them and for corrections
DISCLAIMER: Final = "disclaimer"  # copyright, translation, whose opinion this is
HEADLINE: Final = "headline"  # the second copy of a headline
REPEAT: Final = "repeat"  # the second copy of another line
CREDIT: Final = "credit"  # who made a picture
BYLINE: Final = "byline"  # who wrote, contributed, edited, and how to reach them
STAMP: Final = "stamp"  # when it was published or changed, how long it takes to read
TAGS: Final = "tags"  # what it is filed under
LISTING: Final = "listing"  # weather, prices, programmes
RECURRING: Final = "recurring"  # what recurs in other stories and has no phrase that says what it is

KINDS: Final = (
    CHROME, NAVIGATION, SHARE, RELATED, TEASER, PROMOTION, COMMENTS, DISCLAIMER,
    HEADLINE, REPEAT, CREDIT, BYLINE, STAMP, TAGS, LISTING, RECURRING,
)  # fmt: skip
