"""Lists that the text closes with a number: 'A, B, C 등 세 개', 'A를 비롯해 B, C 세 점'."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.enumerations import COUNT_WORDS
from quiz.language.korean.facts.retold import named_word
from quiz.language.korean.josa import attach
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import is_copular, is_time_word
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import CLEFT, finish, in_place
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind, words

COUNTERS = words(
    "개 명 곳 가지 종 종류 편 점 팀 개국 권 척 마리 그루 채 단계 부문 분야 갈래 대 항목"
)
NUMBERS = {word: number for number, word in COUNT_WORDS.items()}
COUNTED = re.compile(r"^(?P<number>\d{1,2}|[가-힣]{1,2})(?P<unit>[가-힣]{0,3})$")
OPEN_ENDED = frozenset({"같은", "등", "등의", "따위", "각종", "여러"})
FEWEST, MOST, LONGEST_MEMBER = 2, 9, 40


def find(reading: Reading) -> Iterator[Candidate]:
    if "," not in reading.sentence.text:
        return
    for clause in reading.clauses:
        for number in clause.body:
            word = clause.word(number)
            if word.core == "등" and number + 1 in clause.body:
                yield from counted_with_etc(clause, number, reading)
            elif word.text in {"비롯해", "비롯하여", "비롯한"}:
                yield from counted_with_first(clause, number, reading)
        yield from serial_object(clause, reading)


def count_at(clause: Clause, number: int) -> tuple[int, str, int]:
    """Return the number told at a word, its counter and its last word, or 0."""
    word = clause.word(number)
    match = COUNTED.match(named_word(word))
    if match is None:
        return 0, "", number
    digits, unit, last = match["number"], match["unit"], number
    if not digits.isdigit() and digits not in NUMBERS:
        digits, unit = digits[:1], digits[1:] + unit
    count = int(digits) if digits.isdigit() else NUMBERS.get(digits, 0)
    following = number + 1
    leads = word.is_bare or word.part is Part.DETERMINER
    if not unit and leads and following in clause.body:
        unit, last = named_word(clause.word(following)), following
    return count, unit, last


def members_before(clause: Clause, end: int) -> list[tuple[int, int]]:
    """Return first and last word of each member of the list that ends before `end`."""
    found: list[tuple[int, int]] = []
    last = first = end - 1
    while first > clause.body[0]:
        before = clause.word(first - 1)
        if before.part is Part.NOUN and joins(before):
            found.insert(0, (first, last))
            last = first - 1
        elif not leans(before, follows_a_comma(clause, first - 1)):
            break
        first -= 1
    return [(first, last), *found] if found else []


def joins(word: Word) -> bool:
    return (word.comma and not word.josa) or word.josa in {"와", "과"}


def follows_a_comma(clause: Clause, number: int) -> bool:
    """Tell whether another member stands before: then all since its comma is of one."""
    for place in range(number, clause.body[0] - 1, -1):
        word = clause.word(place)
        if word.comma and word.part is Part.NOUN and not word.josa:
            return True
        if word.is_topic or word.part in {Part.CONNECTIVE, Part.FINAL} or word.comma:
            return False
    return False


def leans(word: Word, inside: bool) -> bool:
    """Tell whether a word belongs to the member after it; the first member is short."""
    if word.part in {Part.ADNOMINAL, Part.DETERMINER, Part.ADVERB}:
        return inside
    if word.part is not Part.NOUN or word.is_topic:
        return False
    return inside or (word.josa in {"", "의"} and not is_time_word(word.core))


def is_one_noun_phrase(clause: Clause, first: int, last: int) -> bool:
    """Tell '최근 석 달 동안의 확인서' from '동전으로 세금' and '셋 같은 잡지의 편집'."""
    described = False
    for number in range(last - 1, first - 1, -1):
        word = clause.word(number)
        if word.core in OPEN_ENDED or word.text in OPEN_ENDED:
            return False
        described = described or word.part is Part.ADNOMINAL
        if word.part is Part.NOUN and word.josa not in {"", "의"} and not described:
            return False
    return True


def texts_of(clause: Clause, members: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the offsets of the members, without particles and marks."""
    spans = []
    for first, last in members:
        start = clause.word(first).start
        end = clause.word(last).start + len(clause.word(last).core.rstrip(",·"))
        text = clause.sentence.text
        while start < end and text[start] in "‘'“「『":
            start += 1
        while start < end and text[end - 1] in "’'”」』":
            end -= 1
        spans.append((start, end))
    return spans


def listed(
    reading: Reading,
    clause: Clause,
    members: list[tuple[int, int]],
    prompt: str,
    weight: int,
) -> Iterator[Candidate]:
    spans = texts_of(clause, members)
    items = [clause.sentence.text[a:b] for a, b in spans]
    if any(not i or len(i) > LONGEST_MEMBER for i in items) or len(set(items)) < len(items):
        return
    names = reading.setting.names
    accepted = tuple((i, *names.others(i)) for i in items)
    yield Candidate(
        "list", clause.sentence, spans[0][0], spans[-1][1], prompt, (), Kind.THING,
        AnswerKind.LIST, accepted, weight,
    )  # fmt: skip


def how_many(count: int, unit: str, noun: str) -> str:
    """Return '여섯 개 양조장', '세 나라', '노선 세 가지'."""
    number = COUNT_WORDS.get(count, str(count))
    if noun and unit in COUNTERS:
        return (
            f"{number} {unit} {noun}" if number != str(count) else f"{count}{unit} {noun}"
        )
    return f"{number} {unit or noun}".strip()


def counted_with_etc(clause: Clause, number: int, reading: Reading) -> Iterator[Candidate]:
    """'A, B, C 등 세 나라가 서명했다' -> '어떤 세 나라가 서명했는가?'."""
    count, unit, last = count_at(clause, number + 1)
    members = members_before(clause, number)
    members = members if members else []
    if not FEWEST <= count <= MOST:
        return
    if len(members) == 0 or clause.word(number).josa:
        return
    members[-1] = (members[-1][0], number - 1)
    if len(members) != count:
        return
    noun = ""
    if unit in COUNTERS and clause.word(last).is_bare and last + 1 in clause.body:
        noun, last = bare_noun(clause, last + 1), last + 1
    pieces = pieces_or_none(clause, reading)
    if pieces is None:
        return
    first = members[0][0]
    if (
        last == clause.body[-1]
        or is_copular(clause.word(last))
        or ends_gapped(clause, last)
    ):
        yield from as_what_topic_is(clause, pieces, members, count, unit, noun, reading)
        return
    if clause.predicate is None or not says_who_else(clause, pieces, first, reading):
        return
    word = clause.word(last)
    prompt = in_place(
        clause, pieces, (first, last), f"어떤 {how_many(count, unit, noun)}",
        reading.setting,
        word.josa,
    )  # fmt: skip
    yield from listed(reading, clause, members, prompt, 86)


def bare_noun(clause: Clause, number: int) -> str:
    return re.sub(r"(?:뿐|들)$", "", named_word(clause.word(number)))


def ends_gapped(clause: Clause, last: int) -> bool:
    """Tell '... 등 3개이고'."""
    return clause.body[-1] == last + 1 and clause.word(last + 1).part is Part.CONNECTIVE


def says_who_else(
    clause: Clause, pieces: list[Piece], first: int, reading: Reading
) -> bool:
    """Tell whether the clause still says of whom, where the list is not its subject."""
    inside = clause.topic and clause.topic[-1] >= first
    if not inside:
        return says_who(subject_text(pieces, clause), reading)
    return any(reading.setting.names.is_proper(p.core) for p in pieces if p.number < first)


def as_what_topic_is(
    clause: Clause, pieces: list[Piece], members: list[tuple[int, int]], count: int,
    unit: str, noun: str, reading: Reading,
) -> Iterator[Candidate]:  # fmt: skip
    """'신설되는 노선은 A, B, C 등 3개이다' -> '신설되는 노선 세 개는 무엇인가?'."""
    if not clause.topic or clause.topic[-1] >= members[0][0]:
        return
    front = [p for p in pieces if p.number <= clause.topic[-1]]
    head = front[-1].core
    told = len(front) >= 3 or says_who(subject_text(pieces, clause), reading)
    if not told:
        return
    if head in {"곳", "것", "사람", "이"} and noun:
        words_of = [*(p.text for p in front[:-1]), how_many(count, unit, noun)]
    else:
        words_of = [*(p.text for p in front[:-1]), head, how_many(count, unit, "")]
    kind = noun_kind(noun or head) or Kind.THING
    text = finish(words_of, reading.setting)
    wh = CLEFT[kind][1]
    yield from listed(reading, clause, members, f"{attach(text, '은')} {wh}인가?", 88)


def counted_with_first(
    clause: Clause, number: int, reading: Reading
) -> Iterator[Candidate]:
    """'전시품은 A를 비롯해 B, C 세 점이다' -> '전시품 세 점은 무엇인가?'."""
    ends = [n for n in clause.body if n > number + 2 and is_copular(clause.word(n))]
    if not ends or not clause.topic:
        return
    last = ends[0]
    start = last - 1 if named_word(clause.word(last)) in COUNTERS else last
    count, unit, _ = count_at(clause, start)
    if start != last:
        unit = named_word(clause.word(last))
    members = members_before(clause, start)
    one = number - 1
    if not members or not clause.word(one).is_object or one <= clause.topic[-1]:
        return
    if members[0][0] != number + 1 or len(members) + 1 != count:
        return
    first = one
    while first - 1 > clause.topic[-1] and clause.word(first - 1).is_bare:
        first -= 1
    pieces = pieces_or_none(clause, reading)
    if pieces is not None:
        whole = [(first, one), *members]
        yield from as_what_topic_is(clause, pieces, whole, count, unit, "", reading)


def serial_object(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'A 사본, 석 달 동안의 B, C를 내야 한다' -> '내야 하는 것 세 가지는 무엇인가?'."""
    words_of = clause.sentence.words
    for number in clause.body[3:]:
        word = words_of[number]
        if not word.is_object or word.quoted or word.core in VAGUE_NOUNS:
            continue
        members = members_before(clause, number + 1)
        plain = all(first == last for first, last in members)
        if not all(is_one_noun_phrase(clause, *member) for member in members):
            continue
        if not 3 <= len(members) <= MOST or plain:
            continue
        if any(words_of[n].josa in {"와", "과"} for n in range(members[0][0], number)):
            continue
        pieces = pieces_or_none(clause, reading)
        if pieces is None or clause.predicate is None:
            return
        if not says_who(subject_text(pieces, clause), reading):
            return
        count = COUNT_WORDS.get(len(members), str(len(members)))
        prompt = in_place(
            clause, pieces, (members[0][0], number), f"어떤 {count} 가지", reading.setting
        )
        yield from listed(reading, clause, members, prompt, 74)
        return
