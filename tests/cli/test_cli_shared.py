"""shared: what was shared with whom, and a file deleted from there."""


def test_what_was_given_out_is_listed_and_its_file_is_deleted_once_agreed(line, tmp_path, monkeypatch):
    assert line("shared").err == "Nothing was shared yet.\n"
    line("checkin", "jose", "for all", "--visibility", "shareable")
    path = tmp_path / "jose.csv"
    assert line("export", "checkins", "--for", "family", "--student", "jose", "-o", str(path)).code == 0
    listed = line("shared", "jose").out
    for text in ("the family", "table of checkins [x0000001]", "José", "1 check-in", str(path)):
        assert text in listed
    assert line("shared", "maya okafor").err == "Nothing was shared yet.\n"
    assert line("undo").err.startswith("Undid: Check-in")  # the share stands

    monkeypatch.setattr("advisory.cli.shared.is_agreed", lambda _question: False)
    assert line("shared", "--delete-file", "x0000001").err == "Nothing was deleted.\n"
    monkeypatch.setattr("advisory.cli.shared.is_agreed", lambda _question: True)
    assert line("shared", "--delete-file", "x0000001").err.startswith(f"Deleted: {path}.")
    assert not path.exists()
    assert f"{path}, deleted" in line("shared").out
    line("checkin", "jose", "for all", "--visibility", "shareable")
    assert line("export", "checkins", "--for", "family", "--student", "jose").code == 0
    monkeypatch.setattr("advisory.cli.shared.is_agreed", lambda _question: False)  # nobody is asked
    for without_file in ("x0000001", "x0000002", "x9"):
        refused = line("shared", "--delete-file", without_file)
        assert (refused.code, refused.err != "Nothing was deleted.\n") == (1, True)
