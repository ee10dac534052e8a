"""What can be done with the facts about the highlighted student."""

from advisory.model import KnownWell
from advisory.model.words import Facet
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.base.note_taking import NOBODY, NoteTaking
from advisory.tui.words.fact import Told, fact_words, hidden_words, told


class FactActions(NoteTaking):
    """Learning, rewording and forgetting one; and asking for those that are sensitive."""

    _asked: tuple[str, Facet | None] | None = None
    """Of whom, and of which side, the sensitive facts were asked for; anywhere else they are hidden."""

    @property
    def facet(self) -> Facet | None:
        """The highlighted side; None where the form asks which it is."""
        return None

    @property
    def is_asked(self) -> bool:
        """Whether the sensitive facts of what is highlighted were asked for."""
        return self._asked == (self.student_id, self.facet)

    def hide_sensitive(self) -> None:
        """They were asked for here and now only."""
        self._asked = None

    @property
    def facts(self) -> Told:
        """Those of the highlighted side that may be seen, the newest first."""
        from advisory.caseload.coverage import facts_of

        if not self.student_id:
            return Told([], 0)
        return told(facts_of(self.desk.caseload, self.student_id, self.facet), asked=self.is_asked)

    def on_screen_suspend(self) -> None:
        if self._asked is not None:
            self.hide_sensitive()
            self.retell(force=True)

    async def action_sensitive_facts(self) -> None:
        hidden = self.facts.hidden
        if self.is_asked:
            self.hide_sensitive()
        elif hidden:
            self._asked = (self.student_id, self.facet)
            self.say("Shown until you go on; K hides them.")
        else:
            self.say("Nothing here is marked as sensitive.")
        self.retell(force=True)

    @flow
    async def action_know(self) -> None:
        from advisory.caseload.coverage import coverage, coverage_of
        from advisory.casework.learning.learn_fact import learn_fact
        from advisory.rules.learning.known_well import facet_to_ask
        from advisory.tui.dialogs.fields.fact import facet_field, fact_about, fact_changes, fact_fields

        desk, student_id, facet = self.desk, self.student_id, self.facet
        if not student_id:
            self.say(NOBODY)
            return
        name, fields = desk.name(student_id), fact_fields()
        if facet is None:
            first = facet_to_ask(coverage_of(desk.caseload, student_id), coverage(desk.caseload))
            form, heading, about = "fact", f"What I know of {name}", ""
            fields = [facet_field(first), *fields]
        else:
            form, heading, about = f"fact_{facet}", f"{name}: {facet.label}", fact_about(desk, facet, self.facts.shown)

        def learn(values: Values) -> None:
            side = facet or Facet(values["facet"])
            learn_fact(desk.caseload, student_id, side, **fact_changes(desk, values))
            self.say(f"Learned: {side.label}", student_id)

        await self.fill(form, heading, fields, learn, record_id=student_id, about=about)

    @flow
    async def action_edit_fact(self) -> None:
        from advisory.casework.learning.edit_fact import edit_fact
        from advisory.tui.dialogs.fields.fact import fact_changes, fact_fields

        chosen = await self._choose_fact()
        if chosen is None:
            return
        shown: KnownWell = chosen

        def edit(values: Values) -> None:
            edit_fact(self.desk.caseload, shown, **fact_changes(self.desk, values))
            self.say("Reworded", shown.student)

        def rebase(stored: KnownWell) -> None:
            nonlocal shown
            shown = stored

        heading = f"{self.desk.name(shown.student)}: {shown.facet.label}"
        await self.fill("edit_fact", heading, fact_fields(shown), edit, record_id=shown.id, rebase=rebase)

    @flow
    async def action_forget_fact(self) -> None:
        from advisory.casework.trash import move_to_trash

        chosen = await self._choose_fact()
        if chosen is not None:
            move_to_trash(self.desk.caseload, KnownWell, chosen.id)
            self.say("Forgotten; u brings it back", chosen.student)
        self.retell()

    async def _choose_fact(self) -> KnownWell | None:
        """The one that is seen, or of several the one that is picked, the newest first; says so where there is none."""
        from advisory.tui.dialogs.pick import PickDialog

        facts, desk = self.facts, self.desk
        if len(facts.shown) > 1:
            today = desk.caseload.today
            options = [(fact.id, fact_words(fact, desk.prose, today)) for fact in facts.shown]
            heading = f"{desk.name(self.student_id)}: which of {len(options)}?"
            picked = await self.ask(PickDialog(heading, options))
            return next((fact for fact in facts.shown if fact.id == picked), None)
        if facts.shown:
            return facts.shown[0]
        self.say(f"{hidden_words(facts.hidden)}." if facts.hidden else "Nothing is known here yet. k writes it down.")
        return None
