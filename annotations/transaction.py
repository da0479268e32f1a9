"""The one way in which anything durable is written: an immediate transaction that is all or nothing."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def write(connection: sqlite3.Connection) -> Generator[sqlite3.Connection]:
    """Everything in the block as one transaction, which takes the write lock at its start and not in its middle.

    The connection has isolation_level None. Raises what the block raises, after a rollback.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
