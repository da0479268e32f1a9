"""Datasets of others taken into a project: offsets in any unit, clusters, proposals; refused where they do not fit."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.analyses import newest_analysis, save_analysis
from annotations.choice import Choice, gold
from annotations.dataset_check import check
from annotations.dataset_decisions import KNOWN, NEW, OTHERWISE, TWICE
from annotations.errors import ReadError
from annotations.event_rows import log_length
from annotations.export import export
from annotations.formats.base import Format, How, Part
from annotations.formats.brat import BRAT
from annotations.formats.conll2012 import CONLL_2012
from annotations.formats.conllup import CONLLUP
from annotations.formats.iob2 import IOB2
from annotations.formats.jsonl import JSONL
from annotations.formats.registry import ANY_ENCODING
from annotations.formats.slate import SLATE
from annotations.gold import Offer
from annotations.model import Proposal, Verdict
from annotations.offered import offered
from annotations.relations import relations
from annotations.store import Store
from annotations.takeover import take_over
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article
from corpus.offsets import Unit
from corpus.span import Span
from tests.annotations.examples import Mark, story_of
from tests.annotations.examples import gold as gold_article
from tests.annotations.places_format import PLACES, TERMS, Places, counts, written
from tests.annotations.projects import Sitter, judged

SCENE = "👩🏻‍🚒 Ann met Bob in Łódź."  # four code points, seven UTF-16 units, fifteen bytes before the blank
CODE_POINTS = [[5, 8, "PERSON", "Ann"], [13, 16, "PERSON", "Bob"]]
UTF_16 = [[8, 11, "PERSON", "Ann"], [16, 19, "PERSON", "Bob"]]
BYTES = [[16, 19, "PERSON", "Ann"], [24, 27, "PERSON", "Bob"]]


def bare(spans: list[list[Any]]) -> list[list[Any]]:
    return [[*one[:3], ""] for one in spans]


@pytest.mark.parametrize(("spans", "unit"), [(UTF_16, Unit.UTF_16), (BYTES, Unit.BYTES)])
@pytest.mark.parametrize("told", ["with surfaces", "without"])
def test_offsets_in_another_unit_are_refused_until_the_unit_is_given(
    new: Callable[[str], Store], tmp_path: Path, spans: list[list[Any]], unit: Unit, told: str
) -> None:
    rows = spans if told == "with surfaces" else bare(spans)
    path = written(tmp_path / "a.places", {"name": "a", "text": SCENE, "spans": rows})
    store = new("one")
    with pytest.raises(ReadError, match=f"a.places.*{unit.value}.*add --offsets {unit.value}"):
        take_over(store, PLACES, path, TERMS)
    assert (store.articles(), log_length(store)) == ([], (0, 0))
    take_over(store, PLACES, path, replace(TERMS, unit=unit))
    assert [(one.span, one.surface, one.reviewer) for one in store.annotations()] == [
        (Span(5, 8), "Ann", "rita"),
        (Span(13, 16), "Bob", "rita"),
    ]


def test_offsets_that_fit_are_taken_as_they_are(tmp_path: Path) -> None:
    for spans in (CODE_POINTS, bare(CODE_POINTS), [[5, 7, "PERSON", "An"]], [[5, 7, "PERSON", ""]]):
        path = written(tmp_path / "a.places", {"name": "a", "text": SCENE, "spans": spans})
        assert check(PLACES, path, How()).articles == 1
    declared = written(tmp_path / "b.places", {"name": "b", "text": SCENE, "spans": bare(UTF_16)})
    assert check(PLACES, declared, How(Unit.CODE_POINTS)).articles == 1  # who says the unit is believed


def test_surfaces_that_fit_no_unit_are_refused_with_their_place(tmp_path: Path) -> None:
    path = written(tmp_path / "a.places", {"name": "a.txt", "text": SCENE, "spans": [[5, 8, "PERSON", "Bob"]]})
    with pytest.raises(ReadError, match=r"a\.places, a\.txt: 'Bob' is said to stand at 5 to 8, where 'Ann' does$"):
        check(PLACES, path, How())


def test_of_a_file_with_a_fault_at_its_end_nothing_comes_in(new: Callable[[str], Store], tmp_path: Path) -> None:
    path = written(tmp_path / "a.places", {"name": "a", "text": "Ann.", "spans": [[0, 3, "PERSON", "Ann"]]})
    path.write_text(path.read_text() + "{broken\n")
    store = new("one")
    with pytest.raises(ReadError, match=r"a\.places, line 2: no place"):
        take_over(store, PLACES, path, TERMS)
    assert (store.articles(), store.reviewers()) == ([], [])


def test_clusters_become_ties_of_names_that_differ(new: Callable[[str], Store], tmp_path: Path) -> None:
    text = "Ann Lee left. Lee said the mayor of Kent knew. Lee slept."
    spans = [[0, 7, "PERSON", ""], [14, 17, "PERSON", ""], [23, 40, "PERSON", ""], [47, 50, "PERSON", ""]]
    row = {"name": "a", "text": text, "spans": spans, "clusters": [[0, 1, 2, 3]], "called": "Ann"}
    path = written(tmp_path / "a.places", row)
    store = new("one")
    done = take_over(store, Places(frozenset({Part.CLUSTERS})), path, TERMS)
    assert [(one.surface, one.other_surface, one.verdict, one.reviewer) for one in relations(store)] == [
        ("Ann Lee", "Lee", Verdict.ACCEPTED, "rita"),
        ("Ann Lee", "the mayor of Kent", Verdict.ACCEPTED, "rita"),
    ]
    [story] = gold(store)
    assert [(len(one.members), one.name) for one in story.clusters] == [(4, "Ann")]
    assert done.unnamed
    again = take_over(store, Places(frozenset({Part.CLUSTERS})), path, TERMS)
    assert counts(again) == {("annotation", KNOWN): 4, ("tie", KNOWN): 2, ("statement", KNOWN): 1}
    other = new("two")
    take_over(other, Places(frozenset({Part.CLUSTERS, Part.TIES})), path, TERMS)
    assert relations(other) == []


def test_spans_come_in_as_proposals(new: Callable[[str], Store], tmp_path: Path) -> None:
    row: dict[str, Any] = {"name": "a", "text": "Ann met Bob.", "spans": [[0, 3, "PERSON", ""]], "offers": [[8, 11]]}
    path = written(tmp_path / "a.places", row, {**row, "name": "b", "text": "Ann met Bob", "verdict": "rejected"})
    store, terms = new("one"), replace(TERMS, proposals=True)
    done = take_over(store, PLACES, path, terms)
    assert (done.added, done.offers, done.tally, log_length(store)) == (2, 3, {}, (0, 0))
    digest = Article.of("a", row["text"]).sha256
    wanted = [
        Offer(Proposal(Span(0, 3), "PERSON", "a model"), 100),
        Offer(Proposal(Span(8, 11), "ORG", "guesser"), 40),
    ]
    assert offered(store, digest) == wanted
    assert newest_analysis(store, digest) is None
    again = take_over(store, PLACES, path, terms)
    assert (again.offers, again.offered) == (0, 3)
    read = analysis_of(ModelId("sm", "1"), [], [], [Mention(Span(4, 7), "EVENT")])
    save_analysis(store, digest, read)
    assert newest_analysis(store, digest) == read
    first, _ = gold(store, Choice(offers=True))
    assert [one.proposal.model for one in first.articles[0].offers] == ["a model", "sm 1", "guesser"]
    sitter = Sitter(store)
    article = first.articles[0].article
    sitter.decide(judged("Bob", "ORG", text=row["text"], origin=wanted[1].proposal), article=article)
    first, _ = gold(store, Choice(offers=True))
    assert [one.proposal.model for one in first.articles[0].offers] == ["a model", "sm 1"]


def test_the_first_word_of_a_dataset_counts_and_another_is_counted(new: Callable[[str], Store], tmp_path: Path) -> None:
    rows = [{"name": "a", "text": "Ann.", "spans": [[0, 3, "PERSON", ""]], "verdict": said} for said in Verdict]
    store = new("one")
    done = take_over(store, PLACES, written(tmp_path / "a.places", *rows), TERMS)
    assert counts(done) == {("annotation", NEW): 1, ("annotation", TWICE): 2}
    assert (done.added, [one.verdict for one in store.annotations()]) == (1, [Verdict.ACCEPTED])
    again = take_over(store, PLACES, written(tmp_path / "b.places", rows[1]), TERMS)
    assert counts(again) == {("annotation", OTHERWISE): 1}


def test_what_a_story_says_twice_is_no_decision_of_the_project(new: Callable[[str], Store], tmp_path: Path) -> None:
    mark = Mark("Ann Lee")
    article = gold_article("Ann Lee met Bob.", mark, replace(mark, verdict=Verdict.REJECTED))
    JSONL.write([story_of(article)], tmp_path / "a.jsonl")
    store = new("one")
    for outcome in (NEW, KNOWN):
        done = take_over(store, JSONL, tmp_path / "a.jsonl", TERMS)
        annotations = {key: number for key, number in counts(done).items() if key[0] == "annotation"}
        assert annotations == {("annotation", outcome): 1, ("annotation", TWICE): 1}


def test_ties_of_clusters_are_the_importing_reviewers(new: Callable[[str], Store], tmp_path: Path) -> None:
    text = "Ann Lee left. Lee bombed it. LEE slept, the bomb fell. A bomb fell."
    spans = [[0, 7, "PERSON", ""], [14, 17, "PERSON", ""], [29, 32, "ORG", ""], [44, 48, "E", ""], [57, 61, "E", ""]]
    row = {"name": "a", "text": text, "spans": spans, "clusters": [[0, 1], [1, 2], [3, 4]], "by": "ben"}
    store = new("one")
    done = take_over(store, Places(frozenset({Part.CLUSTERS})), written(tmp_path / "a.places", row), TERMS)
    assert [(one.surface, one.other_surface, one.reviewer) for one in relations(store)] == [("Ann Lee", "Lee", "rita")]
    assert {one.reviewer for one in store.annotations()} == {"ben"}
    assert (done.clustered, done.unnamed) == (1, False)
    again = take_over(store, Places(frozenset({Part.CLUSTERS})), tmp_path / "a.places", TERMS)
    assert again.clustered == 0


def test_what_is_no_proposal_is_counted(new: Callable[[str], Store], tmp_path: Path) -> None:
    rows = [{"name": "a", "text": "Ann.", "spans": [[0, 3, "PERSON", ""]], "verdict": said} for said in Verdict]
    done = take_over(new("one"), PLACES, written(tmp_path / "a.places", *rows), replace(TERMS, proposals=True))
    assert (done.offers, done.offered, +done.refused) == (1, 1, {"rejected": 1})


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
@pytest.mark.parametrize(
    ("fmt", "name", "content"),
    [
        (IOB2, "a.conll", "Señor B-PER\nmet O\n"),
        (CONLL_2012, "a.conll2012", "#begin document (a); part 000\na 0 0 Señor (1)\n\n#end document\n"),
        (CONLLUP, "a.conllup", "# global.columns = ID FORM MISC\n1\tSeñor\tEntity=(e1-person)\n\n"),
        (BRAT, "a.ann", "T1\tPER 0 5\tSeñor\n"),
        (SLATE, "a.txt.annotations", "(0, 0) - PER\n"),
    ],
)
def test_files_of_text_in_another_encoding(fmt: Format, name: str, content: str, encoding: str, tmp_path: Path) -> None:
    assert fmt.name in ANY_ENCODING
    (tmp_path / "a.txt").write_bytes("Señor came.".encode(encoding))
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    with pytest.raises(ReadError):
        check(fmt, path, How())
    [story] = fmt.read(path, How(encoding=encoding))
    assert story.articles[0].article.text.startswith("Señor")
    with pytest.raises(ReadError, match="a\\."):
        check(fmt, path, How(encoding="ascii"))


@pytest.mark.parametrize("fmt", [BRAT, SLATE])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_folders_of_ours_that_another_program_saved_in_another_encoding(
    fmt: Format, encoding: str, tmp_path: Path
) -> None:
    story = story_of(gold_article("Señor Núñez came.", Mark("Señor Núñez", "PERSON")))
    folder = tmp_path / "gold"
    export(lambda: iter([story]), fmt, folder)
    for path in (*folder.rglob("*.txt"), *folder.rglob("*.ann"), *folder.rglob("*.annotations")):
        path.write_bytes(path.read_text("utf-8").encode(encoding))
    with pytest.raises(ReadError, match=r"\.txt: not UTF-8; save it as UTF-8, or name its --encoding"):
        check(fmt, folder, How())
    [read] = fmt.read(folder, How(encoding=encoding))
    [one] = read.articles[0].annotations
    assert (read.articles[0].article.text, one.span) == ("Señor Núñez came.", Span(0, 11))
    with pytest.raises(ReadError, match=r"\.txt: not valid ascii at byte \d+; name another --encoding"):
        check(fmt, folder, How(encoding="ascii"))
    with pytest.raises(ReadError, match="no encoding of text is called 'utf-9'"):
        check(fmt, folder, How(encoding="utf-9"))
