"""The commands that decide: accepting, rejecting, labels, notes, attributes, relations, undo, finishing."""

from typing import Final

from annotations.labels import Label, LabelSet
from annotations.model import Verdict
from tui.actions import decide, history, queue
from tui.commands.command import Command, later, row
from tui.desk import Desk

DECIDE: Final[tuple[Command[Desk], ...]] = (
    row("decide.paint", "p", "paint mode", "Label place after place by the letters before them; digits choose labels.",
        later("paint:paint")),
    row("decide.next", "tab  ] s  t s", "next proposal", "Go to the next open proposal, also in a later article.",
         queue.next_open),
    row("decide.previous", "shift+tab  [ s  T s", "previous proposal", "Go to the open proposal before.",
         queue.previous_open),
    row("decide.accept", "a", "accept", "Accept the proposal at the edges that are selected, and go to the next.",
         decide.accept),
    row("decide.reject", "x", "reject", "Reject the proposal, and go to the next.", decide.judge(Verdict.REJECTED)),
    row("decide.reject_there", "X", "judge from here …",
         "Type the letters of proposals to reject them; then = and letters: likely edges; A accepts the rest.",
         later("afar:judge")),
    row("decide.unsure", "space", "leave unsure", "Leave the proposal unsure, and go to the next.",
         decide.judge(Verdict.UNSURE)),
    row("decide.label", "r", "label …", "Choose a label from the list.", decide.pick_label),
    row("decide.repeat", ".", "repeat", "Give the last label, attribute or link again.", decide.repeat),
    row("decide.record", "Q", "record …", "Record the keys from here on under a letter; once more ends it.",
        later("macros:record")),
    row("decide.replay", "@", "replay …", "Do again what was recorded under a letter; @ @ the last one.",
        later("macros:replay")),
    row("decide.attributes", "D", "describe …", "Give the mark an attribute of the label set; a proposal is accepted.",
        later("describe:attributes")),
    row("decide.part", "P", "add a piece", "Add what is selected to the mark decided on last, with a gap between.",
        later("describe:add_part")),
    row("decide.relation", "R", "relation …", "Relate the mark to another one on the screen, or no longer.",
        later("describe:relate")),
    row("decide.delete", "d  delete", "delete", "Take the annotation away; its proposal is open again.",
         decide.delete),
    row("decide.note", "i", "note", "Write a note on the mark; an open proposal is thereby left unsure.",
         decide.ask_note),
    row("decide.undo", "u", "undo", "Take the last step back; without limit, also those of earlier sittings.",
         history.undo),
    row("decide.redo", "U  ctrl+r", "redo", "Do the step again that was undone last.", history.redo),
    row("decide.finish", "Z Z", "finish article", "The article is done: what is unmarked is nothing. Go to the next.",
         decide.finish),
    row("decide.reopen", "Z o", "reopen article", "The article is not done after all; or the one finished just now.",
         decide.reopen),
    row("decide.paragraph", "A", "accept paragraph", "Accept the open proposals from here to the end of the paragraph.",
         later("batch:paragraph")),
    row("decide.screen", "g A", "accept screen", "Accept the open proposals on the rows that the article shows.",
         later("batch:screen")),
    row("decide.everywhere", "&", "label everywhere", "Give the label here to the same words in all articles.",
         later("batch:everywhere")),
)  # fmt: skip


def label_commands(labels: LabelSet) -> tuple[Command[Desk], ...]:
    """A row for each label of the set."""
    return tuple(_label_command(label) for label in labels.labels)


def _label_command(label: Label) -> Command[Desk]:
    title = f"label {label.name}"
    return Command(f"label.{label.name}", (label.key,), title, label.definition, decide.label(label.name))
