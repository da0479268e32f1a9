"""Words of which lines are made that are not the article: buttons, menus, forms, dates, authors."""

from typing import Final

SHARING: Final = frozenset(
    "share shares shared tweet tweets retweet print facebook twitter whatsapp linkedin reddit pinterest "
    "telegram flipboard tumblr messenger email e-mail instagram youtube google viber wechat vk vkontakte "
    "odnoklassniki line skype sms pocket digg stumbleupon bookmark threads bluesky mastodon tiktok snapchat".split()
)
BESIDE: Final = frozenset(
    "post send by link links more save for later this article story page on to via with a an the and or of like "
    "likes us now view views comment comments total count k m x copy copied url mail embed app gmail plus pin "
    "it opens open in new window click follow followers subscribe listen gift full icon close options buttons "
    "button republish bookmark bookmarks read also social media networks network friend friends your our "
    "loading rss adjust".split()
)
FIELDS: Final = frozenset(
    "name email e-mail website url comment comments message subject phone address required submit".split()
)
MENU: Final = frozenset(
    "home homepage news world politics sport sports business finance economy markets tech technology science "
    "health entertainment culture arts opinion opinions editorial lifestyle life style travel food video videos "
    "photos local national international us usa uk europe asia africa america americas latest breaking top "
    "stories story headlines headline trending popular most read editors picks menu search sections section "
    "weather live tv radio podcast podcasts games magazine about contact terms privacy policy advertise careers "
    "login log in sign register account subscribe newsletters newsletter rss sitemap faq help updates update "
    "features feature analysis investigations education environment climate crime courts community obituaries "
    "jobs classifieds real estate cars auto property money football cricket nba nfl nhl mlb traffic events "
    "calendar shop store archive archives more the and of our & all today watch main toggle close open skip to "
    "content site index regional regions middle east world's incident report reports press release releases "
    "special coverage gallery galleries multimedia lottery puzzles horoscopes comics deals english español "
    "espanol français francais deutsch português italiano polski türkçe русский українська العربية 中文 日本語 "
    "arabic spanish french german portuguese russian ukrainian bingo soaps showbiz support investors newsroom "
    "company companies".split()
)
REGIONS: Final = frozenset("us usa uk europe asia africa america americas middle east".split())
MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec".split()
)
DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
ZONES: Final = frozenset(
    "am pm gmt utc est edt et ct cst cdt mt mst mdt pt pst pdt cet cest bst ist jst sgt hkt aest aedt eet eest "
    "msk sast hrs h local".split()
)
STAMPING: Final = frozenset("published updated posted modified created edited date reviewed".split())
AROUND_DATES: Final = frozenset(
    "last first on at by of the in st nd rd th time times ago hour hours minute minutes min mins day days week "
    "weeks month months read reading views view section news world category viewed original originally print "
    "edition".split()
)
PARTICLES: Final = frozenset(
    "and in for with of the de van von der den da di del della dos bin al el la le ibn abu at on to by staff "
    "writer reporter reporters correspondent editor editors from special report reports contributor "
    "contributors senior chief photo photos text words political foreign diplomatic business sports health "
    "science published updated posted am pm edition".split()
)
ASKING: Final = frozenset("what how why who when where which is are can will should does do did".split())
AGENCIES: Final = frozenset(
    (
        "ap",
        "afp",
        "reuters",
        "epa",
        "getty",
        "getty images",
        "shutterstock",
        "istock",
        "alamy",
        "associated press",
        "dpa",
    )
)
