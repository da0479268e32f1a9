"""What clustering gives: numbers, titles and reasons; and what reviewers said goes before everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clusters.cluster import Alias, Clusters, Name
from corpus.clusters.find import clusters
from corpus.span import Span
from tests.corpus.clusters.stories import marked, partition
from tests.corpus.texts import reports

LABELS = ("PERSON", "ORG", "GPE", "NORP", "PRODUCT", "FAC", "LOC", "TIME_DATE", "HUMAN_PART_PER", "")


def test_nothing_gives_nothing() -> None:
    assert clusters([], []) == Clusters((), (), ())


def test_clusters_are_numbered_by_first_mention_and_called_by_their_best_name() -> None:
    texts, names, _ = marked(
        "[Solvang|PERSON|s] left [OSLO|GPE|o]. [Ingrid Solvang|PERSON|s] is 50, said [NRP|ORG|n].",
        "The [Northern Reform Party|ORG|n] met in [Oslo|GPE|o].",
    )
    found = clusters(texts, names)
    assert found.of == (0, 1, 0, 2, 2, 1)
    assert found.titles == ("Ingrid Solvang", "Oslo", "Northern Reform Party")


@pytest.mark.parametrize(
    ("story", "reason"),
    [
        ("[Ane Lund|PERSON|a] met [Bo Dahl|PERSON|b]. [Lund|PERSON|a] left.", "surname of Ane Lund"),
        ("[Lund|PERSON|a] left, [Ane Lund|PERSON|a] said.", "full name of Lund"),
        ("[Ane Lund|PERSON|a], 8, fell; [Ane|PERSON|a] lives.", "given name of Ane Lund"),
        ("[Ane Lund|PERSON|a] left. [Ane Lund|PERSON|a] came.", "the same name"),
        ("[Sergei Volkov|PERSON|a] is [Sergej Wolkow|PERSON|a].", "another spelling of Sergei Volkov"),
        ("[Federal Road Office|ORG|a] ([BSA|ORG|a])", "defined as Federal Road Office"),
        ("[Open Water Fund|ORG|a] is [OWF|ORG|a].", "initials of Open Water Fund"),
        ("[Halden Ferries|ORG|a] sank. [Halden|ORG|a] paid.", "short for Halden Ferries"),
        ("[Bob Okafor|PERSON|a] is [Robert Okafor|PERSON|a].", "another form of the given name of Bob Okafor"),
    ],
)
def test_the_last_name_says_why_it_belongs_to_the_first(story: str, reason: str) -> None:
    texts, names, things = marked(story)
    found = clusters(texts, names)
    assert partition(found.of) == partition(things)
    assert found.reasons[-1] == reason
    assert found.reasons[0] == ""


def test_reviewers_put_names_together_that_nothing_else_would() -> None:
    texts, names, _ = marked("[Grey Fox|PERSON|f] came.", "[Anton Reznik|PERSON|r] came; [Reznik|PERSON|r] left.")
    assert clusters(texts, names).of == (0, 1, 1)
    found = clusters(texts, names, [Alias("anton reznik", "grey fox", same=True)])
    assert found.of == (0, 0, 0)
    assert found.reasons[1] == "a reviewer said so"


def test_reviewers_keep_names_apart_that_the_text_would_define_as_one() -> None:
    texts, names, _ = marked("[Federal Road Office|ORG|a] ([BSA|ORG|a]) said. [BSA|ORG|a] paid.")
    assert clusters(texts, names).of == (0, 0, 0)
    assert clusters(texts, names, [Alias("bsa", "federal road office", same=False)]).of == (0, 1, 1)


def test_what_is_kept_apart_does_not_come_together_over_a_third_name() -> None:
    texts, names, _ = marked("[Vela Free Legion|ORG|a], [Legion of Free Vela|ORG|b] and [VFL|ORG|a].")
    assert clusters(texts, names).of == (0, 0, 0)
    apart = [Alias("vela free legion", "legion of free vela", same=False)]
    assert len(set(clusters(texts, names, apart).of)) == 2


def test_the_order_of_articles_changes_nothing() -> None:
    stories = (
        "[Anton Reznik|PERSON|r] led the [Free Vela Legion|ORG|v] ([FVL|ORG|v]) out of [Orsk City|GPE|o].",
        "[Reznik|PERSON|r]’s [Legion of Free Vela|ORG|v] left [Orsk|GPE|o], the [Interior Ministry|ORG|i] said.",
        "The [Ministry of the Interior|ORG|i] blamed [Antón Resnik|PERSON|r] and the [FVL|ORG|v].",
    )
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        texts, names, things = marked(*(stories[at] for at in order))
        assert partition(clusters(texts, names).of) == partition(things)


def test_a_label_that_is_wrong_in_one_article_splits_no_name() -> None:
    texts, names, _ = marked("[Zarath|GPE|z] fell.", "[Zarath|ORG|z] fell.", "[Zarath|PERSON|z] fell.")
    assert len(set(clusters(texts, names).of)) == 1


@st.composite
def _stories(draw: st.DrawFn) -> tuple[list[str], list[Name]]:
    texts = draw(st.lists(reports, min_size=1, max_size=4))
    names = []
    for article, text in enumerate(texts):
        places = draw(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=8))
        names += [
            Name(article, Span(start, min(start + size, len(text))), draw(st.sampled_from(LABELS)), draw(st.booleans()))
            for start, size in sorted(places)
            if start < len(text) and text[start : start + size].strip()
        ]
    return texts, names


@given(_stories())
def test_any_text_and_any_span_is_clustered(story: tuple[list[str], list[Name]]) -> None:
    texts, names = story
    found = clusters(texts, names)
    assert len(found.of) == len(found.reasons) == len(names)
    assert partition(found.of) == list(found.of)
    assert set(found.of) == set(range(len(found.titles)))
    surfaces = [" ".join(name.span.surface(texts[name.article]).split()) for name in names]
    assert all(found.titles[cluster] in surfaces for cluster in found.of)
    assert clusters(texts, names) == found


@pytest.mark.parametrize(
    "surface", ["Smith", "Ministry of Defence", "Anna Smith", "ABC", "he", "Springfield", "\u202e"]
)
def test_one_name_thousands_of_times_in_one_line(surface: str) -> None:
    text = (surface + " said, ") * 3000
    size = len(surface) + 7
    for label in ("PERSON", "ORG", "GPE"):
        names = [Name(0, Span(at * size, at * size + len(surface)), label) for at in range(3000)]
        assert set(clusters([text], names).of) == {0}
