"""What counts as right, close and wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quiz.core.grading import Grade, Off, Verdict, grade_answer, grade_choice
from quiz.core.questions import Answer, AnswerKind

NAME = Answer(AnswerKind.WORDS, ("장젠펑", "张建锋"))
FIRM = Answer(AnswerKind.WORDS, ("알리바바 클라우드", "Alibaba Cloud"))
AGE = Answer(AnswerKind.NUMBER, ("35세", "35"))
IMAGES = Answer(AnswerKind.NUMBER, ("10억 장",))
YEAR = Answer(AnswerKind.DATE, ("2017년",))
DAY = Answer(AnswerKind.DATE, ("2017년 10월 11일",))
BOOKS = Answer(
    AnswerKind.LIST,
    items=(("시경", "詩經"), ("논어",), ("맹자",), ("좋은 나라", "Utopia")),
)


def grade_of(text: str, answer: Answer, language: str = "ko") -> Grade:
    return grade_answer(text, answer, language).grade


@pytest.mark.parametrize(
    "text",
    [
        "장젠펑", " 장 젠 펑 ", "장젠펑.", "‘장젠펑’", "张建锋", "장젠펑 총재", "장젠펑 씨",
        "장젠펑이다", "장젠펑입니다", "장젠펑 총재입니다.", "장젠펑 박사님은", "장젠펑이요",
    ],
)  # fmt: skip
def test_spacing_particles_titles_and_scripts_do_not_count(text: str) -> None:
    assert grade_of(text, NAME) is Grade.RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "알리바바클라우드",
        "ALIBABA cloud",
        "Ａｌｉｂａｂａ　Ｃｌｏｕｄ",
        "the Alibaba Cloud",
    ],
)
def test_width_case_and_articles_do_not_count(text: str) -> None:
    assert grade_of(text, FIRM) is Grade.RIGHT


@pytest.mark.parametrize(
    "text", ["장젠핑", "알리바바 클라우두", "Alibaba Clowd", "Alibaba Cluod"]
)
def test_one_slip_in_a_long_word_is_close(text: str) -> None:
    answer = NAME if text == "장젠핑" else FIRM
    verdict = grade_answer(text, answer)
    assert (verdict.grade, verdict.off) == (Grade.CLOSE, Off.LETTER)


def test_a_short_word_must_be_exact() -> None:
    assert grade_of("왕진", Answer(AnswerKind.WORDS, ("왕젠",))) is Grade.WRONG
    assert grade_of("DANO", Answer(AnswerKind.WORDS, ("DAMO",))) is Grade.WRONG
    assert grade_of("达摩园", Answer(AnswerKind.WORDS, ("达摩院",))) is Grade.WRONG


def test_a_slip_that_makes_a_known_wrong_answer_is_wrong() -> None:
    assert grade_answer("장젠핑", NAME, "ko", ["장젠핑"]).grade is Grade.WRONG


def test_a_title_that_was_asked_for_counts() -> None:
    answer = Answer(AnswerKind.WORDS, ("알리바바 클라우드 총재",))
    assert grade_of("알리바바 클라우드 회장", answer) is Grade.WRONG
    assert grade_of("알리바바 클라우드 총재입니다", answer) is Grade.RIGHT


def test_a_title_that_was_asked_for_may_be_told_with_respect() -> None:
    answer = Answer(AnswerKind.WORDS, ("김가람 사장",))
    assert grade_of("김가람 사장님입니다", answer) is Grade.RIGHT
    assert grade_of("기자 선생님", Answer(AnswerKind.WORDS, ("기자",))) is Grade.RIGHT


def test_a_title_beside_the_one_asked_for_counts() -> None:
    answer = Answer(AnswerKind.WORDS, ("국가 대표",))
    assert grade_of("국가 대표 감독", answer) is Grade.WRONG


def test_nothing_given_is_wrong() -> None:
    for text in ("", "   ", "…?!"):
        assert grade_of(text, NAME) is Grade.WRONG


def test_nothing_given_is_told_nothing_but_the_answer() -> None:
    assert grade_answer(" , ", BOOKS) == Verdict(Grade.WRONG, BOOKS.shown)


def test_a_particle_alone_is_no_answer() -> None:
    assert grade_of("은", Answer(AnswerKind.WORDS, ("%",))) is Grade.WRONG


@pytest.mark.parametrize(
    "text", ["35세", "35", "35 세", "만 35세", "서른다섯 살", "삼십오 세입니다", "３５"]
)
def test_a_number_may_be_told_in_any_way_with_or_without_its_unit(text: str) -> None:
    assert grade_of(text, AGE) is Grade.RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "10억",
        "1,000,000,000",
        "1000000000장",
        "십억 장",
        "약 10억 장",
        "1 billion",
        "10억장이다",
    ],
)
def test_large_numbers_are_equal_however_they_are_written(text: str) -> None:
    assert grade_of(text, IMAGES) is Grade.RIGHT


@pytest.mark.parametrize("text", ["1억", "11억", "10억 건", "10", "1,000,000"])
def test_another_number_or_unit_is_wrong(text: str) -> None:
    assert grade_of(text, IMAGES) is Grade.WRONG


def test_a_wrong_unit_is_named_as_such() -> None:
    assert grade_answer("10억 건", IMAGES).off is Off.UNIT


def test_a_particle_may_follow_the_unit() -> None:
    assert grade_of("10억 장을", IMAGES) is Grade.RIGHT


def test_compound_numbers_add_up() -> None:
    answer = Answer(AnswerKind.NUMBER, ("1억 2천만 위안",))
    assert grade_of("120,000,000 RMB", answer) is Grade.RIGHT
    assert grade_of("1억2000만", answer) is Grade.RIGHT
    assert grade_of("1억 2백만", answer) is Grade.WRONG


def test_digits_are_strict_even_in_long_answers() -> None:
    answer = Answer(AnswerKind.WORDS, ("훈민정음 반포 1446년",))
    assert grade_of("훈민정음 반포 1443년", answer) is Grade.WRONG
    assert grade_of("1443년", Answer(AnswerKind.DATE, ("1446년",))) is Grade.WRONG


def test_a_point_between_digits_counts() -> None:
    assert grade_of("15배", Answer(AnswerKind.WORDS, ("1.5배",))) is Grade.WRONG


def test_a_long_word_in_chinese_characters_must_be_exact() -> None:
    answer = Answer(AnswerKind.WORDS, ("中华人民共和国",))
    assert grade_of("中华人民共和园", answer) is Grade.WRONG


@pytest.mark.parametrize("text", ["2017", "2017년", "2017년이다", "2017년에", "2017 년"])
def test_a_year_needs_no_unit(text: str) -> None:
    assert grade_of(text, YEAR) is Grade.RIGHT


@pytest.mark.parametrize(
    "text",
    ["2017-10-11", "2017. 10. 11.", "2017/10/11", "2017년 10월 11일", "October 11, 2017",
     "11 October 2017", "11th Oct 2017"],
)  # fmt: skip
def test_a_date_may_be_written_in_any_order(text: str) -> None:
    assert grade_of(text, DAY) is Grade.RIGHT


def test_a_date_told_less_closely_is_close_and_another_is_wrong() -> None:
    assert grade_answer("2017년", DAY) == Verdict(Grade.CLOSE, DAY.shown, Off.PART)
    assert grade_of("2017년 10월 12일", DAY) is Grade.WRONG
    assert grade_of("2018년", DAY) is Grade.WRONG


def test_a_day_without_the_year_that_was_asked_for_is_wrong() -> None:
    assert grade_of("10월 11일", YEAR) is Grade.WRONG


def test_a_date_may_be_told_as_a_sentence() -> None:
    assert grade_of("It was in 2017.", YEAR) is Grade.RIGHT


def test_a_decade_is_not_its_first_year() -> None:
    answer = Answer(AnswerKind.DATE, ("1990년대",))
    assert grade_of("1990년", answer) is Grade.WRONG
    assert grade_of("1990년대", answer) is Grade.RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "시경, 논어, 맹자, 좋은 나라",
        "좋은 나라와 맹자와 논어와 시경",
        "맹자·시경·논어·utopia",
        "논어\n맹자\n시경\n좋은나라",
        "시경 논어 맹자 좋은 나라",
        "시경과 논어, 맹자 그리고 좋은 나라",
        "詩經; 논어; 맹자; 좋은 나라입니다",
    ],
)
def test_a_list_may_be_told_in_any_order_and_with_any_separator(text: str) -> None:
    assert grade_of(text, BOOKS) is Grade.RIGHT


def test_half_a_list_is_close_and_says_what_is_missing() -> None:
    verdict = grade_answer("논어, 시경", BOOKS)
    assert (verdict.grade, verdict.missing) == (Grade.CLOSE, ("맹자", "좋은 나라"))
    assert grade_of("논어", BOOKS) is Grade.WRONG


def test_a_list_with_something_else_in_it_is_close_and_names_it() -> None:
    verdict = grade_answer("시경, 논어, 맹자, 좋은 나라, 주역", BOOKS)
    assert (verdict.grade, verdict.extra) == (Grade.CLOSE, ("주역",))


def test_guessing_everything_is_wrong() -> None:
    assert grade_of("시경, 논어, 주역, 춘추, 대학", BOOKS) is Grade.WRONG


def test_telling_one_member_twice_does_not_count_twice() -> None:
    assert grade_answer("논어, 논어, 논어, 논어", BOOKS).grade is Grade.WRONG


def test_a_member_that_ends_like_a_particle_is_still_found() -> None:
    fruit = Answer(AnswerKind.LIST, items=(("사과",), ("배",)))
    assert grade_of("사과와 배", fruit) is Grade.RIGHT
    assert grade_of("배 사과", fruit) is Grade.RIGHT


def test_a_statement_is_true_or_false() -> None:
    answer = Answer(AnswerKind.TRUTH, ("false",))
    assert grade_of("false", answer) is Grade.RIGHT
    assert grade_of("true", answer) is Grade.WRONG


def test_an_option_is_right_or_wrong_and_never_close() -> None:
    assert grade_choice("장젠펑", NAME).grade is Grade.RIGHT
    assert grade_choice("장젠핑", NAME).grade is Grade.WRONG
    assert grade_choice("시경, 논어, 맹자, 좋은 나라", BOOKS).grade is Grade.RIGHT
    assert grade_choice("시경, 논어, 맹자", BOOKS).grade is Grade.WRONG


def test_signs_that_make_another_word_count() -> None:
    assert grade_of("C", Answer(AnswerKind.WORDS, ("C++",))) is Grade.WRONG
    assert grade_of("AT T", Answer(AnswerKind.WORDS, ("AT&T",))) is Grade.RIGHT


def test_english_titles_and_accents_do_not_count() -> None:
    answer = Answer(AnswerKind.WORDS, ("Café Ada Lovelace",))
    assert grade_of("the cafe ada lovelace", answer, "en") is Grade.RIGHT
    assert (
        grade_of("Dr. Jack Ma", Answer(AnswerKind.WORDS, ("Jack Ma",)), "en") is Grade.RIGHT
    )


@given(some.text(min_size=1, max_size=40))
def test_the_accepted_answer_itself_is_always_right(text: str) -> None:
    if any(c.isalnum() for c in text):
        for kind in (AnswerKind.WORDS, AnswerKind.NUMBER, AnswerKind.DATE):
            assert grade_of(text, Answer(kind, (text,))) is Grade.RIGHT


@given(some.text(max_size=200), some.sampled_from([NAME, AGE, DAY, BOOKS, IMAGES]))
def test_no_input_breaks_the_grading(text: str, answer: Answer) -> None:
    assert grade_of(text, answer) in Grade


@given(some.integers(0, 10**15), some.integers(0, 10**15))
def test_numbers_are_right_only_when_they_are_equal(given_: int, wanted: int) -> None:
    answer = Answer(AnswerKind.NUMBER, (f"{wanted:,}명",))
    assert (grade_of(str(given_), answer) is Grade.RIGHT) == (given_ == wanted)


@pytest.mark.parametrize("text", ["사흘", "사흘 동안", "3일", "3", "셋"])
def test_days_may_be_told_in_native_words(text: str) -> None:
    answer = Answer(AnswerKind.NUMBER, ("3일", "3일 동안"))
    assert grade_of(text, answer) is Grade.RIGHT
    assert grade_of("나흘", answer) is Grade.WRONG


SQUARE = Answer(AnswerKind.WORDS, ("$x² − 4x$",))  # as typed_answer gives it


@pytest.mark.parametrize("text", ["x^2-4x", "x² - 4x", "X^2 −4x", "$x^2-4x$", "x^{2}-4x"])
def test_a_formula_may_be_typed_in_plain_signs(text: str) -> None:
    assert grade_of(text, SQUARE) is Grade.RIGHT


@pytest.mark.parametrize("text", ["x^2+4x", "x2-4x", "x^2 4x", "x^2/4x", "x^24x", "x^2-4"])
def test_every_sign_of_a_formula_counts(text: str) -> None:
    assert grade_of(text, SQUARE) is Grade.WRONG


def test_a_formula_is_not_read_as_words() -> None:
    answer = Answer(AnswerKind.WORDS, ("$x^2 + abcde$",))
    assert grade_of("x^2 + abcdf", answer) is Grade.WRONG
    assert grade_of("x 2", Answer(AnswerKind.WORDS, ("$x^2$",)), "en") is Grade.WRONG


def test_options_with_formulas_are_told_by_every_sign() -> None:
    answer = Answer(AnswerKind.WORDS, ("$a+b$",))
    assert grade_choice("$a+b$", answer).grade is Grade.RIGHT
    assert grade_choice("$a-b$", answer).grade is Grade.WRONG
    assert grade_choice("$ab$", Answer(AnswerKind.WORDS, ("$a-b$",))).grade is Grade.WRONG
