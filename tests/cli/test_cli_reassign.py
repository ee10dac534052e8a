"""reassign: a record of the wrong student, moved by its id."""


def test_a_record_is_moved_with_what_hangs_on_it_and_undo_takes_it_back(line):
    line("note", "jose showed his draft >fri bring the book")
    dry = line("reassign", "c0000001", "maya okafor", "--dry-run")
    assert dry.out == "1 promise made in it goes along.\n"
    assert dry.err == "Dry run: nothing was changed.\n"
    said = line("reassign", "c0000001", "maya okafor")
    assert said.err == "The check-in [c0000001] moved from José Ñandú to Maya Okafor.\n"
    assert "bring the book" in line("show", "maya okafor").out
    assert line("reassign", "f0000001", "maya okafor").err == "The promise [f0000001] is Maya Okafor's already.\n"
    assert "to another student" in line("undo").err


def test_an_unknown_record_and_an_unclear_name_are_refused(line):
    assert "no check-in, promise, fact or evidence “c0000099”" in line("reassign", "c0000099", "jose").err
    line("note", "jose showed his draft")
    said = line("reassign", "c0000001", "may")
    assert (said.code, "fits 2 students" in said.err) == (1, True)
