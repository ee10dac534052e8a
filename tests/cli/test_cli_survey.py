"""survey: a dry run first, what each question was taken for, and one change that one undo takes back."""

from pathlib import Path

SURVEY = str(Path(__file__).parents[1] / "exchange" / "surveys" / "microsoft-forms.csv")


def test_a_dry_run_says_what_each_question_is_taken_for_and_changes_nothing(line):
    said = line("survey", SURVEY, "--dry-run")
    assert (said.code, said.err) == (0, "Dry run: nothing was changed.\n")
    for part in (
        "2 answers of 1 student, 2 rows unclear.",
        "language: Which languages",
        "line 3: Noah Lin is not in your",
    ):
        assert part in said.out
    assert "English" not in line("known", "maya").out


def test_answers_are_learned_once_and_one_undo_takes_them_back(line):
    assert line("survey", SURVEY).err == "Learned 2 answers of 1 student. `advisory undo` undoes it.\n"
    known = line("known", "maya").out
    assert "language: English (survey, Oct 2, 2026)" in known
    assert "hopes: Igbo (survey, Oct 2, 2026)" in known
    assert line("survey", SURVEY).err == "Nothing new in these answers; 2 answers known already.\n"
    assert line("undo").err.startswith("Undid: Survey answers")
    assert "English" not in line("known", "maya").out


def test_a_question_is_told_by_its_beginning_and_what_is_sensitive_by_its_side(line):
    said = line("survey", SURVEY, "--column", "stress=what are", "--column", "none=Which", "--sensitive", "Hopes")
    assert "stress, sensitive: What are your goals?" in said.out
    assert "Not read:\n  Which languages do you speak?" in said.out
    assert said.err.startswith("Learned 1 answer of 1 student.")


def test_what_is_no_side_and_no_question_is_refused(line):
    for arguments, why in (
        (("--column", "pets=Which"), "pets is not an area. The areas are: interests, strengths,"),
        (("--column", "hopes"), "hopes names no question. Write FACET=QUESTION, as in hopes=What I hope for."),
        (
            ("--column", "hopes=W"),
            "Several questions begin with W: Which languages do you speak?; What are your goals?",
        ),
        (("--column", "hopes=Zzz"), "No question begins with Zzz: Which languages do you speak?; What are your goals?"),
        (("--sensitive", "x"), "x is not an area"),
    ):
        said = line("survey", SURVEY, *arguments)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith(why)
