"""Whether an archive holds a dataset: what lies in archives comes in as articles, and a person has to know it."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from annotations.formats.base import Format
from annotations.formats.registry import recognised
from annotations.formats.shared.file_names import FileNames, safe
from corpus.readers.heads import heads

LOOKED_AT: Final = 2**18  # bytes of a member, enough for its first records
_ENDING: Final = re.compile(r"[^\w.]|\w{20,}")


def dataset_in(archive: Path, formats: Sequence[Format]) -> tuple[str, Format] | None:
    """The first member that looks like a dataset, with its format; None for none.

    The beginnings of members are laid into a folder for the occasion, as formats look at files. Raises OSError.
    """
    with TemporaryDirectory() as name:
        members: dict[Path, str] = {}
        folders = FileNames()
        places: dict[str, Path] = {}
        for member, head in heads(archive, LOOKED_AT):
            inner = PurePosixPath(member.replace("\\", "/"))
            parent = str(inner.parent)
            if parent not in places:
                places[parent] = Path(name, folders.of(parent))
                places[parent].mkdir()
            path = places[parent] / f"{safe(inner.stem)}{_ENDING.sub('', inner.suffix)}"
            path.write_bytes(head)
            members[path] = member
        found = ((member, recognised(path, formats)) for path, member in members.items())
        return next(((member, fmt) for member, fmt in found if fmt is not None), None)
