"""Labelled items: notices, timetables, specifications and fact boxes."""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from quiz.core.article import Article
from quiz.language.drafts import no_progress
from quiz.language.korean import pipeline
from quiz.language.korean.item_lines import lines_of
from quiz.language.korean.item_scope import name_in, notice_of
from quiz.language.korean.items.item_labels import section_of, whole_label
from quiz.language.korean.items.item_values import parts_of, written_dates

TEXTS = Path(__file__).parents[2] / "training" / "texts"
NOW = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)


def asked(title: str, text: str) -> dict[str, str]:
    """Return each question, or cloze, of the items with its answer."""
    article = Article("a", title, text, "ko", datetime.date(2026, 5, 1))
    _, _, proposed = pipeline.proposals(article, Counter())
    return {
        p.candidate.prompt or p.gap: ", ".join(item[0] for item in p.candidate.items)
        or p.candidate.accepted[0]
        for p in proposed
        if p.candidate.kind.startswith("item-")
    }


def test_figures_are_asked_with_their_unit_and_their_limit() -> None:
    found = asked(
        "새봄구 작은 화단 가꾸기 지원사업 공고",
        "○ 지원 규모: 총 40팀(주택가 25팀, 상가 15팀)\n○ 총사업비: 6,000만 원\n"
        "○ 지원 내용: 화단 재료비를 1팀당 지급하며 단체당 최대 150만 원\n○ 팀 인원: 3명 "
        "이상",
    )
    scheme = "새봄구 작은 화단 가꾸기 지원사업"
    assert found[f"{scheme}의 지원 규모는 총 몇 팀인가?"] == "40팀"
    assert found[f"{scheme}의 지원 규모 가운데 상가는 몇 팀인가?"] == "15팀"
    assert found[f"{scheme}의 총사업비는 얼마인가?"] == "6,000만 원"
    assert found[f"{scheme}에서는 단체당 최대 얼마까지 지원하는가?"] == "150만 원"
    assert found[f"{scheme}의 팀 인원은 몇 명 이상인가?"] == "3명"


def test_a_bare_label_takes_the_act_of_its_heading() -> None:
    found = asked(
        "한별구민 텃밭 분양 안내",
        "1. 분양 개요\n가. 구획 면적: 12㎡\n2. 신청 기간 및 방법\n"
        "가. 기간: 2026. 3. 2.(월) 09:00 ~ 3. 13.(금) 18:00\n나. 방법: 구청 누리집에서 "
        "신청",
    )
    assert "한별구민 텃밭 분양의 신청 기간은 언제부터 언제까지인가?" in found
    assert found["한별구민 텃밭 분양의 신청은 언제까지 받는가?"] == "2026년 3월 13일"
    assert found["한별구민 텃밭 분양의 신청은 어디에서 하는가?"] == "구청 누리집"


def test_an_event_is_asked_when_and_where_it_is_held() -> None:
    found = asked(
        "제4회 은빛마을 연날리기 대회 안내",
        "- 일시: 2026년 2월 14일(토) 10:00~15:00\n- 장소: 은빛천 둔치\n- 주최: 은빛마을회\n"
        "- 개회식: 10:00~10:30",
    )
    name = "제4회 은빛마을 연날리기 대회"
    assert found[f"{name}는 언제 열리는가?"] == "2026년 2월 14일"
    assert found[f"{name}는 어디에서 열리는가?"] == "은빛천 둔치"
    assert found[f"{name}를 주최하는 곳은 어디인가?"] == "은빛마을회"
    assert found[f"{name}의 개회식은 몇 시부터 몇 시까지인가?"] == "10:00~10:30"


def test_a_timetable_may_tell_the_hours_first() -> None:
    found = asked(
        "별내초등학교 가을 운동회 일정",
        "09:30 ~ 10:00 개회식(운동장)\n10:10~11:00 줄다리기",
    )
    assert (
        found["별내초등학교 가을 운동회의 줄다리기는 몇 시부터 몇 시까지인가?"]
        == "10:10~11:00"
    )
    assert "별내초등학교 가을 운동회의 개회식은 몇 시부터 몇 시까지인가?" in found


def test_a_fact_box_tells_of_the_thing_in_the_title() -> None:
    found = asked(
        "바람목 등대", "준공: 1937년\n높이: 21 m\n설계자: 서가람\n위치: 바람목 곶"
    )
    assert found["바람목 등대가 준공된 해는 언제인가?"] == "1937년"
    assert found["바람목 등대의 높이는 몇 m인가?"] == "21 m"
    assert found["바람목 등대의 설계자는 누구인가?"] == "서가람"
    assert found["바람목 등대의 위치는 어디인가?"] == "바람목 곶"


def test_short_items_below_a_heading_are_one_list() -> None:
    text = (
        "모집 인원: 20명\n접수 장소: 주민 센터\n제출 서류\n"
        "① 지원서\n② 추천서(원본)\n③ 통장 사본"
    )
    found = asked("달빛동 마을 기자 모집 공고", text)
    assert (
        found["달빛동 마을 기자의 제출 서류 세 가지는 무엇인가?"]
        == "지원서, 추천서, 통장 사본"
    )


def test_an_open_list_is_not_asked() -> None:
    found = asked(
        "달빛동 산책 모임 안내", "인원: 20명\n장소: 달빛 공원\n준비물: 물, 모자 등"
    )
    assert not any("준비물" in prompt for prompt in found)


def test_a_rule_asks_its_ages_and_sums() -> None:
    found = asked(
        "푸른군 귀농인 주택 수리비 지원사업 공고",
        "○ 지원 규모: 12가구\n○ 지원 비율: 60%\n□ 지원 대상\n"
        "- 공고일 현재 19세 이상 65세 이하인 사람\n- 농업 외 소득 3,000만 원 이하인 사람",
    )
    scheme = "푸른군 귀농인 주택 수리비 지원사업"
    assert (
        found[f"{scheme}의 지원 대상 나이는 몇 세 이상 몇 세 이하인가?"]
        == "19세 이상 65세 이하"
    )
    prompt = f"{scheme}의 지원 대상이 되려면 농업 외 소득이 얼마 이하여야 하는가?"
    assert found[prompt] == "3,000만 원"


def test_labels_written_apart_or_together_are_spaced() -> None:
    found = asked(
        "한빛시 시민 정원사 교육생 모집 공고",
        "○ 교육장소 : 한빛수목원\n○ 교 육 비 : 5만원\n○ 모집인원 : 30명",
    )
    assert found["한빛시 시민 정원사 교육 장소는 어디인가?"] == "한빛수목원"
    assert found["한빛시 시민 정원사 교육비는 얼마인가?"] == "5만원"
    assert found["한빛시 시민 정원사 교육생 모집 인원은 몇 명인가?"] == "30명"


def test_a_figure_of_one_day_is_asked_with_its_day() -> None:
    found = asked("노을항", "개항: 1954년\n인구: 52,340명(2025년 12월 기준)")
    assert found["노을항이 개항한 해는 언제인가?"] == "1954년"
    assert found["노을항의 2025년 12월 기준 인구는 몇 명인가?"] == "52,340명"


def test_one_labelled_line_makes_no_notice_nor_does_a_talk() -> None:
    assert asked("바람목 등대", "높이: 21 m\n등대는 곶 끝에 서 있다.") == {}
    assert (
        asked("두 사람의 대화", "민수: 오늘 뭐 해?\n지우: 책을 읽고 있어.\n민수: 좋겠다.")
        == {}
    )


def test_a_label_told_twice_needs_the_heading_of_its_part() -> None:
    found = asked(
        "솔샘 수영장 강습 안내",
        "□ 기초반\n- 정원: 15명\n□ 연수반\n- 정원: 12명\n□ 시설\n- 수심: 1.2m",
    )
    assert found["솔샘 수영장 강습의 기초반 정원은 몇 명인가?"] == "15명"
    assert found["솔샘 수영장 강습의 연수반 정원은 몇 명인가?"] == "12명"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2026년 청년 월세 지원사업 시행 공고", "2026년 청년 월세 지원사업"),
        ("[공지] 별내박물관 관람 안내", "별내박물관"),
        ("나래 3 전기 자전거 제품 사양", "나래 3 전기 자전거"),
        ("새봄시, 청년에게 월세를 지원한다", ""),
    ],
)
def test_the_scope_is_the_title_without_what_announces(title: str, name: str) -> None:
    assert name_in(title) == name


def test_lines_know_their_heading() -> None:
    text = "1. 접수\n가. 기간: 5일\n나. 서류\n① 신청서\n② 사진\n2. 문의: 총무과"
    lines = lines_of(Article("a", "모임 안내", text, "ko"))
    assert [line.heading for line in lines] == ["", "접수", "접수", "서류", "서류", ""]
    assert [len(line.below) for line in lines] == [2, 0, 2, 0, 0, 0]


def test_parts_and_labels() -> None:
    assert [p.category for p in parts_of("어른 5,000원, 어린이 2,000원")] == [
        "어른",
        "어린이",
    ]
    assert written_dates("2026. 3. 3.") == ("2026. 3. 3.", "2026년 3월 3일", "3월 3일")
    assert whole_label("기간", "원서 접수 안내") == "원서 접수 기간"
    assert section_of("용량", "배터리") == "배터리"
    assert section_of("기간", "사업 개요") == ""


def test_sentences_of_a_notice_carry_its_name() -> None:
    article = Article(
        "a",
        "새봄구 텃밭 지원사업 공고",
        "지원 규모: 30명\n총사업비: 900만 원\n부정한 방법으로 지원받으면 지원금 전액이 "
        "환수된다.",
        "ko",
    )
    assert notice_of(article) == "새봄구 텃밭 지원사업"
    _, _, proposed = pipeline.proposals(article, Counter())
    shown = [s for p in proposed if p.candidate.kind[:5] != "item-" for s in (p.gap,) if s]
    assert all("새봄구 텃밭 지원사업" in text for text in shown)


@pytest.mark.parametrize("file", sorted(TEXTS.glob("notice-*.txt")), ids=lambda f: f.stem)
def test_drafts_of_a_notice_prove_their_answers(file: Path) -> None:
    text = file.read_text(encoding="utf-8").strip()
    title = file.with_suffix(".json").read_text(encoding="utf-8").split('"')[3]
    article = Article("a", title, text, "ko", datetime.date(2026, 6, 1))
    questions = pipeline.draft(article, NOW, no_progress).questions
    assert len(questions) >= 10
    for question in questions:
        evidence = question.evidence
        assert evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        told = evidence.quote[evidence.answer_start : evidence.answer_end]
        names = [item[0] for item in question.answer.items] or [question.answer.accepted[0]]
        if question.answer.items:
            assert all(name in told for name in names)
        else:  # '2. 20.' is shown as 2026년 2월 20일, but accepted as it stands
            assert any(each in told for each in question.answer.accepted)
        assert len(question.prompt) <= 75
        assert not any(name in question.prompt for name in names)


NOTICE = (
    "1. 사업 기간: 2026년 3월 ~ 2026년 12월\n2. 신청 기간: 2025. 12. 8.(월) ~ 1. 9.(금)\n"
    "3. 면접시험: 2026. 6. 22.(월)\n4. 신청 자격: 영농 경력이 10년 이하인 사람"
)


def test_days_of_a_notice_are_written_in_words_with_their_year() -> None:
    found = asked("가람군 온실 지원사업 공고", NOTICE)
    assert found["가람군 온실 지원사업의 면접시험은 언제인가?"] == "2026년 6월 22일"
    assert found["가람군 온실 지원사업의 신청은 언제까지 받는가?"] == "2026년 1월 9일"


def test_gaps_of_a_notice_hold_the_whole_period_and_the_limit_of_a_figure() -> None:
    article = Article(
        "a", "가람군 온실 지원사업 공고", NOTICE, "ko", datetime.date(2026, 1, 2)
    )
    questions = pipeline.draft(article, NOW, no_progress).questions
    shown = "\n".join(question.cloze for question in questions)
    assert "사업 기간은 {{2026년 3월 ~ 2026년 12월}}이다." in shown
    assert "경력이 {{10년 이하}}인 사람" in shown
