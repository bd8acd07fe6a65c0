"""What says nothing without another sentence: causes of what is told before, mere meetings.

No name mends these: what they belong to isn't in the sentence.
"""

import re

from quiz.language.korean.candidates import Candidate
from quiz.language.korean.phrases import is_time_word

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
    return BECAUSE.search(whole) is not None and not has_topic(whole, candidate)


def has_topic(text: str, candidate: Candidate) -> bool:
    """Tell whether the sentence itself says of what: one put in front may be another."""
    return any(
        word.josa in TOPIC and word.core in text and not is_time_word(word.core)
        for word in candidate.sentence.words
    )
