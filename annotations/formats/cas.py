"""UIMA CAS, for INCEpTION and every UIMA pipeline: a folder with one file an article, as XMI or as JSON 0.4.

An XMI file needs its types: `TypeSystem.xml` lies in the same folder; a JSON file has them in itself. Offsets in the
files count UTF-16, as UIMA does. XML cannot hold some control characters: in the text U+FFFD stands for each, and
`variorum.Replaced` says which it was; a value that has one is written as a JSON string after `json:`.
XMI: https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xmi
JSON: https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from annotations.errors import ExportError
from annotations.formats.base import EVERYTHING, How, LeftOut, check_surfaces
from annotations.formats.cas_build import article_cas
from annotations.formats.cas_files import TYPE_SYSTEM, is_json
from annotations.formats.cas_json import beginning_of, write_json
from annotations.formats.cas_read import read_files
from annotations.formats.cas_share import shares
from annotations.formats.cas_types import type_system
from annotations.formats.cas_xmi import write_xmi
from annotations.formats.shared.file_names import beginning, numbered
from annotations.gold import GoldStory
from corpus.offsets import Unit

_XMI_HEAD: Final = b"http://www.omg.org/XMI"
_JSON_HEADS: Final = (b'"%TYPES"', b'"%FEATURE_STRUCTURES"')


class UimaCas:
    """A folder of CAS files, of which `ending` says how they are written."""

    suffix = ""
    carries = EVERYTHING
    unit = Unit.UTF_16
    extra = "cas"

    def __init__(self, name: str, title: str, ending: str) -> None:
        self.name = name
        self.title = title
        self._ending = ending

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether it is a file of that kind, or a folder that has one."""
        head = beginning(path, self._ending) if path.is_dir() else head
        if is_json(self._ending):
            return head.lstrip()[:1] == b"{" and any(one in head for one in _JSON_HEADS)
        return head.lstrip()[:1] == b"<" and _XMI_HEAD in head and b":XMI" in head

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one file for each article, numbered in their order; nothing is ever left out.

        Raises ExportError when a surface is not what stands at its span, and without the library.
        """
        try:
            system = type_system()
        except ImportError as error:
            raise ExportError(f"{self.name} needs dkpro-cassis", todo="install variorum[cas]") from error
        out.mkdir(exist_ok=True)
        write = partial(write_json, beginning=beginning_of(system)) if is_json(self._ending) else write_xmi
        if write is write_xmi:
            system.to_xml(out / TYPE_SYSTEM)
        number = 0
        for story in stories:
            for share in shares(story):
                number += 1
                article = share.gold
                check_surfaces(article)
                path = out / numbered(number, article.article.name, self._ending)
                write(article_cas(share, system, xml=write is write_xmi), path)
        return []

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read file by file, also what others wrote; UIMA fixes the unit of offsets, so `how` does not change it."""
        return read_files(path, self._ending, how)


XMI: Final = UimaCas("cas-xmi", "UIMA CAS as XMI with its type system: for INCEpTION and DKPro", ".xmi")
JSON: Final = UimaCas("cas-json", "UIMA CAS as JSON 0.4: for INCEpTION and cassis", ".json")
