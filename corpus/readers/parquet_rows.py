"""The process that reads Parquet: `python -P -m corpus.readers.parquet_rows`, driven by `corpus.readers.parquet`.

It takes a file as its standard input and writes its rows as JSON Lines; bytes that are no UTF-8 become how many they
are, which is no text. Where it cannot, it ends with `FAILED` and one
line on standard error; where its library ends the process, that is told by the exit code alone.
"""

import io
import os
import sys
from importlib import import_module
from typing import Any, BinaryIO, Final

from corpus.fields import written

FAILED: Final = 3
LARGEST: Final = 2**30  # bytes of one column in one group of rows, unpacked

_MEMORY: Final = 3 * 2**29  # bytes
_BATCH: Final = 256  # rows
_LONGEST: Final = 300  # code points of an error


def main() -> int:
    """Write all rows; the exit code."""
    _limit_memory()
    parquet: Any = import_module("pyarrow.parquet")
    stream = sys.stdin.buffer
    try:
        file = stream if stream.seekable() else io.BytesIO(stream.read())
        file.seek(0)
        _write(parquet.ParquetFile(file), sys.stdout.buffer)
    except BrokenPipeError:
        os._exit(0)  # nobody takes the rows any more; closing the stream would complain
    except Exception as error:  # noqa: BLE001 (the library raises what it likes over a file from outside)
        sys.stderr.write(" ".join(f"{type(error).__name__} {error}".split())[:_LONGEST])
        return FAILED
    return 0


def _limit_memory() -> None:
    """Have this process ended before it fills the memory, where the system can: few bytes may mean large values."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (there is none elsewhere)

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        if most == resource.RLIM_INFINITY or most > _MEMORY:
            resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, most))


def _write(table: Any, rows: BinaryIO) -> None:
    _refuse_large(table.metadata)
    for batch in table.iter_batches(_BATCH):
        texts = (written(row)(list(row)) for row in batch.to_pylist())
        rows.writelines(text.encode("utf-8", "surrogatepass") + b"\n" for text in texts)
    rows.flush()


def _refuse_large(metadata: Any) -> None:
    """Raise ValueError for a table that would fill the memory."""
    for group in range(metadata.num_row_groups):
        columns = metadata.row_group(group)
        for column in range(columns.num_columns):
            if columns.column(column).total_uncompressed_size > LARGEST:
                raise ValueError(f"a column of more than {LARGEST // 2**20} MB in one group of rows")


if __name__ == "__main__":
    sys.exit(main())
