"""A new edition: every question is same, moved, changed or gone, and never misquoted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.article import sentence_spans
from quiz.core.editions import Comparison, Fate, compare_editions, settled
from quiz.core.questions import Answer, AnswerKind, Evidence, Question, Status

SENTENCES = (
    "한빛천문대는 2011년에 세워졌다.",
    "초대 대장은 김서윤 박사이다.",
    "주 망원경의 지름은 80cm이다.",
    "별지기, 달지기, 해지기가 한빛천문대의 세 모임이다.",
)
ANSWERS = ("2011년", "김서윤", "80cm", "한빛천문대")
OLD = " ".join(SENTENCES)
WORDS = st.text("가나다라마 ", min_size=3, max_size=20).filter(lambda text: text.strip())
TEXTS = st.lists(WORDS, min_size=1, max_size=8, unique_by=lambda text: text.strip()).map(
    lambda lines: [f"{line.strip()}다." for line in lines]
)


def question(sentence: str, answer: str, text: str = OLD) -> Question:
    start, at = text.index(sentence), sentence.index(answer)
    evidence = Evidence("a", start, start + len(sentence), sentence, at, at + len(answer))
    return Question(
        id=sentence,
        prompt="무엇인가?",
        answer=Answer(AnswerKind.WORDS, (answer,)),
        status=Status.APPROVED,
        evidence=evidence,
    )


QUESTIONS = [question(s, a) for s, a in zip(SENTENCES, ANSWERS, strict=True)]


def fates(comparison: Comparison) -> list[str]:
    return [each.fate.value for each in comparison.questions]


def added(comparison: Comparison, text: str) -> list[str]:
    return [span.of(text) for span in comparison.added]


def test_the_same_text_changes_nothing() -> None:
    found = compare_editions(OLD, OLD, QUESTIONS)
    assert [each.question for each in found.questions] == QUESTIONS
    assert fates(found) == ["same"] * 4
    assert found.added == ()


def test_a_sentence_put_in_front_shifts_the_rest_and_is_new() -> None:
    new = "새로 넣은 첫 문장이다. " + OLD
    found = compare_editions(OLD, new, QUESTIONS)
    assert fates(found) == ["same"] * 4
    assert added(found, new) == ["새로 넣은 첫 문장이다."]
    for each in found.questions:
        assert each.question.evidence is not None
        assert each.question.status is Status.APPROVED
        assert new.startswith(each.question.evidence.quote, each.question.evidence.start)


def test_a_sentence_that_changed_places_is_moved() -> None:
    new = " ".join([*SENTENCES[1:], SENTENCES[0]])
    found = compare_editions(OLD, new, QUESTIONS)
    assert fates(found) == ["moved", "same", "same", "same"]
    assert found.added == ()


def test_a_changed_sentence_goes_to_review_with_both_wordings() -> None:
    new = OLD.replace("2011년에 세워졌다", "2012년에 처음 세워졌다").replace(
        "80cm이다", "무려 80cm이다"
    )
    found = compare_editions(OLD, new, QUESTIONS)
    assert fates(found) == ["changed", "same", "changed", "same"]
    first, _, third, _ = found.questions
    assert (first.before, first.after) == (
        SENTENCES[0],
        "한빛천문대는 2012년에 처음 세워졌다.",
    )
    assert (first.answer_stands, third.answer_stands) == (False, True)
    assert first.question.status is third.question.status is Status.DRAFT
    evidence = third.question.evidence
    assert evidence
    assert evidence.quote[evidence.answer_start : evidence.answer_end] == "80cm"


def test_a_sentence_that_is_gone_leaves_its_question_without_evidence() -> None:
    new = " ".join((SENTENCES[0], "오늘은 비가 내리고 바람이 분다.", *SENTENCES[2:]))
    found = compare_editions(OLD, new, QUESTIONS)
    assert fates(found) == ["same", "gone", "same", "same"]
    gone = found.questions[1]
    assert (gone.question.evidence, gone.question.status) == (None, Status.DRAFT)
    assert gone.before == SENTENCES[1]
    assert added(found, new) == ["오늘은 비가 내리고 바람이 분다."]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.RETIRED])
def test_what_was_not_approved_keeps_its_status(status: Status) -> None:
    given_ = [replace(each, status=status) for each in QUESTIONS]
    found = compare_editions(OLD, "아무것도 같지 않은 글.", given_)
    assert {each.question.status for each in found.questions} == {status}


def test_evidence_of_two_sentences_is_found_as_one() -> None:
    both = f"{SENTENCES[0]} {SENTENCES[1]}"
    found = compare_editions(OLD, "머리말이다. " + OLD, [question(both, "김서윤")])
    assert fates(found) == ["same"]
    new = OLD.replace("초대 대장", "첫 대장")
    [each] = compare_editions(OLD, new, [question(both, "김서윤")]).questions
    assert each.fate is Fate.CHANGED
    assert each.after == both.replace("초대 대장", "첫 대장")


def test_of_two_equal_sentences_the_right_one_is_taken() -> None:
    old = "그는 갔다. 하나다. 그는 갔다. 둘이다."
    second = old.rindex("그는 갔다.")
    evidence = Evidence("a", second, second + 6, "그는 갔다.", 0, 2)
    asked = replace(QUESTIONS[0], evidence=evidence)
    new = "머리다. " + old
    [each] = compare_editions(old, new, [asked]).questions
    assert each.question.evidence
    assert each.question.evidence.start == new.rindex("그는 갔다.")


def test_words_that_are_also_another_sentence_stay_in_their_own() -> None:
    old = "그는 빨리 갔다. 갔다."
    asked = question("갔다.", "갔다", old)  # the end of the first sentence
    new = f"머리다. {old}"
    [each] = compare_editions(old, new, [asked]).questions
    assert each.question.evidence
    assert each.question.evidence.start == new.index("갔다.")


def test_a_question_without_evidence_is_left_alone() -> None:
    bare = replace(QUESTIONS[0], evidence=None)
    assert compare_editions(OLD, "다른 글이다.", [bare]).questions[0].question == bare


@given(TEXTS, st.data())
def test_whatever_becomes_of_a_text_no_question_is_misquoted(
    lines: list[str], data: st.DataObject
) -> None:
    old = " ".join(lines)
    asked = [question(line, line[:2], old) for line in lines]
    others = data.draw(TEXTS)
    new = " ".join(data.draw(st.permutations(lines + others)))[
        data.draw(st.integers(0, 9)) :
    ]
    found = compare_editions(old, new, asked)
    assert [each.question.id for each in found.questions] == [each.id for each in asked]
    for each in found.questions:
        evidence = each.question.evidence
        assert (evidence is None) == (each.fate is Fate.GONE)
        if evidence:
            assert new[evidence.start : evidence.end] == evidence.quote
            assert 0 <= evidence.answer_start <= evidence.answer_end <= len(evidence.quote)
        approved = each.question.status is Status.APPROVED
        assert approved == (each.fate in {Fate.SAME, Fate.MOVED})
    assert set(found.added) <= set(sentence_spans(new))


@given(TEXTS, st.randoms())
def test_shuffling_changes_no_sentence(lines: list[str], random: object) -> None:
    old, shuffled = " ".join(lines), lines.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = compare_editions(
        old, " ".join(shuffled), [question(x, x[:2], old) for x in lines]
    )
    assert {each.fate for each in found.questions} <= {Fate.SAME, Fate.MOVED}
    assert found.added == ()


@given(TEXTS, TEXTS)
def test_there_and_back_again_every_surviving_sentence_is_where_it_was(
    lines: list[str], others: list[str]
) -> None:
    old, new = " ".join(lines), " ".join([*others, *lines])
    asked = [question(line, line[:2], old) for line in lines]
    there = compare_editions(old, new, asked)
    back = compare_editions(new, old, [each.question for each in there.questions])
    assert [each.question for each in back.questions] == asked


def test_an_old_state_settles_into_the_text_of_today() -> None:
    new = "머리말이다. " + OLD
    there = settled(QUESTIONS[1], {"a": new})
    assert there.evidence
    assert new.startswith(SENTENCES[1], there.evidence.start)
    assert settled(QUESTIONS[1], {"a": "다른 글이다."}).evidence is None
    assert settled(QUESTIONS[1], {"b": "다른 글이다."}) == QUESTIONS[1]
    assert settled(QUESTIONS[1], {"a": OLD}) is QUESTIONS[1]


def test_a_book_of_equal_lines_takes_no_time_to_speak_of() -> None:
    text = "가나다라마바사아.\n" * 20_000
    found = compare_editions(text, text + "끝이다.", [])
    assert added(found, text + "끝이다.") == ["끝이다."]


def test_in_a_very_long_text_a_changed_sentence_is_looked_for_nearby(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quiz.core.editions.MOST_PAIRS", 8)
    new = OLD.replace("2011년에 세워졌다", "2012년에 처음 세워졌다")
    assert fates(compare_editions(OLD, new, QUESTIONS)) == [
        "changed",
        "same",
        "same",
        "same",
    ]
