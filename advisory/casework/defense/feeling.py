"""Note how the student feels before the day, as they say it."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan
from advisory.rules.check_in.own_hand import FEELINGS
from advisory.rules.refusal import Refusal


def note_feeling(caseload: Caseload, shown: DefensePlan, feeling: int | None, says: str = "") -> DefensePlan:
    """Note the feeling, 1 to 5 as the student says, and their words; None takes the number away.

    Refuses another number, and nothing at all. Raises Conflict if the plan changed meanwhile.
    """
    if feeling is not None and feeling not in FEELINGS:
        raise Refusal("How do they feel, as they say: 1 to 5?")
    if feeling is None and not says.strip() and shown.feeling_before is None and not shown.feeling_says:
        raise Refusal("How do they feel? Type a number from 1 to 5, or their words.")
    with caseload.store.change("Feeling before the day noted", caseload.now()) as change:
        return change.put(replace(shown, feeling_before=feeling, feeling_says=says.strip()), shown=shown)
