"""Facts about the highlighted student: adding, rewording and deleting one, and showing the sensitive ones."""

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from advisory.caseload.leaving.shares import shared_line
from advisory.model import KnownWell
from advisory.model.words import Facet
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.note.whose import ask_and_move
from advisory.tui.commands.twice import has_run, is_meant, name_first
from advisory.tui.words.fact import VisibleFacts, fact_words, hidden_words, visible_facts

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.card.screen import CardScreen
    from advisory.tui.screens.known_well.screen import KnownWellScreen

    Screen = CardScreen | KnownWellScreen

_FORGET = "forget-fact"


def _facts(screen: "Screen") -> VisibleFacts:
    """The facts of the highlighted facet, newest first: those to show, and how many are hidden."""
    from advisory.caseload.coverage import facts_of

    highlighted = screen.highlighted
    facts = facts_of(screen.desk.caseload, highlighted.student, highlighted.facet)
    sensitive = getattr(screen, "sensitive", None)  # Today has a draft of a fact, but shows none
    return visible_facts(facts, asked=sensitive is not None and sensitive.is_shown)


def show_sensitive(screen: "Screen") -> None:
    """Show the sensitive facts of what is highlighted until the cursor moves, or hide them again; so the card's private notes."""
    sensitive, has_private = screen.sensitive, screen.is_of_one_student and screen.desk.prose.keeps_private
    if sensitive.is_shown or screen.shows_private:
        sensitive.hide()
        screen.shows_private = False
    elif _facts(screen).hidden or has_private:
        sensitive.show()
        screen.shows_private = has_private
        screen.say(f"Shown until you move on; {screen.key('sensitive-facts')} hides them.")
    else:
        screen.say("Nothing here is marked as sensitive.")
    screen.redraw(force=True)


@shows_dialog
async def know(screen: "Screen") -> None:
    """Show the form that adds a fact. When no facet is highlighted, the form asks which one."""
    from advisory.caseload.coverage import coverage, coverage_of
    from advisory.casework.learning.learn_fact import learn_fact
    from advisory.rules.learning.known_well import facet_to_ask
    from advisory.tui.dialogs.fields.fact import facet_field, fact_about, fact_changes, fact_fields

    desk, student_id, facet = screen.desk, screen.highlighted.student, screen.highlighted.facet
    name, fields = desk.name(student_id), fact_fields(desk.caseload.today)
    if facet is None:
        first = facet_to_ask(coverage_of(desk.caseload, student_id), coverage(desk.caseload))
        form, heading, about = "fact", f"What you know about {name}", ""
        fields = [facet_field(first), *fields]
    else:
        form, heading, about = f"fact_{facet}", f"{name}: {facet.label}", fact_about(desk, facet, _facts(screen).shown)

    def learn(values: Values) -> None:
        of_facet = facet or Facet(values["facet"])
        learn_fact(desk.caseload, student_id, of_facet, **fact_changes(desk, values))
        screen.say(f"Saved: {of_facet.label}", student_id)

    await fill(screen, form, heading, fields, learn, record_id=student_id, about=about)


@shows_dialog
async def edit(screen: "Screen") -> None:
    """Show the form that rewords a fact of the highlighted cell."""
    shown = await _choose(screen)
    if shown is not None:
        await reword(screen, shown)


async def reword(screen: "CaseScreen", shown: KnownWell) -> None:
    """Show the form that rewords this fact."""
    from advisory.casework.learning.edit_fact import edit_fact
    from advisory.tui.dialogs.fields.fact import fact_changes, fact_fields
    from advisory.tui.dialogs.fields.whose import student_in, whose_field

    desk = screen.desk

    def save(values: Values, shown: KnownWell) -> Coroutine[Any, Any, None] | None:
        changes, student_id = fact_changes(desk, values), student_in(desk, values, shown.student)
        if student_id != shown.student:

            def move() -> KnownWell:
                return edit_fact(desk.caseload, shown, **changes, student=student_id)

            return ask_and_move(screen, shown, student_id, move)
        edit_fact(desk.caseload, shown, **changes)
        screen.say(f"Reworded: {shown.facet.label}", shown.student)
        return None

    heading = f"{desk.name(shown.student)}: {shown.facet.label}"
    fields = [whose_field(desk, shown.student), *fact_fields(desk.caseload.today, shown)]
    shared = shared_line(desk.caseload, shown.id)
    about = f"It was {shared}." if shared else ""
    await fill(screen, "edit_fact", heading, fields, save, shown=shown, about=about)


@shows_dialog
async def forget(screen: "Screen") -> None:
    """Move a fact of the highlighted cell to the trash."""
    from advisory.casework.trash import move_to_trash

    chosen = await _choose(screen)
    if chosen is not None and len(_facts(screen).shown) == 1 and not is_meant(screen, _FORGET, chosen.id):
        name_first(screen, _FORGET, chosen.id, chosen.facet.label, chosen.student)
    elif chosen is not None:
        move_to_trash(screen.desk.caseload, KnownWell, chosen.id)
        screen.say(f"Deleted: {chosen.facet.label}; {screen.key('undo')} brings it back", chosen.student)
        has_run(screen, _FORGET)


async def _choose(screen: "Screen") -> KnownWell | None:
    """The only fact shown, or the one picked from several. With none, the status line says so."""
    from advisory.tui.dialogs.pick import PickDialog

    facts, desk = _facts(screen), screen.desk
    if len(facts.shown) > 1:
        today = desk.caseload.today
        options = [(fact.id, fact_words(fact, desk.prose, today)) for fact in facts.shown]
        heading = f"{desk.name(screen.highlighted.student)}: which of {len(options)}?"
        picked = await screen.ask(PickDialog(heading, options))
        return next((fact for fact in facts.shown if fact.id == picked), None)
    if facts.shown:
        return facts.shown[0]
    nothing = f"Nothing here yet. Press {screen.key('know')} to add something."
    hidden = hidden_words(facts.hidden, screen.key("sensitive-facts"))
    screen.say(f"{hidden}." if facts.hidden else nothing)
    return None
