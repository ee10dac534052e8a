"""What leaves on a pact's page, on a panel's page and in a calendar file.

The last two hold parts of a plan that leave nowhere else (see `rules/leaving/may_leave`): a panel's names and the
advisor's milestones. Other students' names are covered in them here, and reported like all others. A page to print
covers names even when it is for yourself, since the student looks at it.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan, FollowUp, Pact, PanelMember, Record, Student
from advisory.model.words import Audience
from advisory.rules.leaving.leaving import Covered, Leaving, NameFound
from advisory.rules.leaving.only import only
from advisory.rules.leaving.preview import Choice, Kept
from advisory.rules.leaving.reason import Reason
from advisory.rules.leaving.texts import with_texts
from advisory.rules.names.uncovered import Uncovered
from advisory.rules.refusal import Refusal
from advisory.rules.season.shown_pacts import shown_pacts

from .covering import other_names
from .leaving import leaving_of

_STAYS = {
    Reason.NOT_AGREED: "You two haven't agreed to it yet, so its page is for the student and you only.",
    Reason.NOT_FOR_THEM: "This pact was discarded, so its page is for you only.",
}


class PanelLeaving(NamedTuple):
    """What leaves on a panel's page."""

    leaving: Leaving
    keys: tuple[str, ...]
    """A key for each member who is on it."""
    kept: tuple[Kept, ...]
    """The members whose name is also another student's; it is covered, unless it is included by its key."""


def pact_leaving(caseload: Caseload, pact: Pact, audience: Audience, uncovered: Uncovered, choice: Choice) -> Leaving:
    """What leaves of the pact on its page. Refuses one that isn't for this audience."""
    leaving = only(_leaving(caseload, [pact.student], audience, uncovered, choice, (Pact,)), {pact.id})
    for one in leaving.stays:
        if one.reason in _STAYS:
            raise Refusal(_STAYS[one.reason])
    return _for_print(caseload, leaving, uncovered)


def panel_leaving(
    caseload: Caseload, plan: DefensePlan, audience: Audience, uncovered: Uncovered, choice: Choice
) -> PanelLeaving:
    """What leaves of the plan on the panel's page, with those who said yes to sit on it, and of the pacts they look at."""
    plan = caseload.store.need(DefensePlan, plan.id)
    shown = shown_pacts(plan, caseload.store.of_student(Pact, plan.student))
    leaving = _leaving(caseload, [plan.student], audience, uncovered, choice, (DefensePlan, Pact))
    leaving = _for_print(caseload, only(leaving, {plan.id, *(pact.id for pact in shown)}), uncovered)
    members, kept, taken, names = dict[str, PanelMember](), list[Kept](), list[str](), list[NameFound]()
    for number, member in enumerate(plan.panel, 1):
        if member.confirmed_on is None:
            continue
        key, name = f"{plan.id}-panel-{number}", leaving.cover(plan.student, member.name)
        role = leaving.cover(plan.student, member.role)
        is_named = bool(name.names) and name.text != member.name
        is_included = is_named and key in choice.included
        called = name.text if is_named and not is_included else member.name
        if is_included:
            taken.append(plan.id)
        elif is_named:
            kept.append(Kept(plan, f"{member.name}, on the panel", Reason.NAMES, key))
        names += role.names if is_included else (*name.names, *role.names)
        if called:
            members[key] = replace(member, name=called, role=role.text)
    leaving = _with(leaving, lambda _plan: {"panel": tuple(members.values())}, names)
    return PanelLeaving(leaving._replace(included=(*leaving.included, *taken)), tuple(members), tuple(kept))


def dates_leaving(caseload: Caseload, audience: Audience, uncovered: Uncovered, choice: Choice) -> Leaving:
    """What leaves of the defenses, pacts and promises of everybody here, and the advisor's own milestones."""
    students = [student.id for student in caseload.students]
    leaving = _leaving(caseload, students, audience, uncovered, choice, (DefensePlan, Pact, FollowUp))
    if audience is Audience.MYSELF:
        return leaving
    names: list[NameFound] = []

    def milestones(plan: DefensePlan) -> dict[str, object]:
        own = [one for one in caseload.store.need(DefensePlan, plan.id).milestones if one.mine]
        said = [leaving.cover(plan.student, one.label) for one in own]
        names.extend(name._replace(record_id=plan.id) for one in said for name in one.names)
        return {
            "milestones": tuple(
                replace(one, label=label.text) for one, label in zip(own, said, strict=True) if label.text
            )
        }

    return _with(leaving, milestones, names)


def _leaving(
    caseload: Caseload,
    students: Sequence[str],
    audience: Audience,
    uncovered: Uncovered,
    choice: Choice,
    kinds: Sequence[type[Record]],
) -> Leaving:
    included, instead = choice.included, choice.instead
    return leaving_of(caseload, students, audience, uncovered, kinds=kinds, included=included, instead=instead)


def _for_print(caseload: Caseload, leaving: Leaving, uncovered: Uncovered) -> Leaving:
    """The same with names covered, also when it is for the advisor, who prints it to read it together with the student."""
    if leaving.audience is not Audience.MYSELF:
        return leaving
    cover = other_names(caseload, leaving.of(Student)[0], uncovered).covered
    records = tuple(one if isinstance(one, Student) else with_texts(one, cover) for one in leaving.records)
    return leaving._replace(records=records, cover=lambda _student_id, text: Covered(cover(text), ()))


def _with(leaving: Leaving, parts: Callable[[DefensePlan], dict[str, object]], names: Sequence[NameFound]) -> Leaving:
    """What leaves, with these parts of each plan added; the names covered in them are added to `names`."""
    records = tuple(replace(one, **parts(one)) if isinstance(one, DefensePlan) else one for one in leaving.records)
    return leaving._replace(records=records, names=(*leaving.names, *names))
