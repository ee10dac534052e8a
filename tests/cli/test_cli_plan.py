"""`advisory plan`: whom to talk with in which of the next periods."""

import json


def test_a_student_is_put_on_it_moved_on_listed_and_taken_off(line):
    assert line("plan").err.startswith("Nobody is planned.")
    assert line("plan", "jose").err == "Planned: José Ñandú, Tue Nov 24\n"
    assert line("plan", "jose").err == "Planned: José Ñandú, Wed Nov 25\n"
    line("plan", "okafor", "fri")
    line("plan", "sato", "wed")
    assert line("plan").out.splitlines() == ["Wed Nov 25: José Ñandú, Mayumi Sato", "Fri Nov 27: Maya Okafor"]
    assert json.loads(line("plan", "--json").out)[0] == {
        "student": "José Ñandú",
        "on": "2026-11-25",
        "chosen_on": "2026-11-25",
    }
    assert "  Wed Nov 25: José Ñandú, Mayumi Sato" in line("today").out.splitlines()
    assert line("--today", "2026-11-25", "next").out.splitlines()[1:3] == [
        "José Ñandú   planned",
        "Mayumi Sato  planned",
    ]
    assert line("plan", "jose", "--off").err == "Off the plan: José Ñandú\n"
    assert line("undo").err.startswith("Undid: Taken off the plan")
    assert "José Ñandú" in line("plan").out


def test_what_does_not_go_is_said(line):
    assert (
        line("plan", "okafor", "11/22").err == "Planned: Maya Okafor, Mon Nov 22, 2027\n"
    )  # behind us, so next year's
    for _ in range(3):
        line("plan", "jose")
    assert line("plan", "jose").err.startswith("Already planned for Thu Nov 26.")
    assert line("plan", "jose", "sat").err.startswith("There is no school on Sat Nov 28")
    assert line("plan", "sato", "--off").code == 1
    for words in (["plan", "--off"], ["plan", "jose", "fri", "--off"]):
        said = line(*words)
        assert (said.code, "--off takes a NAME and no DAY." in said.err) == (2, True)
