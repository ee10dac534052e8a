"""The drafts that Today lists: going on with one, and throwing one away."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, KnownWell, Pact

from .twice import has_run, is_meant, name_first

if TYPE_CHECKING:
    from advisory.tui.kept_drafts import KeptDraft
    from advisory.tui.screens.today.screen import TodayScreen

_DISCARD = "discard-draft"


def discard(screen: "TodayScreen") -> None:
    """Throw the highlighted draft away."""
    draft = screen.highlighted.draft
    assert draft is not None  # the registry says that this command needs one
    name = f"{draft.form}:{draft.about}"
    if not is_meant(screen, _DISCARD, name):
        name_first(screen, _DISCARD, name, draft.what, draft.student_id)
        return
    screen.desk.unsaved.discard(draft.form, draft.about, screen.desk.caseload.store.seq)
    screen.say(f"Discarded: {draft.what}; {screen.key('undo')} brings it back", draft.student_id)
    has_run(screen, _DISCARD)


async def go_on(screen: "TodayScreen") -> None:
    """Open the form of the highlighted draft, with what was typed."""
    draft = screen.highlighted.draft
    if draft is None:
        return
    if draft.about and not screen.highlighted.student:
        screen.say(f"That is about nobody in the caseload now; {screen.key('discard-draft')} discards the draft.")
    elif (form := _of_record(screen, draft)) is not None:
        screen.run_in_background(form)
    elif draft.command_id:
        await screen.action_do(draft.command_id)
    else:
        screen.say("It is there again in its form, in the version of the program in which it was typed.")


def _of_record(screen: "TodayScreen", draft: "KeptDraft") -> Coroutine[Any, Any, None] | None:
    """The form of a draft for which no command of Today's student would do; None for the others."""
    from advisory.tui.commands.learning import fact, learning
    from advisory.tui.commands.note import check_in, promise, question
    from advisory.tui.commands.student import family
    from advisory.tui.commands.year_end import year_end

    from .defense import drafts as defense

    student_id = screen.highlighted.student
    if draft.form.startswith(family.FORM):
        return family.pick_up(screen, student_id, draft.form)
    forms: dict[tuple[str, type], Callable[[Any], Coroutine[Any, Any, None]]] = {
        ("check_in_form", CheckIn): lambda record: check_in.edit(screen, record),
        ("answer", CheckIn): lambda record: question.answer(screen, record),
        ("jot", CheckIn): lambda record: check_in.finish_one(screen, record),
        ("edit_evidence", Evidence): lambda record: learning.edit(screen, record),
        ("edit_insight", CognitiveInsight): lambda record: learning.edit(screen, record),
        ("edit_promise", FollowUp): lambda record: promise.edit(screen, record),
        ("edit_fact", KnownWell): lambda record: fact.reword(screen, record),
        ("year_pact", Pact): lambda record: year_end.end_one(screen, record),
        ("insight", type(None)): lambda _none: learning.note(screen, student_id),
    }
    if (going_on := defense.form_of(screen, draft.form, draft.record, student_id)) is not None:
        return going_on
    form = forms.get((draft.form, type(draft.record)))
    return form(draft.record) if form else None
