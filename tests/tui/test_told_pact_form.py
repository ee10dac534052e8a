"""What the form of a pact finds wrong, asks and saves, and the questions on the way, compared with `told/`."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from driven_case import Driven
from pact_case import BOTH, agreed, drafted
from record_case import TODAY
from told_case import StandIn, answered, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.activate import Beside
from advisory.model import Pact
from advisory.model.words import Observer
from advisory.rules.pact.wording import Difference
from advisory.tui.dialogs.pact import questions
from advisory.tui.dialogs.pact.agreement import AgreementDialog
from advisory.tui.dialogs.pact.case import PactCase
from advisory.tui.dialogs.pact.changed_words import Again
from advisory.tui.dialogs.pact.check import Answers, Check
from advisory.tui.dialogs.pact.editor import PactEditor
from advisory.tui.dialogs.pact.lines import how_often_at, read_parts, who_at, written
from advisory.tui.dialogs.pact.review import MarkLine, marks_in

FULL = {
    "learning_target": "I can read a map",
    "success": "one map read\none drawn",
    "theirs": "read one a week - every Friday",
    "mine": "find the maps",
    "others": "grandmother: walks along",
    "why": " for hikes ",
    "confidence": "3",
}


def told_of(check: Check) -> str:
    return f"{check.problems} {[tuple(one) for one in check.changed]} {check.names} {check.agreed} {check.others}"


def answering(values: dict[str, str], answers: Answers) -> Callable[[PactEditor], object]:
    """What is typed into the form, and what was answered to its questions."""

    def answer(dialog: PactEditor) -> object:
        dialog._case.answers = answers
        return answered(dialog, values)

    return answer


async def test_what_is_wrong_with_a_pact_and_what_becomes_of_it(demo: Caseload) -> None:
    screen = StandIn(demo)
    diego, elif_ = demo.one("Diego"), demo.one("Elif")
    case = PactCase(screen.desk, diego.id, None)
    usual = {field.name: field.initial for field in case.fields}
    for changed in (
        {}, {"learning_target": " "}, FULL, {**FULL, "success": ""}, {**FULL, "others": "nobody"}, {**FULL, "next_review_on": "never"},
        {**FULL, "next_review_on": "11/20"}, {**FULL, "target_on": "11/20"}, {**FULL, "next_review_on": "12/30", "target_on": "12/1"},
        {**FULL, "next_review_on": "", "target_on": ""}, {**FULL, "theirs": "a - b - c\nd -e\n - f"},
    ):  # fmt: skip
        for begins in (False, True):
            screen.told.append(f"{changed} {begins}: {told_of(case.check({**usual, **changed}, begins=begins))}")
    await screen.does("draft-pact", {"learning_target": ""}, FULL, student=diego)
    pact = demo.store.of_student(Pact, diego.id)[-1]

    def now() -> Pact:
        return demo.store.need(Pact, pact.id)

    one, both = Answers(BOTH[:1], begins=True), Answers(BOTH[1:], begins=True)
    await screen.does("edit-pact", {}, pact=now(), student=diego)
    await screen.does("edit-pact", {"title": "maps"}, pact=now(), student=diego)
    await screen.does("edit-pact", answering({"area": "geography"}, one), pact=now(), student=diego)
    case = PactCase(screen.desk, diego.id, now())
    values = {field.name: field.initial for field in case.fields}
    screen.told.append(told_of(case.check(values, begins=True)))
    screen.told.append(told_of(case.check({**values, "success": "one map read"}, begins=True)))
    await screen.does("edit-pact", answering({}, both), pact=now(), student=diego)
    case = PactCase(screen.desk, diego.id, now())
    values = {field.name: field.initial for field in case.fields}
    for changed in (
        {},
        {"title": "two"},
        {"success": "one map read"},
        {"success": ""},
        {"target_on": "12/30"},
        {"why": "x"},
    ):
        screen.told.append(f"{changed}: {told_of(case.check({**values, **changed}, begins=False))}")
    screen.stem = "pact"
    await screen.does("reword-pact", {}, pact=now(), student=diego)
    await screen.does("reword-pact", {"title": "atlas"}, pact=now(), student=diego)
    await screen.does(
        "reword-pact", answering({"success": "one mab read\none drawn"}, Answers(typo=True)), pact=now(), student=diego
    )
    await screen.does(
        "reword-pact",
        {"success": "another"},
        answering({"success": "another"}, Answers(BOTH)),
        pact=now(),
        student=diego,
    )
    await screen.does("pact-history", pact=now(), student=diego)
    second = drafted(demo, diego, title="second")
    case = PactCase(screen.desk, diego.id, second)
    screen.told.append(told_of(case.check({field.name: field.initial for field in case.fields}, begins=True)))
    drafted(demo, diego, title="third")
    screen.told.append(told_of(case.check({field.name: field.initial for field in case.fields}, begins=True)))
    keep = Answers(BOTH, begins=True, beside=Beside.PAUSE)
    await screen.does(
        "edit-pact", answering({}, Answers(BOTH, begins=True)), answering({}, keep), pact=second, student=diego
    )
    days = case.days
    screen.told += [
        f"{days.describe(TODAY + timedelta(by))} · {days.describe_typed(text)}"
        for by, text in ((3, "fri"), (5, "Nov 28, 2026"))
    ]
    screen.told += [
        f"{words}: {how_often_at(words)} {who_at(words)}"
        for words in ("read - daily", "read -daily", "a: b", "a - b – c", "")
    ]
    screen.told += [f"{every.value}: {days.first_look(every)}" for every in type(second.review_every)]
    pact = agreed(demo, elif_)
    reworded = "bring two graphs - daily\tbring one graph a week - weekly\nbring a pen"
    commitments = read_parts(type(pact.student_commitments[0]), reworded, pact.student_commitments)
    screen.told += [f"{written(commitments)!r}", *map(str, commitments)]
    screen.told.append(
        f"{marks_in({'marks': 'student:0 :1 advisor:2'})} {[MarkLine(mark, '').key for mark in marks_in({'marks': 'student:0 :1'})]}"
    )
    compare(screen.told, "pact_form")


async def test_the_questions_before_a_pact_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    replies: list[Any] = []

    async def ask(_screen: object, dialog: Any) -> Any:
        driven = Driven(dialog)
        told.extend(driven.told)
        return replies.pop(0)

    monkeypatch.setattr(questions, "ask_over", ask)
    names = {Observer.STUDENT: "Diego", Observer.ADVISOR: "Mr Reed"}
    check = Check(
        changed=[Difference("title", "In a word", ("maps",), ("atlas",))],
        names=names,
        agreed=["Ama agreed."],
        others=["maps", "songs"],
    )
    for given in ([None], [Again.TYPO], [Again.AGREE, None], [Again.AGREE, [*BOTH]]):
        replies[:] = given
        told.append(f"again {given}: {await questions.ask_again(object(), check, covered=False)}")
    alone = Check(names={}, others=["maps"])
    for what, given in (
        (check, [None]),
        (check, [[BOTH[0]]]),
        (check, [[*BOTH], None]),
        (check, [[*BOTH], "keep"]),
        (alone, ["pause"]),
        (Check(), []),
    ):
        replies[:] = given
        told.append(f"begin {given}: {await questions.ask_to_begin(object(), what, covered=False)}")
    compare(told, "pact_questions")


def test_who_agrees_is_written_down() -> None:
    told: list[str] = []
    names = {Observer.STUDENT: "Diego", Observer.ADVISOR: "Mr Reed"}
    for dialog in (
        AgreementDialog(names, agreed=["Both were here."]),
        AgreementDialog(names, needs_both=True),
        AgreementDialog({Observer.ADVISOR: "Mr Reed"}),
    ):
        driven = Driven(dialog)
        for party in dialog._asked:
            for widget in (f"#name-{party}", f"#how-{party}"):
                driven._focus(driven._one(widget))
                dialog.on_descendant_focus()
                driven._tell(widget)
        driven.press("ctrl+s")
        driven._one("#name-advisor").value = " "
        driven.press("ctrl+s")
        for party in dialog._asked:
            driven._one(f"#how-{party}").value = dialog._ways[-1][0]
        driven.press("ctrl+s", "escape")
        told += driven.told
    compare(told, "pact_agreement")
