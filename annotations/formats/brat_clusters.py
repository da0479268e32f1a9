"""Which annotations of an article name one thing, from what brat's files say of it. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotations.formats.brat_read import ReadSheet
from annotations.formats.shared.gold_rows import Row


def cluster_rows(name: str, sheets: Sequence[ReadSheet], told: Iterable[Row]) -> list[Row]:
    """The clusters of the article `name`, as rows of our JSON Lines.

    `told` are clusters of which one mention in each sheet is known; Equiv lines say which others belong to it. Without
    any, what has the same id elsewhere is one thing too.
    """
    known = list(told)
    references = {key: value for sheet in sheets for key, value in sheet.references.items()}
    groups = [group for sheet in sheets for group in sheet.groups]
    if not known:
        groups += _by_reference(references)
    of = _joined(groups, references)
    every = {one["id"] for sheet in sheets for one in sheet.spans.values()}
    used: set[str] = set()
    found: list[Row] = []
    for one in [*known, *_untold(name, of)]:
        near = [other for each in one["spans"] if each in every for other in of.get(each, [each])]
        members = [each for each in dict.fromkeys(near) if each not in used]
        if members:
            used.update(members)
            found.append(_named(one, members, references))
    return found


def _by_reference(references: dict[str, tuple[str, str]]) -> Iterator[list[str]]:
    same: defaultdict[str, list[str]] = defaultdict(list)
    for each, (external, _) in references.items():
        same[external].append(each)
    yield from same.values()


def _joined(groups: Iterable[Sequence[str]], references: Iterable[str]) -> dict[str, list[str]]:
    """Of each id, the group that it is in; groups that share an id are one."""
    of: dict[str, list[str]] = {each: [each] for each in references}
    for group in groups:
        whole = list(dict.fromkeys(other for each in group for other in of.get(each, [each])))
        of.update(dict.fromkeys(whole, whole))
    return of


def _untold(name: str, of: dict[str, list[str]]) -> Iterator[Row]:
    """A cluster for each group."""
    for number, group in enumerate({id(group): group for group in of.values()}.values(), 1):
        yield {"id": f"{name}:{number}", "name": "", "external_id": "", "spans": group}


def _named(one: Row, members: list[str], references: dict[str, tuple[str, str]]) -> Row:
    external, name = next((references[each] for each in members if each in references), ("", ""))
    return {**one, "spans": members, "external_id": one["external_id"] or external, "name": one["name"] or name}
