"""A picture as a file: whole, without anything to run or to download, whatever stands in a name."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.exchange.picture.file import ENDINGS, picture_file
from advisory.exchange.picture.picture import Column, Picture, PictureRow
from advisory.rules.refusal import Refusal

SVG = "{http://www.w3.org/2000/svg}"


def picture(name="Maya", *columns, cells=("1", "2")):
    return Picture(
        title="Who gets your time",
        says=("Half of your 2 one-to-ones went to 1 of 2.",),
        chart="Students, each school week",
        series=("one-to-one", "another contact", "neither"),
        columns=columns,
        header=("1:1", "All")[: len(cells)],
        rows=(PictureRow(name, (1, 1) if len(cells) > 1 else (), cells),),
    )


def written(one, ending=".svg"):
    return picture_file(one, ending).decode()


def test_a_week_is_as_high_as_its_students_and_the_axes_are_labelled():
    root = ET.fromstring(written(picture("Maya", Column("Aug", (1, 2, 1)), Column("", (0, 0, 4)))))
    texts = [each.text for each in root.iter(f"{SVG}text")]
    assert {"students", "0", "2", "4", "Aug", "neither: 4 in the last week", "Maya"} <= set(texts)
    heights = [
        float(each.get("height")) for each in root.iter(f"{SVG}rect") if each.get("height") not in {"100%", "12", "13"}
    ]
    assert heights == [43, 86, 43, 172]


def test_a_long_path_takes_several_lines_and_a_year_without_weeks_says_so():
    root = ET.fromstring(written(picture(cells=("R 31 Aug → A 5 Oct → " * 9,))))
    texts = [each.text or "" for each in root.iter(f"{SVG}text")]
    assert sum("R 31 Aug" in each for each in texts) > 1
    assert "There is no school week with students in it yet." in texts


def test_a_long_name_is_whole():
    name = "Anneliese Featherstonehaugh-Castellanos (grade 11)"
    (text,) = (each for each in ET.fromstring(written(picture(name))).iter(f"{SVG}text") if each.text == name)
    assert 6 <= float(text.get("font-size")) < 13


@given(st.text(min_size=1, max_size=40))
def test_whatever_a_name_holds_it_is_only_a_name(name):
    hostile = f'{name}<script>alert(1)</script>&"\x1b\u202e'
    svg = written(picture(hostile, Column("Aug", (1, 0, 0))))
    ET.fromstring(svg)
    page = written(picture(hostile, Column("Aug", (1, 0, 0))), ".html")
    for text in (svg, page):
        assert "<script" not in text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
        assert "http" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "").replace("http-equiv", "").replace(
            name, ""
        )


@pytest.mark.parametrize("ending", ["", ".png", ".svg.txt"])
def test_another_ending_is_refused_in_a_sentence(ending):
    with pytest.raises(Refusal, match=r"\.svg or \.html"):
        picture_file(picture(), ending)
    assert all(picture_file(picture(), one.upper()) for one in ENDINGS)
