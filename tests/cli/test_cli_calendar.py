"""advisory calendar: what the settings screen shows and does, in lines; ages follow at once."""

from pathlib import Path

from each_row import each_row

CALENDARS = Path(__file__).parents[1] / "exchange" / "calendars"
LEFT_OUT = "1 event with hours was passed over. 1 canceled event is left out: “Veterans Day”.\n"


def test_an_empty_calendar_lists_the_intervals_alone(line):
    assert line("calendar").out.splitlines() == [
        "Id  What  When  Title",
        "Due for a one-to-one after 10 school days, 5 when focal.",
    ]


def test_what_was_added_is_listed_in_order_and_as_json(line):
    assert line("calendar", "period", "tue/thu", "1:05-1:35 pm").err == "Period [q0000001]: Tue Thu 13:05-13:35\n"
    assert line("calendar", "add-term", "Autumn", "8/31", "12/18").err == (
        "Term [t0000001]: Autumn, Aug 31, 2026 to Dec 18, 2026. Ages now count its school days.\n"
    )
    assert line("calendar", "no-school", "11/26", "11/27", "--title", "Thanksgiving").err == (
        "Nov 26, 2026 to Nov 27, 2026. Days without school: 1 added.\n"
    )
    assert line("calendar", "no-school", "-2").err.startswith("Nov 21, 2026. ")
    assert line("calendar", "intervals", "8").err == "Due after 8 school days, 5 when focal.\n"
    assert line("calendar").out.splitlines() == [
        "Id        What       When                          Title",
        "q0000001  period     Tue Thu 13:05-13:35",
        "t0000001  term       Aug 31, 2026 to Dec 18, 2026  Autumn",
        "n0000002  no school  Nov 21, 2026",
        "n0000001  no school  Nov 26, 2026 to Nov 27, 2026  Thanksgiving",
        "Due for a one-to-one after 8 school days, 5 when focal.",
    ]
    listed = line("calendar", "--json").json
    assert listed["periods"] == [{"id": "q0000001", "weekdays": [1, 3], "starts": "13:05", "ends": "13:35"}]
    assert listed["terms"] == [{"id": "t0000001", "title": "Autumn", "from": "2026-08-31", "until": "2026-12-18"}]
    assert [days["from"] for days in listed["no_school"]] == ["2026-11-21", "2026-11-26"]
    assert listed["intervals"] == {"contact_every": 8, "focal_contact_every": 5}


def test_a_snow_week_added_after_the_fact_changes_every_age_of_the_list(line):
    for name in ("jose", "maya", "sato"):
        line("checkin", name, "x", "--on", "2026-11-06")
    before = [row["school_days_since_one_to_one"] for row in line("list", "--json").json]
    assert before == [11, 11, 11]
    line("calendar", "no-school", "11/9", "11/13", "--title", "Snow")
    assert [row["school_days_since_one_to_one"] for row in line("list", "--json").json] == [6, 6, 6]
    assert line("list").out.count(" 6 d") == 6
    assert "one-to-one: 6 d, seen" in line("show", "jose").out
    assert line("undo").err == "Undid: Days without school added: Snow\n"
    assert [row["school_days_since_one_to_one"] for row in line("list", "--json").json] == before


def test_a_term_and_the_intervals_change_the_words(line):
    line("checkin", "jose", "x", "--on", "2026-11-06")
    assert "one-to-one: 11 d, due" in line("show", "jose").out
    line("calendar", "intervals", "7", "3")
    assert "one-to-one: 11 d, waiting on you" in line("show", "jose").out
    line("calendar", "add-term", "Winter", "2026-11-16", "2027-01-29")
    assert "one-to-one: 11 d, not yet this term" in line("show", "jose").out


def test_with_an_autumn_term_only_an_age_goes_on_and_it_is_said_that_no_term_covers_today(line):
    line("calendar", "add-term", "Autumn", "2026-08-31", "2026-12-18")
    line("checkin", "jose", "x", "--on", "2026-11-20")
    assert "no term" not in line("list").err.casefold()
    for command in (["list"], ["show", "jose"], ["today"], ["next"], ["week"], ["board"], ["calendar"]):
        said = line("--today", "2027-03-10", *command)
        assert "No term covers today, so Monday to Friday count. `advisory calendar add-term` enters one.\n" in said.err
    shown = line("--today", "2027-03-10", "show", "jose")
    assert "one-to-one: 78 d, waiting on you" in shown.out


def test_what_is_removed_comes_back_with_undo(line):
    line("calendar", "no-school", "11/26")
    before = line("calendar").out
    assert line("calendar", "remove", "n0000001").err == (
        "Days without school removed [n0000001]. `advisory undo` brings it back.\n"
    )
    assert "n0000001" not in line("calendar").out
    again = line("calendar", "remove", "n0000001")
    assert (again.code, again.err) == (
        1,
        "Nothing in the calendar has the id n0000001. `advisory calendar` lists the ids.\n",
    )
    line("undo")
    assert line("calendar").out == before


def test_days_are_read_as_the_advisor_writes_them(line, home):
    (home / "settings.json").write_text('{"day_first": true}', encoding="utf-8")
    assert line("calendar", "no-school", "9/11", "13/11").err.startswith("9 Nov 2026 to 13 Nov 2026. ")


@each_row(
    ("arguments", "code", "expected"),
    [
        (["period", "someday", "10:05-10:35"], 2, "is not a weekday"),
        (["period", "mon", "1:05-1:35"], 2, "at night or in the afternoon"),
        (["add-term", "Autumn", "soon", "12/18"], 2, "is not a date"),
        (["add-term", " ", "8/31", "12/18"], 1, "What is the term called?"),
        (["add-term", "Autumn", "2026-12-18", "2026-08-31"], 1, "can't end before the first day"),
        (["no-school", "2026-01-01", "2030-01-01"], 1, "Check the years"),
        (["no-school"], 2, "Missing argument"),
        (["intervals", "0"], 2, "0 is not in the range"),
        (["intervals", "8", "0"], 2, "0 is not in the range"),
        (["remove", "s0000001"], 1, "Nothing in the calendar has the id s0000001"),
        (["import", "nowhere.ics"], 1, "nowhere.ics does not exist"),
        (["import", str(CALENDARS / "utf-16.ics"), "--take", "2"], 1, "There is no number 2"),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(line, arguments, code, expected):
    before = line("calendar", "--json").json
    said = line("calendar", *arguments)
    assert said.code == code
    assert expected in said.err
    assert line("calendar", "--json").json == before


def test_a_dry_run_numbers_the_whole_days_and_changes_nothing(line):
    said = line("calendar", "import", str(CALENDARS / "school-year.ics"), "--dry-run")
    assert said.out.splitlines()[:3] == [
        "   1   Sep 4, 2026                  Spirit day",
        "   2 x Sep 7, 2026                  Labor Day",
        "   3   Oct 2, 2026                  Spirit day",
    ]
    assert "   7 x Nov 26, 2026 to Nov 27, 2026 Thanksgiving Break, no school" in said.out.splitlines()
    assert said.err == f"{LEFT_OUT}Dry run: nothing was changed.\n"
    assert line("calendar", "--json").json["no_school"] == []


@each_row(("options", "added"), [([], 6), (["--all"], 17), (["--take", "1", "--take", "3"], 2)])
def test_an_import_takes_what_it_was_asked_to_as_one_change(line, options, added):
    path = str(CALENDARS / "school-year.ics")
    said = line("calendar", "import", path, *options)
    assert said.err == f"{LEFT_OUT}Days without school: {added} added. `advisory undo` undoes it.\n"
    assert len(line("calendar", "--json").json["no_school"]) == added
    was = "was" if added == 1 else "were"
    assert (
        line("calendar", "import", path, *options).err
        == f"{LEFT_OUT}Days without school: 0 added, {added} {was} there already.\n"
    )
    line("undo")
    assert line("calendar", "--json").json["no_school"] == []


def test_what_can_not_be_read_is_reported_beside_the_rest(line):
    said = line("calendar", "import", str(CALENDARS / "hostile.ics"))
    assert said.code == 0
    assert "line 7: “A day that is none” has a DTSTART that can't be read\n" in said.err
    assert said.err.endswith("Days without school: 2 added. `advisory undo` undoes it.\n")
    assert "\x1b" not in said.out + said.err


def test_your_dates_are_written_with_initials_unless_asked_otherwise(line, tmp_path):
    line("defense", "plan", "jose", "2/11", "9:00")
    line("promise", "jose", "bring lab notes", "--due", "fri")
    path = tmp_path / "dates.ics"
    assert line("calendar", "export", "-o", str(path), "--zone", "Europe/Berlin").err == f"6 dates written to {path}\n"
    text = path.read_text(encoding="utf-8")
    assert "SUMMARY:Defense: JÑ" in text
    assert "DTSTART:20270211T080000Z" in text
    assert "José" not in text
    assert "lab notes" not in text
    assert "--force overwrites it" in line("calendar", "export", "-o", str(path)).err
    assert line("shared").err == "Nothing was shared yet.\n"
    for_staff = line("calendar", "export", "--for", "staff")
    assert "1 private promise left out." in for_staff.err
    assert "promise" not in for_staff.out
    (log,) = line("shared", "--json").json
    assert (log["what"], log["left_out"], len(log["rows"])) == ("your dates", 1, 1)
    assert "Defense: JÑ" in line("calendar", "export", "--for", "staff", "--preview").out
    assert len(line("shared", "--json").json) == 1
    assert "SUMMARY:Defense: José Ñandú" in line("calendar", "export", "--names", "--zone", "Europe/Berlin").out
    assert line("calendar", "export", "--zone", "Nowhere").code == 1
