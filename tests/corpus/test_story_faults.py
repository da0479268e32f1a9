"""Whatever is decided on a story, it is read again without a fault, and all places in it are places of its texts."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.analysis import Analysis, Mention, ModelId, analysis_of, joined
from corpus.article_reading import read_article
from corpus.claims.parse import Parse
from corpus.clusters.cluster import Alias
from corpus.comparison import Comparison
from corpus.material import Decided, Material, Report, Tied
from corpus.names import normal_name
from corpus.segment import sentences, tokens
from corpus.shown import shown
from corpus.span import Span, trimmed
from corpus.story_reading import ArticleReading, StoryReading, read_story
from tests.corpus.texts import reports

VERDICTS = ("accepted", "rejected", "unsure")
NAMES = ("PERSON", "ORG", "GPE", "NORP")
LABELS = (*NAMES, "CARDINAL", "DATE", "MONEY", "BOILERPLATE", "ODD")
BARGE = """Barge sinks near Tolvik
At least 12 of 30 sailors drowned on Monday, Harbour Master Ines Oduya said.
"We found 12 of them," Oduya told the Tolvik Courier. The barge was 40 years old.
Read more: Storm ahead
"""
COUNT = """Tolvik: 14 dead
The Harbour Office (HO) counted 14 dead and $2 million of cargo lost, said its master, Oduya.
“We found 12 of them,” she said on 5 May. The HO will report in two weeks.
"""
MASTER = """Ines Oduya, 51, has run the Harbour Office since 2011.
At least 12 of 30 sailors drowned on Monday.
"""
STORY = (BARGE, COUNT, MASTER)


class Capitals:
    """A reader that takes each word with a capital for a name, of one sort after the other."""

    model = ModelId("capitals", "1")
    by_rules = True
    labels = frozenset(NAMES)

    def read(self, text: str, start: int, end: int) -> Analysis:
        words = [span for span in tokens(text, start, end) if text[span.start].isupper()]
        found = [Mention(span, NAMES[len(span) % len(NAMES)]) for span in words]
        return analysis_of(self.model, [], sentences(text, start, end), found)

    def parse(self, text: str, sentences: Sequence[Span]) -> list[Parse]:
        del text, sentences
        return []


def read(text: str) -> Analysis:
    return joined([part for _, _, part in read_article(Capitals(), text, {})])


@st.composite
def spans(draw: st.DrawFn, text: str, analysis: Analysis) -> Span | None:
    """A stretch of a text: any, or one that is a mention or figure already."""
    if analysis.mention_count and draw(st.booleans()):
        return analysis.mention(draw(st.integers(0, analysis.mention_count - 1))).span
    start = draw(st.integers(0, len(text)))
    return trimmed(text, start, min(len(text), start + draw(st.integers(1, 60))))


@st.composite
def reviewed(draw: st.DrawFn, text: str) -> Report:
    """A text with any decisions on it, as they are stored: a place and a label once."""
    analysis = read(text)
    decided: dict[tuple[int, int, str], Decided] = {}
    for _ in range(draw(st.integers(0, 6))):
        span, label = draw(spans(text, analysis)), draw(st.sampled_from(LABELS))
        if span is not None:
            verdict = draw(st.sampled_from(VERDICTS))
            decided[span.start, span.end, label] = Decided(span.start, span.end, label, verdict)
    published = draw(st.sampled_from(("", "2024-05-06", "2024-05-07T08:00:00Z", "May")))
    return Report(
        text, "", draw(st.sampled_from(("", "courier"))), published, analysis, tuple(sorted(decided.values()))
    )


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """A story with any decisions on it."""
    texts = draw(st.lists(st.sampled_from(STORY) | reports, min_size=1, max_size=4))
    made = [draw(reviewed(text)) for text in texts]
    tied: list[Tied] = []
    for _ in range(draw(st.integers(0, 6))):
        a, b = (draw(st.integers(0, len(made) - 1)) for _ in range(2))
        one, other = (draw(spans(made[index].text, made[index].analysis)) for index in (a, b))
        if one is not None and other is not None and (a, one) != (b, other):
            tie, verdict = draw(st.sampled_from(("same", "aligned", "conflict"))), draw(st.sampled_from(VERDICTS))
            tied.append(Tied(tie, a, one.start, one.end, b, other.start, other.end, verdict))
    names = [mention.span.surface(one.text) for one in made for mention in one.analysis.mentions()] or ["Ada"]
    pairs = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names), st.booleans()), max_size=4))
    known = draw(st.dictionaries(st.sampled_from(names).map(normal_name), st.sampled_from(NAMES), max_size=3))
    aliases = tuple(Alias(normal_name(a), normal_name(b), same) for a, b, same in pairs)
    return Material(tuple(made), tuple(sorted(tied)), aliases, tuple(sorted(known.items())))


def assert_apart(found: Sequence[Span]) -> None:
    assert all(one.end <= other.start for one, other in pairwise(found))


def assert_within(text: str, found: Sequence[Span]) -> None:
    for span in found:
        assert span.end <= len(text)
        assert span.surface(text) == span.surface(text).strip()


def assert_article_valid(text: str, one: ArticleReading, clusters: int, groups: int) -> None:
    mentions, figures = [each.span for each in one.mentions], [each.span for each in one.figures]
    regions, quoted = [each.span for each in one.regions], [each.span for each in one.quotations]
    assert_within(text, [*one.sentences, *mentions, *figures, *regions, *quoted])
    assert_apart(one.sentences)
    assert_apart(regions)
    assert mentions == sorted(mentions)
    assert figures == sorted(figures)
    assert quoted == sorted(quoted)
    assert len(one.clusters) == len(one.why) == len(mentions)
    assert len(one.claims) == len(one.claimants) == len(one.groups) == len(figures)
    assert len(one.speakers) == len(quoted)
    told = [each for each in (*one.clusters, *one.claimants, *one.speakers) if each is not None]
    assert all(0 <= each < clusters for each in told)
    assert all(each is None or 0 <= each < groups for each in one.groups)


def assert_valid(texts: Sequence[str], story: StoryReading) -> None:
    for text, one in zip(texts, story.articles, strict=True):
        assert_article_valid(text, one, len(story.titles), len(story.ledger))
    order = list(dict.fromkeys(cluster for one in story.articles for cluster in one.clusters))
    assert order == list(range(len(story.titles)))
    for pair in story.alignments:
        assert pair.a <= pair.b
        assert_within(texts[pair.a], [pair.span_a])
        assert_within(texts[pair.b], [pair.span_b])
    for group in story.ledger:
        for entry in group.entries:
            assert_within(texts[entry.article], [entry.span])
            assert entry.claimant is None or 0 <= entry.claimant < len(story.titles)
        assert all(0 <= pair.a < pair.b < len(group.entries) for pair in group.pairs)


def assert_shown(texts: Sequence[str], found: Comparison) -> None:
    assert Comparison.from_bytes(found.to_bytes()) == found
    places = [(one.a, one.start_a) for one in found.matches]
    assert places == sorted(places)
    for one in found.matches:
        assert one.a != one.b
        assert 0 <= one.start_a < one.end_a <= len(texts[one.a])
        assert 0 <= one.start_b < one.end_b <= len(texts[one.b])


@settings(max_examples=120)
@given(materials())
def test_whatever_is_decided_a_story_is_read(material: Material) -> None:
    texts = [one.text for one in material.reports]
    story = read_story(material)
    assert_valid(texts, story)
    assert_shown(texts, shown(story, material))
    assert Material.from_bytes(material.to_bytes()) == material


def test_regions_that_were_drawn_over_each_other_are_one() -> None:
    text = STORY[0]
    drawn = (Decided(0, 60, "BOILERPLATE", "accepted"), Decided(4, 9, "BOILERPLATE", "accepted"))
    (one,) = read_story(Material((Report(text, "", "", "", read(text), drawn),))).articles
    assert [region.span for region in one.regions if region.kind == "reviewed"] == [Span(0, 60)]
    assert all(mention.span.start >= 60 for mention in one.mentions)


def test_a_table_is_not_read_and_what_stands_around_it_is() -> None:
    text = "It took 12 days to raise the barge.\n" + "7 " * 5000 + "\nThe work cost $3.\n"
    (one,) = read_story(Material((Report(text, "", "", "", read(text)),))).articles
    assert [figure.span.surface(text) for figure in one.figures] == ["12 days", "$3"]


def test_stories_of_nothing_and_of_copies_are_read() -> None:
    for texts in ((), ("",), ("", "\n", " \r\n"), (STORY[0],) * 30):
        material = Material(tuple(Report(text, "", "", "", read(text)) for text in texts))
        story = read_story(material)
        assert_valid(texts, story)
        assert_shown(texts, shown(story, material))
