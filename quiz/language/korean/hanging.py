"""What says nothing without another sentence: causes of what is told before, mere meetings.

No name mends these: what they belong to isn't in the sentence.
"""

import re

from quiz.language.korean.candidates import Candidate
from quiz.language.korean.conjugation import has_past
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.valency import stem_of

MARKS = re.compile(r"\{\{|\}\}")
MEETING = r"(?:설명회|회견|간담회|브리핑|보고회|발표회)"
# '... 기자간담회를 열고 ... 밝혔다': that somebody met the press is no fact to know.
MET = re.compile(
    rf"{MEETING}[을를] (?:열었|열었는가|연 |여는|연다|개최했|개최한 |가졌|가진 )|"
    r"무엇을 (?:열었|개최했|가졌)"
)
MET_AND_SAID = re.compile(
    rf"{MEETING}[을를] (?:열고|열어|갖고|가지고|개최하고|통해)|{MEETING}에서 "
)
BECAUSE = re.compile(
    r" (?:때문|덕|덕분|덕택|탓|까닭|만|뒤|일)(?:이다|이었다|이라고 한다)\.?$|"
    r"[기은는한](?: 때문|덕)이다\.?$| (?:이후|만에|이래) 처음이(?:다|었다)\.?$"
)
TOPIC = frozenset({"은", "는", "란", "이란"})


def hangs(text: str, candidate: Candidate) -> bool:
    """Tell whether a prompt or a cloze needs what another sentence says."""
    whole = MARKS.sub("", text)
    sentence = candidate.sentence.text
    if MET.search(whole) and MET_AND_SAID.search(sentence):
        answer = candidate.accepted[0] if candidate.accepted else ""
        return "무엇을" not in whole or re.search(rf"{MEETING}$", answer) is not None
    if is_example(whole, candidate) or lacks_doer(whole, candidate):
        return True
    return BECAUSE.search(whole) is not None and not has_topic(whole, candidate)


def is_example(text: str, candidate: Candidate) -> bool:
    """Tell '... 해산된 것이 대표적인 예이다', which doesn't say of what."""
    if not EXAMPLE.search(text):
        return False
    told = candidate.sentence.words
    at = next((n for n in range(len(told) - 1, -1, -1) if told[n].core in EXAMPLES), 0)
    while at and told[at - 1].text in WHAT_EXAMPLE:
        at -= 1
    before = told[at - 1] if at else None
    of_what = before is not None and (
        before.josa == "의" or before.part is Part.ADNOMINAL or before.is_bare
    )
    return not of_what


def lacks_doer(text: str, candidate: Candidate) -> bool:
    """Tell '내놓는 열이 공기를 데운다', whose first verb has neither doer nor object."""
    opening = text.split(" ", 1)[0]
    return any(
        word.text == opening
        and word.part is Part.ADNOMINAL
        and "ETM" in word.tags()
        and stem_of(word) in GIVING
        for word in candidate.sentence.words
    )


def lacks_which(text: str, candidate: Candidate, subject: str) -> bool:
    """Tell '첫 설명회는', '재판에서', '운동의 중심이던': one that was named before."""
    whole = MARKS.sub("", text)
    found = DEFINITE.match(whole)
    if found is None:
        return IN_COURT.search(whole) is not None
    if subject and (subject in whole or subject.split()[-1] in whole):
        return False
    if whole.count(found["noun"]) > 1:
        return False
    return bool(found["which"]) or has_past(candidate.sentence.words[-1])


EXAMPLES = frozenset({"예", "사례", "보기"})
WHAT_EXAMPLE = frozenset(
    ["대표적인", "좋은", "한", "흔한", "전형적인", "하나의", "가장", "또", "다른", "적절한"]
)
EXAMPLE = re.compile(r" (?:예|사례|보기)(?:이다|다|였다|이었다|인가\?|로 꼽힌다)\.?$")
GIVING = frozenset(["내놓", "내보내", "만들어내", "내뿜", "빼앗", "넘겨주", "물려주"])
DEFINITE = re.compile(
    r"(?P<which>첫 |마지막 |다음 )?(?P<noun>운동|재판|장치|설명회|주민설명회|공청회|"
    r"협상|발명품|수술|나랏빚)(?:은|는|이|가|의|에서|에서는|에는|을|를) "
)
IN_COURT = re.compile(r"[은는이가] (?:\d심 )?재판에서 ")


def has_topic(text: str, candidate: Candidate) -> bool:
    """Tell whether the sentence itself says of what: one put in front may be another."""
    return any(
        word.josa in TOPIC and word.core in text and not is_time_word(word.core)
        for word in candidate.sentence.words
    )
