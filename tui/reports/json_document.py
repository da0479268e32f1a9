"""A report as one JSON document, for programs."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from tui.reports.content import StoryReport


def json_document(reports: Iterable[StoryReport]) -> str:
    """`{"stories": [...]}`, with the fields of `tui.reports.content` under their names."""
    return json.dumps({"stories": [asdict(report) for report in reports]}, ensure_ascii=False, indent=2) + "\n"
