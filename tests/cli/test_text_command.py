"""An option typed wrong is refused and named; a text may begin with a dash all the same; each command has its help."""

from collections.abc import Iterator

import click
from each_row import each_row

from advisory.cli.base.lazy import LazyGroup
from advisory.cli.main import advisory

TEXTS = {
    "checkin": ("checkin", "jose"),
    "note": ("note", "jose"),
    "group": ("group",),
    "promise": ("promise", "jose"),
    "evidence": ("evidence", "jose"),
    "insight": ("insight", "jose", "--misconception", "x"),
    "know": ("know", "jose", "hopes"),
    "step": ("step", "jose"),
}
"""The commands that end in a text, as far as the text."""


def written(line) -> str:
    return line("history", "jose").out


def paths_of(group: LazyGroup, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command, and the verbs of those that have any."""
    context = click.Context(group)
    for name in group.list_commands(context):
        yield (*above, name)
        command = group.get_command(context, name)
        if isinstance(command, LazyGroup):
            yield from paths_of(command, (*above, name))


def test_every_command_has_its_help_by_either_name(line):
    paths = list(paths_of(advisory))
    assert {("import",), ("calendar", "import"), ("calendar", "no-school"), ("pact", "new")} < set(paths)
    for path in paths:
        for option in ("-h", "--help"):
            said = line(*path, option)
            assert (said.code, said.err) == (0, "")
            assert said.out.startswith("Usage: advisory ")
            assert "-h, --help" in said.out


def test_help_behind_a_text_is_help(line):
    before = written(line)
    for start in TEXTS.values():
        assert line(*start, "-h").out.startswith("Usage: ")
        assert line(*start, "build", "bridges", "--help").out.startswith("Usage: ")
    assert written(line) == before


@each_row("typed", ["--senstive", "-senstive", "—sensitive", "--senstive=yes", "-s", "--q4", "--q4", "--lien=a b"])
def test_an_option_that_is_none_is_named_and_nothing_written(line, typed):
    before = written(line)
    for start in TEXTS.values():
        for arguments in ([*start, "build", typed], [*start, typed, "build"]):
            said = line(*arguments)
            assert said.code == 2
            assert f"“{typed.partition('=')[0]}” is not an option of `{start[0]}`." in said.err
            assert "type -- before it" in said.err
    assert written(line) == before


def test_it_says_which_option_may_have_been_meant(line):
    assert "Did you mean --sensitive?" in line("know", "jose", "hopes", "build", "--senstive").err
    assert "Did you mean --level?" in line("evidence", "jose", "x", "--levle", "there").err
    assert "Did you mean" not in line("promise", "jose", "bring it", "--zzz").err
    assert "Did you mean --title?" in line("calendar", "no-school", "-2", "--titel", "Snow").err


@each_row(
    ("typed", "text"),
    [
        (["-2", "points", "on", "the", "quiz"], "-2 points on the quiz"),
        (["-2 points on the quiz"], "-2 points on the quiz"),
        (["--late again"], "--late again"),
        (["-", "a bullet"], "- a bullet"),
        (["---"], "---"),
        (["–", "then left"], "– then left"),
        (["--", "--senstive", "-h"], "--senstive -h"),
    ],
)
def test_a_text_may_begin_with_a_dash(line, typed, text):
    assert line("know", "jose", "hopes", *typed).code == 0
    assert f"text: {text}\n" in written(line)


def test_it_may_with_each_of_the_commands(line):
    for start in TEXTS.values():
        for typed in (["-2", "points on the quiz"], ["--late again"], ["-5"], ["–"], ["--", "-happy today"]):
            assert line(*start, *typed).code == 0
            assert f"{' '.join(typed).removeprefix('-- ')}\n" in written(line)
            line("undo")


def test_an_option_stands_anywhere_and_takes_what_follows_it(line):
    said = line("checkin", "--minutes", "5", "jose", "-2", "--tag=quiz", "points", "--on", "-1")
    assert said.code == 0
    (kept,) = line("log", "--json").json
    assert (kept["line"], kept["minutes"], kept["tags"], kept["date"]) == ("-2 points", 5, ["quiz"], "2026-11-22")
    assert "requires an argument" in line("checkin", "jose", "x", "--on").err


def test_what_a_terminal_obeys_is_not_said_back(line):
    assert "\x1b" not in line("know", "jose", "hopes", "build", "--a\x1b[2J").err


def test_an_option_may_have_its_value_behind_a_sign_or_as_the_next_word_and_an_empty_one_takes_no_word(line, kept):
    for typed in (("--topic", "trust"), ("--topic=trust",), ("--topic=",), ("--topic", "")):
        line("group", *typed, "Circle", "time")
    notes = kept().recent_check_ins()
    assert {(one.group, one.topic, one.line) for one in notes} == {
        ("c0000001", "trust", "Circle time"), ("c0000004", "trust", "Circle time"),
        ("c0000007", "", "Circle time"), ("c0000010", "", "Circle time"),
    }  # fmt: skip
