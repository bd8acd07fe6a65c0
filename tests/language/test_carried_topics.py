"""Whose story goes on where a sentence has no subject, and what a pointer likely means."""

import pytest

LIFE = "서가람(1912~1980)은 누리국의 정치인이다. 서가람은 1912년 가온에서 태어났다. "
MUSEUM = "누리 미술관은 가온에 있는 미술관이다. 누리 미술관은 1905년 문을 열었다. "
BEAST = "누리사슴은 사슴과에 속하는 포유류이다. 누리사슴은 가온산에 산다. "


@pytest.fixture
def clozes(draft):
    def made(text, title="글", day=None):
        return [q.cloze for q in draft(text, title, day).questions if q.cloze]

    return made


def test_a_life_goes_on_after_a_sentence_about_another(clozes):
    text = LIFE + "어머니 한도윤은 의사였다. 1935년 누리대학교 법과에 들어갔다."
    assert "서가람은 {{1935년}} 누리대학교 법과에 들어갔다." in clozes(text, "서가람")


def test_what_befalls_things_is_not_put_on_a_person(clozes):
    text = LIFE + "서가람은 『누리사전』을 썼다. 2020년 국보로 지정되었다."
    assert not any(c.startswith("서가람은") and "국보" in c for c in clozes(text, "서가람"))


def test_a_subject_inside_a_noun_clause_is_none_of_the_sentence(clozes):
    text = LIFE + "누리 전쟁이 일어나기 두 주 전인 1950년 6월 11일, 이화에서 숨을 거두었다."
    assert any(
        "서가람은" in c and "{{1950년 6월 11일}}" in c for c in clozes(text, "서가람")
    )


def test_the_day_is_asked_without_what_it_came_before(asked):
    text = LIFE + "누리 전쟁이 일어나기 두 주 전인 1950년 6월 11일, 이화에서 숨을 거두었다."
    found = [p for p, a in asked(text, "서가람").items() if a == "1950년 6월 11일"]
    assert found
    assert not any("전쟁이" in p for p in found)


def test_an_animal_acts_on_what_it_hunts(asked):
    text = BEAST + "밤이 되면 물가에서 물고기를 하루에 3kg 잡아먹는다."
    found = asked(text, "누리사슴")
    assert any(
        p.startswith("누리사슴은") and a in {"3kg", "물고기"} for p, a in found.items()
    )


def test_this_museum_is_the_one_that_the_text_is_about(clozes):
    text = MUSEUM + "한도윤의 그림 《가온의 봄》은 1981년 이 미술관의 별관에 걸렸다."
    assert any("누리 미술관의 별관" in c for c in clozes(text, "누리 미술관"))


def test_a_later_pointer_of_a_whole_sentence_points_inside(clozes):
    text = (
        "1608년 누리왕이 즉위하자 서가람은 새 법을 건의하였고, "
        "이것이 받아들여져 경기도에서 누리법이 처음 시행되었다."
    )
    assert any("이것이" in c and "{{경기도}}" in c for c in clozes(text))


def test_a_pointer_at_the_front_is_still_unknown(clozes):
    text = LIFE + "이것이 1608년 경기도에서 처음 시행되었다."
    assert not any("이것이" in c for c in clozes(text, "서가람"))


def test_an_answer_before_its_particle_is_no_pointer(clozes):
    text = "1937년 서가람의 소설 「가온의 강」이 『누리일보』에 실렸다."
    assert any("{{가온의 강}}」이" in c or "{{누리일보}}" in c for c in clozes(text))


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        (
            "누리제는 가온에서 해마다 9월 중순부터 10월 초까지 열리는 민속 축제이다.",
            "{{민속 축제}}",
        ),
        (
            "누리사슴은 대개 5월에 가온산 골짜기에서 새끼를 두 마리 낳는다.",
            "{{두 마리}}",
        ),
    ],
)
def test_what_comes_back_each_year_needs_no_year(clozes, text, gap):
    assert any(gap in c for c in clozes(text))


def test_a_programme_in_quotes_is_the_scope(clozes):
    text = (
        "가온시는 9월부터 '청년 이사비 지원 사업' 신청을 받는다고 지난해 8월 25일 밝혔다. "
        "병역을 마친 사람은 복무 기간만큼 나이 상한을 늘려 최고 42세까지 신청할 수 있다."
    )
    assert any("‘청년 이사비 지원’ 사업" in c and "{{42세}}" in c for c in clozes(text))


def test_a_product_of_the_headline_is_what_the_price_is_of(clozes):
    text = (
        "한들기공은 올해 자율주행 이앙기 '모내리 S8'을 내놓는다고 밝혔다. "
        "판매 가격은 4,780만 원이다."
    )
    found = clozes(text, "한들기공, 자율주행 이앙기 '모내리 S8' 출시")
    assert any(c.startswith("모내리 S8의 판매 가격은") for c in found)


def test_a_place_behind_a_time_is_a_gap(clozes):
    text = "서가람은 2020년 6월 6일 솔마루소리극장에서 판소리 두 마당을 불렀다."
    assert any("{{솔마루소리극장}}" in c for c in clozes(text))


def test_what_was_found_is_what_the_text_is_about(clozes):
    text = (
        "누리나무는 물푸레나무과에 속하는 관목이다. 가온명 누리속은 부채를 닮았다. "
        "1870년 박물학자 한도윤이 학계에 처음 보고하였다."
    )
    assert any("누리나무를 학계에 처음 보고하였다" in c for c in clozes(text, "누리나무"))


def test_a_company_does_what_its_report_tells_of_nobody(clozes):
    text = (
        "한들기공은 올해 3분기에 매출 300억 원을 냈다고 4일 공시했다. "
        "한들기공은 공장을 늘렸다. 하반기에는 태국에 판매 법인을 설립할 예정이다."
    )
    found = clozes(text, "한들기공, 3분기 매출 300억 원")
    assert any(c.startswith("한들기공은") and "{{태국}}" in c for c in found)


def test_a_sentence_without_a_clear_subject_stands_with_two_names(clozes):
    text = "1608년 이원익의 건의에 따라 선혜청을 두고 경기도에서 대동법을 실시하였다."
    assert any("{{경기도}}" in c or "{{선혜청}}" in c for c in clozes(text))
