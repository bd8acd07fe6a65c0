"""What a thing belongs to, is classed as, chosen as or changed to."""

import re
from collections.abc import Iterator

from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.definitions import EMPTY_HEADS
from quiz.language.korean.facts.retold import mention_at, named_word
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import as_subject, in_place
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, title_of

TAXON = re.compile(r"(?<=[가-힣])(?:어족|어군|아과|상과|목|과|속|강|문|족)$")
BELONGS = re.compile(r"^(?:속하|속한|속해|속했|포함된|포함되)")
MADE = re.compile(
    r"^(?:분류|지정|선정|등재|등록|채택|임명|선출|승격|추대|책봉|봉해|꼽|손꼽|여겨|뽑|평가|"
    r"바뀌|바꾸|바꿨|고쳤|개칭|개명|개편|변경|정해|정했|정하|정한|삼|추서|확정|재편|추앙|인정|기록)"
)
RANKS = frozenset({"등급", "단계", "유형", "종목", "품목", "과목", "부문"})
NOT_ASKED = frozenset(
    {
        "것",
        "자체",
        "전체",
        "모두",
        "최고",
        "기준",
        "대상",
        "계기",
        "중심",
        "목적",
        "걸작",
        "주역",
        "주인공",
        "명작",
        "수작",
    }
)


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        yield from belongs(clause, reading)
        yield from made_into(clause, reading)


def belongs(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'식육목 족제비과에 속하는 포유류이다' -> '어느 과에 속하는 포유류인가?'."""
    words = clause.sentence.words
    for number in clause.body[:-1]:
        word, verb = words[number], words[number + 1]
        if word.josa != "에" or not BELONGS.match(verb.text) or number <= clause.body[0]:
            continue
        taxon = TAXON.search(word.core)
        proper = reading.setting.names.is_proper(word.core)
        if not taxon and not (proper and verb.part is Part.FINAL):
            continue
        wh = f"어느 {taxon[0]}" if taxon else "어디"
        span = (number, number)
        start = word.start
        yield from asked(clause, reading, span, wh, start, word.core_end, "belonging")


def made_into(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'준위협 등급으로 분류된다' -> '어떤 등급으로 분류되는가?'."""
    if clause.predicate is None or len(clause.body) < 3:
        return
    words = clause.sentence.words
    last = clause.body[-1]
    if not MADE.match(words[last].text):
        return
    number = last - 1
    word = words[number]
    if word.josa not in {"으로", "로"} or word.quoted or is_time_word(word.core):
        return
    mention = mention_at(clause.sentence, number)
    if mention is None or mention.phrase.first < clause.body[0]:
        return
    head = named_word(word).split()[-1]
    if (
        head in VAGUE_NOUNS | NOT_ASKED or head in EMPTY_HEADS or head.endswith("적")
        or re.search(r"\d", mention.name)
    ):  # fmt: skip
        return
    phrase = mention.phrase
    if phrase.first > clause.body[0] and words[phrase.first - 1].josa in {"와", "과"}:
        return
    if (
        phrase.first > clause.body[0]
        and words[phrase.first - 1].comma
        and words[phrase.first - 1].is_bare
    ):
        return
    wh = "무엇"
    if head in RANKS:
        wh = f"어떤 {head}"
    elif title_of(head):
        wh = "어떤 직책"
    yield from asked(
        clause, reading, (phrase.first, phrase.last), wh, mention.start, mention.end, ""
    )


def asked(
    clause: Clause, reading: Reading, span: tuple[int, int], wh: str, start: int, end: int,
    part: str,
) -> Iterator[Candidate]:  # fmt: skip
    pieces = pieces_or_none(clause, reading)
    if pieces is None or not says_who(subject_text(pieces, clause), reading):
        reading.rejected["no-subject"] += 1
        return
    names = reading.setting.names
    answer = clause.sentence.text[start:end]
    mention = mention_at(clause.sentence, span[1])
    accepted = (
        accepted_names(mention, names) if mention and mention.name == answer else (answer,)
    )
    prompt = in_place(clause, plain_places(pieces, clause), span, wh, reading.setting)
    yield Candidate(
        "membership", clause.sentence, start, end, prompt, accepted,
        names.kind(answer) or Kind.THING, weight=79, part=part,
    )  # fmt: skip


def plain_places(pieces: list[Piece], clause: Clause) -> list[Piece]:
    """'수달은 한국에서는 ...' has one topic too many: 에서는 -> 에서."""
    if pieces[0].number != -1 or clause.topic:
        return pieces
    return [pieces[0], *(as_subject(p) for p in pieces[1:])]
