"""tags: listed with counts; renamed, merged and hidden, each with one undo."""

import io
import json


def test_tags_are_listed_renamed_merged_and_hidden(line, monkeypatch):
    assert line("tags").out == "Tag  Notes  Last\n"
    line("checkin", "jose", "Showed", "the", "draft", "--tag", "essay", "--tag", "Lab")
    line("checkin", "okafor", "More", "--tag", "lab", "--tag", "labs")
    listed = [row.split() for row in line("tags").out.splitlines()]
    assert [row[:2] for row in listed] == [["Tag", "Notes"], ["#essay", "1"], ["#lab", "2"], ["#labs", "1"]]
    assert line("tags", "rename", "essay", "writing").err == (
        "#essay is now #writing, in 1 note. `advisory undo` takes it back.\n"
    )
    monkeypatch.setattr("sys.stdin", io.StringIO("n\ny\n"))
    refused = line("tags", "rename", "labs", "LAB")
    assert refused.code == 1
    assert "#lab is a tag already. Merge #labs into it?" in refused.err
    assert "in 2 notes" in line("tags", "rename", "labs", "LAB").err
    line("undo")
    assert "which 2 notes have" in line("tags", "merge", "labs", "lab").err
    assert "stays on its notes" in line("tags", "hide", "#lab").err
    objects = json.loads(line("tags", "--json").out)
    assert [(one["tag"], one["notes"], one["hidden"]) for one in objects] == [("lab", 2, True), ("writing", 1, False)]
    assert line("tags", "offer", "lab").err == "#lab is offered again.\n"
    line("undo")
    assert "hidden" in line("tags").out
