"""Rows as columns of Arrow, from buffers: what pyarrow makes of Python's values itself it makes with pandas.

It imports pandas wherever that is installed, which doubles the memory of an export.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import Any


def batch(arrow: Any, schema: Any, rows: Sequence[dict[str, Any]]) -> Any:
    """The RecordBatch of rows that have each field of `schema`: texts, integers, lists, structs, or None.

    Raises KeyError for a row without a field, UnicodeEncodeError for a text that UTF-8 cannot hold, and OverflowError
    where the texts of a column are 2 GiB or more.
    """
    columns = [_column(arrow, one.type, [row[one.name] for row in rows]) for one in schema]
    return arrow.RecordBatch.from_arrays(columns, schema=schema)


def _column(arrow: Any, kind: Any, values: Sequence[Any]) -> Any:
    buffers, children = [_valid(arrow, values)], []
    if arrow.types.is_struct(kind):
        children = [_column(arrow, one.type, [value and value[one.name] for value in values]) for one in kind]
    elif arrow.types.is_list(kind):
        lists = [value or () for value in values]
        buffers.append(_ends(arrow, map(len, lists)))
        children = [_column(arrow, kind.value_type, list(chain.from_iterable(lists)))]
    elif arrow.types.is_string(kind):
        texts = [(value or "").encode() for value in values]
        buffers += [_ends(arrow, map(len, texts)), arrow.py_buffer(b"".join(texts))]
    else:
        buffers.append(arrow.py_buffer(array("q", [value or 0 for value in values])))
    return arrow.Array.from_buffers(kind, len(values), buffers, children=children)


def _ends(arrow: Any, lengths: Iterable[int]) -> Any:
    """Where each value begins, and where the last ends."""
    return arrow.py_buffer(array("i", accumulate(lengths, initial=0)))


def _valid(arrow: Any, values: Sequence[Any]) -> Any:
    """A bit for each value, whether it is there; nothing where all are."""
    if all(value is not None for value in values):
        return None
    bits = bytearray(-(-len(values) // 8))
    for at, value in enumerate(values):
        bits[at // 8] |= (value is not None) << at % 8
    return arrow.py_buffer(bits)
