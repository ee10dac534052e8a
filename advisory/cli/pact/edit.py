"""`advisory pact edit`: changes what a pact says."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model import Commitment, Pact, SuccessLine
from advisory.model.words import Observer, PactStatus
from advisory.rules.pact.life import NeedsAgreement
from advisory.rules.refusal import Refusal

from .agreement import BOTH_AGREE, name_options, yes_of
from .choice import WHICH_PACT, pact_of
from .wording import LISTS, commitment, fields_of, wording_options

Part = TypeVar("Part", SuccessLine, Commitment)
_CHANGEABLE = (PactStatus.ACTIVE, PactStatus.PROPOSED, PactStatus.DRAFT, PactStatus.PAUSED)


@example(
    'pact edit maya --theirs 1 "Two sums a day" --both-agree spoken',
    "a change you both agree to; --typo fixes a typo",
)
@click.command("edit", cls=Command)
@click.argument("name")
@click.option("--target", help="The learning target.")
@click.option(
    "--know", nargs=2, multiple=True, metavar="N TEXT", help="Success line N, + for one more; no text removes it."
)
@click.option("--theirs", nargs=2, multiple=True, metavar="N TEXT", help="What the student will do, likewise.")
@click.option("--mine", nargs=2, multiple=True, metavar="N TEXT", help="What you will do, likewise.")
@wording_options
@click.option("--typo", is_flag=True, help="Only a typo: no one has to agree again, and the history says so.")
@BOTH_AGREE
@name_options
@WHICH_PACT
@click.pass_obj
def edit(
    sitting: Sitting, /, name: str, target: str | None, how: str | None, student_name: str, advisor_name: str,
    word: str | None, *, typo: bool, **words: Any,
) -> None:  # fmt: skip
    """Change what a pact says. If you both agreed to it, the old words count until you both agree to the new ones."""
    from advisory.casework.pact.edit import edit_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = pact_of(caseload, student, word, *_CHANGEABLE)
        changes = (
            _changed_lines(shown, words) | fields_of(words) | ({} if target is None else {"learning_target": target})
        )
        if not changes:
            raise click.UsageError("What should change? --help lists what can.")
        if typo and how:
            raise click.UsageError("Use --both-agree or --typo, not both.")
        said = {Observer.STUDENT: how, Observer.ADVISOR: how}
        yes = yes_of(caseload, student, said, {Observer.STUDENT: student_name, Observer.ADVISOR: advisor_name})
        try:
            made = edit_pact(caseload, shown, yes=yes, typo=typo, **changes)
        except NeedsAgreement as asks:
            for one in asks.changes:
                talk(f"{one.called}: {_quoted(one.was)} → {_quoted(one.now)}")
            raise Refusal(f"{asks} Then add --both-agree HOW, or --typo if it is only a typo.") from asks
        if made is shown:
            talk(f"Nothing changed [{made.id}]: it already says this.")
            return
        talk(f"Edited [{made.id}]: {caseload.names[student.id]}, {made.called}, revision {made.revision}")


def _changed_lines(shown: Pact, words: dict[str, Any]) -> dict[str, Any]:
    """The lists of lines as they will read; a reworded line keeps the marks it has."""
    changed: dict[str, Any] = {}
    if said := words["know"]:
        changed[LISTS["know"]] = _changed_parts(
            shown.success_evidence, said, lambda text: SuccessLine(text=text), _reworded_line
        )
    for side in ("theirs", "mine"):
        if said := words[side]:
            changed[LISTS[side]] = _changed_parts(getattr(shown, LISTS[side]), said, commitment, _reworded)
    return changed


def _changed_parts(
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
            raise Refusal(f"“{number}” is not one of the {len(parts)} lines. Give its number, or + for a new one.")
    return tuple(part for part in kept if part is not None)


def _reworded_line(line: SuccessLine, text: str) -> SuccessLine:
    return replace(line, text=text)


def _reworded(one: Commitment, text: str) -> Commitment:
    said = commitment(text)
    return replace(one, text=said.text, how_often=said.how_often or one.how_often)


def _quoted(lines: Sequence[str]) -> str:
    return "; ".join(f"“{line}”" for line in lines) or "–"
