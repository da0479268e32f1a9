"""brat's standoff files: what is written byte by byte, its traps, and files that brat itself made."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import Format, How
from annotations.formats.brat import BRAT
from annotations.formats.brat_names import fragments, plain, reference, storage, whole
from annotations.formats.registry import format_named, recognised
from annotations.formats.surfaces import checked, misplaced
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation, Connection, Verdict
from corpus.offsets import Unit
from corpus.span import Span
from tests.annotations.examples import Mark, gold, story_of
from tests.annotations.shared_files import real

TEXT = "Ann Lee\r\nmet Bob of the U.N. in Oslo."


def _written(story: GoldStory, folder: Path) -> Path:
    out = folder / "gold"
    export(lambda: iter([story]), BRAT, out)
    return out


def _read(path: Path, how: How | None = None) -> list[GoldStory]:
    return [checked(story) for story in BRAT.read(path, how or How())]


def _only(path: Path) -> GoldArticle:
    (story,) = _read(path)
    (article,) = story.articles
    return article


def _story() -> GoldStory:
    article = gold(TEXT, Mark("Ann Lee\r\nmet"), Mark("Bob", "PERSON", note="who?\nwhich?"), Mark("Oslo", "U.N"))
    first, second, third = article.annotations
    second = replace(second, attributes=(("certain", "yes"), ("role", "a\tb")))
    third = replace(third, span=Span(24, 36), surface=TEXT[24:36], parts=(Span(24, 28), Span(32, 36)))
    one = replace(article, annotations=(first, second, third))
    drawn = Connection("leads", first.article_id, first.id, first.article_id, second.id, "anna", "")
    cluster = Cluster("s1:0", (first.id, second.id), "Ann", "Q42")
    return replace(story_of(replace(one, connections=(drawn,))), clusters=(cluster,))


def test_a_sheet_byte_by_byte(tmp_path: Path) -> None:
    out = _written(_story(), tmp_path)
    assert (out / "anna" / "report.txt").read_bytes() == TEXT.replace("\r", " ").encode()
    assert (out / "anna" / "report.ann").read_text("utf-8").splitlines() == [
        "T1\tORG 0 7;9 12\tAnn Lee met",
        "T2\tPERSON 13 16\tBob",
        "A1\tcertain T2 yes",
        "A2\trole T2 a b",
        "#1\tAnnotatorNotes T2\twho? which?",
        "T3\tU_N 24 28;32 36\tU.N. Oslo",
        "N1\tReference T1 Wikidata:Q42\tAnn",
        "N2\tReference T2 Wikidata:Q42\tAnn",
        "*\tEquiv T1 T2",
        "R1\tleads Arg1:T1 Arg2:T2",
    ]
    assert (out / "annotation.conf").read_text("utf-8") == (
        "[entities]\nORG\nPERSON\nU_N\n\n[relations]\n"
        "Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n"
        "leads\tArg1:<ENTITY>, Arg2:<ENTITY>\n"
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n"
        "[events]\n\n[attributes]\ncertain\tArg:<ENTITY>, Value:yes\nrole\tArg:<ENTITY>\n"
    )


def test_what_brat_has_no_place_for_comes_back(tmp_path: Path) -> None:
    found = _only(_written(_story(), tmp_path))
    first, second, third = found.annotations
    assert (found.article.text, first.parts, first.surface) == (TEXT, (), "Ann Lee\r\nmet")
    assert (second.note, dict(second.attributes)["role"]) == ("who?\nwhich?", "a\tb")
    assert (third.label, third.parts) == ("U.N", (Span(24, 28), Span(32, 36)))


def test_what_was_changed_in_brat_counts(tmp_path: Path) -> None:
    out = _written(_story(), tmp_path)
    sheet = out / "anna" / "report.ann"
    lines = sheet.read_text("utf-8").splitlines()
    kept = lines[1:4]  # the first span goes, and all that points at it
    sheet.write_text(
        "\n".join([*kept, "#1\tAnnotatorNotes T2\tsettled", "T3\tGPE 32 36\tOslo", ""]), "utf-8", newline=""
    )
    (story,) = _read(out)
    (article,) = story.articles
    assert [(one.label, one.surface, one.note) for one in article.annotations] == [
        ("PERSON", "Bob", "settled"),
        ("GPE", "Oslo", ""),
    ]
    assert article.connections == ()
    assert all("T1" not in member for one in story.clusters for member in one.members)


def test_each_reviewer_has_a_folder_and_rejected_spans_are_in_none(tmp_path: Path) -> None:
    marks = (Mark("Ann Lee"), Mark("Ann Lee", reviewer="çelik/b"), Mark("Bob", verdict=Verdict.REJECTED))
    out = _written(story_of(gold(TEXT, *marks)), tmp_path)
    sheets = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.ann"))
    assert sheets == ["anna/report.ann", "çelik_b/report.ann"]
    assert (out / sheets[0]).read_bytes() == b"T1\tORG 0 7\tAnn Lee\n"
    verdicts = [(one.reviewer, one.verdict.value) for one in _only(out).annotations]
    assert verdicts == [("anna", "accepted"), ("çelik/b", "accepted"), ("anna", "rejected")]


def test_clusters_over_articles_and_reviewers_come_back(tmp_path: Path) -> None:
    one = gold("Ann met Ann.", Mark("Ann"), Mark("Ann", nth=1), Mark("Ann", reviewer="ben"), name="a.txt")
    two = gold("Ann left.", Mark("Ann"), name="b.txt")
    members = tuple(each.id for article in (one, two) for each in article.annotations)
    out = _written(replace(story_of(one, two), clusters=(Cluster("s1:0", members),)), tmp_path)
    (story,) = _read(out)
    (cluster,) = story.clusters
    assert len(cluster.members) == 4
    assert "Equiv" in (out / "anna" / "a.ann").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "span", "parts", "pieces"),
    [
        ("a\nb", Span(0, 3), (), [(0, 1), (2, 3)]),
        ("\na\r\n\tb\u2028", Span(0, 7), (), [(1, 2), (5, 6)]),
        ("\n\n", Span(0, 2), (), []),
        ("a b c", Span(0, 5), (Span(0, 1), Span(4, 5)), [(0, 1), (4, 5)]),
    ],
)
def test_fragments_lie_on_one_line(
    text: str, span: Span, parts: tuple[Span, ...], pieces: list[tuple[int, int]]
) -> None:
    found = fragments(text, span, parts)
    assert [(one.start, one.end) for one in found] == pieces
    if text[0] == "a":
        assert whole(text, found) == (span, parts)


def test_names_and_texts_that_brat_can_hold() -> None:
    assert (storage("U.N é"), storage("")) == ("U_N__", "_")
    assert plain("\ufeffa\r\nb\rc") == " a \nb\nc"
    found = [reference(one) for one in ("Q42", "viaf:1", "a b")]
    assert found == ["Wikidata:Q42", "viaf:1", "ID:a_b"]


def test_news_tutorials_of_brat() -> None:
    folder = real("brat", "news-tutorial")
    found = {one.articles[0].article.name: one for one in _read(folder, How(reviewer="ann"))}
    (events,) = found["110-note_annotation.txt"].articles
    named = {one.id.rpartition("#")[2]: one for one in events.annotations}
    assert named["T1"].note == "Should fictional places be annotated?"
    assert named["T5"].note.startswith("Annotate as one merge event")  # it is said of the event, which T5 triggers
    drawn = {(one.kind, one.source.rpartition("#")[2], one.target.rpartition("#")[2]) for one in events.connections}
    assert {("Family", "T6", "T7"), ("Org-Arg2", "T5", "T3")} <= drawn
    (alias,) = found["060-relation_annotation.txt"].clusters
    assert len(alias.members) == 3
    flags = [one for one in found["100-attribute_annotation.txt"].articles[0].annotations if one.attributes]
    assert ("Individual", "yes") in [pair for one in flags for pair in one.attributes]


@pytest.mark.parametrize("folder", ["NCBI-disease", "news-tutorial", "TDT"])
def test_files_of_brat_come_back(folder: str, tmp_path: Path) -> None:
    path = real("brat", folder)
    found = recognised(path)
    assert found is not None
    assert found.name == "brat"
    stories = _read(path, How(reviewer="ann"))
    assert stories
    assert all(misplaced(one.articles[0]) is None for one in stories)
    done = export(lambda: iter(stories), BRAT, tmp_path / "again")
    assert (done.articles, done.lacks) == (len(stories), {})
    for sheet in path.glob("*.ann"):
        (again,) = (tmp_path / "again").glob(f"*/{sheet.stem}.ann")
        assert _places(again) == _places(sheet)


def _places(sheet: Path) -> list[str]:
    """The T lines of a file without their ids."""
    lines = sheet.read_text("utf-8").split("\n")
    return sorted(line.partition("\t")[2] for line in lines if line.startswith("T"))


def _foreign(folder: Path, text: str, lines: str) -> Path:
    (folder / "a.txt").write_bytes(text.encode())
    (folder / "a.ann").write_bytes(lines.encode())
    return folder


def test_references_of_others_are_clusters(tmp_path: Path) -> None:
    lines = "T1\tORG 0 3\tAnn\nT2\tORG 8 11\tAnn\n"
    lines += "N1\tReference T1 Wikipedia:534366\tAnn Lee\nN2\tReference T2 Wikipedia:534366\t\n"
    (story,) = _read(_foreign(tmp_path, "Ann met Ann.", lines))
    (cluster,) = story.clusters
    assert (len(cluster.members), cluster.external_id, cluster.name) == (2, "Wikipedia:534366", "Ann Lee")


def test_offsets_of_others_may_count_something_else(tmp_path: Path) -> None:
    folder = _foreign(tmp_path, "💩 Ann left.", "T1\tORG 3 6\tAnn\n")
    (story,) = BRAT.read(folder, How())
    assert misplaced(story.articles[0]) is not None
    (story,) = BRAT.read(folder / "a.ann", How(unit=Unit.UTF_16))
    assert misplaced(story.articles[0]) is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ann\r\nmet\r\nBob Lee.", "8 15"),
        ("Ann\r\nmet\r\nBob Lee.", "10 17"),
        ("\ufeffAnn met Bob Lee.", "8 15"),
        ("\ufeffAnn\r\nmet\r\nBob Lee.", "8 15"),
        ("Ann\r\nmet Bob\r\nLee.", "8 11;12 15"),
    ],
)
def test_offsets_that_were_made_without_carriage_returns_or_mark(text: str, places: str, tmp_path: Path) -> None:
    (one,) = _only(_foreign(tmp_path, text, f"T1\tPERSON {places}\tBob Lee\n")).annotations
    assert one.surface.split() == ["Bob", "Lee"]
    assert one.parts == ()


@pytest.mark.parametrize(
    "lines",
    [
        "T1 ORG 0 3 Ann\n",
        "T1\tORG 0 3\tAnn\nT1\tORG 0 3\tAnn\n",
        "T1\tORG 3 3\t\n",
        "T1\tORG 0 99\tAnn\n",
        "T1\tORG\tAnn\n",
        "A1\tcertain T9 yes\n",
        "R1\tleads Arg1:T1\n",
        "N1\tReference\n",
        "\ud7ff\x00\n",
    ],
)
def test_broken_files_are_refused_in_one_line(lines: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        list(BRAT.read(_foreign(tmp_path, "Ann met Bob.", lines), How()))
    assert "\n" not in str(caught.value)
    assert f"line {lines.count(chr(10))}" in str(caught.value)


@pytest.mark.parametrize(
    "change", [("anna/report", "../report"), ("variorum-brat/1", "x"), ('"exact": {', '"exact": [{'), ("T1", "")]
)
def test_a_broken_index_is_refused(change: tuple[str, str], tmp_path: Path) -> None:
    out = _written(story_of(gold(TEXT, Mark("Bob"))), tmp_path)
    (tmp_path / "report.txt").write_text("outside")
    index = out / "articles.jsonl"
    data = index.read_text("utf-8")
    index.write_text(data.replace(*change) if change[1] else data[:40], "utf-8")
    with pytest.raises(ReadError, match="line 1"):
        list(BRAT.read(out, How()))


def test_only_texts_with_annotations_look_like_brat(tmp_path: Path) -> None:
    fmt: Format = format_named("brat")
    (tmp_path / "a.txt").write_text("Ann")
    assert not fmt.begins(tmp_path, b"")
    (tmp_path / "b.ann").write_text("")
    assert not fmt.begins(tmp_path, b"")
    (tmp_path / "a.ann").write_text("")
    assert fmt.begins(tmp_path, b"")
    assert fmt.begins(tmp_path / "a.ann", b"")
    assert not fmt.begins(tmp_path / "b.ann", b"")


def test_an_annotation_of_line_ends_alone_is_left_out(tmp_path: Path) -> None:
    done = export(lambda: iter([story_of(gold(TEXT, Mark("\r\n"), Mark("Bob")))]), BRAT, tmp_path / "gold")
    assert (done.spans, done.lacks) == (1, {"spans": 1})
    assert isinstance(_only(tmp_path / "gold").annotations[0], Annotation)
