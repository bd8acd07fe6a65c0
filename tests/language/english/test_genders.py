"""He and she: who can be meant."""

from quiz.language.english.genders import HE, SHE, gender_of, read_genders


def test_a_given_name_tells_and_an_unknown_one_tells_nothing():
    assert gender_of("Edith Moran", {}) == SHE
    assert gender_of("Walter Moran", {}) == HE
    assert gender_of("Quenby Moran", {}) == ""


def test_kinship_and_titles_tell(read):
    reading = read("In Oslo his sister Quenby Moran met Mr Tarn Ode of Bergen.")[0]
    told = read_genders([reading.sentence], reading.setting.names, "")
    assert told.get("Quenby Moran") == SHE


def test_she_is_the_woman_although_a_man_was_told_of_last(asked):
    found = asked(
        "Edith Moran was born in Norway. Her friend Walter Stone bought a bakery in "
        "Bergen. She died in 1931.",
        "Edith Moran",
    )
    assert found.get("In which year did Edith Moran die?") == "1931", found
