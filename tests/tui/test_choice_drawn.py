"""A choice can be drawn higher than its one line, as before its dialog is laid out."""

from advisory.tui.widgets.boxes.choice import Choice


def test_a_choice_without_letters_has_no_list_of_them() -> None:
    assert Choice([("a", "Anywhere"), ("b", "At school")], "a")._legend(3) == []
