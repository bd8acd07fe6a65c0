"""Where a gap may begin and end: whole phrases, with what belongs to them outside."""

import re

from quiz.language.korean.candidates import Candidate
from quiz.language.korean.left_out_subjects import OF_A_PERSON
from quiz.language.korean.morphology import Word
from quiz.language.korean.pieces import Setting
from quiz.language.korean.wordlists import Kind

CUT = re.compile(
    r"^(?:데|것|수|줄|바|채|뿐|지|경우|가운데) | 각$|(?<=[가-힣]) (?:안|속|밖|곁|외)$|^곧 |"
    r"^(?:올|이번|지난|다음|오는) ?시즌|^(?:시간|기간) [가-힣]|(?:^| )은은 |"
    r"^(?:무렵|당시|동안|직후|직전) |"
    r" (?:대부분|일부|절반|전체|상당수)$|"
    r"(?:년|달|개월|주|일|시간)(?:간|동안) [가-힣]|"
    r"^[A-Za-z]{1,2} 수$|^\d+, [가-힣]|"
    r"(?:^| )수(?:십|백|천|만)(?:여)? ?[가-힣A-Za-z㎞]+ "
)
BEFORE_OR_AFTER = re.compile(r"[가-힣] (?:전|후|뒤|직전|직후)$")  # '법 시행 전'
DESCRIBED = re.compile(r"(?:^|\s)(?:새|옛|헌|첫|온|맨) $")
RATE = re.compile(r"^/")  # 'km' of 'km/s'
OF_SOMEBODY = 2  # words: 아버지 성왕
HALF_ROW = re.compile(r"(?:이자|이며|이고) $")  # before '시인, 영화인이며'
IN_ROW, ENDS_ROW = (
    re.compile(r"[가-힣]{2}, $"),
    re.compile(r"^(?:이며|이고|이자) |^(?:이다|였다|이었다)\."),
)
# '{{최우수}} 선수로': what kind of them, no noun of its own.
BEST = re.compile(r"^(?:최우수|최다|최초|최연소|최고령|공동|단독|신인)$")
PARTICLES = frozenset("이가을를은는")
UNIT = re.compile(r"\d ?(?P<unit>[가-힣A-Za-z%㎞㎝㎡]+)$")
LATER_FIGURE = re.compile(r"^(?:와|과|,) ?\d[\d,.]* ?(?P<unit>[가-힣A-Za-z%㎞㎝㎡]+)")
EARLIER_FIGURE = re.compile(r"\d ?(?P<unit>[가-힣A-Za-z%㎞㎝㎡]+?)(?:와|과|,) $")
# What a name needs no more behind it: '보스니아 전쟁 중', '독일 태생', '대부경 벼슬'.
TAIL = re.compile(
    r"(?<=[가-힣]{2}) (?:중|도중|태생|자격|벼슬|명의|일대|부근|일원|휘하)$|"
    r"(?<=상인|스승|선생|장인|화가|교수|박사|목수|장군|감독|명장|대가|의사) 밑$"
)


def is_cut_badly(candidate: Candidate) -> bool:
    """Tell '데 재주', '암영대 안', '아버지 성왕', the 등대 of '새 등대', km of km/s."""
    text = candidate.sentence.text
    answer, before = text[candidate.start : candidate.end], text[: candidate.start]
    after = text[candidate.end :]
    if CUT.search(answer) or RATE.match(after) or BEST.match(answer):
        return True
    if not candidate.items and BEFORE_OR_AFTER.search(answer):
        return True
    if "," in answer and HALF_ROW.search(before):
        return True  # '소설가이자 {{시인, 영화인}}이며'
    if " " not in answer and IN_ROW.search(before) and ENDS_ROW.match(after):
        return True  # '시인, {{영화인}}이며'
    words = answer.split()
    if len(words) == OF_SOMEBODY and words[0] in OF_A_PERSON:
        return True
    if holds_particle(candidate) or is_one_figure_of_several(candidate):
        return True
    return len(words) == 1 and DESCRIBED.search(before) is not None


def holds_particle(candidate: Candidate) -> bool:
    """Tell '{{아이든 칼라하가}} 이끌었다': a name that the tagger didn't end."""
    answer = candidate.sentence.text[candidate.start : candidate.end]
    if answer[-1:] not in PARTICLES or candidate.names in {Kind.NUMBER, Kind.DATE}:
        return False
    words = candidate.sentence.words
    last = next((n for n, w in enumerate(words) if w.end == candidate.end), None)
    return last is not None and last + 1 < len(words) and acts_next(words[last + 1])


def acts_next(word: Word) -> bool:
    return word.has_verb and not word.quoted


def is_one_figure_of_several(candidate: Candidate) -> bool:
    """Tell the 100m of '100m와 200m': one of a row of like figures."""
    text = candidate.sentence.text
    own = UNIT.search(text[candidate.start : candidate.end])
    if candidate.names is not Kind.NUMBER or own is None:
        return False
    later = LATER_FIGURE.match(text[candidate.end :])
    earlier = EARLIER_FIGURE.search(text[: candidate.start])
    return any(
        found is not None and found["unit"].startswith(own["unit"])
        for found in (later, earlier)
    )


def cuts_name(candidate: Candidate, setting: Setting) -> bool:
    """Tell the 쾨닉손 of '투레 쾨닉손': a name before it is left in sight."""
    if candidate.names not in {Kind.PERSON, Kind.THING}:
        return False
    words_of = candidate.sentence.words
    last = next((n for n, w in enumerate(words_of) if w.end >= candidate.end), 0)
    if begins_name(words_of[last : last + 2], candidate.end):
        return True
    first = next((n for n, w in enumerate(words_of) if w.end > candidate.start), 0)
    if not first or words_of[first].start != candidate.start:
        return False
    before = words_of[first - 1]
    named = before.tags()[-1:] == ["NNP"] and before.is_bare and not before.quoted
    return named and setting.names.is_proper(words_of[first].core)


def begins_name(pair: tuple[Word, ...], end: int) -> bool:
    """Tell the 와타나베 of '와타나베 고하루와': the rest of the name is left in sight."""
    if len(pair) < len(("와타나베", "고하루")) or pair[0].end != end:
        return False
    one, other = pair
    bare = one.is_bare and not other.is_bare and not one.quoted and not other.quoted
    return bare and one.tags() == ["NNP"] and other.tags()[:1] == ["NNP"]


def end_of_gap(candidate: Candidate) -> int:
    """Return where the words worth filling in end: before the 중 of '전쟁 중'."""
    tail = TAIL.search(candidate.sentence.text[candidate.start : candidate.end])
    return candidate.start + tail.start() if tail else candidate.end
