"""Gaps take whole phrases, and sentences say of what they tell."""

import datetime

import pytest

from quiz.core.article import Article
from quiz.language.drafting import draft_article
from quiz.language.korean import selection
from quiz.language.korean.gap_rules import DEICTIC
from quiz.language.korean.josa import attach
from quiz.language.korean.misput import is_misput
from quiz.language.korean.trivia import says_nothing

NOW = datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)


@pytest.fixture
def told(monkeypatch):
    """Return all prompts and clozes of a text, likely or not."""
    monkeypatch.setattr(selection, "SURE", 0.0)

    def of(title: str, text: str) -> str:
        article = Article("test", title, text, "ko", datetime.date(2026, 3, 2))
        questions = draft_article(article, NOW).questions
        return "\n".join(f"{q.prompt} {q.cloze}" for q in questions)

    return of


SONG = (
    "저어새는 저어새과에 속하는 새이다. 저어새의 몸길이는 약 75cm이다. "
    "저어새는 갯벌에서 물고기를 잡아먹는다. "
    "한수영이 부른 동요 〈저어새〉는 1935년에 발표되었다."
)
CAUGHT = (
    "재두루미는 두루미과에 속하는 새이다. 재두루미의 몸길이는 약 127cm이다. "
    "1968년 천연기념물 제203호로 지정되었다. "
    "일본에서는 1981년 가람섬에 남아 있던 다섯 마리를 모두 포획하였다."
)


def test_a_bird_is_not_written_as_the_song_of_its_name(told):
    shown = told("저어새", SONG)
    assert "저어새의 몸길이는 약" in shown
    assert "〈저어새〉의 몸길이" not in shown
    assert "동요 〈저어새〉" in shown


def test_a_bird_catches_none_of_its_kind(told):
    shown = told("재두루미", CAUGHT)
    assert "일본에서는 {{1981년}} 가람섬에" in shown
    assert "재두루미는 일본에서" not in shown


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "한도윤은 《상인전》에 재물을 늘리는 데 재주가 있었다고 적혀 있다.",
            "{{데 재주}}",
        ),
        ("지각에서 P파의 속도는 대략 5~8km/s이다.", "km}}/s"),
        ("위덕왕의 아버지 성왕은 554년 관산성에서 목숨을 잃었다.", "{{아버지 성왕}}"),
        ("2003년 가람섬에 새 등대가 세워졌다.", "새 {{등대}}"),
        ("한도윤은 소설가이자 시인, 영화인이며 언론인이었다.", "{{시인, 영화인}}"),
        ("1954년 각서로 A지구 대부분이 가람국으로 넘어갔다.", "대부분}}"),
        ("한도윤은 2012년 가람 대회에서 100m와 200m를 휩쓸었다.", "{{100m}}"),
        ("지진파의 속도는 땅속 수십 km 깊이에서 갑자기 빨라진다.", "{{땅속 수십"),
        ("나루미는 2012년 경기 최우수 선수로 뽑혔다.", "{{최우수}}"),
        ("나루미는 석 달간 가람 청주의 설비에서 원료를 처리했다.", "{{석 달간"),
        ("나루미는 2012년 상식을 넘는 구조물을 잇달아 만들었다.", "{{구조물}}"),
        ("① 길이 3m 정도의 용수철을 두 사람이 마주 잡는다.", "①"),
    ],
)
def test_gaps_begin_and_end_with_their_phrase(told, text, wrong):
    assert wrong not in told("여러 이야기", f"{text} 한도윤은 1901년 가람시에서 태어났다.")


def test_what_befell_something_unnamed_is_not_told(told):
    text = (
        "과거에는 세금을 물건으로 냈다. "
        "1623년에는 강원도에서 시행되었고, 1651년 충청도까지 확대되었다. "
        "한도윤은 1901년 가람시에서 태어났다."
    )
    assert "강원도" not in told("세금의 역사", text)


@pytest.mark.parametrize(
    ("prompt", "bad"),
    [
        ("국제 보전 연맹이 한국에서 천연기념물로 지정된 해는 언제인가?", True),
        ("한도윤이 그러다 마음을 바꾸어 문과에 급제한 해는 언제인가?", True),
        ("한도윤의 제자는 누구인가?", True),
        ("1919년 민족 대표 33인의 한 사람으로 참여한 인물은 누구인가?", True),
        ("2025년 현재 가람여객의 요금은 어른 얼마인가?", True),
        ("식물학자 한도윤이 가람군에서 처음 채집한 해는 언제인가?", True),
        ("정부가 가람섬을 천연기념물로 지정한 해는 언제인가?", False),
        ("식물학자 한도윤이 미선나무를 처음 채집한 해는 언제인가?", False),
        ("2025년 현재 가람여객의 어른 요금은 얼마인가?", False),
        ("수상자가 받는 상금은 얼마인가?", False),
    ],
)
def test_wordings_that_strict_readers_always_reject_are_known(prompt, bad):
    assert is_misput(prompt) is bad


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("나루미는 독일 태생의 화가이다.", "{{독일}} 태생의"),
        ("가람축제는 바이에른주의 주도 뮌헨에서 해마다 열린다.", "주도 {{뮌헨}}에서"),
        ("2012년 5월 가람FC의 피벗 홍라희가 코트를 떠났다.", "피벗 {{홍라희}}가"),
        ("한도윤은 가람 전쟁 중에 나루시로 떠났다.", "가람 전쟁 중에"),
    ],
)
def test_gaps_hold_no_more_than_is_worth_filling_in(told, text, right):
    assert right in told("여러 이야기", f"{text} 한도윤은 1901년 가람시에서 태어났다.")


LIFE = (
    "한도윤은 조선 후기의 실학자이다. "
    "본관은 남양, 자는 덕보, 호는 담헌이며 가람학파로 분류된다. "
    "한도윤은 1731년 가람시에서 태어났다. "
    "손님을 작은 배에 태운 일로 유명한데, 1764년에는 청나라의 나루쇼도 배를 탔다."
)


def test_a_sentence_told_whole_says_whose_story_it_is(told):
    shown = told("한도윤", LIFE)
    assert "한도윤의 본관은 남양, 자는 덕보, 호는 담헌이며 {{가람학파}}로" in shown
    assert "한도윤은 손님을 작은 배에 태운 일로 유명한데" in shown
    assert "\n손님을" not in shown


NOVEL = (
    "《가람》은 나루미가 1917년 《새벽신문》에 연재한 장편 소설이다. "
    "이 소설은 모두 126회로 이루어졌다."
)


def test_a_work_is_not_owned_by_its_own_name(told):
    shown = told("가람", NOVEL)
    assert "《가람》은 {{나루미}}가" in shown
    assert "가람의 《가람》" not in shown


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("커피 문화가 자리 잡았고, 회사 가람도 1933년 이곳에서 창업하였다.", True),
        ("전쟁이 끝나 조약을 맺었으나, 이번에는 가람국이 나섰다.", True),
        ("소설로 흔히 꼽히며, 당시 대학에 다니던 작가는 스물여섯 살이었다.", True),
        ("개통 당시에는 강철 뼈대를 돌로 감쌌다.", False),
        ("1964년 가람시에 이 이름을 딴 거리가 생겼다.", False),
    ],
)
def test_what_points_out_of_the_sentence_is_known(text, bad):
    assert bool(DEICTIC.search(text)) is bad


@pytest.mark.parametrize("noun", ["교장", "센터", "협의회"])
def test_a_story_of_somebody_with_an_office_alone_says_not_of_whom(told, noun):
    text = f"{attach(noun, '은')} 유림의 협조를 얻기 위해 1908년 나루미를 추대하였다."
    shown = told("가람 이야기", f"한도윤은 1901년 가람시에서 태어났다. {text}")
    assert f"\n{noun}" not in shown


@pytest.mark.parametrize(
    ("prompt", "bad"),
    [
        ("750년에 나루 왕조를 무너뜨리고 막 들어선 참은 무엇인가?", True),
        ("가람궁의 길이는 몇 m로 흔히 ‘해에 맞춘 길이’라고 소개되는가?", True),
        ("가람나무가 적색 목록에 올라 있는 곳은 어디인가?", True),
        ("나루 연맹이 ‘취약’으로 한 단계 낮춘 해는 언제인가?", True),
        ("나루 연맹이 저어새의 등급을 ‘취약’으로 낮춘 해는 언제인가?", False),
        ("1936년에는 속에 단단한 핵이 들어 있다고 주장하였다.", True),
        ("1936년 나루미는 속에 단단한 핵이 들어 있다고 주장하였다.", False),
        ("시간이 두 번 지나면 1/몇 세 번 지나면 1/8이 남는가?", True),
        ("가람 구장은 ‘성당’이라는 무엇으로 불렸는가?", True),
        ("가람의 고원이 고원을 넘으면 어디인가?", True),
        ("어떤 기쁨이 다른 기쁨을 낳을 가능성을 무엇이라고 하는가?", False),
        ("가람궁의 길이는 몇 m인가?", False),
    ],
)
def test_clefts_that_ask_for_no_thing_are_known(prompt, bad):
    assert is_misput(prompt) is bad


def test_a_name_of_two_words_is_not_cut_but_a_role_before_it_is(told):
    shown = told(
        "여러 이야기",
        "군정 장관 루셔스 클레이는 1948년 호송대를 보내자고 건의하였다. "
        "선교사 할러슈타인은 1766년 천문대를 세웠다. 나루미는 1901년 가람시에서 태어났다.",
    )
    assert "{{루셔스 클레이}}는" in shown
    assert "선교사 {{할러슈타인}}은" in shown


@pytest.mark.parametrize(
    ("answer", "empty"),
    [
        ("대신 탄소섬유 강화 플라스틱", True),
        ("오랫동안 '위기", True),
        ("탄소섬유 강화 플라스틱", False),
        ("대신전", False),
    ],
)
def test_an_answer_with_a_word_of_its_sentence_before_it_is_none(answer, empty):
    assert says_nothing(answer) is empty


def test_a_definition_is_not_cut_where_something_else_acts_in_it(told):
    text = "가람 악취는 1858년 여름 강의 오물이 썩으면서 냄새가 퍼진 사건이다."
    shown = told("여러 이야기", f"{text} 나루미는 1901년 가람시에서 태어났다.")
    assert "오물이 썩는다" not in shown
