import pytest
from each_row import each_row
from msgspec.structs import asdict
from oneroster_case import CLASSES, ENROLLMENTS, USERS, write_set
from roster_case import ROSTERS, SETS, TODAY, choose, read

from advisory.exchange.file.error import FileError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.roster import RefusedLine, RosterRow

TWO_CLASSES = CLASSES + "c2,active,Algebra,scheduled\n"


def names(roster):
    return [row.given_name for row in roster.rows]


def test_the_only_class_is_read_at_once(tmp_path):
    roster = read(write_set(tmp_path))

    assert roster.format == "OneRoster 1.1"
    assert roster.rows == (
        RosterRow(3, "Ada", "Stone", "Ace", "she/her", "1001", "oneroster:u1", "9", "ada@school.example"),
        RosterRow(4, "Bo", "Vance", "", "", "1002", "oneroster:u2", "10", "bo@school.example"),
    )
    assert (roster.refused, roster.notices) == ((), ())


def test_secrets_are_nowhere_in_what_was_read():
    roster = read(ROSTERS / "oneroster-1.1", "cls-a0")
    everything = repr([asdict(row) for row in roster.rows]) + repr(roster.notices)

    assert not any(secret in everything for secret in ("s3cret!", "6035550100", "{LDAP"))


@each_row("name", SETS)
def test_several_classes_are_offered_the_likeliest_first(name):
    choice = choose(ROSTERS / name)

    assert [one.id for one in choice.classes] == ["cls-a1", "cls-a2", "cls-a0", "cls-m0", "cls-m1", "cls-m2"]
    assert [one.is_homeroom for one in choice.classes] == [True, True, False, False, False, False]
    assert choice.path == ROSTERS / name
    assert all(len(one.teachers) == 1 for one in choice.classes)


@each_row("name", SETS)
def test_as_many_are_read_as_the_choice_promised(name):
    for one in choose(ROSTERS / name).classes:
        roster = read(ROSTERS / name, one.id)
        assert len(roster.rows) == one.students
        assert len({row.source_id for row in roster.rows}) == one.students


def test_a_zip_reads_as_its_folder_does():
    for version in ("1.1", "1.2"):
        folder, archive = (read(ROSTERS / f"oneroster-{version}{end}", "cls-a1") for end in ("", ".zip"))
        assert folder == archive
        assert folder.format == f"OneRoster {version}"


def test_roles_of_their_own_file_give_the_same_students():
    ids = [{row.source_id for row in read(ROSTERS / f"oneroster-{v}", "cls-a1").rows} for v in ("1.1", "1.2")]

    assert ids[0] == ids[1] != set()


def test_titles_that_speak_of_an_advisory_come_before_others(tmp_path):
    titles = {
        "c5": "Powerhouse physics",
        "c4": "Algebra",
        "c3": "Mentor group",
        "c2": "House of Cedars",
        "c1": "Zoology",
    }
    classes = (
        CLASSES.splitlines()[0] + "\n" + "".join(f"{i},,{t},{'homeroom' * (i == 'c1')}\n" for i, t in titles.items())
    )
    taught = "".join(f"t{i},active,{i},t1,teacher,,\n" for i in titles if i != "c4")

    choice = choose(write_set(tmp_path, classes=classes, enrollments=ENROLLMENTS + taught))

    assert [one.id for one in choice.classes] == ["c1", "c2", "c3", "c5"]
    assert choice.classes[0].teachers == ("Ngozi Okafor",)


def test_without_any_teacher_all_classes_are_offered(tmp_path):
    path = write_set(tmp_path, classes=TWO_CLASSES, enrollments=ENROLLMENTS.replace("teacher", "aide"))

    assert [one.id for one in choose(path).classes] == ["c1", "c2"]


def test_an_unknown_class_is_answered_with_those_there_are(tmp_path):
    path = write_set(tmp_path, classes=TWO_CLASSES)

    with pytest.raises(FileError, match=r"has no class c9\. It has: c1 \(Crew 4\)\.$"):
        read_roster(path, today=TODAY, class_id="c9")


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("u1,active,true", "u1,tobedeleted,true", ["Bo"]),
        ("u1,active,true", "u1,inactive,true", ["Bo"]),
        ("u1,active,true", "u1,Active,true", ["Ada", "Bo"]),
        ("u1,active,true", "u1,,", ["Ada", "Bo"]),
        ("u1,active,true,student", "u1,active,true,aide", ["Bo"]),
    ],
)
def test_which_users_count(tmp_path, old, new, left):
    assert names(read(write_set(tmp_path, users=USERS.replace(old, new)))) == left


@pytest.mark.parametrize(
    ("dates", "is_in"),
    [
        (",", True),
        ("2026-11-23,2026-11-23", True),
        ("2026-11-23T08:00:00.000Z,2026-11-24T00:00:00+02:00", True),
        ("2026-11-24,", False),
        (",2026-11-22", False),
    ],
)
def test_enrolled_today_means_between_the_dates(tmp_path, dates, is_in):
    path = write_set(tmp_path, enrollments=ENROLLMENTS.replace("c1,u1,student,,", f"c1,u1,student,{dates}"))

    assert ("Ada" in names(read(path))) is is_in


@pytest.mark.parametrize("status", ["tobedeleted", "inactive"])
def test_an_enrollment_out_of_force_does_not_count(tmp_path, status):
    assert names(read(write_set(tmp_path, enrollments=ENROLLMENTS.replace("e1,active", f"e1,{status}")))) == ["Bo"]


def test_a_date_nobody_can_read_is_refused_with_its_line(tmp_path):
    roster = read(write_set(tmp_path, enrollments=ENROLLMENTS.replace("u1,student,,", "u1,student,,10/01/2026")))

    assert names(roster) == ["Bo"]
    assert roster.refused == (
        RefusedLine(3, "u1:  – 10/01/2026", "enrollments.csv: a date is not written as 2026-09-01"),
    )


def test_an_enrollment_of_nobody_is_refused_with_its_line(tmp_path):
    roster = read(
        write_set(tmp_path, enrollments=ENROLLMENTS + "e9,active,c1,u9,student,,\ne8,,c1,u8,student,,2026-09-01\n")
    )

    assert roster.refused == (RefusedLine(5, "u9", "enrollments.csv: users.csv has no such user"),)


def test_enrolled_twice_is_there_once_and_nothing_is_said(tmp_path):
    roster = read(write_set(tmp_path, enrollments=ENROLLMENTS + "e9,active,c1,u1,student,,\n"))

    assert names(roster) == ["Ada", "Bo"]
    assert (roster.refused, roster.notices) == ((), ())


def test_a_user_twice_in_the_file_is_taken_once(tmp_path):
    roster = read(write_set(tmp_path, users=USERS + "u1,active,true,student,,Ada,Stone,1001,,,,,,\n"))

    assert names(roster) == ["Ada", "Bo"]
    assert roster.refused == (RefusedLine(5, "Ada Stone", "the source id oneroster:u1 is already on line 3"),)


@pytest.mark.parametrize("word", ["false", "FALSE", "False"])
def test_accounts_switched_off_are_left_out_and_counted(tmp_path, word):
    roster = read(write_set(tmp_path, users=USERS.replace("u1,active,true", f"u1,active,{word}")))

    assert names(roster) == ["Bo"]
    assert roster.notices == ("Left out, because their account is switched off (enabledUser is false): 1.",)


def test_a_list_of_grades_keeps_the_first_and_says_so(tmp_path):
    roster = read(write_set(tmp_path, users=USERS.replace(",555,09,", ',555,"09,10",')))

    assert roster.rows[0].grade == "9"
    assert roster.notices == ("Students with several grades, of which the first counts: 1.",)


ROLES = "userSourcedId,roleType,role,status,beginDate,endDate,metadata.x\n"
USERS_1_2 = "\n".join(line.replace(",student,", ",").replace(",Student,", ",").replace(",teacher,", ",").replace(",role,", ",") for line in USERS.splitlines())  # fmt: skip


@pytest.mark.parametrize(
    ("role", "is_in"),
    [
        ("u1,primary,student,active,,", True),
        ("u1,secondary,STUDENT,,2026-08-01,2027-07-01", True),
        ("u1,primary,student,tobedeleted,,", False),
        ("u1,primary,student,active,,2026-11-22", False),
        ("u1,primary,student,active,,someday", True),
        ("u1,primary,aide,active,,", False),
        ("u1,primary,aide,active,,,\nu1,secondary,student,active,,", True),
    ],
)
def test_who_is_a_student_by_roles(tmp_path, role, is_in):
    roster = read(write_set(tmp_path, users=USERS_1_2, roles=f"{ROLES}u2,primary,student,active,,,\n{role},\n"))

    assert roster.format == "OneRoster 1.2"
    assert ("Ada" in names(roster)) is is_in


@pytest.mark.parametrize("name", ["users", "classes", "enrollments"])
def test_a_file_that_is_missing_is_named(tmp_path, name):
    with pytest.raises(FileError, match=rf"has no {name}\.csv"):
        read(write_set(tmp_path, **{name: None}))


@pytest.mark.parametrize(
    ("name", "column"),
    [("users", "givenName"), ("classes", "title"), ("enrollments", "userSourcedId"), ("users", "role")],
)
def test_a_column_that_is_missing_is_named_with_its_file(tmp_path, name, column):
    text = {"users": USERS, "classes": CLASSES, "enrollments": ENROLLMENTS}[name].replace(column, "nonsense")

    with pytest.raises(FileError, match=rf"{name}\.csv lacks the column {column}"):
        read(write_set(tmp_path, **{name: text}))


def test_misspelt_optional_columns_and_metadata_are_passed_over(tmp_path):
    users = USERS.replace("pronouns", "pronounss,metadata.ssn").replace("enabledUser", "enabeldUser")

    assert names(read(write_set(tmp_path, users=users))) == ["Ada", "Bo"]


def test_headers_in_other_capitals_and_a_mark_are_read(tmp_path):
    assert names(read(write_set(tmp_path, users="\ufeff" + USERS.replace("givenName", "GIVENNAME")))) == ["Ada", "Bo"]


def test_an_empty_class_is_no_roster(tmp_path):
    with pytest.raises(FileError, match=r"nobody is enrolled in Crew 4 \(c1\) on Nov 23, 2026\."):
        read(
            write_set(
                tmp_path, enrollments=ENROLLMENTS.replace(",2027-06-11", ",2026-09-11").replace("e1,active", "e1,gone")
            )
        )


def test_a_set_of_changes_only_says_so(tmp_path):
    manifest = "propertyName,value\noneroster.version,1.1\nfile.enrollments,delta\n"

    assert "enrollments.csv holds only changes" in read(write_set(tmp_path, manifest=manifest)).notices[0]


def test_lines_that_cannot_be_read_are_named_with_their_file(tmp_path):
    roster = read(write_set(tmp_path, users=USERS + '"u7,active\nu8,active,true,student,,Al,Bo,,,,,,,,extra\n'))

    assert roster.refused == (RefusedLine(5, '"u7,active', "users.csv: a quotation mark is opened and never closed"),)
    assert roster.notices == ("users.csv has more cells than its header on line 6: those beyond it were not read.",)


def test_lines_of_roles_that_cannot_be_read_are_named_too(tmp_path):
    roles = ROLES + 'u1,primary,student,active,,,\n"u2,primary,student,active,,,\n'
    roster = read(write_set(tmp_path, users=USERS_1_2, roles=roles))

    assert names(roster) == ["Ada"]
    assert roster.refused == (
        RefusedLine(3, '"u2,primary,student,active,,,', "roles.csv: a quotation mark is opened and never closed"),
    )
