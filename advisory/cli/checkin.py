"""`advisory checkin`: a note about one student."""

from datetime import date

import click

from advisory.model.day_order import show_date
from advisory.model.words import Kind, Medium, NotMadeReason, Party, Tone, Visibility

from .base.command import example
from .base.day import Day
from .base.options import VISIBILITY
from .base.sitting import Sitting, talk
from .base.text_command import TextCommand

ASK_FEELING = "How do they feel about the day? If they want to say: --feeling 3 (1 to 5), and --says for their words."


@example(
    'checkin maya "Showed me the draft."',
    "save a note; --kind, --on yesterday, --minutes 5, --student-started, --not-reached",
)
@example(
    'checkin maya "Likes the new book." --with aunt --medium phone --tone celebrate',
    "a call home; --reason no_answer where nobody was reached",
)
@click.command("checkin", cls=TextCommand)
@click.argument("name")
@click.argument("text", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help=f"Without it {Kind.ONE_TO_ONE.value}, or with --with {Kind.FAMILY_CONTACT.value}.",
)
@click.option("--with", "person", metavar="PERSON", help="Who of the family: the beginning of a name or the relation.")
@click.option("--medium", type=click.Choice([medium.value for medium in Medium]), help="How, such as phone.")
@click.option("--tone", type=click.Choice([tone.value for tone in Tone]), default=Tone.NEUTRAL.value, show_default=True)
@click.option(
    "--on", "happened_on", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14, 2026-09-14."
)
@click.option("--minutes", type=click.IntRange(0, 1440))
@click.option("--says", default="", help="What the student said, in their words.")
@click.option("--feeling", type=click.IntRange(1, 5), help="How they are, 1 to 5, as they say.")
@click.option("--tag", "tags", multiple=True)
@click.option("--student-started", is_flag=True, help="The student started it.")
@click.option("--not-reached", is_flag=True, help="An attempt; it doesn't count as contact.")
@click.option("--reason", type=click.Choice([why.value for why in NotMadeReason]), help="Not reached, and why.")
@VISIBILITY
@click.pass_obj
def check_in(
    sitting: Sitting, name: str, text: tuple[str, ...], kind: str | None, person: str | None, medium: str | None,
    tone: str, happened_on: date | None, minutes: int | None, says: str, feeling: int | None, tags: tuple[str, ...], visibility: str,
    reason: str | None, *, student_started: bool, not_reached: bool,
) -> None:  # fmt: skip
    """Take a note about a student. NAME is the beginning of any part of a name, a student number or an id."""
    from advisory.casework.check_in.record import record_check_in
    from advisory.rules.capture.person import one_person

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        met = one_person(person, [student]) if person else None
        usual = Kind.FAMILY_CONTACT if met else Kind.ONE_TO_ONE
        made = record_check_in(
            caseload,
            student.id,
            " ".join(text),
            kind=Kind(kind) if kind else usual,
            happened_on=happened_on,
            contact_made=not (not_reached or reason),
            not_made_reason=NotMadeReason(reason) if reason else None,
            person=met.name if met else "",
            medium=Medium(medium) if medium else Medium.IN_PERSON,
            tone=Tone(tone),
            minutes=minutes,
            student_says=says.strip(),
            feeling=feeling,
            tags=tags,
            initiator=Party.STUDENT if student_started else Party.ADVISOR,
            visibility=Visibility(visibility),
        )
        kind = f"{made.kind.label} with {made.person}" if made.person else made.kind.label
        facts = [caseload.names[student.id], kind, *(["not reached"] if not made.contact_made else [])]
        talk(f"Saved [{made.id}]: {', '.join([*facts, show_date(made.happened_on), made.visibility.label])}")
        if made.kind is Kind.DEFENSE_PREP and made.contact_made and feeling is None and not says.strip():
            talk(ASK_FEELING)
