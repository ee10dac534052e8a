"""What a pact says: drafted in one line, and changed."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, talk
from advisory.exchange.file.csv_out import BETWEEN_VALUES
from advisory.model import Commitment, OtherHelp, Pact, SuccessLine
from advisory.model.words import Observer, PactStatus, ReviewEvery
from advisory.rules.pact.life import AsksAgain, missing
from advisory.rules.refusal import Refusal

from .choice import BOTH, WHOLE, names, pact_of, yes_of

Part = TypeVar("Part", SuccessLine, Commitment)
_CHANGEABLE = (PactStatus.ACTIVE, PactStatus.PROPOSED, PactStatus.DRAFT, PactStatus.PAUSED)
_OFTEN = f"“text{BETWEEN_VALUES}how often”"
_LINES = {"know": "success_evidence", "theirs": "student_commitments", "mine": "advisor_commitments"}


def _words(command: Any) -> Any:
    """The options for what is one text or one day."""
    for option in reversed(
        [
            click.option("--title", help="In a word or two."),
            click.option("--area", help="math, writing …"),
            click.option("--why", help="Why it matters, in the student's words."),
            click.option("--starting-point", help="Where you start."),
            click.option(
                "--else", "others", multiple=True, metavar="WHO: WHAT", help="Somebody else's part; again for more."
            ),
            click.option("--sure", "confidence", type=click.IntRange(1, 5), help="How sure the student is."),
            click.option("--from", "start_on", type=Day(), metavar="DAY", help="From when."),
            click.option("--look", "next_review_on", type=Day(), metavar="DAY", help="When you look again."),
            click.option("--every", "review_every", type=click.Choice([word.value for word in ReviewEvery])),
            click.option("--until", "target_on", type=Day(), metavar="DAY", help="Until when."),
        ]
    ):
        command = option(command)
    return command


@click.command("new")
@click.argument("name")
@click.argument("target", nargs=-1, required=True)
@click.option("--know", multiple=True, metavar="TEXT", help="A line by which you will both know; again for more.")
@click.option("--theirs", multiple=True, metavar="TEXT", help=f"What the student will do: {_OFTEN}.")
@click.option("--mine", multiple=True, metavar="TEXT", help=f"What you will do: {_OFTEN}.")
@_words
@click.pass_obj
def new(
    sitting: Sitting, /, name: str, target: tuple[str, ...], know: tuple[str, ...], theirs: tuple[str, ...],
    mine: tuple[str, ...], **words: Any,
) -> None:  # fmt: skip
    """Draft a pact: TARGET begins “I can …”. What is not said yet can be said later; the usual dates are filled in."""
    from advisory.casework.pact.draft import draft_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        fields = _fields(words) | {
            "success_evidence": tuple(SuccessLine(text=text) for text in know),
            "student_commitments": tuple(_commitment(text) for text in theirs),
            "advisor_commitments": tuple(_commitment(text) for text in mine),
        }
        made = draft_pact(caseload, student.id, " ".join(target), **fields)
        talk(f"Drafted [{made.id}]: {caseload.names[student.id]}, {made.called}; until {made.target_on}")
        talk(f"Before it can begin: {'; '.join(missing(made, caseload.today))}.")


@click.command("edit")
@click.argument("name")
@click.option("--target", help="The learning target.")
@click.option(
    "--know", nargs=2, multiple=True, metavar="N TEXT", help="Success line N, + for one more; no text removes it."
)
@click.option("--theirs", nargs=2, multiple=True, metavar="N TEXT", help="What the student will do, likewise.")
@click.option("--mine", nargs=2, multiple=True, metavar="N TEXT", help="What you will do, likewise.")
@_words
@click.option("--typo", is_flag=True, help="A slip of the fingers: nobody is asked again, and the history says so.")
@BOTH
@names
@WHOLE
@click.pass_obj
def edit(
    sitting: Sitting, /, name: str, target: str | None, how: str | None, student_name: str, advisor_name: str,
    word: str | None, *, typo: bool, **words: Any,
) -> None:  # fmt: skip
    """Change what a pact says. What both have agreed holds as it was until both say yes to the change."""
    from advisory.casework.pact.edit import edit_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = pact_of(caseload, student, word, *_CHANGEABLE)
        changes = _lines(shown, words) | _fields(words) | ({} if target is None else {"learning_target": target})
        if not changes:
            raise click.UsageError("What shall it say? --help lists what can be changed.")
        if typo and how:
            raise click.UsageError("Either both agree to the change, or it is a typo that asks nobody.")
        said = {Observer.STUDENT: how, Observer.ADVISOR: how}
        yes = yes_of(caseload, student, said, {Observer.STUDENT: student_name, Observer.ADVISOR: advisor_name})
        try:
            made = edit_pact(caseload, shown, yes=yes, typo=typo, **changes)
        except AsksAgain as asks:
            for one in asks.changes:
                talk(f"{one.called}: {_quoted(one.was)} → {_quoted(one.now)}")
            raise Refusal(f"{asks} Then say --both-agree HOW, or --typo for a slip of the fingers.") from asks
        if made is shown:
            talk(f"Nothing changes [{made.id}]: it reads like this already.")
            return
        talk(f"Edited [{made.id}]: {caseload.names[student.id]}, {made.called}, revision {made.revision}")


def _fields(words: dict[str, Any]) -> dict[str, Any]:
    """What was said of the fields that are one text or one day each."""
    given = {field: value for field, value in words.items() if field not in _LINES and value not in {None, ()}}
    if "others" in given:
        given["others"] = tuple(_other(text) for text in given["others"])
    if "review_every" in given:
        given["review_every"] = ReviewEvery(given["review_every"])
    return given


def _lines(shown: Pact, words: dict[str, Any]) -> dict[str, Any]:
    """The lists as they are to read; a line that is only put otherwise keeps what was marked on it."""
    changed: dict[str, Any] = {}
    if said := words["know"]:
        changed[_LINES["know"]] = _changed(
            shown.success_evidence, said, lambda text: SuccessLine(text=text), _reworded_line
        )
    for side in ("theirs", "mine"):
        if said := words[side]:
            changed[_LINES[side]] = _changed(getattr(shown, _LINES[side]), said, _commitment, _reworded)
    return changed


def _changed(
    parts: Sequence[Part],
    said: Sequence[tuple[str, str]],
    make: Callable[[str], Part],
    reword: Callable[[Part, str], Part],
) -> tuple[Part, ...]:
    kept: list[Part | None] = list(parts)
    for number, text in said:
        if number == "+":
            kept.append(make(text.strip()))
        elif number.isdecimal() and 1 <= int(number) <= len(parts):
            kept[int(number) - 1] = reword(parts[int(number) - 1], text.strip()) if text.strip() else None
        else:
            raise Refusal(f"“{number}” is none of the {len(parts)} lines there are: say its number, or + for one more.")
    return tuple(part for part in kept if part is not None)


def _reworded_line(line: SuccessLine, text: str) -> SuccessLine:
    return replace(line, text=text)


def _reworded(one: Commitment, text: str) -> Commitment:
    said = _commitment(text)
    return replace(one, text=said.text, how_often=said.how_often or one.how_often)


def _commitment(text: str) -> Commitment:
    """`read a page | every week`."""
    does, _, often = text.partition(BETWEEN_VALUES)
    return Commitment(text=does.strip(), how_often=often.strip())


def _other(text: str) -> OtherHelp:
    who, between, what = text.partition(":")
    if not between or not who.strip() or not what.strip():
        raise Refusal(f"“{text}” does not say who and what: type it as “grandmother: lets her measure”.")
    return OtherHelp(who=who.strip(), text=what.strip())


def _quoted(lines: Sequence[str]) -> str:
    return "; ".join(f"“{line}”" for line in lines) or "–"
