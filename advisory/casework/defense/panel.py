"""Who sits on the panel: asked, confirmed, and taken off again."""

from datetime import date

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan, PanelMember
from advisory.rules.check_in.contact import refuse_future
from advisory.rules.names.finding import fold
from advisory.rules.refusal import Refusal


def ask_panel(
    caseload: Caseload, shown: DefensePlan, name: str, role: str = "", *, asked_on: date | None = None
) -> DefensePlan:
    """Note that somebody was asked to sit on the panel, today by default.

    Refuses no name, a future day, and somebody who is on this panel already. Raises Conflict if the plan changed meanwhile.
    """
    words = " ".join(name.split())
    if not words:
        raise Refusal("Who is asked? Type a name.")
    if any(fold(member.name) == fold(words) for member in shown.panel):
        raise Refusal(f"{words} is on this panel already.")
    day = asked_on or caseload.today
    refuse_future(day, caseload.today)
    with caseload.store.change("Panel member asked", caseload.now()) as change:
        member = PanelMember(name=words, role=role.strip(), asked_on=day)
        return change.put(replace(shown, panel=(*shown.panel, member)), shown=shown)


def confirm_panel(
    caseload: Caseload, shown: DefensePlan, number: int, *, confirmed_on: date | None = None
) -> DefensePlan:
    """Note that panel member `number` (from 0) said yes, today by default; if they had, take it back.

    Refuses a future day. Raises Conflict if the plan changed meanwhile.
    """
    day = confirmed_on or caseload.today
    refuse_future(day, caseload.today)
    member = shown.panel[number]
    is_back = member.confirmed_on is not None and confirmed_on is None
    with caseload.store.change(
        "Panel member not confirmed" if is_back else "Panel member confirmed", caseload.now()
    ) as change:
        panel = list(shown.panel)
        panel[number] = replace(member, confirmed_on=None if is_back else day)
        return change.put(replace(shown, panel=tuple(panel)), shown=shown)


def remove_from_panel(caseload: Caseload, shown: DefensePlan, number: int) -> DefensePlan:
    """Take panel member `number` (from 0) off the panel. Raises Conflict if the plan changed meanwhile."""
    with caseload.store.change("Panel member removed", caseload.now()) as change:
        kept = tuple(one for at, one in enumerate(shown.panel) if at != number)
        return change.put(replace(shown, panel=kept), shown=shown)
