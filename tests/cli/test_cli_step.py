"""step: the next step is set, shown and taken away."""


def test_the_next_step_is_set_shown_and_taken_away_when_asked_to(line):
    assert line("step", "jose", "Ask", "about", "crew").err == "Next step with José Ñandú: Ask about crew\n"
    assert "next step: Ask about crew" in line("show", "jose").out
    assert line("step", "jose").out == "Ask about crew\n"
    assert line("step", "jose", "").out == "Ask about crew\n"
    assert line("step", "jose", "--clear", "Ask again").code == 2
    assert "next step: Ask about crew" in line("show", "jose").out
    assert line("step", "jose", "--clear").err == "Next step with José Ñandú: none\n"
    assert (line("step", "jose").out, line("step", "jose").err) == ("", "Next step with José Ñandú: none\n")
    assert "next step: not set" in line("show", "jose").out
