"""Currencies: their marks, codes and names, before and behind a number."""

from functools import cache
from typing import Final

from corpus.figures.tokens import Tokens
from corpus.figures.vocabulary import SCALES

_SIGNS: Final = (
    "$USD €EUR £GBP ¥JPY ￥JPY ₽RUB ₴UAH ₹INR ₩KRW ₺TRY ₪ILS ₿BTC ₾GEL ₦NGN ₱PHP ฿THB ₫VND ₡CRC ₸KZT 元CNY ¢cent"
)
MARKS: Final = {mark[0]: mark[1:] for mark in _SIGNS.split()}
_LETTERS: Final = (
    "us:USD usd:USD a:AUD au:AUD aud:AUD aus:AUD c:CAD ca:CAD cad:CAD can:CAD cdn:CAD nz:NZD nzd:NZD hk:HKD"
    " hkd:HKD s:SGD sg:SGD r:BRL nt:TWD tt:TTD j:JMD mx:MXN"
)
_DOLLARS: Final = {name: code for name, _, code in (pair.partition(":") for pair in _LETTERS.split())}
"""What stands before a dollar sign."""
CODES: Final = frozenset(
    "usd eur gbp jpy cny rub uah chf cad aud nzd inr sek nok dkk pln czk huf try ils zar brl mxn krw hkd sgd thb myr"
    " idr php vnd ngn kes egp aed sar qar kwd pkr bdt lkr twd ron bgn btc eth ars clp cop rs rmb ksh rm tk".split()
)
_BEFORE: Final = {"rs": "INR", "rmb": "CNY", "ksh": "KES", "tk": "BDT", "rm": "MYR"}
_NAMES: Final = {
    "USD": "dollar dollars buck bucks",
    "EUR": "euro euros",
    "GBP": "quid sterling",
    "JPY": "yen",
    "CNY": "yuan renminbi rmb",
    "RUB": "ruble rubles rouble roubles",
    "UAH": "hryvnia hryvnias hryvnya",
    "INR": "rupee rupees",
    "CHF": "",
    "SEK": "krona kronor",
    "NOK": "krone kroner",
    "KRW": "won",
    "TRY": "lira liras",
    "ILS": "shekel shekels",
    "ZAR": "rand",
    "BRL": "reais",
    "PLN": "zloty zlotys zlotych",
    "HUF": "forint forints",
    "CZK": "koruna korunas",
    "THB": "baht",
    "MYR": "ringgit ringgits",
    "IDR": "rupiah rupiahs",
    "NGN": "naira",
    "BDT": "taka",
    "KZT": "tenge",
    "BTC": "bitcoin bitcoins",
    "AED": "dirham dirhams",
    "cent": "cent cents",
    "penny": "penny pennies pence",
    "peso": "pesos peso",
    "franc": "francs franc",
    "riyal": "riyals riyal rial rials",
    "dinar": "dinars dinar",
    "shilling": "shillings shilling",
    "crown": "crowns",
    "peseta": "pesetas peseta",
    "markka": "markka markkaa",
    "lev": "leva",
    "leu": "lei",
    "euro cent": "",
}
_PAIRS: Final = (
    "us:USD american:USD canadian:CAD australian:AUD zealand:NZD singapore:SGD kong:HKD taiwan:TWD swiss:CHF"
    " mexican:MXN philippine:PHP argentine:ARS chilean:CLP colombian:COP swedish:SEK norwegian:NOK danish:DKK"
    " icelandic:ISK czech:CZK indian:INR pakistani:PKR turkish:TRY saudi:SAR kuwaiti:KWD iraqi:IQD serbian:RSD"
    " kenyan:KES ugandan:UGX chinese:CNY japanese:JPY british:GBP egyptian:EGP russian:RUB korean:KRW"
    " israeli:ILS emirati:AED iranian:IRR lebanese:LBP syrian:SYP omani:OMR qatari:QAR polish:PLN hungarian:HUF"
    " brazilian:BRL african:ZAR nigerian:NGN ukrainian:UAH finnish: spanish: new: hong: sri: south:"
)
_NATIONS: Final = {name: code for name, _, code in (pair.partition(":") for pair in _PAIRS.split())}
"""What stands before the name of a currency, and the code where the two make one."""
_SHORT_NAMES: Final = frozenset(("usd", "rs", "ksh", "tk"))
_ONLY_LARGE: Final = frozenset("won real rand crowns try php cop".split())
_APART: Final = frozenset("us c aud cad usd".split())
_CENTS: Final = frozenset(("cent", "cents", "pence"))
_AROUND: Final = 2000  # code points in which a £ tells that pounds are money
_PAYING: Final = frozenset(
    "pay pays paid paying cost costs costing price priced prices fine fined fines worth spend spends spent spending"
    " raise raised raising save saved fee fees salary wage wages sold bought sell buy donate donated donation prize"
    " budget debt owe owed loan loans earn earned earning earns million billion profit profits revenue turnover grant"
    " bill bills compensation money cash funding invest invested investment stole stolen bid award awarded damages"
    " charge charged tax rent".split()
)


def before(tokens: Tokens, index: int) -> tuple[str, int, int] | None:
    """The currency that is written at `index`, before a number: its name, its first token, the token behind it."""
    words, word = tokens.words, tokens.words[index]
    if word == "$":
        return _dollars(tokens, index)
    if word in MARKS:
        return MARKS[word], index, index + 1
    if word not in CODES or not (tokens.written(index).isupper() or word in _SHORT_NAMES):
        return None
    after = index + 1 + (words[index + 1] == "." and word == "rs")
    after += words[after] == "$" and tokens.glued(after)
    return _BEFORE.get(word) or word.upper(), index, after


def behind(tokens: Tokens, index: int, *, large: bool, digits: bool) -> tuple[str, int] | None:
    """The currency that is written at `index`, behind a number, and the token behind it.

    `large` is whether the number has a scale or thousands: "five won" is a verb, "five million won" is money.
    """
    words = tokens.words
    place = index + tokens.hyphen(index)
    if words[place] in MARKS:
        return (MARKS[words[place]], place + 1) if _ends(tokens, place) else None
    if words[place] == "p" and digits and tokens.glued(place) and place == index:
        return "penny", place + 1
    place, nation = _nation(tokens, place)
    word = words[place]
    if word in {"pound", "pounds"}:
        return _pounds(tokens, index, place, nation, large=large)
    unit = _names().get(word)
    if unit is None or not (large or (word not in _ONLY_LARGE and (digits or word not in CODES))):
        return None
    return (nation or unit), place + 1


def scale_behind(tokens: Tokens, index: int) -> int:
    """The scale that is written at `index`, behind a currency, as in "75 USD million"; 1 where none is."""
    return SCALES.get(tokens.words[index], 1) if tokens.words[index - 1] in CODES else 1


def is_currency(name: str) -> bool:
    """Whether the unit `name` is a currency."""
    return name in _NAMES or name.lower() in CODES


def cents(tokens: Tokens, index: int) -> int:
    """The token behind a "cents" or "pence" that is written at `index`; 0 where none is."""
    return index + 1 if tokens.words[index] in _CENTS else 0


@cache
def _names() -> dict[str, str]:
    codes = {code: code.upper() for code in CODES if code not in _BEFORE}
    return {form: unit for unit, forms in _NAMES.items() for form in forms.split()} | codes


def _dollars(tokens: Tokens, index: int) -> tuple[str, int, int]:
    """The dollar sign at `index` with what stands before it: US$, U.S.$, A$."""
    words, place = tokens.words, index - 1
    if tokens.phrase(index - 4, ("u", ".", "s", ".")) and tokens.glued(index):
        return "USD", index - 4, index + 1
    near = tokens.glued(index) or words[place] in _APART
    begins = not tokens.glued(place) or words[place - 1] in {"", "(", "-", "~", "/"}
    if words[place] in _DOLLARS and near and begins:
        return _DOLLARS[words[place]], place, index + 1
    return "USD", index, index + 1


def _ends(tokens: Tokens, place: int) -> bool:
    """Whether the mark at `place` belongs to the number before it, not to the next one: "10 $", not "10 $5"."""
    if tokens.words[place + 2] in _CENTS:
        return True
    return not tokens.numeric(place + 1) or (tokens.glued(place) and not tokens.glued(place + 1))


def _nation(tokens: Tokens, place: int) -> tuple[int, str]:
    """The token behind the nation at `place`, and the code of its currency; "" for none."""
    words, nation = tokens.words, ""
    if tokens.phrase(place, ("u", ".", "s", ".")):
        return place + 4, "USD"
    for _ in range(2):
        if words[place] in _NATIONS:
            nation = _NATIONS[words[place]] or nation
            place += 1
    return place, nation


def _pounds(tokens: Tokens, index: int, place: int, nation: str, *, large: bool) -> tuple[str, int] | None:
    """The pounds at `place` as money: where they are many, or paid, or where the text speaks of £ elsewhere."""
    words = tokens.words
    if words[place + 1] == "sterling":
        return "GBP", place + 2
    if large or nation:
        return nation or "GBP", place + 1
    if words[place + 1] == "of" or place != index or words[place] == "pound":
        return None
    at = tokens.starts[place]
    near = "£" in tokens.text[max(0, at - _AROUND) : at + _AROUND]
    return ("GBP", place + 1) if near or tokens.any(index - 8, index, _PAYING) else None
