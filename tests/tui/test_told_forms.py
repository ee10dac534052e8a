"""What forms show and return after each key, compared with `told/`; they are composed and never drawn."""

from types import SimpleNamespace

from driven_case import Driven
from pact_case import agreed
from record_case import TODAY
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.rules.learning.feedback_moves import FEEDBACK_MOVES
from advisory.rules.pact.keeping import text_of, unmarked
from advisory.tui.dialogs.feedback import FIELDS, FeedbackDialog
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.form.opening import Opening
from advisory.tui.dialogs.form.parts import enter_words
from advisory.tui.dialogs.group import GroupDialog
from advisory.tui.dialogs.pact.case import PactCase
from advisory.tui.dialogs.pact.editor import PactEditor, Writing
from advisory.tui.dialogs.pact.review import MarkLine, ReviewDialog
from advisory.tui.widgets.lists.ticks import Tick

FORM = [
    Field("what", "What?", hint="a few words", is_long=True, is_first=True),
    Field("day", "When?", "Nov 23, 2026", "e.g. fri", FieldKind.DAY),
    Field("who", "Who?", "Maya", complete=lambda typed: "Maya Okafor" if typed == "Ma" else typed),
    Field(
        "how",
        "How?",
        choices=[("", "not said"), ("calm", "calmly"), ("loud", "loudly")],
        letters={"calm": "c"},
        is_beside=True,
    ),
    Field("parts", "Parts", "one", "one on each line", is_list=True),
]


def kept(told: list[str], *answers: str):
    """Writes down what is kept as a draft, and answers why it can't be kept."""
    waiting = [*answers]

    def keep(fields: dict[str, str]) -> str:
        told.append(f"keeps {fields}")
        return waiting.pop(0) if waiting else ""

    return keep


def test_a_form_from_field_to_field() -> None:
    told: list[str] = []
    for opening in (
        Opening("A form", FORM, {}, None),
        Opening("A form", FORM, {"what": "half"}, kept(told), about="About it.", does="goes on"),
        Opening("A form", FORM, {"what": "half"}, kept(told), problem="Type more."),
        Opening(
            "A form",
            FORM,
            {},
            kept(told, "The disk is full.", "The disk is full."),
            unkept="",
            covered=True,
            focus_on="who",
        ),
        Opening("A form", FORM, {"how": "loud"}, kept(told), unkept="The disk is full."),
    ):
        form = Driven(FormDialog(opening))
        form.press("down", "down", "tab", "down", "up", "shift+tab")
        form.types("field-who", "Ma")
        form.press("tab", "tab")
        form.types("field-what", "more")
        if form.timer is not None:
            form.timer()
            form._tell("after a while")
        form.press("ctrl+d", "ctrl+s", "escape")
        form._focus(form._one("#field-day"))
        form.dialog._go_on(form._one("#field-day"))
        form._tell("goes on")
        form.dialog._go_on(form._one("#field-parts"))
        form._tell("goes on")
        told += form.told
    for field in (FORM[0], FORM[4]):
        told += [enter_words(field, is_last=is_last, does="sends") for is_last in (False, True)]
    told += [f"{field.name} {field.between!r} {field.initial!r}" for field in FORM]
    compare(told, "forms")


def test_a_conversation_from_move_to_move() -> None:
    told: list[str] = []
    for drafted, covered in (({}, False), ({"move": "date", "saw": "two steps"}, True)):
        opening = Opening(
            "Feedback",
            FIELDS,
            drafted,
            kept(told),
            covered=covered,
            more={"believe": "You saw: calm", "date": "the day they named " * 30},
        )
        talk = Driven(FeedbackDialog(opening))
        told.append(f"has been at {sorted(talk.dialog._reached)}")
        for _ in range(12):
            talk.press("enter")
        talk.press("up", "shift+tab", "up", "down", "tab")
        talk.dialog._go_to_move(3)
        talk._tell("to the fourth move")
        talk.types("field-saw", "calm")
        told.append(f"moves with notes: {sorted(talk.dialog._written())}")
        for field, text in (("next_action", "sketch"), ("again_on", "fri"), ("difficulty", "scale"), ("saw", " ")):
            talk.types(f"field-{field}", text)
            told.append(f"moves with notes: {sorted(talk.dialog._written())}")
        talk.press("ctrl+s", "ctrl+d", "space", "x", "up", "tab", "end", "ctrl+s")
        for move in range(len(FEEDBACK_MOVES)):
            talk.dialog._go_to_move(move)
            talk.press("space", "y")
            talk.dialog.on_descendant_focus(SimpleNamespace(widget=talk._one("#field-again_on"), prevent_default=str))
            talk._tell("a click")
        talk.press("escape")
        told += talk.told
    compare(told, "forms_talk")


def test_what_two_kept_is_ticked_while_nothing_is_written(demo: Caseload) -> None:
    told: list[str] = []
    pact = agreed(demo, demo.one("Diego"))
    lines = [MarkLine(mark, text_of(pact, mark)) for mark in unmarked(pact, TODAY)]
    fields = [
        Field("student_says", "Their words:", is_long=True),
        Field("next_on", "Next review on", "Dec 4, 2026"),
        Field("line", "What did you two see?", is_first=True),
    ]
    for opening in (
        Opening("Review", fields, {}, kept(told), more=lines),
        Opening("Review", fields, {"marks": ":1 student:0 gone:7"}, kept(told), unkept="The disk is full.", more=lines),
        Opening("Review", fields, {}, None, more=[]),
    ):
        review = Driven(ReviewDialog(opening))
        for key in (
            "down",
            "space",
            "down",
            "down",
            "down",
            "space",
            "space",
            "up",
            "left",
            "left",
            "right",
            "right",
            "right",
            "space",
            "x",
        ):
            review.told.append(f"{key}: {review.dialog._act(key) if opening.more else '-'}")
            review._tell("")
        told += [f"{review.dialog.values} {review.dialog.initial_values}"]
        review.types("field-line", "a word")
        review.press("ctrl+d", "ctrl+s", "escape")
        told += review.told
    compare(told, "forms_review")


def test_a_pact_is_written_field_by_field(demo: Caseload) -> None:
    told: list[str] = []
    desk, diego, elif_ = StandIn(demo).desk, demo.one("Diego"), demo.one("Elif")
    begun = agreed(demo, elif_)
    for case, drafted in (
        (PactCase(desk, diego.id, None), {}),
        (PactCase(desk, elif_.id, begun), {"why": "so that it holds"}),
    ):
        opening = Opening(case.heading, case.fields, drafted, kept(told), more=Writing(case))
        editor = Driven(PactEditor(opening))
        editor.press(*["down"] * 13, "up")
        editor.types("field-next_review_on", "12/5")
        editor.types("field-next_review_on", "soon")
        editor.types("field-next_review_on", "")
        for every in ("weekly", "monthly"):
            editor._one("#field-review_every").value = every
            editor.dialog._choice_changed()
            editor._tell(every)
        editor.types("field-next_review_on", "Dec 11, 2026")
        editor._one("#field-review_every").value = "weekly"
        editor.dialog._choice_changed()
        editor._tell("weekly")
        editor.dialog._show_problems({"learning_target": "Type it.", "why": "Say why."})
        editor._tell("two problems")
        editor.dialog._show_problems({"why": "Say why."})
        editor._tell("one problem")
        editor.press("ctrl+o")
        editor._focus(editor._one("#field-title"))
        editor.press("ctrl+o", "ctrl+d", "escape")
        told += editor.told
    covered = PactCase(desk, elif_.id, begun)
    hidden = Driven(PactEditor(Opening("A pact", covered.fields, {}, kept(told), covered=True, more=Writing(covered))))
    hidden._focus(hidden._one("#field-why"))
    hidden.press("ctrl+o")
    told += hidden.told
    compare(told, "forms_pact")


def test_everybody_is_ticked_and_some_have_a_line(demo: Caseload) -> None:
    told: list[str] = []
    ticks = [Tick("s1", "Ama"), Tick("s2", "Ben", is_here=False), Tick("s3", "Cai")]
    for drafted, unkept, covered in (
        ({}, "", False),
        ({"text": "maps", "kind": "small_group", "ticked": "s3", "line-s3": "spoke"}, "The disk is full.", True),
    ):
        keep = kept(told, "The disk is full.", "")
        dialog = GroupDialog(
            ticks,
            drafted,
            keep=keep,
            read=lambda entry: f"reads {entry.text}",
            tags=lambda _text, _at: [],
            unkept=unkept,
            covered=covered,
        )
        group = Driven(dialog)
        for key in ("tab", "tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab"):
            group.press(key)
            group.told.append(f"the cursor of the list is {'' if dialog.ticks._always_shows_cursor else 'not '}kept")
        group._one("#group-text").value = "a walk"
        dialog.on_text_area_changed()
        group._tell("typed")
        dialog._open_own()
        group._tell("opened")
        dialog.own.value = "began it"
        dialog.on_input_changed(SimpleNamespace(input=dialog.own))
        group._tell("their own line")
        group.told.append(f"ticked {sorted(dialog.ticks.ticked)} {dialog._lines}")
        dialog._close_own()
        group._tell("closed")
        dialog._open_own()
        dialog.own.value = " "
        dialog.on_input_changed(SimpleNamespace(input=dialog.own))
        dialog._close_own()
        group._tell("taken back")
        group.told.append(f"ticked {sorted(dialog.ticks.ticked)} {dialog._lines}")
        if group.timer is not None:
            group.timer()
        group._tell("kept")
        group.told.append(f"ticked {sorted(dialog.ticks.ticked)} {dialog._lines}")
        group.press("ctrl+s", "ctrl+d", "ctrl+s", "escape")
        dialog._lines["s2"] = "was late"
        for key in ("s2", "s3"):
            dialog.ticks.go_to(key)
            dialog._open_own()
            group._tell(f"opened for {key}")
        told += group.told
    compare(told, "forms_group")
