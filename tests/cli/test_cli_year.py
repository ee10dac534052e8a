"""year: the weeks and each partnership's path, in lines and as JSON."""


def test_the_year_has_its_weeks_and_every_path(partnerships):
    said = partnerships("year").out.splitlines()
    assert [row.split() for row in said[:2]] == [
        ["Week", "of", "Rapport", "Alliance", "Cognitive", "insight"],
        ["Nov", "23,", "2026", "2", "1", "0"],
    ]
    assert "José Ñandú   R Nov 23 → A Nov 23 → back to R Nov 23: tending trust → A Nov 23" in said
    assert "Maya Okafor  R Nov 23" in said


def test_the_year_as_json_has_the_keys_of_the_moves(partnerships):
    shown = partnerships("year", "--json").json
    assert shown["weeks"] == [{"week": "2026-11-23", "rapport": 2, "alliance": 1, "cognitive_insight": 0}]
    jose = shown["paths"][0]
    assert (jose["student"], jose["left_on"]) == ("José Ñandú", None)
    assert [(step["from"], step["to"], step["direction"]) for step in jose["steps"]] == [
        (None, "rapport", None),
        ("rapport", "alliance", "forward"),
        ("alliance", "rapport", "back"),
        ("rapport", "alliance", "forward"),
    ]
    assert set(jose["steps"][0]) == {"date", "from", "to", "direction", "reason_key"}
