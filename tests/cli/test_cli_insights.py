"""insights: the open ones by area."""

from cli_case import INSIGHT, columns
from record_case import TODAY

from advisory.model.day_order import show_date


def test_the_open_ones_by_area_with_the_same_misconception_together(line):
    assert line("insights").err == "No open insights.\n"
    line(*INSIGHT, "--area", "math")
    line("insight", "okafor", "Says 5", "--misconception", "a fraction is two numbers.", "--strategy", "Strips")
    line("insight", "sato", "Skips ahead", "--misconception", "The last line is the point")
    assert (
        line("insights").out
        == f"""\
math
  A fraction is two numbers  (2 students)
    José Ñandú  {show_date(TODAY)}  nothing tried yet [k0000001]
    Maya Okafor  {show_date(TODAY)}  not tried: Strips [k0000002]

no subject named
  The last line is the point
    Mayumi Sato  {show_date(TODAY)}  nothing tried yet [k0000003]
"""
    )
    first, *_ = line("insights", "--json").json
    assert list(first) == columns(line, "insights")
    assert (first["thinking"], first["strategy"], first["date"]) == ("Adds tops and bottoms", [], TODAY.isoformat())


def test_insights_of_those_who_left_are_left_out(line, tmp_path):
    for name in ("jose", "okafor"):
        line("insight", name, "When the top is larger", "--misconception", "A larger denominator is larger")
    assert "(2 students)" in line("insights").out
    (tmp_path / "names.txt").write_text("José Ñandú\nMayumi Sato\n", encoding="utf-8")
    assert line("import", str(tmp_path / "names.txt"), "--mark-left").code == 0
    told = line("insights").out
    assert "José Ñandú" in told
    assert "Maya Okafor" not in told
    assert len(line("insights", "--json").json) == 1
