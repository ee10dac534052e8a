"""The registry of the screens' commands: their keys, the footer, the help and the palette come from here.

Dialogs and text boxes have keys of their own, in their `BINDINGS`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

import msgspec
from textual.binding import Binding

from advisory.tui.widgets.key_bar import BarEntry
from advisory.tui.widgets.masthead import ModeLabel

_MODES = ("today", "caseload", "board", "log", "pacts", "known_well", "defenses")
STUDENT_SCREENS = (*_MODES, "card")
"""The screens that highlight a student whose records can be opened."""
SCREENS = (
    *STUDENT_SCREENS,
    "week",
    "insights",
    "year",
    "time",
    "families",
    "pact",
    "defense",
    "settings",
    "search",
    "tags",
    "shared",
    "year_end",
)
BESIDE = "beside"
"""The screen that is turned to the student. It has its own commands and hardly any of the others."""
_READ = (*SCREENS, BESIDE)
"""The screens with a cursor or something to scroll."""
_STUDENT = STUDENT_SCREENS
_NAMED = (*_STUDENT, "week", "insights", "time", "families", "pact", "defense", "search", "year_end")
"""The screens that highlight a student, including those on which only some student commands apply."""
_LISTS = tuple(one for one in _READ if one != "board")
"""The screens that scroll by the page: the board's columns do not."""
_LEARNING = ("today", "caseload", "board", "pacts", "card", "insights", "pact")
_FACTS = ("known_well", "card")
"""The screens that show facts about a student."""
_BUT_SEASON = tuple(one for one in _MODES if one != "defenses")
"""The modes on which N and r are about students and their pacts."""
_SEASON = ("defenses", "defense")
"""The screens that show defense plans."""
_COLUMNS = ("today", "board", "known_well", "pact", "defenses", "defense")
"""The screens with something to the left and right."""
_SIGNS = ("today", "caseload", "board", "card")
"""The screens on which a sign of the partnership can be added."""


class Command(msgspec.Struct, frozen=True):
    """One thing the advisor can do. Never change an `id`: keymaps that advisors wrote refer to it."""

    id: str
    keys: str
    label: str
    sentence: str
    """What it does, for the help. `{undo}` stands for the keys of the command `undo`."""
    where: tuple[str, ...] = SCREENS
    """The stems of the screens it applies to."""
    rank: int = 0
    """Its place in the footer, lowest first; 0 leaves it out."""
    first_on: tuple[str, ...] = ()
    """The screens whose footer it stands first in."""
    shown_as: str = ""
    """The keys to show, if not all of them."""
    everywhere: bool = False
    """Whether it also works in text boxes and dialogs. If so, `app.py` defines the method the key runs: `action_` and the id."""
    does: str = ""
    """Its function, as `module:function` in this package. The function takes the screen, and `argument` if set."""
    argument: str = ""
    needs: str = ""
    """What must be highlighted: a field of `Highlighted`, or "" for nothing."""

    @property
    def action(self) -> str:
        """The Textual action that its keys run."""
        return f"app.{self.id}" if self.everywhere else f"do({self.id!r})"

    def function(self) -> Callable[..., Any]:
        """The function that runs it; its module is imported at the first use."""
        module, _, name = self.does.partition(":")
        function: Callable[..., Any] = getattr(import_module(f"{__package__}.{module}"), name)
        return function

    def display(self, keys: str | None = None) -> str:
        """The keys as shown to the advisor, such as `^r`; `keys` are the advisor's own, if any."""
        if keys is None and self.shown_as:
            return self.shown_as
        return " ".join(key_name(key) for key in (keys or self.keys).split(","))

    def explained(self, rebound: Mapping[str, str]) -> str:
        """Its sentence, with the advisor's own keys filled in."""
        return with_keys(self.sentence, rebound)


_PLACEHOLDER = r"\{([a-z-]+)\}"


def with_keys(sentence: str, rebound: Mapping[str, str]) -> str:
    """Fill in the keys in a sentence: `{undo}` becomes the keys of the command `undo`."""
    return re.sub(_PLACEHOLDER, lambda found: key_of(found[1], rebound), sentence)


def key_of(command_id: str, rebound: Mapping[str, str]) -> str:
    """The key of a command to name in a sentence, the shortest if it has several. `rebound` has the advisor's own keys."""
    command, keys = COMMAND[command_id], rebound.get(command_id)
    if keys is None and command.shown_as:
        return command.shown_as
    return min((key_name(key) for key in (keys or command.keys).split(",")), key=len)


def keys_of(command_id: str, rebound: Mapping[str, str]) -> frozenset[str]:
    """The keys that run a command, by Textual's names."""
    return frozenset((rebound.get(command_id) or COMMAND[command_id].keys).split(","))


NEEDS = {
    "anybody": "Your caseload is empty. {add-student} adds a student, {import-roster} imports a roster.",
    "student": "No student is highlighted.",
    "opens": "There is nothing to open here.",
    "promise": "You have no open promise here. {promise} makes one.",
    "pact": "There is no pact here yet. {draft-pact} drafts one.",
    "record": "No check-in is highlighted.",
    "draft": "No draft is highlighted.",
    "tag": "No tag is highlighted.",
    "line": "This line can't be marked. {next-section} goes to one that can.",
    "share": "Nothing that was shared is highlighted.",
    "plan": "No day is planned here yet. {add-defense} plans one.",
    "milestone": "No milestone of a plan is highlighted.",
    "settles": "There is nothing to choose here.",
    "open_pact": "Only a pact that is open can end here, in the first step.",
    "open_promise": "Only an open promise can be carried on, in the second step.",
    "may_leave": "Only a student who is here can leave, in the step that asks who does.",
}
"""What a command needs → the message when it isn't highlighted."""

_EMPTY_ELSEWHERE = "No students yet: {show-today} shows Today, where {add-student} adds one."


def missing_sentence(need: str, rebound: Mapping[str, str], screen: str = "") -> str:
    """The message when what a command needs isn't highlighted; on a screen where nobody is added it says where."""
    is_elsewhere = need == "anybody" and screen and screen not in COMMAND["add-student"].where
    return with_keys(_EMPTY_ELSEWHERE if is_elsewhere else NEEDS[need], rebound)


def _mode(stem: str, number: str, label: str, sentence: str) -> Command:
    """The command that switches to a mode."""
    return Command(f"show-{stem.replace('_', '-')}", number, label, sentence, does="view:show_mode", argument=stem)


_NAMES = {
    "greater_than_sign": ">", "less_than_sign": "<", "left_square_bracket": "[", "right_square_bracket": "]",
    "slash": "/", "question_mark": "?", "enter": "Enter", "escape": "Esc", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "delete": "Del", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "tab": "Tab", "backslash": "\\", "number_sign": "#",
    "full_stop": ".", "comma": ",", "dollar_sign": "$", "plus": "+", "ampersand": "&", "equals_sign": "=", "minus": "-", "quotation_mark": '"', "semicolon": ";", "at": "@", "exclamation_mark": "!", "underscore": "_", "backspace": "Backspace", "space": "Space", "shift+tab": "Shift+Tab",
}  # fmt: skip


def key_name(key: str) -> str:
    """One key as shown to the advisor: `>` for greater_than_sign, `^l` for ctrl+l."""
    key = key.strip()
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    if key in _NAMES or len(key) == 1:
        return _NAMES.get(key, key)
    try:
        return unicodedata.lookup(key.replace("_", " "))  # Textual calls a sign as Unicode does: apostrophe, tilde
    except KeyError:
        return key.upper() if key[1:].isdigit() else key  # f6


COMMANDS: tuple[Command, ...] = (
    Command("check-in", "c", "Check in", "Take a note about the highlighted student: type it, Enter saves, Esc keeps the draft.", _NAMED, 10, does="note.check_in:check_in", needs="student"),
    Command("touch", "space", "Seen", "Mark the highlighted student as seen today, without a note.", ("today", "caseload", "board", "card"), 12, does="student.presence:touch", needs="student"),
    Command("take-next", "n", "Next", "Go to the next suggested student, and say why.", _NAMED, 14, does="moving:take_next", needs="anybody"),
    Command("capture", "plus", "Capture", "Take a note about anyone: type one or more names, then the note and its marks.", _NAMED, 16, shown_as="+", does="note.check_in:capture", needs="anybody"),
    Command("last-note", "L", "Last note", "Show the student's last note below the lists, until you go on; again hides it.", ("today",), does="note.check_in:show_last", needs="student"),
    Command("not-here", "a", "Not here", "Mark the student as not here today; press it again if they are here after all.", _STUDENT, 25, does="student.presence:not_here", needs="student"),
    Command("away", "D", "Away", "Mark the student as not here for several days.", _STUDENT, does="student.presence:away", needs="student"),
    Command("open", "enter", "Open", "Open what is highlighted.", (*_NAMED, "year", "tags", "shared"), 28, first_on=("log", "pacts"), does="opening:open_highlighted", needs="opens"),
    Command("move-on", "greater_than_sign", "Move on", "Move the partnership with this student to the next stage.", _STUDENT, 50, shown_as=">", does="partnership:move_on", needs="student"),
    Command("move-back", "less_than_sign", "Move back", "Move the partnership back a stage: tending trust. Nothing is deleted.", _STUDENT, shown_as="<", does="partnership:move_back", needs="student"),
    Command("feedback", "F", "Feedback", "Talk through a piece of work with the student in nine moves, and write down what you two say.", ("today", "caseload", "board", "card"), does="learning.feedback:feedback", needs="student"),
    Command("add-sign", "i", "Sign", "Note a sign you saw in the partnership with this student: its own key notes it at once, Enter asks where you saw it.", _SIGNS, 20, does="partnership:add_sign", needs="student"),
    Command("set-step", "s", "Set step", "Set the next step of the partnership: one small thing to do.", ("board", "card"), 22, does="partnership:set_step", needs="student"),
    Command("focal", "f", "Focal", "Mark the student as focal, so you see them more often, with a reason or without; press it again to stop.", (*_SIGNS, "week"), 24, does="student.student:focal", needs="student"),
    Command("transition", "semicolon", "Next advisor", "Write what the student's next advisor should know; what staff may read is suggested. {next-student} goes to the next student.", (*_STUDENT, "year_end"), shown_as=";", does="transition:write", needs="student"),
    Command("promise", "o", "Promise", "Write down something you promised this student, or they, their family or staff promised, and when it is due.", _NAMED, 40, does="note.promise:make", needs="student"),
    Command("plan", "equals_sign", "Plan", "Plan to talk with the student in the next period; again: the period after it, and then a day you type.", (*_STUDENT, "week", "insights", "time"), shown_as="=", does="student.plan:plan", needs="student"),
    Command("promise-done", "x", "Promise done", "Mark the highlighted promise, or the student's next one, as done; one that isn't in view is named first.", _NAMED, does="note.promise:done", needs="promise"),
    Command("snooze", "z", "Snooze", "Put that promise off: once to tomorrow, twice to the next period, then to a day you type; never to an earlier day.", tuple(one for one in _NAMED if one != "year_end"), does="note.promise:snooze", needs="promise"),
    Command("promise-drop", "Z", "Drop promise", "Drop that promise, with one line on why.", _NAMED, does="note.promise:drop", needs="promise"),
    Command("finish-jots", "J", "Finish jots", "Go through the notes you left to finish, oldest first.", _STUDENT, does="note.check_in:finish_jots"),
    Command("discard-draft", "delete,d", "Discard draft", "Throw away the highlighted draft; {undo} brings it back.", ("today", "year_end"), does="drafts:discard", needs="draft"),
    Command("draft-pact", "P", "New pact", "Draft a goal pact with this student.", (*_STUDENT, "pact"), does="pact.writing:draft", needs="student"),
    Command("edit-pact", "p", "Pact", "Open this student's pact: what was met and kept, the next review, and its end. If it has not begun, go on writing it.", _STUDENT, does="pact.writing:open_or_write", needs="pact"),
    Command("mark-line", "space", "Mark", "Mark the highlighted line as met today, or a commitment as kept today; press it again to remove the mark.", ("pact",), 2, first_on=("pact",), does="pact.marks:mark", needs="line"),
    Command("mark-day", "minus", "Other day", "Mark it on an earlier day, or remove that day's mark: yest, -2, mon.", ("pact",), 6, does="pact.marks:mark_day", needs="line"),
    Command("review-pact", "r", "Review", "Record that you two reviewed the pact: Space marks what was kept and met, and the next review date is filled in for you.", (*_BUT_SEASON, "card", "pact"), 46, first_on=("pact",), does="pact.review:review", needs="pact"),
    Command("next-pact", "p", "Other pact", "Show this student's other pacts, including closed ones.", ("pact",), 9, does="moving:next_pact"),
    Command("reword-pact", "R", "Reword", "Change what the pact says. If you both agreed to it already, you both agree to the change.", ("pact",), 5, does="pact.writing:reword", needs="pact"),
    Command("agreements", "y", "Agreed", "Show who agreed to the pact and how, or write down a missing yes.", ("pact",), does="pact.agreement:agreements", needs="pact"),
    Command("set-aside", "S", "Pause", "Pause the pact, or resume it.", ("pact",), 7, does="pact.review:set_aside", needs="pact"),
    Command("close-pact", "C", "Close", "Close the pact: how it ended, what the student says, and what comes next.", ("pact",), 8, does="pact.end:close", needs="pact"),
    Command("discard-pact", "delete,d", "Discard", "Discard a draft or a proposal; {undo} brings it back.", ("pacts", "pact"), does="pact.writing:discard", needs="pact"),
    Command("pact-history", "H", "Its history", "Show every wording the pact has had, what changed, and who agreed.", ("pact",), does="pact.agreement:history", needs="pact"),
    Command("pact-page", "O", "Page to sign", "Save the highlighted pact as a page for you two to sign: HTML to print from a browser, or Markdown.", ("pacts", "pact"), does="pact.page:page_to_sign", needs="pact"),
    Command("step-milestone", "space", "Step on", "Step the highlighted milestone on: to do, doing, ready, and to do again.", _SEASON, 2, does="defense.milestone:step", needs="milestone"),
    Command("add-defense", "N", "Plan a day", "Plan the student's day, or schedule everybody who has none: days and hours are proposed, and can be changed before they are saved.", ("defenses",), 4, does="defense.planning:add", needs="anybody"),
    Command("add-to-plan", "N", "Add", "Add to the plan: something they show, a practice, or somebody on the panel.", ("defense",), 4, does="defense.parts:add_part", needs="plan"),
    Command("practice", "r", "Practice", "Note a practice: what glowed, what can grow, and the next step, which becomes a promise.", _SEASON, 5, does="defense.parts:practice", needs="plan"),
    Command("milestone-day", "minus", "Other day", "Give the highlighted milestone another day. On the day itself: move the day, and what is open moves with it.", _SEASON, 6, does="defense.milestone:other_day", needs="milestone"),
    Command("waive-milestone", "S", "Waive", "Waive the highlighted milestone for this student, or take that back.", _SEASON, 7, does="defense.milestone:waive", needs="milestone"),
    Command("close-defense", "C", "After the day", "Write down the panel's wows and wonders, then how it ended, then how you two celebrated.", _SEASON, 8, does="defense.ending:close", needs="plan"),
    Command("panel-page", "O", "Panel page", "Save the highlighted plan as a page for the panel: what they show, what to look for, room for wows and wonders.", _SEASON, does="defense.page:page_for_the_panel", needs="plan"),
    Command("edit-defense", "R", "Reword", "Change the highlighted part of the plan, or its hour, place and claim.", _SEASON, does="defense.planning:edit", needs="plan"),
    Command("delete-defense", "delete,d", "Delete", "Remove the highlighted part of the plan, or the plan itself; {undo} brings it back.", _SEASON, does="defense.planning:remove", needs="plan"),
    Command("beside", "v", "Beside you", "Turn the screen to the student: only what is theirs to see. {turn-back} and then {turn-back-now} turn it back.", (*_STUDENT, "pact", "defense"), does="student.student:beside", needs="student"),
    Command("covered", "V", "Covered", "Show which words are covered as other students' names when this student is reading, and uncover a word for good.", (*_STUDENT, "pact"), does="student.covered:covered", needs="student"),
    Command("change-words", "enter,R", "Change", "Reword the highlighted line of the pact with the student.", (BESIDE,), 10, shown_as="Enter R", does="beside.beside:change_words"),
    Command("add-words", "N", "Add a line", "Add a line where the cursor is: how we will know, what you will do, what your advisor will do.", (BESIDE,), 20, does="beside.beside:add_words"),
    Command("own-mark", "space", "Kept it", "Mark the highlighted thing you do as kept today, by your own hand; press it again to take the mark back.", (BESIDE,), 16, does="beside.own_hand:mark"),
    Command("own-hand", "c", "From you", "Leave something of your own: how you are before a talk, your own words, or a question for next time.", (BESIDE,), 12, does="beside.own_hand:leave"),
    Command("say-yes", "y", "Say yes", "Agree to the pact: the student types their name, and you say yes with one key.", (BESIDE,), 22, does="beside.beside:say_yes"),
    Command("other-pact", "p", "Other pact", "Show the student's other pacts.", (BESIDE,), does="moving:next_pact"),
    Command("turn-back", "escape", "Close", "The first of the two keys that turn the screen back.", (BESIDE,), 14, does="beside.beside:turn_back"),
    Command("turn-back-now", "b", "Turn back", "The second of the two keys; at any other time it does nothing.", (BESIDE,), does="beside.beside:turn_back_now"),
    Command("know", "K", "Know", "Write down something you learned about the student; the form starts with what to ask.", _FACTS, 21, does="learning.fact:know", needs="student"),
    Command("edit-fact", "R", "Reword", "Change a fact in the highlighted cell.", ("known_well",), does="learning.fact:edit", needs="student"),
    Command("forget-fact", "delete,d", "Delete", "Move a fact in the highlighted cell to the trash; {undo} brings it back.", ("known_well",), does="learning.fact:forget", needs="student"),
    Command("sensitive-facts", "ctrl+k", "Sensitive", "Show the highlighted student's sensitive facts until you move on, and on the card the private notes; press it again to hide them.", _FACTS, does="learning.fact:show_sensitive", needs="student"),
    Command("evidence", "e", "Evidence", "Write down what you saw of the student's target: how far, and how independently.", _LEARNING, does="learning.learning:evidence", needs="student"),
    Command("insight", "m", "Insight", "Write down how the student thinks, the misconception, and what you try; or continue an insight.", _LEARNING, does="learning.learning:insight", needs="student"),
    Command("open-insights", "M", "Insights", "Every open insight by subject, with students who share a misconception together.", _STUDENT, does="view:open_over", argument="insights"),
    Command("student-card", "0", "Card", "Open the card of the student in the highlighted line.", ("today", "log", "pacts", "week"), 29, first_on=("log", "pacts"), does="student.student:card", needs="student"),
    Command("delete-check-in", "delete,d", "Delete", "Move the highlighted check-in, evidence, insight or sign to the trash; {undo} brings it back.", ("log", "card"), does="trash:delete", needs="record"),
    Command("trash", "B", "Trash", "List everything that was deleted, by kind, and bring one back; a student comes with all that was written about them.", ("today", "log", "pacts", "known_well", "card", "settings"), does="trash:bring_back"),
    Command("sort", "full_stop", "Sort", "Sort the caseload by name, or by who has waited longest for a one-to-one.", ("caseload",), 45, does="view:sort"),
    Command("previous-student", "left_square_bracket", "Previous", "Go to the previous student.", (*_NAMED, "year"), shown_as="[", does="moving:previous_student"),
    Command("next-student", "right_square_bracket", "Next", "Go to the next student.", (*_NAMED, "year"), shown_as="]", does="moving:next_student"),
    Command("edit-student", "E", "Edit student", "Change the student's names, grade, student number and so on, or who is at home.", (*_STUDENT, "families"), does="student.student:edit", needs="student"),
    Command("history", "H", "History", "Show what was written about the student and when: every change, before and after.", _STUDENT, does="student.student:history", needs="student"),
    Command("archive-student", "A", "Archive", "Write down that the student leaves, how and since when: transferred, graduated, on leave, archived. Everything written stays, {unarchive-student} brings them back.", ("caseload", "board", "card"), does="student.leaving:archive", needs="student"),
    Command("unarchive-student", "B", "Bring back", "Bring back the highlighted student, who left or is on leave; with any other, list who left.", ("caseload", "board"), does="student.leaving:unarchive"),
    Command("delete-student", "delete,d", "Delete", "Move the student and all that was written about them to the trash, once you have seen how much it is; {undo} brings it back.", ("caseload",), does="trash:delete_student", needs="student"),
    Command("merge-students", "U", "Merge", "Merge two records of one student: everything in the other record moves to the highlighted student; {undo} separates them.", _STUDENT, does="student.student:merge", needs="student"),
    Command("survey", "W", "Survey", "Read the answers to a form that students filled in, each question for the area it asks about.", ("known_well",), does="exchange.survey:learn", needs="anybody"),
    Command("add-student", "N", "New student", "Add one student by hand.", _BUT_SEASON, does="student.student:add"),
    Command("import-roster", "I", "Import", "Read a roster from your school's system, a list of names, or a handover.", (*_MODES, "year_end"), does="exchange.files:import_roster"),
    Command("export", "X", "Export", "Write a table to a file (CSV or Excel), for you, one student, a family, staff, or in counts; for others you see it first.", does="exchange.table:export_table"),
    Command("sheet", "at", "Page for …", "Make a page for others: conference, family, term comment, next advisor, substitute, grade team, or a handover; you see it before it is written.", _NAMED, shown_as="@", does="sheet:make", needs="anybody"),
    Command("shared", "exclamation_mark", "Shared", "List what was shared: when, with whom, what, and the file, which can be deleted from there.", tuple(one for one in SCREENS if one != "shared"), shown_as="!", does="view:open_over", argument="shared"),
    Command("delete-share-file", "delete,d", "Delete file", "Delete the file of the highlighted share, pressed twice; the log keeps that it was shared.", ("shared",), 10, does="share.shared:delete_file", needs="share"),
    Command("copy", "quotation_mark", "Copy", "Copy the highlighted line to the clipboard, for yourself; press it again to write it to a file instead.", shown_as='"', does="share.copying:copy"),
    Command("backup", "dollar_sign", "Backup", "Save all records in a new file with your other backups, and say where it is.", shown_as="$", does="backup:backup"),
    Command("find", "slash", "Find", "Find by the beginning of a name, with or without accents; in the log and the search also words, #tag, kind:, since: and more. On Today it opens the caseload.", (*_MODES, "search"), 30, does="view:find"),
    Command("search-everything", "backslash", "Search", "Search everything you wrote, in all years: notes, facts, pacts, evidence, insights, signs, promises, next steps.", tuple(one for one in SCREENS if one != "search"), does="search:everywhere"),
    Command("found-sensitive", "ctrl+k", "Sensitive", "Find sensitive facts too and show private notes, until you leave; press it again to leave them out.", ("search",), does="note.kept_back:in_search"),
    Command("private-notes", "ctrl+k", "Private", "Show the words of the private notes on this screen, if the settings collapse them; press it again to collapse them.", ("today", "caseload", "log", "families", "pact", "defense"), does="note.kept_back:private_notes"),
    Command("tags", "number_sign", "Tags", "List every tag with the number of its notes, to rename, merge and hide them.", (*_STUDENT, "search"), does="view:open_over", argument="tags"),
    Command("rename-tag", "R", "Rename", "Rename the tag in every note that has it; the name of another tag merges the two.", ("tags",), 10, does="tags:rename", needs="tag"),
    Command("merge-tags", "U", "Merge", "Give the notes with this tag another one instead; {undo} separates them.", ("tags",), 20, does="tags:merge", needs="tag"),
    Command("hide-tag", "delete,d", "Hide", "Stop offering the tag while you type, or offer it again; it stays on its notes.", ("tags",), 30, does="tags:hide_or_offer", needs="tag"),
    Command("put-away", "backspace", "Put away", "Put away the lines on Today that say how to begin.", ("today",), does="view:put_away"),
    Command("undo", "u", "Undo", "Undo the last change, and say what it was.", does="undo:undo"),
    Command("redo", "ctrl+r", "Redo", "Redo the change you just undid.", does="undo:redo"),
    Command("shade", "ctrl+l", "Hide", "Hide names and notes behind initials; press it again for a neutral screen, and again to show everything.", _READ, 26, everywhere=True),
    Command("unshade", "ctrl+n", "Show names", "Show names and notes again with one key, from the initials and from the neutral screen.", SCREENS, everywhere=True),
    Command("suspend", "ctrl+z", "Suspend", "Put the program aside and go to your shell, also from a text box; `fg` there comes back. What you typed is kept as a draft.", SCREENS, everywhere=True),
    Command("timer", "t", "Timer", "Count down minutes at the top right; press it again to stop.", SCREENS, does="view:timer"),
    _mode("today", "1", "Today", "Who is next and why, what you promised, and who has been seen."),
    Command("group", "g", "Group", "One note for several students: everyone here is ticked, Space unticks; add a line of their own for anyone.", _STUDENT, 27, does="note.group:group", needs="anybody"),
    Command("week-review", "w", "Friday review", "Review the week step by step, and choose who needs more of your attention.", _STUDENT, does="view:open_over", argument="week", needs="anybody"),
    Command("step-on", "right,l,tab", "Next step", "Go on to the next step; after the last one the review ends.", ("week", "year_end"), 5, shown_as="→ Tab", does="moving:step_on"),
    Command("step-back", "left,h,shift+tab", "Previous step", "Go back to the previous step.", ("week", "year_end"), shown_as="← h", does="moving:step_back"),
    Command("choose-focal", "space", "Choose", "On the last step: choose the student as focal; press it again to stop.", ("week",), does="student.student:choose_focal", needs="student"),
    Command("year", "Y", "The year", "How the partnerships moved this school year: students by stage, week by week, and each one's path.", _STUDENT, does="view:open_over", argument="year", needs="anybody"),
    Command("year-end", "underscore", "Year's end", "Walk through the end of the school year: open pacts and promises, what is unfinished, who leaves, what the school keeps, the new year, and what may go for good.", (*_STUDENT, "week", "year", "settings"), shown_as="_", does="view:open_over", argument="year_end", needs="anybody"),
    Command("tick", "space", "Choose", "Choose the line for what is done to several at once; press it again to take that back.", ("year_end",), 6, does="year_end.year_end:tick", needs="settles"),
    Command("end-pacts", "C", "Close", "Say how the chosen pacts end, or the highlighted one, one after the other; {undo} undoes all of it.", ("year_end",), 7, does="year_end.year_end:end_pacts", needs="open_pact"),
    Command("pause-pacts", "S", "Pause", "Pause the chosen pacts, or the highlighted one.", ("year_end",), 8, does="year_end.year_end:pause_pacts", needs="open_pact"),
    Command("carry-on", "z", "Carry on", "Put the chosen promises off until the new year begins, or the highlighted one.", ("year_end",), 9, does="year_end.year_end:carry_on", needs="open_promise"),
    Command("leave-together", "A", "Leave", "Write down how the chosen students leave, or the highlighted one, and since when; {undo} brings them back.", ("year_end",), 11, does="year_end.year_end:leave_together", needs="may_leave"),
    Command("time", "Q", "Your time", "Who gets your time this term: one-to-ones, contacts, minutes, who began them; the quietest first.", (*_STUDENT, "week"), does="view:open_over", argument="time", needs="anybody"),
    Command("families", "ampersand", "Families", "Which families had a good word this term, the longest without one first, and how celebrations and concerns are balanced.", (*_STUDENT, "week"), shown_as="&", does="view:open_over", argument="families", needs="anybody"),
    Command("picture", "O", "Save as file", "Write what is drawn to a file, as SVG or HTML, with the names you choose.", ("time", "year"), 60, does="share.picture:save"),
    _mode("caseload", "2", "Caseload", "Everyone, one line each."),
    _mode("board", "3", "Board", "The partnerships in their three stages."),
    _mode("log", "4", "Log", "Every check-in, newest first."),
    _mode("pacts", "5", "Pacts", "Every goal pact: waiting reviews first, then by next review; the others are folded."),
    _mode("known_well", "6", "Known well", "What you know about each student, and what you have yet to ask."),
    _mode("defenses", "7", "Defenses", "The season: every student's day, and the milestones on the way to it."),
    Command("settings", "comma", "Settings", "The advisory period, terms, days off, the signs you look for, the milestones of a defense, and how the program behaves.", _STUDENT, shown_as=",", does="view:open_over", argument="settings"),
    Command("change-setting", "enter", "Change", "Change what is highlighted.", ("settings",), 10, does="settings.settings:change"),
    Command("add-to-calendar", "N", "Add", "Add a period, a term, days off, a sign or a milestone, whichever is highlighted.", ("settings",), 20, does="settings.settings:add"),
    Command("remove-from-calendar", "delete,d", "Remove", "Remove the highlighted period, term or days off, or hide a sign or a milestone or offer it again; {undo} undoes that.", ("settings",), 30, does="settings.settings:remove"),
    Command("calendar-file", "O", "Calendar file", "Save your dates as an .ics file for your calendar program: defenses, your milestones, pact reviews and promises, with initials.", ("settings",), 45, does="exchange.calendar:save_dates"),
    Command("import-days-off", "I", "Days off", "Read the days off from your school's .ics file, and tick those that count.", ("settings",), 40, does="settings.days_off:import_days_off"),
    Command("theme", "T", "Theme", "Choose a theme: dark, light, high contrast, your terminal's own colors. The highlighted one is shown at once; Escape brings the old one back.", does="view:theme"),
    Command("help", "question_mark", "Keys", "Show every key, this screen's first; typing narrows the list, Enter runs the highlighted one.", SCREENS, 70, shown_as="?", does="view:help_card"),
    Command("palette", "ctrl+p", "Palette", "Find a command or a student by name.", SCREENS, 80, does="view:palette"),
    Command("back", "escape", "Back", "Go back, or stop finding.", SCREENS, does="view:back"),
    Command("quit", "q", "Quit", "Quit. Everything is already saved.", SCREENS, 90, does="view:leave"),
    Command("line-up", "up", "Up", "Move the highlight up.", _READ, does="moving:line_up"),
    Command("line-up-k", "k", "Up", "Move the highlight up, like the arrow key.", _READ, does="moving:line_up"),
    Command("line-down", "down,j", "Down", "Move the highlight down.", _READ, shown_as="↓ j", does="moving:line_down"),
    Command("column-left", "left,h", "Left", "Go to the column on the left, or to what stands there.", _COLUMNS, shown_as="← h", does="moving:column_left"),
    Command("column-right", "right,l", "Right", "Go to the column on the right, or to what stands there.", _COLUMNS, shown_as="→ l", does="moving:column_right"),
    Command("next-section", "tab", "Next list", "Go to the next list or column.", ("today", "board", "pact", "defense"), does="moving:next_section"),
    Command("previous-section", "shift+tab", "Previous list", "Go to the previous list or column.", ("today", "board", "pact", "defense"), does="moving:previous_section"),
    Command("fold", "left,h", "Fold", "Fold what the highlighted line stands under: a group entry, a school year, who left, or drafts, paused and closed pacts.", ("caseload", "log", "pacts", "card"), shown_as="← h", does="moving:fold"),
    Command("unfold", "right,l", "Unfold", "Unfold the highlighted heading; {open} does the same.", ("caseload", "log", "pacts", "card"), shown_as="→ l", does="moving:unfold"),
    Command("page-up", "pageup,ctrl+b", "Page up", "Go up one screen.", _LISTS, shown_as="PgUp", does="moving:page_up"),
    Command("page-down", "pagedown,ctrl+f", "Page down", "Go down one screen.", _LISTS, shown_as="PgDn", does="moving:page_down"),
    Command("first-line", "home", "First", "Go to the first line.", _READ, does="moving:first_line"),
    Command("last-line", "end,G", "Last", "Go to the last line.", _READ, shown_as="G", does="moving:last_line"),
)  # fmt: skip
COMMAND: dict[str, Command] = {command.id: command for command in COMMANDS}
MODES = _MODES


def commands_of(screen: str) -> list[Command]:
    """The commands that apply to a screen, in the order of the help."""
    return [command for command in COMMANDS if screen in command.where]


BEGINNING = ("add-student", "import-roster", "help", "quit")
"""The commands that are of use when there is nobody in the caseload yet."""


def bar_entries(screen: str, rebound: Mapping[str, str]) -> list[BarEntry]:
    """The commands in a screen's footer, most important first."""
    return list(_bar_entries(screen, tuple(rebound.items())))


@lru_cache(maxsize=256)
def _bar_entries(screen: str, rebound: tuple[tuple[str, str], ...]) -> tuple[BarEntry, ...]:
    ranked = [command for command in commands_of(screen) if command.rank]
    by_rank = sorted(ranked, key=lambda command: (screen not in command.first_on, command.rank))
    return tuple(entries_for(by_rank, dict(rebound)))


def entries_for(commands: Iterable[Command], rebound: Mapping[str, str]) -> list[BarEntry]:
    """Commands as a footer shows them. Help always stays, however narrow the screen."""
    return [
        BarEntry(one.id, one.action, one.display(rebound.get(one.id)), one.label, stays=one.id == "help")
        for one in commands
    ]


def elsewhere_sentence(key: str, screen: str, rebound: Mapping[str, str]) -> str:
    """What to say of a key that does nothing on this screen: where it does something, if anywhere."""
    elsewhere = [one for one in COMMANDS if screen not in one.where and one.where != (BESIDE,)]
    held = [one for one in elsewhere if key in keys_of(one.id, rebound)]
    name = key_name(key)
    if not held:
        return f"{name}: no command has this key. {key_of('help', rebound)} shows the keys."
    back = f" {key_of('back', rebound)} goes back." if screen not in MODES and set(held[0].where) & set(MODES) else ""
    return f"{name}: {not_here(held[0])}{back}"


def not_here(command: Command) -> str:
    """The message when a command is of another screen."""
    *screens, last = [stem.replace("_", " ").capitalize() for stem in command.where]
    where = f"{', '.join(screens)} and {last}" if screens else last
    return f"{command.label} is not for this screen{f', but for {where}' if len(command.where) <= _FEW else ''}."


_FEW = 4
"""At most this many screens are named in a sentence."""


def mode_labels(rebound: Mapping[str, str]) -> list[ModeLabel]:
    """The modes as the masthead shows them."""
    commands = {stem: COMMAND[f"show-{stem.replace('_', '-')}"] for stem in MODES}
    return [ModeLabel(stem, one.action, one.display(rebound.get(one.id)), one.label) for stem, one in commands.items()]


def bindings_of(screen: str) -> Iterator[Binding]:
    """The key bindings of a screen. A keymap changes them by command id."""
    for command in commands_of(screen):
        if not command.everywhere:
            yield _binding(command)


def bindings_everywhere() -> Iterator[Binding]:
    """The key bindings of the app itself, which also work in dialogs and text boxes."""
    for command in COMMANDS:
        if command.everywhere:
            yield _binding(command)


def _binding(command: Command) -> Binding:
    return Binding(command.keys, command.action, command.label, show=False, id=command.id, priority=command.everywhere)
