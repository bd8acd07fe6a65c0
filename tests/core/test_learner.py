"""Time zones as browsers tell them."""

import pytest

from quiz.core.learner import read_zone


@pytest.mark.parametrize(
    "name", ["Asia/Seoul", "UTC", "America/Argentina/Ushuaia", "Etc/GMT+9"]
)
def test_a_known_zone_is_read(name: str) -> None:
    zone = read_zone(name)
    assert zone is not None
    assert zone.key == name


@pytest.mark.parametrize(
    "name",
    ["", "Mars/Olympus", "/etc/localtime", "Asia", "Asia/", "A" * 5000, "UTC\n", "한국"],
)
def test_anything_else_is_no_zone(name: str) -> None:
    assert read_zone(name) is None
