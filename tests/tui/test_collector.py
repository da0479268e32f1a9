"""What is imported is kept from the collector of garbage, and the collector runs again afterwards."""

import gc

import pytest

from tui.collector import importing


def test_nothing_is_collected_meanwhile_and_what_was_made_is_left_alone_afterwards() -> None:
    before = gc.get_freeze_count()
    try:
        with importing():
            assert not gc.isenabled()
            made = [[number] for number in range(1000)]
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(made)
    finally:
        gc.unfreeze()


def test_the_collector_runs_again_where_an_import_fails() -> None:
    try:
        with pytest.raises(ImportError), importing():
            raise ImportError
        assert gc.isenabled()
    finally:
        gc.unfreeze()
