"""What something is called: 부르다, 불리다, 명명하다, -라는 이름."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import read_phrase
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import phrases
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import ended, finish, type_noun
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind, title_of

CALLED = re.compile(
    r"(?P<quote>[‘'“\"「『]?)(?P<name>[^\s‘’'“”\"「」『』,]+?|"
    r"(?<=[‘'“「『])(?!이?라는 |이?라고)[^‘’'“”\"]{1,25})[’'”\"」』]?"
    r"(?P<how>이라고도|라고도|이라고|라고|이라|라|으로도|로도|으로|로) "
    r"(?:널리 |흔히 |주로 |자주 )?(?P<verb>부르(?!짖)|부른|불렀|불렸|불리|불린|불러|명명|"
    r"부릅|불립|칭하|칭했|칭합|일컬|이름|한다|합니다|하며|하고|했다|하였다|하는데|했는데|하지만|했으며|해요)"
)
CALLING = re.compile(r"^(?P<what>[^ ]+)[은는] (?=.*무엇이라고도? (?:부르|불렀))")
NAMED = re.compile(
    r"[‘'“\"「『]?(?P<name>[^\s‘’'“”\"「」『』,]+?|"
    r"(?<=[‘'“「『])[^‘’'“”\"]{1,25})[’'”\"」』]?"
    r"(?:이라는|라는|란|이란) (?P<noun>이름|별명|별칭|애칭|호|아호|칭호|필명|예명|"
    r"명칭|제목|상호)"
)
KNOWN_AS = re.compile(
    r"(?:[‘'“\"「『](?P<name>[^‘’'“”\"]{1,25})[’'”\"」』])(?:이라고도|라고도|이라고|"
    r"라고|이라|라|으로|로) "
    r"(?:불리는|불리우는|불린|부르는|일컬어지는|불렸던|알려진)$"
)
# '한 작품을 다 배우는 일을 ‘한 바탕을 뗀다’고 한다': a saying, not what somebody said.
CALLED_A_SAYING = re.compile(
    r"(?<=[을를] )(?P<quote>[‘'])(?P<name>[^‘’']{2,20})[’'](?P<how>고도|고) "
    r"(?P<verb>한다|합니다|하며|하고|부른다|부릅|부르며)"
)
ONE_AND_ANOTHER = ("고", "며")
OF_THESE = frozenset({"가운데", "중", "중에", "중에서", "가운데서"})
THIS_SORT_OF = frozenset({"이러한", "이런", "이같은", "그러한", "그런"})
ANY_NAMING = re.compile(
    r"부르|부른|부릅|불[렀렸리린러립]|명명|칭|일컬|이름|라고? |라는 |란 |고 [한부합하]"
)
LONGEST_NAME = 2  # words before the last one
SAYING = frozenset(
    {
        "한다",
        "합니다",
        "하며",
        "하고",
        "했다",
        "하였다",
        "하는데",
        "했는데",
        "하지만",
        "했으며",
        "해요",
    }
)
PAIRED = re.compile(
    r"(?P<what>[가-힣A-Za-z0-9]+)(?:을|를) [‘'“](?P<name>[^‘’'“”]{1,25})[’'”],"
)


def find(reading: Reading) -> Iterator[Candidate]:
    yield from known_as(reading)
    if not ANY_NAMING.search(reading.sentence.text):
        return
    for clause in reading.clauses:
        if clause.predicate is None:
            continue
        clause = from_its_start(clause)
        own = clause.topic[-1] if clause.outer else -2
        if own >= 0 and not says_who(clause.word(own).core, reading):
            clause = replace(clause, head=clause.outer, topic=clause.outer)
        pieces = pieces_or_none(clause, reading)
        if pieces is None:
            continue
        pieces = without_pointing(pieces)
        if clause.head == clause.outer:  # '회의실은 ... 불렀다': what is called so
            pieces = [
                replace(p, josa=fitting(p.core, "을")) if p.number == own else p
                for p in pieces
            ]
        who = subject_text(pieces, clause)
        if not says_who(who, reading) and (who or not names_an_object(clause, reading)):
            continue
        yield from called(clause, pieces, reading)
        if who:
            yield from named(clause, pieces, reading)


def from_its_start(clause: Clause) -> Clause:
    """'입이 좁고 어깨가 넓은 병을 매병이라고 한다' is one; '이 가운데' only points back."""
    words, first = clause.sentence.words, clause.body[0]
    match = last_match(CALLED, clause)
    if match is None:
        return clause
    before = words[:first]
    if before and not clause.outer and before[-1].text.endswith(ONE_AND_ANOTHER):
        later = [n for n in clause.body if words[n].end <= match.start("quote")]
        told = any(words[n].part is Part.ADNOMINAL for n in later)
        if told and not any(w.is_topic or w.is_object or w.comma for w in before):
            body = tuple(range(clause.body[-1] + 1))
            return replace(clause, head=(), topic=(), body=body)
    if words[first].text in {"이", "그"} and words[first + 1].text in OF_THESE:
        return replace(clause, body=clause.body[2:])
    return clause


def without_pointing(pieces: list[Piece]) -> list[Piece]:
    """'함께 나타나는 이러한 현상' says itself which: 이러한 goes."""
    return [
        p
        for before, p in zip([None, *pieces], pieces, strict=False)
        if p.text not in THIS_SORT_OF
        or before is None
        or before.word is None
        or before.word.part is not Part.ADNOMINAL
    ]


def known_as(reading: Reading) -> Iterator[Candidate]:
    """'‘신필’이라 불리는 진융' -> '‘신필’이라고 불리는 인물은 누구인가?'."""
    sentence = reading.sentence
    names = reading.setting.names
    for phrase in phrases(sentence):
        before = sentence.words[phrase.first - 1] if phrase.first else None
        if before is None or before.part is not Part.ADNOMINAL or phrase.is_time:
            continue
        match = KNOWN_AS.search(sentence.text[: before.end])
        mention = read_phrase(sentence, phrase)
        head = mention.name.split()[-1] if mention.name else ""
        if match is None or not head or head in VAGUE_NOUNS:
            continue
        if not mention.title and (noun_kind(head) or title_of(head)):
            continue
        noun, wh = type_noun(mention, reading.setting)
        if noun == "것" and not names.is_proper(mention.name):
            continue
        called = f"‘{match['name']}’{fitting(match['name'], '이라고')} 불리는"
        yield Candidate(
            "nickname",
            sentence,
            mention.start,
            mention.end,
            f"{called} {attach(noun, '은')} {wh}인가?",
            accepted_names(mention, names),
            names.kind(mention.name) or Kind.THING,
            weight=87,
            part="known-as",
        )


def called(clause: Clause, pieces: list[Piece], reading: Reading) -> Iterator[Candidate]:
    """'회의실을 ‘광명정’이라고 불렀다' -> 무엇이라고 불렀는가."""
    if len([n for n in clause.body if clause.word(n).is_topic]) > 1:
        return  # '안쪽은 시반, 바늘은 영침이라고 한다': a name each
    match = last_match(CALLED, clause) or last_match(CALLED_A_SAYING, clause)
    if match is None or not close_to_end(clause, match.end("name")):
        return
    if match["verb"] in SAYING and not names_by_saying(match, clause):
        return
    if match["verb"] in SAYING and match["name"] in VAGUE_NOUNS:
        return  # '올 생각이라고 했다'
    wh = "무엇으로" if match["how"].endswith(("로", "로도")) else "무엇이라고"
    pair = PAIRED.search(reading.sentence.text, clause_start(clause), match.start())
    if pair:
        yield from both_of_pair(clause, pieces, reading, pair, match, wh)
        return
    first, last = word_range(clause, match.start("quote"), match.end("how"))
    first = start_of_name(clause, first) if not match["quote"] else first
    yield made(clause, pieces, reading, match, first, last, wh)


def start_of_name(clause: Clause, first: int) -> int:
    """'자리를 활성 부위라 한다': the name is all that follows the object."""
    number = first
    while number - 1 in clause.body and clause.word(number - 1).is_bare:
        number -= 1
    before = clause.word(number - 1) if number - 1 in clause.body else None
    told = before is not None and (before.is_object or before.is_topic)
    return number if told and first - number <= LONGEST_NAME else first


def names_by_saying(match: re.Match[str], clause: Clause) -> bool:
    """Tell '과정을 적응이라 한다' from '사람으로 한다' and '학자라 하며'."""
    if match["how"].endswith(("라고", "고", "고도")):
        return True
    before = [n for n in clause.body if clause.word(n).end <= match.start("quote")]
    while before and clause.word(before[-1]).is_bare:
        before.pop()  # '활성 부위라 한다'
    called = bool(before) and (
        clause.word(before[-1]).is_object or clause.word(before[-1]).is_topic
    )
    return called and match["how"] in {"이라", "라"}


def names_an_object(clause: Clause, reading: Reading) -> bool:
    """Tell whether '빛의 세기를 광포화점이라고 한다' says what is called so."""
    objects = [clause.word(n) for n in clause.body if clause.word(n).is_object]
    return bool(objects) and len(clause.body) >= 4


def both_of_pair(
    clause: Clause,
    pieces: list[Piece],
    reading: Reading,
    pair: re.Match[str],
    match: re.Match[str],
    wh: str,
) -> Iterator[Candidate]:
    """'집무실을 ‘도화도’, 회의실을 ‘광명정’이라 명명했다' is two facts."""
    one = word_range(clause, pair.start(), pair.end())
    two = word_range(clause, pair.end() + 1, match.end("how"))
    without_second = [p for p in pieces if not two[0] <= p.number <= two[1]]
    first, last = word_range(clause, pair.start("name"), pair.end())
    yield made(clause, without_second, reading, pair, first, last, wh)
    without_first = [p for p in pieces if not one[0] <= p.number <= one[1]]
    first, last = word_range(clause, match.start("name"), match.end("how"))
    yield made(clause, without_first, reading, match, first, last, wh)


def named(clause: Clause, pieces: list[Piece], reading: Reading) -> Iterator[Candidate]:
    """'집무실에 ‘도화도’라는 이름을 붙였다' -> 어떤 이름을 붙였는가."""
    match = last_match(NAMED, clause)
    if match is None or not close_to_end(clause, match.end("name")):
        return
    if not any(
        clause.word(n).josa in {"에", "에게", "에는", "에게는"} for n in clause.body
    ):
        return  # it isn't said what got the name
    first, last = word_range(clause, match.start("name"), match.end("name"))
    yield made(clause, pieces, reading, match, first, last, "어떤")


def named_as_object(prompt: str) -> str:
    """'고라니는 북한에서 무엇이라고 부르는가' asks of 고라니를: it calls nobody."""
    found = CALLING.match(prompt)
    if found is None or re.search(r"[을를] ", prompt):
        return prompt
    return attach(found["what"], "을") + prompt[found.end() - 1 :]


def made(
    clause: Clause,
    pieces: list[Piece],
    reading: Reading,
    match: re.Match[str],
    first: int,
    last: int,
    wh: str,
) -> Candidate:
    out: list[Piece] = []
    for piece in pieces:
        if piece.number == last:
            out.append(Piece(wh, "", last))
        elif not first <= piece.number < last:
            out.append(piece)
    prompt = finish(ended(out, clause, question=True), reading.setting) + "?"
    prompt = named_as_object(prompt)
    before = reading.sentence.text[clause.word(first).start : match.start("name")]
    before = before if " " in before else ""
    name = before + whole_noun(match["name"], clause.word(last))
    start = match.start("name") - len(before)
    names = reading.setting.names
    return Candidate(
        "nickname",
        reading.sentence,
        start,
        start + len(name),
        prompt,
        (name, *names.others(name)),
        names.kind(name) or Kind.TERM,
        weight=85,
    )


def whole_noun(name: str, word: Word) -> str:
    """'맥놀이라고' names 맥놀이, not 맥놀: the analyser knows where the noun ends."""
    core = word.core.strip("‘’'“”\"「」『』")
    return core if core == name + "이" else name


def last_match(pattern: re.Pattern[str], clause: Clause) -> re.Match[str] | None:
    words = clause.sentence.words
    start, end = words[clause.body[0]].start, words[clause.body[-1]].end
    found = list(pattern.finditer(clause.sentence.text, start, end))
    return found[-1] if found else None


def clause_start(clause: Clause) -> int:
    return clause.sentence.words[clause.body[0]].start


def close_to_end(clause: Clause, place: int) -> bool:
    """Tell whether the naming verb is the clause's own predicate."""
    words = clause.sentence.words
    return len([n for n in clause.body if words[n].start >= place]) <= 3


def word_range(clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Return the first and last word that touch characters `start` to `end`."""
    words = clause.sentence.words
    touched = [n for n in clause.body if words[n].start < end and words[n].end > start]
    return touched[0], touched[-1]
