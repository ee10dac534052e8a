"""What makes the partnership's next move plain: a sign seen, the next step, and whom to look after more closely."""

from advisory.model import Indicator
from advisory.model.words import Stage
from advisory.rules.overview.summary import Summary
from advisory.tui.asking import asking
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.base.note_taking import NOBODY, NoteTaking

_NARROWEST = 58


class SignActions(NoteTaking):
    """On every screen on which a student is highlighted."""

    @flow
    async def action_add_sign(self) -> None:
        from advisory.tui.dialogs.fields.sign import SignPick, last_seen, sign_fields, sign_values

        desk, student_id = self.desk, self.student_id
        if not student_id:
            self.say(NOBODY)
            return
        line, store = desk.caseload.summary(student_id), desk.caseload.store
        seen = {} if desk.prose.is_shaded else last_seen(store.of_student(Indicator, student_id))
        heading = f"A sign seen with {desk.name(student_id)}"
        picked = await self.ask(
            SignPick(heading, desk.caseload.catalogue, line.stage or Stage.RAPPORT, seen, line.as_of)
        )
        if picked is None:
            return
        key = picked

        def add(values: Values) -> None:
            from advisory.casework.partnership.add_sign import add_sign

            add_sign(desk.caseload, student_id, key, **sign_values(desk, values))
            self.say(_noted(desk.caseload.summary(student_id)), student_id)

        fields = sign_fields(desk, store.check_ins_of(student_id))
        await self.fill(
            "sign",  # one draft a student: whichever sign is chosen next, the words are there
            f"{desk.name(student_id)}: {desk.sign(key)}",
            fields,
            add,
            record_id=student_id,
            about=_wanted(line),
        )

    @flow
    async def action_set_step(self) -> None:
        from advisory.casework.partnership.set_next_step import set_next_step
        from advisory.tui.dialogs.form.field import Field

        desk, student_id = self.desk, self.student_id
        if not student_id:
            self.say(NOBODY)
            return
        line = desk.caseload.summary(student_id)

        def put(values: Values) -> None:
            made = set_next_step(desk.caseload, student_id, values["step"])
            self.say("Next step set" if made.next_step else "No next step any more", student_id)

        now = line.partnership.next_step if line.partnership else ""
        field = Field("step", "One small thing to do next", now, "ask about rowing crew, and leave it there")
        heading = f"The next step with {desk.name(student_id)}"
        await self.fill("next_step", heading, [field], put, record_id=student_id, about=_wanted(line))

    async def action_focal(self) -> None:
        from advisory.casework.student.set_focal import set_focal

        if not self.student_id:
            self.say(NOBODY)
            return
        with asking(self):
            focal = not self.desk.student(self.student_id).focal
            set_focal(self.desk.caseload, self.student_id, focal=focal)
            self.say("Focal: to be seen more often" if focal else "No longer focal", self.student_id)
        self.retell()


def _wanted(line: Summary) -> str:
    return f"For {line.gate.to_stage.label}: {line.gate.words}." if line.gate.to_stage else ""


def _noted(line: Summary) -> str:
    """What is still to come after it, where the smallest screen has room for that."""
    told = f"Sign noted. {line.gate.to_stage.label}: {line.gate.briefly}" if line.gate.to_stage else ""
    return told if 0 < len(told) <= _NARROWEST else "Sign noted"
