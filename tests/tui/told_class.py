"""A class of eight invented students in whose records everything is there once that a screen draws in a way of its own."""

from datetime import date, time, timedelta
from typing import Any

from record_case import NOW, REQUIRED, TODAY

from advisory.caseload.caseload import Caseload
from advisory.model import (
    Agreement,
    Artifact,
    Attempt,
    CheckIn,
    CognitiveInsight,
    Commitment,
    DefensePlan,
    Evidence,
    ExportLog,
    FamilyContact,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    MeetingPattern,
    Milestone,
    NoSchoolDay,
    OtherHelp,
    Pact,
    PanelMember,
    Partnership,
    PlannedTalk,
    Practice,
    Record,
    Revision,
    Snooze,
    StageMove,
    Student,
    SuccessLine,
    Tag,
    Term,
)
from advisory.model.defense_words import DefenseOutcome, DefenseType, MilestoneStatus, Reflection
from advisory.model.words import (
    Agreed,
    AttemptResult,
    Audience,
    CheckInState,
    Direction,
    EvidenceSource,
    Facet,
    Independence,
    InsightStatus,
    Kind,
    LearnedHow,
    Level,
    Medium,
    MoveReason,
    NotMadeReason,
    Observer,
    PactOutcome,
    PactStatus,
    PartOfDay,
    Party,
    PromiseStatus,
    PronounsScope,
    Stage,
    Status,
    Tone,
    Visibility,
)


def on(days: int) -> date:
    """A day so many days from the day of these tests."""
    return TODAY + timedelta(days)


def of(kind: type[Any], *values: Any, **named: Any) -> Any:
    """A part of a record, by the values of its first fields."""
    return kind(**dict(zip(kind.__struct_fields__, values, strict=False)), **named)


def a_class(caseload: Caseload) -> dict[str, str]:
    """Write the class down, and return each student's id by the name they go by."""
    with caseload.store.change("A class", NOW) as change:

        def add(kind: type[Record], /, **fields: Any) -> Any:
            defaults = {name: value for name, value in REQUIRED[kind].items() if name != "student"}
            return change.add(kind, **{**defaults, **fields})

        add(Term, title="Autumn", starts_on=date(2026, 8, 31), ends_on=date(2027, 1, 15))
        add(Term, title="Last year", starts_on=date(2025, 9, 1), ends_on=date(2026, 6, 12))
        add(NoSchoolDay, starts_on=date(2026, 11, 26), ends_on=date(2026, 11, 27), title="Thanksgiving")
        add(MeetingPattern, weekdays=(0, 2, 4), starts=time(9, 40), ends=time(10, 10))
        add(Tag, name="lab")
        ids = {}
        for given, family, fields in _STUDENTS:
            joined = {"joined_on": date(2025, 9, 1)} | fields
            ids[fields.get("preferred_name") or given] = add(Student, given_name=given, family_name=family, **joined).id
        _partnerships(add, ids)
        _notes(add, ids)
        _promises(add, ids)
        _pacts(add, ids)
        _facts(add, ids)
        _defenses(add, ids)
        add(Leave, student=ids["Gus"], starts_on=on(-30), ends_on=on(200))
        add(Leave, student=ids["Eli"], starts_on=on(0), ends_on=on(0))
        add(PlannedTalk, student=ids["Ben"], on=on(0))
        add(PlannedTalk, student=ids["Dee"], on=on(2))
    return ids


_STUDENTS: list[tuple[str, str, dict[str, Any]]] = [
    ("Adaeze", "Brandt", {"preferred_name": "Ada", "pronounce": "AH-dah", "pronouns": "she/her", "pronouns_scope": PronounsScope.ANYWHERE, "grade": "9", "focal": True, "focal_why": "new here", "focal_since": on(-20), "birthday": "11-23", "home_language": "Igbo"}),
    ("Ben", "Castell", {"grade": "9", "pronouns": "they/them", "pronouns_scope": PronounsScope.SCHOOL_ONLY, "birthday": "11-27", "contact_every": 5}),
    ("Ben", "Dorn", {"grade": "12", "preferred_name": "Benno", "focal": True, "family_contacts": (of(FamilyContact, "Ida Dorn", "mother", "Danish", "555 0101", "ida@example.org", "after six", may_contact=False),)}),
    ("Cai", "Featherstonehaugh", {"grade": "11", "family_contacts": (of(FamilyContact, "Ngo Ly", "uncle"), of(FamilyContact, "Li Ly", may_contact=False)), "birthday": "12-06"}),
    ("Dee", "Okonkwo", {"grade": "12", "joined_on": on(-14)}),
    ("Eli", "Papadakis", {"grade": ""}),
    ("Gus", "Reed", {"grade": "10", "status": Status.ON_LEAVE, "left_on": on(-30)}),
    ("Hal", "Solheim", {"grade": "12", "status": Status.TRANSFERRED, "left_on": on(-3)}),
    ("Ivy", "Tran", {"grade": "12", "status": Status.GRADUATED, "left_on": date(2026, 6, 12)}),
]  # fmt: skip


def _partnerships(add: Any, ids: dict[str, str]) -> None:
    def partnership(name: str, stage: Stage, since: int, step: str = "") -> str:
        return str(
            add(Partnership, student=ids[name], school_year=2026, stage=stage, entered_on=on(since), next_step=step).id
        )

    def sign(name: str, stage: Stage, key: str, seen: int, **more: Any) -> None:
        add(Indicator, student=ids[name], stage=stage, key=key, observed_on=on(seen), **{"by": Observer.ADVISOR} | more)

    def move(name: str, of: str, back: Stage, to: Stage, moved: int, why: MoveReason, **more: Any) -> None:
        direction = Direction.BACK if [*Stage].index(to) < [*Stage].index(back) else Direction.FORWARD
        add(StageMove, student=ids[name], partnership=of, from_stage=back, to_stage=to, moved_on=on(moved), direction=direction, reason_key=why, **{"reason": "three signs"} | more)  # fmt: skip

    partnership("Ada", Stage.RAPPORT, -84)
    sign("Ada", Stage.RAPPORT, "listened", -95, line="about the move to the new flat")
    sign("Ada", Stage.RAPPORT, "listened", -2)
    sign("Ada", Stage.RAPPORT, "student_started", 0, by=Observer.STUDENT)
    cai = partnership(
        "Cai", Stage.ALLIANCE, -40, "Hold the review, and ask which part of it has been the hard part so far this term"
    )
    for key in ("listened", "says_name", "student_started"):
        sign("Cai", Stage.RAPPORT, key, -60)
    move("Cai", cai, Stage.RAPPORT, Stage.ALLIANCE, -40, MoveReason.SIGNS_SEEN)
    dee = partnership("Dee", Stage.COGNITIVE_INSIGHT, -5, "Ask what she would teach")
    move("Dee", dee, Stage.ALLIANCE, Stage.RAPPORT, -12, MoveReason.LONG_ABSENCE, reason="She was away")
    move("Dee", dee, Stage.RAPPORT, Stage.ALLIANCE, -10, MoveReason.OTHER, reason="Went fast", override=True)
    move("Dee", dee, Stage.ALLIANCE, Stage.COGNITIVE_INSIGHT, -5, MoveReason.OTHER, reason="Explains it", override=True)
    sign("Dee", Stage.COGNITIVE_INSIGHT, "self_corrected", -4)
    sign("Dee", Stage.COGNITIVE_INSIGHT, "explained_thinking", -4, by=Observer.STUDENT, line="drew the two waves")
    partnership("Benno", Stage.ALLIANCE, -3)
    partnership("Eli", Stage.COGNITIVE_INSIGHT, -200)
    add(Partnership, student=ids["Cai"], school_year=2025, stage=Stage.RAPPORT, entered_on=date(2025, 9, 1))


def _notes(add: Any, ids: dict[str, str]) -> None:
    def note(name: str, happened: int, kind: Kind = Kind.QUICK_TOUCH, line: str = "", **more: Any) -> str:
        counts = kind in {Kind.ONE_TO_ONE, Kind.PACT_REVIEW, Kind.CONFERENCE}
        flags = {"counts_contact": counts or kind in {Kind.QUICK_TOUCH, Kind.SMALL_GROUP}, "counts_one_to_one": counts}
        return str(add(CheckIn, student=ids[name], happened_on=on(happened), kind=kind, line=line, **{"visibility": Visibility.PRIVATE} | flags | more).id)  # fmt: skip

    note("Cai", -430, Kind.ONE_TO_ONE, "last year's first talk")
    note("Cai", -200, Kind.OBSERVATION, "a quiet spring", tone=Tone.CONCERN)
    note("Cai", -27, Kind.ONE_TO_ONE, "talked about the bridge", body="He drew it.\nTwice.", student_says="It holds!", minutes=12, part_of_day=PartOfDay.ADVISORY, tags=("lab", "bridge"), tone=Tone.CELEBRATE)  # fmt: skip
    note("Cai", -9, Kind.PACT_REVIEW, "half of it is there", visibility=Visibility.SHAREABLE)
    note("Cai", -2, Kind.FAMILY_CONTACT, "told him of the bridge", person="Ngo Ly", medium=Medium.PHONE, tone=Tone.CELEBRATE, visibility=Visibility.STAFF)  # fmt: skip
    note("Cai", -1, Kind.FAMILY_CONTACT, medium=Medium.EMAIL, contact_made=False, not_made_reason=NotMadeReason.NO_ANSWER, person="Li Ly", counts_contact=False)  # fmt: skip
    note("Ben", -12, Kind.ONE_TO_ONE, "wants to learn to weld", initiator=Party.STUDENT)
    note("Ben", 0, Kind.QUICK_TOUCH, "half a thought", state=CheckInState.JOT)
    note("Ben", -1, Kind.FAMILY_CONTACT, "late again", tone=Tone.CONCERN, person="his aunt")
    note("Benno", 0, Kind.ONE_TO_ONE, "showed the plan", feeling=2, student_says="It is a lot", revisions=(of(Revision, NOW - timedelta(1), {"line": "showed it"}),))  # fmt: skip
    note(
        "Benno",
        -1,
        Kind.OBSERVATION,
        feeling=4,
        by=Observer.STUDENT,
        student_says="I can do this",
        question="Who reads it?",
    )
    note("Dee", -3, Kind.ONE_TO_ONE, contact_made=False, not_made_reason=NotMadeReason.ABSENT, counts_contact=False, counts_one_to_one=False)  # fmt: skip
    note("Dee", 0, Kind.QUICK_TOUCH, contact_made=False, counts_contact=False, tags=("lab",))
    note("Eli", -300, Kind.ONE_TO_ONE, "the year before")
    first = note("Ben", -7, Kind.SMALL_GROUP, "maps", topic="spring", group="c0000015")
    for name in ("Cai", "Dee"):
        note(name, -7, Kind.SMALL_GROUP, "maps" if name == "Dee" else "spoke first", topic="spring", group=first, body="" if name == "Dee" else "maps")  # fmt: skip
    add(ExportLog, given_on=on(-4), audience=Audience.FAMILY, what="conference page", to="Ngo Ly", file="/tmp/cai.html", students=(ids["Cai"],), rows=("c0000004",), left_out=2)  # fmt: skip
    add(ExportLog, given_on=on(-40), audience=Audience.STAFF, what="checkins", file="/tmp/all.csv", students=(ids["Cai"], ids["Dee"]), file_deleted_on=on(-1))  # fmt: skip


def _promises(add: Any, ids: dict[str, str]) -> None:
    def promise(name: str, text: str, due: int | None, owner: Party = Party.ADVISOR, **more: Any) -> None:
        add(
            FollowUp,
            student=ids[name],
            text=text,
            owner=owner,
            due_on=None if due is None else on(due),
            **{"status": PromiseStatus.OPEN} | more,
        )

    promise("Cai", "bring the load tables", 0, snoozed=(of(Snooze, on(-3), on(-3), on(0)),))
    promise("Cai", "ask the wood shop", -5)
    promise("Cai", "find the film", 1)
    for at in range(9):
        promise("Cai", f"one more thing {at}", 20 + at)
    promise("Ben", "lend him gloves", None)
    promise("Ben", "bring the form", -2, Party.STUDENT)
    promise("Dee", "sign the form", 3, Party.FAMILY)
    promise("Dee", "free the room", 0, Party.STAFF)
    promise("Ada", "done already", -1, status=PromiseStatus.DONE, done_on=on(-1))


def _pacts(add: Any, ids: dict[str, str]) -> None:
    both = tuple(of(Agreement, one, name, on(-30), how, 2) for one, name, how in ((Observer.STUDENT, "Cai", Agreed.SIGNED), (Observer.ADVISOR, "Ms. Roe", Agreed.SPOKEN)))  # fmt: skip

    def pact(name: str, target: str, status: PactStatus, **more: Any) -> str:
        return str(add(Pact, student=ids[name], learning_target=target, status=status, **more).id)

    cai = pact("Cai", "I can plan a bridge and say why it holds.", PactStatus.ACTIVE, title="bridges", area="physics", why="I want to build", starting_point="Draws well", confidence=3, start_on=on(-30), next_review_on=on(-4), target_on=on(12), revision=2, agreements=both, success_evidence=(of(SuccessLine, "Draws the loads", on(-8), "on paper"), of(SuccessLine, "Says which part breaks first")), student_commitments=(of(Commitment, "Sketch", "every day", (on(-3), on(0)), (on(0),)), of(Commitment, "Ask")), advisor_commitments=(of(Commitment, "Bring tables", "weekly", (on(-8),)),), others=(of(OtherHelp, "Ms. Lee", "wood shop on Fridays"),))  # fmt: skip
    pact("Cai", "I can cut straight.", PactStatus.CLOSED, outcome=PactOutcome.PARTLY_MET, closed_on=on(-35), reflections="It was slow", comes_next="A saw of my own", success_evidence=(of(SuccessLine, "Cuts", on(-40)),))  # fmt: skip
    pact("Dee", "I can hear two waves.", PactStatus.ACTIVE, title="waves", start_on=on(-3), next_review_on=on(8), target_on=on(30), success_evidence=(of(SuccessLine, "Names both"),), student_commitments=(of(Commitment, "Listen"),), advisor_commitments=(of(Commitment, "Tune"),))  # fmt: skip
    pact("Ada", "I can read a map.", PactStatus.ACTIVE, start_on=on(-60), next_review_on=on(-1), target_on=on(-1), success_evidence=(of(SuccessLine, "Finds north", on(-2)),))  # fmt: skip
    pact("Benno", "I can weld.", PactStatus.PROPOSED, agreements=(of(Agreement, Observer.STUDENT, "Benno", on(-1), Agreed.TYPED, 1),), student_commitments=(of(Commitment, "Wear gloves", "always"),))  # fmt: skip
    pact("Ben", "I can ask.", PactStatus.DRAFT)
    pact("Eli", "I can wait.", PactStatus.PAUSED, title="waiting", start_on=on(-90), target_on=on(-50))
    add(Pact, student=ids["Hal"], learning_target="I can go.", status=PactStatus.ACTIVE)

    def evidence(name: str, seen: int, level: Level | None, alone: Independence | None, **more: Any) -> None:
        add(Evidence, student=ids[name], seen_on=on(seen), source=EvidenceSource.QUIZ, level=level, independence=alone, **{"seen": f"saw it {-seen} days ago"} | more)  # fmt: skip

    target = "I can plan a bridge and say why it holds."
    for seen, level, alone in ((-29, Level.NOT_YET, Independence.WITH_ME), (-20, Level.BEGINNING, None), (-12, None, Independence.WITH_PROMPTS), (-9, Level.THERE, Independence.ON_OWN)):  # fmt: skip
        evidence("Cai", seen, level, alone, pact=cai, target=target if seen > -29 else "I can plan.", success_line="Draws the loads" if seen == -9 else "", next_step="Try steel" if seen == -9 else "")  # fmt: skip
    evidence("Dee", -1, Level.GETTING_THERE, Independence.CHECKS_AFTER)
    evidence("Cai", -300, Level.NOT_YET, Independence.WITH_ME)

    def insight(name: str, noticed: int, misconception: str, status: InsightStatus, **more: Any) -> None:
        add(CognitiveInsight, student=ids[name], noticed_on=on(noticed), thinking="Adds where it multiplies", misconception=misconception, status=status, **more)  # fmt: skip

    tried = (of(Attempt, "Draw it", on(-6), AttemptResult.SOME, "two of three"), of(Attempt, "Say it", None))
    insight(
        "Cai",
        -15,
        "more wood holds more",
        InsightStatus.OPEN,
        area="physics",
        builds_on="weighs well",
        attempts=tried,
        pact=cai,
    )
    insight(
        "Dee",
        -2,
        "more wood holds more",
        InsightStatus.OPEN,
        area="physics",
        self_corrects_on=on(-1),
        transferred_to="music",
    )
    insight("Ben", -2, "Heat is cold", InsightStatus.OPEN)
    insight("Cai", -250, "all beams are steel", InsightStatus.RESOLVED, area="physics")
    insight("Cai", -10, "steel never bends", InsightStatus.PARKED)


def _facts(add: Any, ids: dict[str, str]) -> None:
    def fact(
        name: str, facet: Facet, text: str, learned: int = -3, how: LearnedHow = LearnedHow.TOLD_ME, **more: Any
    ) -> None:
        add(KnownWell, student=ids[name], facet=facet, text=text, learned_on=on(learned), how=how, **more)

    fact("Cai", Facet.HOPES, "Wants to build bridges", visibility=Visibility.SHAREABLE)
    fact("Cai", Facet.STRENGTHS, "Sees what is missing", how=LearnedHow.OBSERVED, visibility=Visibility.SHAREABLE)
    fact("Cai", Facet.FAMILY, "Lives with an uncle", sensitive=True)
    fact("Cai", Facet.INTERESTS, "Old films", -400)
    fact("Cai", Facet.NAME, "rhymes with sky")
    for facet in Facet:
        fact("Ada", facet, f"About {facet.label}", how=LearnedHow.SURVEY)
    fact("Ada", Facet.STRESS, "Tests on Mondays, above all when the bus is late", sensitive=True)


def _defenses(add: Any, ids: dict[str, str]) -> None:
    def milestone(key: str, before: int, held: int, status: MilestoneStatus, *, mine: bool = False) -> Milestone:
        done = on(-1) if status is MilestoneStatus.READY else None
        return of(Milestone, key, f"{key} chosen", before, on(held - before), mine, status, done)

    def steps(held: int, *states: MilestoneStatus) -> tuple[Milestone, ...]:
        days = (
            ("artifacts", 20, False),
            ("reflections", 12, False),
            ("practice", 11, True),
            ("panel", 3, True),
            ("debrief", -2, True),
        )
        return tuple(milestone(key, before, held, states[at] if at < len(states) else MilestoneStatus.TO_DO, mine=mine) for at, (key, before, mine) in enumerate(days))  # fmt: skip

    ready, doing, waived = MilestoneStatus.READY, MilestoneStatus.DOING, MilestoneStatus.WAIVED
    add(DefensePlan, student=ids["Cai"], held_on=on(11), starts=time(9), place="Library", claim="Do bridges get stronger when they bend?", milestones=steps(11, ready, doing), artifacts=(of(Artifact, "The model", "physics", "explains a load path", "blue folder", Reflection.DRAFT), of(Artifact, "The film", shows="The film", reflection=Reflection.DONE)), practices=(of(Practice, on(-1), "two peers", ("Clear start",), ("Look up", "Slower"), "Time the ending"), of(Practice, on(-2))), panel=(of(PanelMember, "Ms. Ortiz", "biology", confirmed_on=on(-1)), of(PanelMember, "Coach Bell", "community")), feeling_says="ready, I think")  # fmt: skip
    add(
        DefensePlan,
        student=ids["Benno"],
        held_on=on(11),
        starts=time(9, 30),
        milestones=steps(11, ready, waived, ready),
        to_change="more of the drawings",
    )
    add(DefensePlan, student=ids["Dee"], held_on=on(-2), type=DefenseType.EXHIBITION, milestones=steps(-2, ready, ready, ready, ready), wows=("Your ear",), wonders=("What of three waves?",))  # fmt: skip
    add(DefensePlan, student=ids["Ada"], held_on=on(-9), milestones=steps(-9, ready), outcome=DefenseOutcome.DEFEND_AGAIN, defend_again_on=on(40), wows=("The map",), feedback_on=on(-9), celebration="cake", celebrated_on=on(-8))  # fmt: skip
    add(DefensePlan, student=ids["Eli"], held_on=on(60), milestones=steps(60), outcome=DefenseOutcome.POSTPONED)
