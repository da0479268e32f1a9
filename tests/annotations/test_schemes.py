"""What a label set says beside labels: read whole, or refused with its line."""

import pytest

from annotations.errors import LabelSetError
from annotations.labels import parse, shipped

HEAD = 'name = "x"\n[[label]]\nname = "PERSON"\nkey = "1"\n[[label]]\nname = "ORG"\nkey = "2"\n'


def test_everything_is_read() -> None:
    found = parse(
        HEAD
        + '[[attribute]]\nname = "sure"\nkind = "choice"\nvalues = ["no", "yes"]\nlabels = ["ORG"]\n'
        + '[[attribute]]\nname = "odd"\n[[attribute]]\nname = "why"\nkind = "text"\n'
        + '[[document]]\nname = "genre"\nvalues = ["report"]\n[[document]]\nname = "events"\non = "story"\n'
        + '[[relation]]\nname = "works for"\nfrom = ["PERSON"]\nto = ["ORG"]\n',
        "set.toml",
    ).schemes
    assert [(one.name, one.kind) for one in found.of_label("ORG")] == [
        ("sure", "choice"),
        ("odd", "flag"),
        ("why", "text"),
    ]
    assert [one.name for one in found.of_label("PERSON")] == ["odd", "why"]
    assert [one.name for one in found.of("article")] == ["genre"]
    assert [one.name for one in found.of("story")] == ["events"]
    (relation,) = found.relations
    assert relation.fits("PERSON")
    assert relation.fits("PERSON", "ORG")
    assert not relation.fits("ORG")
    assert not relation.fits("PERSON", "PERSON")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('[[attribute]]\nkind = "flag"', "set.toml:8: None is no name"),
        ('[[attribute]]\nname = "verdict"', "set.toml:8: 'verdict' is no name"),
        ('[[attribute]]\nname = "a"\nkind = "date"', "set.toml:8: a: no kind 'date'"),
        ('[[attribute]]\nname = "a"\nkind = "choice"', "set.toml:8: a: a choice, and only that, has values"),
        ('[[attribute]]\nname = "a"\nkind = "flag"\nvalues = ["x"]', "a choice, and only that, has values"),
        ('[[attribute]]\nname = "a"\nvalues = ["x", "x"]', "a choice, and only that, has values"),
        ('[[attribute]]\nname = "a"\nlabels = ["GPE"]', "labels: no label 'GPE' in the set"),
        ('[[attribute]]\nname = "a"\nlabels = "ORG"', "labels has to be a list of strings"),
        ('[[attribute]]\nname = "a"\ncolour = "red"', "unknown field colour"),
        ('[[attribute]]\nname = "a"\ndefinition = 3', "the definition has to be a string"),
        ('[[attribute]]\nname = "a"\n\n[[attribute]]\nname = "a"', "a stands in the set twice"),
        ('[[document]]\nname = "a"\non = "word"', "on has to be article or story"),
        ('[[relation]]\nname = "a"\nfrom = ["GPE"]', "from: no label 'GPE' in the set"),
        ('[attribute]\nname = "a"', "attribute has to be written as [[attribute]]"),
    ],
)
def test_a_mistake_is_told_with_its_place(rows: str, told: str) -> None:
    with pytest.raises(LabelSetError) as refused:
        parse(HEAD + rows, "set.toml")
    assert told in str(refused.value)


def test_the_shipped_set_has_some_of_each() -> None:
    beside = shipped().schemes
    assert beside.of_label("GPE")
    assert beside.of("article")
    assert beside.of("story")
    assert beside.relations
