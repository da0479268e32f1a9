"""Names that are called the same, in whatever order and however often reviewers said so."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.dump_rows import Names
from corpus.clusters.cluster import Alias

NAMES = st.sampled_from("abcdef")
ALIASES = st.lists(st.builds(Alias, NAMES, NAMES, st.booleans()))


@given(ALIASES)
def test_names_that_are_joined_have_one_root_and_others_have_not(aliases: list[Alias]) -> None:
    names = Names(aliases)
    groups = {name: {name} for name in "abcdef"}
    for one in aliases:
        if one.same:
            joined = groups[one.a] | groups[one.b]
            groups.update(dict.fromkeys(joined, joined))
    assert {name: names.root(name) for name in groups} == {name: min(group) for name, group in groups.items()}


def test_what_is_said_by_way_of_a_third_name_may_be_said_once_more() -> None:
    names = Names([Alias("a", "b", same=True), Alias("a", "c", same=True), Alias("b", "c", same=True)])
    assert [names.root(name) for name in "abcd"] == ["a", "a", "a", "d"]
