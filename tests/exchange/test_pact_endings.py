"""The form of the pacts' endings: what stands in it, what is read back, and what is refused."""

import pytest
from record_case import make

from advisory.exchange.file.error import FileError
from advisory.exchange.year_end.pact_endings import Filled, endings_form, read_endings
from advisory.model import Pact
from advisory.rules.year_end.pact_ending import PactEnding, Proposal

HEADER = "id,student,pact,proposal,why,ending,student_says,comes_next"


def test_the_form_has_room_for_what_the_two_decide_and_is_read_back(tmp_path):
    pacts = [make(Pact, 1, title="Fractions"), make(Pact, 2, student="s0000002", title="=odd")]
    names = {"s0000001": "Maya", "s0000002": "Ben"}
    proposals = [(pacts[0], Proposal(PactEnding.MET, "all met")), (pacts[1], Proposal(PactEnding.GOES_ON, "new"))]
    form = endings_form(proposals, names)
    assert form.decode("utf-8-sig").splitlines() == [
        HEADER,
        '"g0000001","Maya","Fractions",met,"all met",,,',
        '"g0000002","Ben","\'=odd",goes_on,"new",,,',
    ]
    path = tmp_path / "endings.csv"
    path.write_bytes(form)
    assert read_endings(path) == []
    for sign in ",;\t":
        rows = [
            HEADER.split(","),
            [" g0000001 ", "", "", "", "", " Partly Met", "'=mine", "ratios"],
            ["g0000002", "", "", "", "", "  ", "x", "y"],
            ["g0000003", "", "", "", "", "GOES_ON"],
        ]
        path.write_text("".join(sign.join(row) + "\n" for row in rows))
        assert read_endings(path) == [
            Filled(2, "g0000001", PactEnding.PARTLY_MET, "=mine", "ratios"),
            Filled(4, "g0000003", PactEnding.GOES_ON, "", ""),
        ]


def test_what_cannot_be_read_is_refused_with_its_line(tmp_path):
    path = tmp_path / "endings.csv"
    wanted = "has no columns id and ending; give the file that `advisory year-end close-pacts --form FILE` wrote."
    for text, why in {
        "id,pact\ng1,x\n": f" {wanted}",
        "ending\nmet\n": f" {wanted}",
        '"id"x,ending\n': f" {wanted}",
        "id,ending\ng1,met\ng2,Lost\n": (
            ", line 3: “Lost” is no ending; write one of met, partly_met, not_yet, pause, goes_on."
        ),
        'id,ending\n"g1"x,met\n': (
            ", line 2: text follows a closing quotation mark; to keep the mark, write it twice inside a quoted cell; "
            "nothing was changed."
        ),
    }.items():
        path.write_text(text)
        with pytest.raises(FileError) as refused:
            read_endings(path)
        assert str(refused.value) == f"{path}{why}"
