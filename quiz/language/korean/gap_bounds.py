"""Where a gap may begin and end: whole phrases, with what belongs to them outside."""

import re

from quiz.language.korean.candidates import Candidate
from quiz.language.korean.left_out_subjects import OF_A_PERSON

CUT = re.compile(r"^(?:데|것|수|줄|바|채|뿐) |(?<=[가-힣]) (?:안|속|밖|곁)$|^곧 ")
DESCRIBED = re.compile(r"(?:^|\s)(?:새|옛|헌|첫|온|맨) $")
RATE = re.compile(r"^/")  # 'km' of 'km/s'
OF_SOMEBODY = 2  # words: 아버지 성왕


def is_cut_badly(candidate: Candidate) -> bool:
    """Tell '데 재주', '암영대 안', '아버지 성왕', the 등대 of '새 등대', km of km/s."""
    text = candidate.sentence.text
    answer = text[candidate.start : candidate.end]
    if CUT.search(answer) or RATE.match(text[candidate.end :]):
        return True
    words = answer.split()
    if len(words) == OF_SOMEBODY and words[0] in OF_A_PERSON:
        return True
    return len(words) == 1 and DESCRIBED.search(text[: candidate.start]) is not None
