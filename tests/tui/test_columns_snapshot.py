"""Pictures of the dialog that asks what each column of a roster is, as in test_snapshot."""

from pathlib import Path
from typing import Any

import pytest
from test_snapshot import SMALL, WIDE, picture

from advisory.caseload.caseload import Caseload

BOOK = Path(__file__).parents[1] / "exchange" / "workbooks" / "strange_sheets.xlsx"
"""Two sheets, 7A and 7B, each with the columns Kid, Kin and Room."""
SIZES = pytest.mark.parametrize("size", [SMALL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
HEADERLESS = "Amina,Yusuf,a@school.example,7\nBeatriz,Nogueira,b@school.example,8\n"
FRENCH = "Élève A;Élève B;Salle;Remarque\nDUBOIS;Éloïse;12;demi-pensionnaire\nLE GALL;Yann;12;\n"


@SIZES
@pytest.mark.parametrize("table", [HEADERLESS, FRENCH], ids=["headerless", "French"])
def test_what_each_column_is(
    snap_compare: Any, caseload: Caseload, tmp_path: Path, table: str, size: tuple[int, int]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(table, encoding="utf-8")
    first, second = "fg" if table is FRENCH else "gf"
    keys = ["I", *str(path), "ctrl+s", first, "down", second]
    assert picture(snap_compare, caseload, "caseload", *keys, size=size)


@SIZES
def test_the_columns_of_the_second_sheet(snap_compare: Any, caseload: Caseload, size: tuple[int, int]) -> None:
    keys = ["I", *str(BOOK), "ctrl+s", "down", "enter", "g", "down", "f"]
    assert picture(snap_compare, caseload, "caseload", *keys, size=size)
