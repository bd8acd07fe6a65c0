"""What a word means, asked of the word."""

import pytest

CASES = [
    ("글", "은선은 물결법, 즉 젖은 흙에 나무 빗을 대고 돌리는 기법으로 무늬를 넣었다.",
     "물결법은 어떤 기법인가?", "젖은 흙에 나무 빗을 대고 돌리는 기법"),
    ("글", "은선은 물결법, 즉 젖은 흙에 나무 빗을 대고 돌리는 기법으로 무늬를 넣었다.",
     "젖은 흙에 나무 빗을 대고 돌리는 기법을 무엇이라고 하는가?", "물결법"),
    ("글", "바람이 한쪽으로만 오래 부는 현상을 외풍류라고 한다.",
     "외풍류는 어떤 현상을 말하는가?", "바람이 한쪽으로만 오래 부는 현상"),
    ("글",
     "가온시는 크다. 가온시는 넓다. "
     "느린우체통은 편지를 한 해 뒤에 보내 주는 우체통이다. 느린우체통은 "
     "즐겁다.",
     "느린우체통은 어떤 우체통인가?", "편지를 한 해 뒤에 보내 주는 우체통"),
    ("글",
     "삼투란 반투막을 사이에 두고 물이 이동하는 현상이다.",
     "삼투는 어떤 현상인가?", "반투막을 사이에 두고 물이 이동하는 현상"),
    ("글",
     "인권이란 사람이 태어나면서부터 지니는 권리를 말합니다.",
     "사람이 태어나면서부터 지니는 권리를 무엇이라고 하는가?", "인권"),
    ("글",
     "입이 좁고 어깨가 넓은 병을 매병이라고 부릅니다.",
     "매병은 어떤 병을 말하는가?", "입이 좁고 어깨가 넓은 병"),
    ("글",
     "갯벌은 밀물 때 잠기고 썰물 때 드러나는 땅을 이르는 말이다.",
     "‘갯벌’은 무엇을 뜻하는 말인가?", "밀물 때 잠기고 썰물 때 드러나는 땅"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_a_meaning_is_asked_of_its_word(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found


def test_a_cry_is_no_name(asked):
    found = asked(
        "불을 잃은 노인은 “모두 돌아가라!”라고 부르짖을 만큼 노여워했다. "
        "가온시는 2020년에 세워진 도시이다. 가온시는 2020년 5월 3일 문을 열었다."
    )
    assert not any("뜻하는 말" in prompt for prompt in found)


def test_what_a_person_was_is_no_definition(asked):
    found = asked(
        "최가람은 산을 그린 화가이다. 최가람은 1750년 한양에서 태어났다.", "최가람"
    )
    assert not any("어떤 화가" in prompt for prompt in found)
