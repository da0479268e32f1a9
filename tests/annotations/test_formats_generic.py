"""What holds for every format: any story comes back as it was, or what is lost is named."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import Format, How
from annotations.formats.registry import our_formats
from annotations.gold import GoldStory
from tests.annotations.examples import hard_articles, story_of
from tests.annotations.gold_stories import gold_stories

every_format = pytest.mark.parametrize("fmt", our_formats(), ids=lambda fmt: fmt.name)


@every_format
def test_hard_texts_come_back_exactly(fmt: Format, tmp_path: Path) -> None:
    articles = list(hard_articles())
    done = export(lambda: iter([story_of(*articles)]), fmt, tmp_path / f"gold{fmt.suffix}")
    assert done.articles == len(articles)


@every_format
@settings(max_examples=60, deadline=None)
@given(stories=st.tuples(gold_stories("s1"), gold_stories("s2")))
def test_any_story_comes_back_or_what_is_lost_is_named(fmt: Format, stories: tuple[GoldStory, ...]) -> None:
    if not any(one.article.text.strip() for story in stories for one in story.articles):
        return
    with TemporaryDirectory() as folder:
        out = Path(folder) / f"gold{fmt.suffix}"
        done = export(lambda: iter(stories), fmt, out)
        listed = done.side.read_text("utf-8").splitlines() if done.side else []
        assert len(listed) == sum(done.lacks.values())


@every_format
def test_the_same_stories_give_the_same_bytes(fmt: Format, tmp_path: Path) -> None:
    articles = list(hard_articles())
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        export(lambda: iter([story_of(*articles)]), fmt, tmp_path / name / f"gold{fmt.suffix}")
    one, two = (sorted(path for path in (tmp_path / name).rglob("*") if path.is_file()) for name in ("one", "two"))
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


@every_format
@pytest.mark.parametrize("data", [b"\x00\x01", b"{}\n", b"[1, 2]\n", b"\xff\n"])
def test_foreign_bytes_are_refused_in_one_line(fmt: Format, data: bytes, tmp_path: Path) -> None:
    if not fmt.suffix:
        return
    path = tmp_path / f"gold{fmt.suffix}"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        list(fmt.read(path, How()))
    assert "\n" not in str(caught.value)
