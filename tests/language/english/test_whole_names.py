"""Places with their regions and titles of works are asked whole."""

from collections.abc import Callable

from quiz.language import Draft


def gaps(draft: Callable[..., Draft], text: str, title: str = "Notes") -> list[str]:
    return [q.cloze for q in draft(text, title).questions if q.cloze]


def test_a_place_and_its_region_are_one_gap(draft):
    found = gaps(
        draft, "In 1925 Ada Marsh owned a hat shop in Salem, Oregon, with Ole Berg."
    )
    assert (
        "In 1925 Ada Marsh owned a hat shop in {{Salem, Oregon}}, with Ole Berg." in found
    )
    assert not any("{{Salem}}" in text or "{{Oregon}}" in text for text in found)


def test_a_capital_keeps_the_letters_of_its_district(draft):
    found = gaps(
        draft, "In 1925 Ada Marsh ran a hat shop in Washington, D.C., with Ole Berg."
    )
    assert any("{{Washington, D.C.}}" in text for text in found), found


def test_places_in_a_row_are_gaps_of_their_own(draft):
    found = gaps(draft, "In 1930 Ada Marsh painted churches in Oslo, Bergen, and Rome.")
    assert found
    assert not any("{{Oslo, Bergen}}" in text for text in found), found


def test_the_title_of_a_work_is_one_gap(draft):
    told = "Ada Marsh was a painter. Her memoir, A Long Winter at the North Cape, came out"
    found = gaps(draft, f"{told} in 1912.")
    assert not any("{{North Cape}}" in text or "{{Winter}}" in text for text in found), (
        found
    )


def test_part_of_a_title_does_not_stand_for_the_work(asked):
    told = "Ada Marsh was a painter. Her memoir, A Long Winter at the North Cape, appeared"
    found = asked(f"{told} in 1912.", "Ada Marsh")
    assert found["In which year did Ada Marsh's memoir appear?"] == "1912"
