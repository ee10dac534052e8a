"""A file the advisor asked for is written, or refused in one sentence whoever asks."""

import pytest

from advisory.store import Refused, Taken, write_file


def test_a_name_that_is_taken_is_refused_unless_it_may_be_replaced(tmp_path):
    path = tmp_path / "sheet.csv"
    write_file(path, b"mine")
    with pytest.raises(Taken) as refused:
        write_file(path, b"another")
    assert str(refused.value) == f"{path} is there already. Choose another name, or move that file away first."
    assert path.read_bytes() == b"mine"
    write_file(path, b"another", replace=True)
    assert path.read_bytes() == b"another"


@pytest.mark.parametrize("name", ["nowhere/sheet.csv", "she\0et.csv", "folder"], ids=ascii)
def test_a_file_that_can_not_be_written_is_refused_with_its_name_and_leaves_nothing(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(Refused) as refused:
        write_file(tmp_path / name, b"data", replace=True)
    assert not isinstance(refused.value, Taken)
    assert str(refused.value).startswith(f"{tmp_path / name} could not be written: ")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]
