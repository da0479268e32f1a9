"""A story read as a whole, and compared in a process of its own."""

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.analysis import Analysis, joined
from corpus.article_reading import read_article
from corpus.boilerplate.known import NOTHING_KNOWN, Known
from corpus.clusters.cluster import Alias
from corpus.comparing import ComparingProcess, NotComparedError
from corpus.material import Decided, Material, Report, Tied
from corpus.shown import shown
from corpus.span import Span
from corpus.story_reading import StoryReading, read_story
from tests.corpus.test_article_reading import Given

WIRE = (
    "Dam breaks above Orlec\n"
    "At least 30 people died when a dam broke above Orlec on Monday, Governor Dana Kuzmova said.\n"
    '"We have lost a whole street," Kuzmova told reporters.\n'
    "Photo: Ivo Marek / Orlec Post\n"
)
DAILY = (
    "Flood in Orlec\n"
    "The police said 44 people died in the flood on Monday.\n"
    'Dana Kuzmova, the governor, visited Orlec. "We have lost a whole street," she said.\n'
)
READER = Given(("Dana Kuzmova", "PERSON"), ("Kuzmova", "PERSON"), ("Orlec", "GPE"))


def read(text: str) -> Analysis:
    return joined([part for _, _, part in read_article(READER, text, {})])


def report(text: str, *decided: Decided) -> Report:
    return Report(text, "", "", "2024-03-12T09:14:00Z", read(text), decided)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def decided(text: str, words: str, label: str, verdict: str) -> Decided:
    span = at(text, words)
    return Decided(span.start, span.end, label, verdict)


def names(story: StoryReading, article: int, text: str) -> list[str]:
    return [one.span.surface(text) for one in story.articles[article].mentions]


def test_a_story_has_clusters_speakers_and_a_ledger_across_its_articles() -> None:
    story = read_story(Material((report(WIRE), report(DAILY))))
    first, second = story.articles
    assert [region.span.surface(WIRE) for region in first.regions] == ["Photo: Ivo Marek / Orlec Post"]
    assert "Orlec Post" not in names(story, 0, WIRE)
    governor = first.clusters[names(story, 0, WIRE).index("Dana Kuzmova")]
    assert second.clusters[names(story, 1, DAILY).index("Dana Kuzmova")] == governor
    assert first.speakers == second.speakers == (governor,)
    assert any(one.how.value == "verbatim" for one in story.alignments)
    dead = [group for group in story.ledger if len(group.entries) == 2]
    assert [entry.span.surface((WIRE, DAILY)[entry.article]) for entry in dead[0].entries] == ["At least 30", "44"]
    assert first.groups[0] == second.groups[0] == story.ledger.index(dead[0])


def test_decisions_take_the_place_of_proposals() -> None:
    taken = decided(WIRE, "Governor Dana Kuzmova", "PERSON", "accepted")
    lost = decided(WIRE, "Orlec", "GPE", "rejected")
    drawn = decided(WIRE, "Dam breaks above Orlec", "BOILERPLATE", "accepted")
    kept = decided(WIRE, "Photo: Ivo Marek / Orlec Post", "BOILERPLATE", "rejected")
    story = read_story(Material((report(WIRE, taken, lost, drawn, kept),)))
    assert names(story, 0, WIRE)[:2] == ["Orlec", "Governor Dana Kuzmova"]
    (region,) = story.articles[0].regions
    assert (region.kind, region.span.surface(WIRE)) == ("reviewed", "Dam breaks above Orlec")


def test_a_figure_that_was_rejected_is_gone_and_one_marked_by_hand_is_read() -> None:
    gone = decided(WIRE, "At least 30", "CARDINAL", "rejected")
    text = WIRE + "Thirty two more are missing.\n"
    hand = decided(text, "Thirty two", "CARDINAL", "accepted")
    story = read_story(Material((report(text, gone, hand),)))
    found = {one.span.surface(text): one.value for one in story.articles[0].figures}
    assert "At least 30" not in found
    assert found["Thirty two"] == 32


def test_imported_spans_are_clustered_without_any_model() -> None:
    def bare(text: str, *spans: Decided) -> Report:
        return Report(text, "", "", "", replace(read(text), facts=b""), spans)

    one, other = "The actor Ben Holt won.", "Holt, the actor, won."
    first = bare(one, decided(one, "Ben Holt", "PERSON", "accepted"))
    second = bare(other, decided(other, "Holt", "PERSON", "accepted"))
    story = read_story(Material((first, second)))
    assert story.articles[0].clusters == story.articles[1].clusters


def test_what_reviewers_said_of_names_holds() -> None:
    texts = ("Ada Vorn left.", "The Grey Lady left.")
    reports = [
        report(texts[0], decided(texts[0], "Ada Vorn", "PERSON", "accepted")),
        report(texts[1], decided(texts[1], "Grey Lady", "PERSON", "accepted")),
    ]
    apart = read_story(Material(tuple(reports)))
    assert apart.articles[0].clusters != apart.articles[1].clusters
    alias = read_story(Material(tuple(reports), aliases=(Alias("ada vorn", "grey lady", same=True),)))
    assert alias.articles[0].clusters == alias.articles[1].clusters
    tied = Tied("same", 0, 0, 8, 1, 4, 13, "accepted")
    assert read_story(Material(tuple(reports), (tied,))).articles[1].clusters == (0,)


def test_material_travels_whole() -> None:
    material = Material(
        (report(WIRE, decided(WIRE, "Orlec", "GPE", "rejected")), report(DAILY)),
        (Tied("same", 0, 0, 3, 1, 0, 5, "accepted"),),
        (Alias("a", "b", same=False),),
        (("orlec", "GPE"),),
        Known({1: 3}, {1: 2}),
    )
    assert Material.from_bytes(material.to_bytes()) == material
    with pytest.raises(ValueError, match="not the material"):
        Material.from_bytes(b"{}\n")


def test_a_comparison_says_all_that_the_desk_shows() -> None:
    lost = decided(WIRE, "Orlec", "GPE", "rejected")
    material = Material((report(WIRE, lost), report(DAILY)), furniture=NOTHING_KNOWN)
    comparison = shown(read_story(material), material)
    side = comparison.sides[0]
    assert [one.reason for one in side.marked if (one.start, one.end) == (lost.start, lost.end)] == ["rejected"]
    assert "Dana Kuzmova" in comparison.titles
    assert {one.value for one in side.counted} >= {"≥30"}
    assert comparison.ledger
    assert any(match.a == 0 and match.b == 1 for match in comparison.matches)
    assert shown(read_story(material), material) == comparison


@pytest.fixture
def _importable(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(root),)))


@pytest.mark.usefixtures("_importable")
async def test_the_comparing_process_answers_in_order_and_outlives_a_bad_story() -> None:
    process = ComparingProcess()
    good = Material((report(WIRE), report(DAILY)))
    # Facts that are none: whatever is wrong with one story, the next one is compared.
    bad = Material((replace(report(WIRE), analysis=replace(read(WIRE), facts=b"nonsense")),))
    try:
        first, again = await asyncio.gather(process.compare(good), process.compare(good))
        assert first == again == shown(read_story(good), good)
        with pytest.raises(NotComparedError, match="not compared"):
            await process.compare(bad)
        assert await process.compare(good) == first
    finally:
        await process.close()


@pytest.mark.usefixtures("_importable")
async def test_an_answer_that_nobody_waited_for_is_not_given_to_the_next() -> None:
    process = ComparingProcess()
    asked = asyncio.create_task(process.compare(Material((report(WIRE * 50),))))
    await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    try:
        comparison = await process.compare(Material((report(DAILY),)))
        assert len(comparison.sides) == 1
        assert comparison.sides[0].marked[-1].end <= len(DAILY)
    finally:
        await process.close()


def test_odd_texts_are_compared_too() -> None:
    texts = ("", "\n", "x" * 5000, "東京で地震。" * 200, "“" * 300, "1 " * 2000, '"' * 999)
    story = read_story(Material(tuple(Report(text, "", "", "", read(text)) for text in texts)))
    assert len(story.articles) == len(texts)
