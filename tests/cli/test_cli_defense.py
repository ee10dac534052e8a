"""defenses and defense: a season from the schedule to the celebration, in one line each."""

import stat
from types import SimpleNamespace

import pytest
from cli_case import INSIGHT, NEW_PACT, columns

from advisory.model import DefensePlan, FollowUp
from advisory.store import Store, WriteError


@pytest.fixture
def kept(home):
    """The records of a kind as they are after the last command."""

    def look(kind=DefensePlan):
        store = Store.open(home)
        found = store.all(kind)
        store.close()
        return found

    return look


@pytest.fixture
def planned(line):
    """José defends on a Thursday in February."""
    return line("defense", "plan", "jose", "2/11", "9:00", "--place", "Library", "--claim", "I ask better")


def test_a_day_is_planned_and_shown(line, planned):
    assert planned.err == "Planned [d0000001]: José Ñandú, defense on Feb 11, 2027 at 9:00\n"
    shown = line("defense", "jose").out
    for part in (
        "José Ñandú · Defense [d0000001]\n  Thu Feb 11, 2027 at 9:00, Library, 75 minutes\n",
        "  next: choose artifacts, by Thu Dec 17\n  defends: I ask better\n",
        "     6 [ ] practice with you, Thu Jan 28, 2027 (you)\n",
    ):
        assert part in shown
    told = line("defense", "jose", "--json").json
    assert (told["student_name"], told["held_on"], told["next"]) == (
        "José Ñandú",
        "2027-02-11",
        "choose artifacts, by Thu Dec 17",
    )
    assert len(told["milestones"]) == 11
    soon = line("defense", "plan", "mayumi", "12/18").err
    assert "closer together than usual. choose artifacts by" in soon


def test_the_season_is_a_line_a_student_with_what_does_not_go_together(line, planned):
    cells = [cell.strip() for cell in line("defenses").out.splitlines()[1].split("  ") if cell.strip()]
    assert cells[0] == "José Ñandú"
    assert cells[2:] == ["0/11", "–", "–", "choose artifacts, by Thu Dec 17"]
    line("defense", "plan", "mayumi", "2/11", "9:30", "--place", "library")
    said = line("defenses")
    assert "José Ñandú and Mayumi Sato are both in Library on Thu Feb 11 at the same time.\n" in said.err
    assert "No day yet: Maya Okafor\n" in said.err
    rows = line("defenses", "--json").json
    assert [row["student"] for row in rows] == ["José Ñandú", "Mayumi Sato"]
    assert list(rows[0]) == columns(line, "defenses")


def test_a_whole_caseload_is_scheduled_after_a_look(line, kept):
    typed = ("defense", "schedule", "2/11", "2/12", "8:30-11:30", "--minutes", "60", "--break", "30", "--place", "Hall")
    dry = line(*typed, "--dry-run")
    assert dry.out.splitlines() == [
        "Thu Feb 11, 2027  08:30  José Ñandú",
        "Thu Feb 11, 2027  10:00  Maya Okafor",
        "Fri Feb 12, 2027  08:30  Mayumi Sato",
    ]
    assert kept() == []
    assert line(*typed).err == "Planned: 3. `advisory undo` undoes them all.\n"
    assert len(kept()) == 3
    line("undo")
    assert kept() == []
    refused = line("defense", "schedule", "2/11", "2/11", "8:30-11:30", "--minutes", "60", "--break", "30")
    assert (refused.code, refused.err[:33]) == (1, "There is room for 2 of 3 students")
    assert line("defense", "schedule", "2/11", "2/12", "8:30-11:30", "mayumi").err.startswith("Planned: 1")


def test_a_day_moves_alone_and_with_all_others_of_that_day(line, planned, kept, monkeypatch):
    assert line("defense", "step", "jose", "choose", "--to", "ready").err == "José Ñandú: choose artifacts, ready\n"
    moved = line("defense", "move", "jose", "2/18", "10").err
    assert moved.startswith(
        "Moved [d0000001]: José Ñandú, now Feb 18, 2027 at 10:00\nMoved with it: evidence gathered to"
    )
    assert "choose artifacts" not in moved
    all_of_them = line("defense", "move-all", "2/18", "2/19").err
    assert all_of_them == "Moved [d0000001]: José Ñandú, now Feb 19, 2027 at 10:00; 9 milestones with it\n"
    assert "The milestones of 1 plan moved off them." in line("calendar", "no-school", "2/16").err
    assert line("defense", "redate").err == "Every milestone is on a school day. Nothing was changed.\n"
    one_milestone = [SimpleNamespace(plan=kept()[0], milestones=("one",))]
    with monkeypatch.context() as patched:
        patched.setattr("advisory.casework.defense.move.move_days", lambda *_: one_milestone)
        said = line("defense", "move-all", "2/19", "2/20").err
    assert said == "Moved [d0000001]: José Ñandú, now Feb 19, 2027 at 10:00; 1 milestone with it\n"
    assert line("defense", "move-all", "2/1", "2/2").err == "Nothing is on that day. Choose the plans to move.\n"


def test_milestones_go_on_are_waived_and_have_days_of_their_own(line, planned):
    assert line("defense", "step", "jose", "outline").err == "José Ñandú: outline or slides, doing\n"
    assert line("defense", "waive", "jose", "5").err == "José Ñandú: outline or slides, waived\n"
    assert line("defense", "date", "jose", "story", "1/12").err == "José Ñandú: the story of growth by Jan 12, 2027\n"
    which = line("defense", "step", "jose", "practice").err
    assert which.startswith("Which milestone? Say its number, or how it begins: 1 choose artifacts;")


def test_artifacts_are_taken_over_or_typed(line, planned, kept):
    line(*NEW_PACT)
    for step in ("propose", "begin"):
        line("pact", "agree", "jose", "--student", "typed", "--advisor", "typed")
        line("pact", step, "jose")
    line(*INSIGHT)
    line("evidence", "jose", "Draws both", "--source", "quiz")
    listed = line("defense", "take", "jose").out
    assert listed.splitlines()[0].strip().startswith("1 ")
    assert line("defense", "take", "jose", "1").err.startswith("Artifact of José Ñandú: ")
    assert line("defense", "artifact", "jose", "The bridge", "--shows", "patience").err == (
        "Artifact of José Ñandú: The bridge, no reflection yet\n"
    )
    changed = line("defense", "artifact", "jose", "the bri", "--change", "--reflection", "done")
    assert changed.err == "Artifact of José Ñandú: The bridge, reflection done\n"
    assert line("defense", "remove", "jose", "artifact", "1").code == 0
    assert [one.title for one in kept()[0].artifacts] == ["The bridge"]


def test_the_panel_and_the_practices(line, planned, kept):
    assert (
        line("defense", "ask", "jose", "Ms Lind", "--role", "art").err
        == "Panel of José Ñandú: Ms Lind, asked Nov 23, 2026\n"
    )
    assert line("defense", "confirm", "jose", "ms").err == "Panel of José Ñandú: Ms Lind, confirmed Nov 23, 2026\n"
    said = line(
        "defense", "practice", "jose", "--before", "Maya", "--glow", "Clear", "--glow", "Calm", "--grow", "Slower",
        "--next", "Time it", "--due", "+7",
    ).err  # fmt: skip
    assert said == "Practice 1 of José Ñandú noted\nJosé promises [f0000001]: Time it\n"
    assert line("defense", "practice", "jose", "--next", "Listen", "--mine").err.endswith(
        "You promise [f0000002]: Listen\n"
    )
    assert [one.source for one in kept(FollowUp)] == ["d0000001"] * 2
    shown = line("defense", "jose").out
    assert "      glows: Clear; Calm\n      grows: Slower\n      next: Time it\n" in shown
    assert "    1 Ms Lind, art: confirmed Nov 23, 2026\n" in shown
    assert (
        line("defense", "remove", "jose", "practice", "2").code
        == line("defense", "remove", "jose", "panel", "1").code
        == 0
    )


def test_the_day_and_after(line, kept):
    line("defense", "plan", "jose", "today")
    assert line("defense", "feeling", "jose", "3", "Like before a race").err == "José Ñandú: 3 before the day\n"
    assert line("defense", "outcome", "jose", "passed").err.startswith("First write down the panel's wows")
    wows = line("defense", "feedback", "jose", "--wow", "Asked back", "--wonder", "What next?").err
    assert wows == "Written down for José Ñandú: wows 1, wonders 1\n"
    again = line("defense", "again", "jose", "12/10", "--change", "Begin with it", "--step", "Draw", "--step", "Show")
    assert again.err == "Planned [d0000002]: José Ñandú, one more turn on Dec 10, 2026\n"
    assert "  this time: Begin with it\n" in line("defense", "jose").out
    line("undo")
    assert line("defense", "outcome", "jose", "passed").err == (
        "José Ñandú: passed. Next: celebrate: how will you two mark it?\n"
    )
    assert line("defense", "celebrate", "jose", "Tea for three").err == "José Ñandú celebrated: Tea for three\n"
    assert line("defenses").out == ""
    assert "José Ñandú" in line("defenses", "--all").out
    assert "  celebrated Nov 23, 2026: Tea for three\n" in line("defense", "jose").out
    assert line("defense", "delete", "jose").code == 0
    assert kept() == []


def test_a_plan_is_edited_by_what_is_named_only(line, planned, kept):
    assert line("defense", "edit", "jose", "--no-hour", "--minutes", "60").code == 0
    assert line("defense", "edit", "jose", "--type", "exhibition", "--hour", "1:30 pm").err == (
        "Saved [d0000001]: José Ñandú, exhibition on Feb 11, 2027 at 13:30\n"
    )
    (plan,) = kept()
    assert (plan.minutes, plan.place, plan.claim) == (60, "Library", "I ask better")
    assert line("defense", "edit", "jose").code == 2
    assert "is not a time" in line("defense", "edit", "jose", "--hour", "soon").err


def test_of_several_plans_one_is_named(line, planned):
    line("defense", "plan", "jose", "3/11", "--type", "exhibition")
    assert "Also of José Ñandú: exhibition on Mar 11, 2027 [d0000002]." in line("defense", "jose").err
    assert line("defense", "jose", "--plan", "d0000002").out.startswith("José Ñandú · Exhibition")
    assert "has no plan 'd9'. There is: d0000001 (Feb 11, 2027)" in line("defense", "jose", "--plan", "d9").err
    assert line("defense", "mayumi").err == "Mayumi Sato has no day yet. `advisory defense plan` makes a plan.\n"
    assert line("defense", "mayumi", "--plan", "d9").err == "Mayumi Sato has no plan 'd9'. There is: none.\n"


def test_the_list_of_milestones_is_edited(line):
    added = line("defense", "milestones", "--add", "Invitations", "--days", "12", "--mine")
    assert added.err == "Milestone [invitations]: Invitations, 12 days before\n"
    assert line("defense", "milestones", "--edit", "story", "--words", "your story").err.endswith(
        "your story, 28 days before\n"
    )
    assert line("defense", "milestones", "--hide", "outline").err.endswith("outline or slides, hidden\n")
    assert line("defense", "milestones", "--show", "outline").code == 0
    listed = line("defense", "milestones")
    assert "invitations          Invitations                 12 days before  you" in listed.out
    assert len(line("defense", "milestones", "--json").json) == 12
    assert line("defense", "milestones", "--add", "x").code == 2
    assert line("defense", "milestones", "--hide", "x", "--show", "y").code == 2


def test_the_page_for_the_panel_covers_other_names_and_is_for_its_owner_only(line, planned, tmp_path):
    line("defense", "artifact", "jose", "Bridge", "--shows", "asked Mayumi for help")
    page = tmp_path / "panel.html"
    asked = line("defense", "jose", "--page", str(page))
    assert (asked.code, asked.err.startswith("Other students are named in it: Mayumi. ")) == (1, True)
    assert "asked another student for help" in line("defense", "jose", "--preview").out
    assert not page.exists()
    said = line("defense", "jose", "--page", str(page), "--names", "another")
    assert said.err.startswith(f"The panel's page written to {page}\nFor staff: Nothing is left out.")
    text = page.read_text(encoding="utf-8")
    assert "I ask better" in text
    assert "Mayumi" not in text
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "--force overwrites it" in line("defense", "jose", "--page", str(page), "--names", "another").err
    assert line("defense", "jose", "--page", str(tmp_path / "panel.md"), "--for", "myself").code == 0
    assert "Mayumi" not in (tmp_path / "panel.md").read_text(encoding="utf-8")
    odd = line("defense", "jose", "--page", str(tmp_path / "panel.pdf"), "--for", "myself")
    assert "A page can be .html or .md" in odd.err


def test_a_page_that_cant_be_logged_isnt_written_and_the_one_before_it_stays(line, planned, tmp_path, monkeypatch):
    def cant_log(*_args, **_fields):
        raise WriteError("The disk is full.")

    monkeypatch.setattr("advisory.cli.base.give.log_share", cant_log)
    for name, words in (
        ("panel.md", ("defense", "jose", "--page")),
        ("staff.ics", ("calendar", "export", "--for", "staff", "-o")),
    ):
        (tmp_path / name).write_text("of an earlier time")
        said = line(*words, str(tmp_path / name), "--force")
        assert (said.code, "The disk is full" in said.err) == (3, True)
        assert (tmp_path / name).read_text("utf-8") == "of an earlier time"
        (tmp_path / name).unlink()
        assert line(*words, str(tmp_path / name)).code == 3
        assert not (tmp_path / name).exists()


def test_a_student_on_the_panel_is_covered_unless_included_by_id(line, planned, tmp_path):
    for name, role in (("Mayumi Sato", "grade 11"), ("Ms. Ortiz", "biology")):
        line("defense", "ask", "jose", name, "--role", role)
    for number in ("1", "2"):
        line("defense", "confirm", "jose", number)
    seen = line("defense", "jose", "--preview").out
    assert "  Another student, grade 11\n  Ms. Ortiz, biology\n" in seen
    assert "[d0000001-panel-1] names another student: Mayumi Sato, on the panel\n" in seen
    page, whole = tmp_path / "panel.md", tmp_path / "whole.md"
    line("defense", "jose", "--page", str(page), "--names", "another")
    assert "Another student, grade 11; Ms. Ortiz" in page.read_text(encoding="utf-8")
    line("defense", "jose", "--page", str(whole), "--include", "d0000001-panel-1")
    assert "Mayumi Sato, grade 11" in whole.read_text(encoding="utf-8")
    shared = line("shared", "--json").json
    assert [log["taken_in"] for log in shared] == [["d0000001"], []]


def test_the_preparation_asks_gently_how_they_feel_and_keeps_the_words(line, planned):
    asked = line("checkin", "jose", "Went through the opening", "--kind", "defense_prep", "--on", "fri").err
    assert asked.splitlines()[1].startswith("How do they feel about the day? If they want to say")
    told = line("checkin", "jose", "Once more", "--kind", "defense_prep", "--feeling", "2", "--says", "Cold hands").err
    assert "How do they feel" not in told
    assert "  feeling, as they say (1 to 5): 2 on Nov 23\n" in line("defense", "jose").out


def test_the_near_days_stand_on_today_and_the_day_on_the_card(line):
    assert "Defenses" not in line("today").out
    line("defense", "plan", "jose", "12/4", "9:00", "--place", "Library")
    line("defense", "plan", "mayumi", "3/12")
    told = line("today").out
    assert "Defenses\n  José Ñandú: Fri Dec 4 at 9:00, Library; yours: practice with you" in told
    assert "Mayumi" not in told.partition("Defenses\n")[2].partition("To finish")[0]
    assert "José Ñandú: defends in 9 school days, no practice yet" in line("next").err + line("today").out
    assert "  Defense Fri Dec 4 at 9:00, Library; next: choose artifacts, by " in line("show", "jose").out
    assert line("show", "jose", "--json").json["defenses"][0]["place"] == "Library"


def test_undo_names_the_plan_by_its_day_and_a_season_by_its_students(line, planned):
    assert line("undo").err == "Undid: Planned: defense, Feb 11 · José Ñandú\n"
    line("defense", "schedule", "2/11", "2/12", "8:30-11:30")
    assert line("undo").err == "Undid: Scheduled: 3 × defense · José Ñandú, Maya Okafor and Mayumi Sato\n"
    assert line("redo").code == 0
    line("defense", "move", "jose", "2/18")
    assert line("undo").err == "Undid: Moved: defense, Feb 18 · José Ñandú\n"
