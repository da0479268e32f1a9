"""UIMA CAS: what the library and INCEpTION load, and what others wrote."""

import json
import sys
import warnings
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from annotations.errors import ExportError, ReadError
from annotations.export import export
from annotations.formats.base import How
from annotations.formats.cas import JSON, XMI, UimaCas
from annotations.formats.cas_build import article_cas
from annotations.formats.cas_files import loaded, types_beside
from annotations.formats.cas_share import shares
from annotations.formats.cas_types import type_system
from annotations.formats.registry import recognised
from annotations.formats.surfaces import checked
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Connection, Verdict
from tests.annotations.examples import DECIDED, Mark, gold, story_of
from tests.annotations.gold_stories import gold_stories
from tests.annotations.shared_files import real

cassis = pytest.importorskip("cassis")

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
CHAIN = "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceChain"
both = pytest.mark.parametrize("fmt", [XMI, JSON], ids=["xmi", "json"])


def _story() -> GoldStory:
    one = gold(
        "💩 Ann met Bob.\r\nShe left.\x0b",
        Mark("Ann", "PERSON"),
        Mark("Ann", "PERSON", "ben"),
        Mark("Bob", "PERSON", verdict=Verdict.REJECTED, note="a dog"),
        Mark("She", "PERSON"),
    )
    ann, also, _, she = one.annotations
    link = Connection("leads", one.article.id, ann.id, one.article.id, she.id, "anna", DECIDED)
    article = GoldArticle(one.article, one.lang, one.finished_by, one.annotations, connections=(link,))
    return GoldStory("s1", "A story", (article,), (), (Cluster("c1", (ann.id, also.id, she.id), "Ann Lee", "Q42"),))


def _written(fmt: UimaCas, story: GoldStory, folder: Path) -> Path:
    out = folder / "gold"
    assert export(lambda: iter([story]), fmt, out).lacks == {}
    return next(out.glob("*.xmi" if fmt is XMI else "*.json"))


def _cas(path: Path) -> Any:
    with path.open("rb") as stream:
        if path.suffix == ".json":
            return cassis.load_cas_from_json(stream)
        return cassis.load_cas_from_xmi(stream, typesystem=cassis.load_typesystem(path.parent / "TypeSystem.xml"))


@both
def test_a_consumer_sees_entities_once_and_chains(fmt: UimaCas, tmp_path: Path) -> None:
    path = _written(fmt, _story(), tmp_path)
    cas = _cas(path)
    entities = cas.select(ENTITY)
    assert [(one.get_covered_text(), one.value, one.identifier) for one in entities] == [
        ("Ann", "PERSON", "Q42"),
        ("She", "PERSON", "Q42"),
    ]
    (chain,) = cas.select(CHAIN)
    assert chain.first.get_covered_text() == "Ann"
    assert chain.first.next.get_covered_text() == "She"
    assert chain.first.next.next is None
    assert path.name.startswith("000001-report.txt")


def test_offsets_in_the_file_are_utf_16(tmp_path: Path) -> None:
    found = json.loads(_written(JSON, _story(), tmp_path).read_text("utf-8"))["%FEATURE_STRUCTURES"]
    assert next((one["begin"], one["end"]) for one in found if one["%TYPE"] == ENTITY) == (3, 6)
    assert next(one["sofaString"] for one in found if one["%TYPE"] == "uima.cas.Sofa").endswith("\x0b")
    (tmp_path / "xmi").mkdir()
    data = _written(XMI, _story(), tmp_path / "xmi").read_text("utf-8")
    assert 'begin="3" end="6" value="PERSON" identifier="Q42"' in data
    assert 'sofaString="💩 Ann met Bob.&#13;&#10;She left.�"' in data
    assert 'code="11"' in data


@both
def test_the_library_writes_it_again_without_loss(fmt: UimaCas, tmp_path: Path) -> None:
    path = _written(fmt, _story(), tmp_path)
    before = list(fmt.read(path.parent, How()))
    cas = _cas(path)
    path.unlink()
    if fmt is XMI:
        cas.to_xmi(path)
    else:
        cas.to_json(path)
    assert list(fmt.read(path.parent, How())) == before


@both
@settings(max_examples=60, deadline=None)
@given(story=gold_stories())
def test_the_files_are_what_the_library_writes_of_the_same(fmt: UimaCas, story: GoldStory) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "gold"
        fmt.write(iter([story]), out)
        files = sorted(one for one in out.iterdir() if one.name[0].isdigit())
        assert len(files) == len(story.articles)
        for share, file in zip(shares(story), files, strict=True):
            cas: Any = article_cas(share, type_system(), xml=fmt is XMI)
            if fmt is XMI:
                cas.to_xmi(Path(folder) / "same", pretty_print=True)
            else:
                cas.to_json(Path(folder) / "same")
            assert file.read_bytes() == (Path(folder) / "same").read_bytes()


def test_an_article_gets_its_own_share_of_a_story() -> None:
    one = gold("Ann met Bob.", Mark("Ann"), Mark("Bob"), name="one.txt")
    two = gold("Ann left.", Mark("Ann"), name="two.txt")
    two = replace(two, annotations=tuple(replace(each, id=f"b{each.id}") for each in two.annotations))
    (ann, bob), (also,) = one.annotations, two.annotations
    clusters = Cluster("c1", (bob.id,)), Cluster("c2", (ann.id, also.id), "Ann Lee")
    first, second = shares(GoldStory("s1", "A story", (one, two), (), clusters))
    assert first.clusters == (Cluster("c1", (bob.id,)), Cluster("c2", (ann.id,), "Ann Lee"))
    assert second.clusters == (Cluster("c2", (also.id,), "Ann Lee"),)
    assert (second.gold, second.story, second.title) == (two, "s1", "A story")


@both
def test_files_of_one_folder_share_their_types(fmt: UimaCas, tmp_path: Path) -> None:
    story, other = _story(), replace(_story(), id="s2")
    fmt.write(iter([story, other]), tmp_path)
    first, second = (loaded(one, types_beside) for one in sorted(tmp_path.glob("00000*")))
    assert first.typesystem is second.typesystem


def test_types_beside_are_looked_for_once(tmp_path: Path) -> None:
    XMI.write(iter([_story(), replace(_story(), id="s2"), replace(_story(), id="s3")]), tmp_path)
    before = list(XMI.read(tmp_path, How()))
    reading = XMI.read(tmp_path, How())
    found = [next(reading)]
    (tmp_path / "TypeSystem.xml").unlink()
    assert [*found, *reading] == before
    with pytest.raises(ReadError):
        list(XMI.read(tmp_path, How()))


@pytest.mark.parametrize("first", ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"])
def test_the_order_in_a_json_file_does_not_count(first: str, tmp_path: Path) -> None:
    path = _written(JSON, _story(), tmp_path)
    before = list(JSON.read(path, How()))
    said = json.loads(path.read_bytes())
    path.write_text(json.dumps({first: said.pop(first), **said}), "utf-8")
    assert list(JSON.read(path, How())) == before
    path.write_text(json.dumps({"about": {"%TYPES": {}}, first: json.loads(path.read_bytes())[first], **said}), "utf-8")
    assert list(JSON.read(path, How())) == before


@both
def test_a_folder_is_recognised(fmt: UimaCas, tmp_path: Path) -> None:
    path = _written(fmt, _story(), tmp_path)
    assert recognised(path.parent) is fmt
    assert recognised(path) is fmt
    assert not fmt.begins(tmp_path / "empty.txt", b"<p>An article</p>")


def test_words_that_xml_cannot_hold_come_back(tmp_path: Path) -> None:
    article = gold("Ann\x00", Mark("Ann", note="a\x01b"), Mark("Ann", "X", note="json:x"), name="a\x02.txt")
    path = _written(XMI, story_of(article), tmp_path)
    (story,) = XMI.read(path.parent, How())
    assert story.articles[0].article == article.article
    assert {one.note for one in story.articles[0].annotations} == {"a\x01b", "json:x"}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<xmi:XMI", "not a whole CAS"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "document type"),
        (b'<?xml version="1.0" encoding="UTF-7"?><x/>', "UTF-8"),
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-7"?><x/>', "UTF-8"),
        (b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [', "not a whole CAS"),
        (b'{"%TYPES": 3}', "not a whole CAS"),
    ],
)
def test_broken_files_are_refused_with_their_name(data: bytes, what: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.xmi"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=what) as caught:
        list(XMI.read(path, How()))
    assert "broken.xmi" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_text_that_was_changed_is_refused(tmp_path: Path) -> None:
    path = _written(XMI, _story(), tmp_path)
    path.write_text(path.read_text("utf-8").replace("She left", "She lost"), "utf-8")
    with pytest.raises(ReadError, match="not a whole CAS of ours"):
        list(XMI.read(path.parent, How()))


def test_an_offset_inside_a_character_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "one.xmi"
    data = real("uima-cas", "json", "casWithEmojiUnicodeTextAndAnnotations.xmi").read_bytes()
    path.write_bytes(data.replace(b'begin="0" end="2"', b'begin="0" end="1"'))
    with pytest.raises(ReadError):
        list(XMI.read(path, How()))


def test_real_files_come_in() -> None:
    emoji = {"xmi": XMI, "json": JSON}
    for ending, fmt in emoji.items():
        path = real("uima-cas", "json", f"casWithEmojiUnicodeTextAndAnnotations.{ending}")
        (story,) = fmt.read(path, How(reviewer="me"))
        found = checked(story).articles[0].annotations
        assert [one.surface for one in found] == "🥳 This 👳🏻‍♀️ is ✆ a 🧔🏾‍♂️ test 👻".split()
        assert {one.reviewer for one in found} == {"me"}


def test_every_real_xmi_comes_in_without_its_types() -> None:
    paths = sorted(real("uima-cas", "xmi").glob("*.xmi"))
    assert len(paths) > 5
    for path in paths:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            (story,) = XMI.read(path, How())
        checked(story)
        if path.stem == "cas_with_references":
            assert [one.label for one in story.articles[0].annotations] == []


def test_types_beside_a_file_are_used(tmp_path: Path) -> None:
    types = real("uima-cas", "typesystems", "important_dkpro_types.xml")
    system = cassis.load_typesystem(types)
    cas = cassis.Cas(system, sofa_string="Ann saw Bob. He ran.")
    ann, bob = (system.get_type(ENTITY)(begin=at, end=at + 3, value="PER") for at in (0, 8))
    cas.add_all([ann, bob])
    link = system.get_type("de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink")
    he = link(begin=13, end=15, referenceType="PRO")
    first = link(begin=8, end=11, next=he)
    cas.add_all([he, first, system.get_type(CHAIN)(first=first)])
    folder = tmp_path / "doc.txt"
    folder.mkdir()
    cas.to_xmi(folder / "anna.xmi")
    (folder / "TypeSystem.xml").write_bytes(types.read_bytes())
    (story,) = XMI.read(tmp_path, How())
    (article,) = story.articles
    assert article.article.name == "doc.txt"
    assert [(one.surface, one.label, one.reviewer) for one in article.annotations] == [
        ("Ann", "PER", "anna"),
        ("Bob", "PER", "anna"),
        ("He", "PRO", "anna"),
    ]
    assert story.clusters[0].members == (article.annotations[1].id, article.annotations[2].id)


@both
def test_without_the_library_it_says_what_to_install(
    fmt: UimaCas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _written(fmt, _story(), tmp_path)
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(ReadError, match=r"install variorum\[cas\]"):
        list(fmt.read(path, How()))
    with pytest.raises(ExportError, match=r"install variorum\[cas\]"):
        export(lambda: iter([_story()]), fmt, tmp_path / "other")


def test_a_relation_to_what_was_not_exported_comes_back(tmp_path: Path) -> None:
    story = _story()
    (article,) = story.articles
    link = replace(article.connections[0], other_id="elsewhere", target="far")
    story = replace(story, articles=(replace(article, connections=(link,)),))
    for fmt in (XMI, JSON):
        export(lambda: iter([story]), fmt, tmp_path / fmt.name)
        (found,) = fmt.read(tmp_path / fmt.name, How())
        assert found.articles[0].connections == (link,)
