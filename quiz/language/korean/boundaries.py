"""Where one clause of a sentence ends and the next begins."""

import re

from quiz.language.korean.clause_times import ending_of
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.phrases import is_copular, is_nominal

COORDINATING = frozenset(
    {
        "고",
        "며",
        "으며",
        "지만",
        "는데",
        "ᆫ데",
        "은데",
        "나",
        "으나",
        "면서",
        "으면서",
        "자",
        "이자",
    }
)
# Verbs that work as particles: 를 통해, 에 대해, 에 따라, 를 비롯해.
POSTPOSITIONS = frozenset(
    {
        "통하",
        "비롯하",
        "위하",
        "대하",
        "의하",
        "따르",
        "관하",
        "걸치",
        "인하",
        "향하",
        "있",
        "더불",
        "거치",
        "포함하",
        "바탕하",
    }
)
AIMS = frozenset({"려고", "으려고", "고자", "도록"})
LONGEST_GAPPED = 16  # words of a clause whose copula is left out
RUNNING_ON = frozenset({"로", "으로"})
# After these somebody else acts: 'A가 오자 맞이했다', 'A가 이겨 B가 떠났다'. What follows
# 자 and 므로 stands alone; what follows 면 and 도록 does not.
TURNING = frozenset(
    {"자", "자마자", "므로", "으므로", "니", "으니", "니까", "으니까", "매"}
)
JOINING = frozenset({"어", "아", "어서", "아서", "여", "여서"})
# '운영에 관한 문제', '이에 따른 결과': these have no subject of their own.
RELATING = re.compile(r"^(?:관한|대한|위한|의한|따른|통한|향한|인한|비롯한|관련된|대비한)$")


def turns(word: Word) -> bool:
    """Tell 자 of '건너오자', after which somebody else acts."""
    return ending_of(word) in TURNING | JOINING and not is_copular(word)


def several_subjects(sentence: Sentence, end: int) -> bool:
    """Tell whether two 이/가 stand before `end`: either could go on."""
    before = sentence.words[:end]
    return len([w for w in before if w.is_subject and w.josa_tag == "JKS"]) > 1


def cuts(sentence: Sentence) -> list[tuple[int, int]]:
    words = sentence.words
    starts = [0]
    for number in range(len(words) - 1):
        if (
            is_boundary(words, number)
            or is_gap(words, starts[-1], number)
            or is_turn(words, starts, number)
        ):
            starts.append(number + 1)
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def is_turn(words: tuple[Word, ...], starts: list[int], number: int) -> bool:
    """Tell whether another acts after the word: 'A가 건너오자', 'A가 이겨 B가 떠났다'."""
    word = words[number]
    if word.part is not Part.CONNECTIVE or word.quoted or not turns(word):
        return False
    if agent_after(words, number) and is_on_its_own(words, starts[-1], number):
        return True
    if is_postposition(word) or (words[number + 1].tags()[:1] == ["VX"]):
        return False
    if leads_into_noun(words, number):
        return False
    if agent_after(words, number) or ending_of(word) in JOINING:
        return False  # 'A가 이겨 B가 떠났다' is one: B left, for A had won
    if any(is_agent(words, n, number) for n in range(starts[-1], number)):
        return True
    shared = any(is_agent(words, n, number) for n in range(starts[-1]))
    return shared and not any(w.is_topic for w in words[:number])


def is_on_its_own(words: tuple[Word, ...], start: int, number: int) -> bool:
    """Tell '풍병을 앓고 있어 왕이 말렸다': who was ill stands in another clause."""
    if words[number].tags()[:2] != ["VX", "EC"]:
        return False
    return not any(is_agent(words, n, number) for n in range(start, number))


def is_agent(words: tuple[Word, ...], number: int, end: int) -> bool:
    """Tell whether the word is a 이/가 that the verb at `end` may take."""
    word = words[number]
    if not word.is_subject or word.josa_tag != "JKS" or word.quoted:
        return False
    return not any(takes_arguments(w, subject=True) for w in words[number + 1 : end])


def agent_after(words: tuple[Word, ...], number: int) -> bool:
    """Tell whether a 이/가 stands before the next verb."""
    for later in range(number + 1, len(words)):
        word = words[later]
        if word.is_subject and word.josa_tag == "JKS" and not word.quoted:
            return True
        if word.is_topic or word.part in {Part.CONNECTIVE, Part.FINAL, Part.ADNOMINAL}:
            return False
    return False


def is_gap(words: tuple[Word, ...], start: int, number: int) -> bool:
    """Tell 'A는 3위, B는 2위이다': a comma stands for the copula of the first clause."""
    if not words[number].comma or words[number].part is not Part.NOUN:
        return False
    if words[number].josa or words[number].quoted:
        return False
    ends = (w for w in words[number + 1 :] if w.part in {Part.CONNECTIVE, Part.FINAL})
    end = next(ends, words[-1])
    if not is_copular(end) or end.text.endswith("라고"):
        return False
    before, rest = words[start : number + 1], words[number + 1 :]
    if not any(w.is_topic for w in before[:-1]) or len(before) > LONGEST_GAPPED:
        return False
    topic = next((w for w in rest[:5] if w.is_topic), None)
    if topic is None or before[-1].has_verb:
        return False
    return all(
        (is_nominal(w) or w.core == "가장" or not takes_arguments(w, subject=False))
        and not w.comma
        for w in rest[: rest.index(topic)]
    )


def is_boundary(words: tuple[Word, ...], number: int) -> bool:
    word, following = words[number], words[number + 1]
    if word.quoted or not (word.comma or word.part is Part.CONNECTIVE):
        return False
    if number and words[number - 1].is_object and word.comma_noun_ends(RUNNING_ON):
        return False  # '해외 사업자를 대상으로,'
    if word.comma_noun_ends(RUNNING_ON) and (
        following.is_topic or any(w.is_topic for w in words[:number])
    ):
        return True
    if word.part is not Part.CONNECTIVE or not word.morphs:
        return False
    ending = [m for m in word.morphs if m.tag == "EC"][-1].form
    if ending not in COORDINATING or (
        following.morphs[:1] and following.morphs[0].tag == "VX"
    ):
        return False
    if ending == "자" and (not is_copular(word) or short_pair(words, number)):
        return False
    if ending in {"고"} and not word.text.endswith(",") and leads_into_noun(words, number):
        return False
    if ending == "고" and GOING.match(following.text) and not word.comma:
        return False  # '박차고 나갔다' is one act
    return not (ending in {"며", "으며"} and leads_into_noun(words, number))


GOING = re.compile(r"^(?:나[갔왔가오]|들어[갔왔]|돌아[갔왔]|떠났|일어[났섰])")


def short_pair(words: tuple[Word, ...], number: int) -> bool:
    """Tell '과학자이자 발명가이다', which is one definition, from two."""
    rest = words[number + 1 :]
    return len(rest) <= 3 and all(is_nominal(word) for word in rest)


def leads_into_noun(words: tuple[Word, ...], number: int) -> bool:
    """Tell whether the next predicate stands before a noun: '만들고 파는 회사'."""
    for word in words[number + 1 :]:
        if word.is_topic or (word.is_subject and word.josa_tag == "JKS"):
            return False
        if word.part is Part.ADNOMINAL and not is_copular(word):
            return True
        if "ETN" in word.tags():
            return True  # '기리고 빌기 위해'
        if word.part in {Part.CONNECTIVE, Part.FINAL}:
            return bool(word.morphs) and word.morphs[-1].form in AIMS
    return False


def takes_arguments(word: Word, subject: bool) -> bool:
    """Tell an adnominal verb from '가난한', which can take a subject at most."""
    if word.part is not Part.ADNOMINAL or is_copular(word):
        return False
    if RELATING.match(word.text):
        return False
    if subject:
        return True
    verbs = [m for m in word.morphs if m.is_verb]
    return not (verbs and verbs[-1].tag.startswith(("VA", "XSA")))


def is_postposition(word: Word) -> bool:
    """Tell 통해, 대해, 따라 from verbs that do something."""
    if not word.has_verb:
        return False
    verbs = [m for m in word.morphs if m.is_verb]
    if word.part is Part.FINAL and verbs and verbs[0].form == "있":
        return False
    return bool(verbs) and verbs[0].form in POSTPOSITIONS
