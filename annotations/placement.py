"""Which story reviewers put an article in, and what they called stories: a fold over the log of all of them. Pure.

Stories belong to everybody who works on a project: what was said last counts, whoever said it, unless it was undone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotations.events import Event, Moved, Named, Redone, Undone


@dataclass(slots=True)
class Placement:
    """`stories` by article, where a reviewer put it; `titles` by story, where a reviewer gave it a name."""

    stories: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)


def placement(events: Iterable[Event]) -> Placement:
    """What events in the order of the log amount to; those that are not about stories do not count."""
    events = list(events)
    off = set()
    for event in events:
        match event.change:
            case Undone(step):
                off.add(step)
            case Redone(step):
                off.discard(step)
            case _:
                pass
    found = Placement()
    for event in events:
        match event.change:
            case Moved(story) if event.step not in off:
                found.stories[event.article_id] = story
            case Named(story, title) if event.step not in off:
                found.titles[story] = title
            case _:
                pass
    found.titles = {story: title for story, title in found.titles.items() if title}
    return found
