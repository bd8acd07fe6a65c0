"""Lists: 'A, B, C 등' and what a bracket counts up. All members are asked at once."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, is_main_argument, verb_between
from quiz.language.korean.conjugation import predicate_of
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.definitions import RELATION
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part, Sentence
from quiz.language.korean.phrases import (
    SEVERAL_PASSES,
    Phrase,
    is_copular,
    is_nominal,
    phrases,
)
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import cleft, finish, in_place
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import Kind, title_of

COUNT_WORDS = {2: "두", 3: "세", 4: "네", 5: "다섯", 6: "여섯", 7: "일곱", 8: "여덟"}
FEWEST, MOST = 2, 8
FEW_GATHERED = 3
TOLD = 5  # words that tell one common noun from another
GLOSS_LIST = re.compile(r"^[^,]{1,20}(?:, ?[^,]{1,20}){2,7}$")
EXISTS = re.compile(r"^(?:있|꼽|들 수)")
JOINING = frozenset({"및", "그리고", "또는"})
GATHERING = re.compile(r"^(?:묶|합치|합친|아우르|일컫|가리키|뜻하|이르)")
TERM_BEFORE = re.compile(r"([가-힣A-Za-z0-9]+)$")


@value(frozen=True, slots=True)
class Listed:
    """Members of a list, in order, and the words that hold it."""

    members: tuple[Mention, ...]
    first: int
    last: int
    josa: str
    open_end: bool  # 등 follows


def find(reading: Reading) -> Iterator[Candidate]:
    yield from in_brackets(reading)
    for clause in reading.clauses:
        for listed in lists_in(clause):
            yield from gathered(listed, reading)
            yield from there_are(listed, clause, reading)
            yield from counted_off(listed, clause, reading)
            yield from identified(listed, clause, reading)
            if clause.predicate is not None and not clause.predicate.is_copula:
                yield from asked(listed, clause, reading)


@lru_cache(maxsize=SEVERAL_PASSES)
def lists_in(clause: Clause) -> tuple[Listed, ...]:
    """Return runs of phrases joined by commas, 와/과, 및."""
    return tuple(runs_in(clause))


def runs_in(clause: Clause) -> Iterator[Listed]:
    """Yield runs of phrases joined by commas, 와/과, 및."""
    sentence = clause.sentence
    inside = set(clause.body)
    run: list[Phrase] = []
    owner: Phrase | None = None  # '빛의 세기, 이산화탄소의 농도': 의 leads into a member
    for phrase in phrases(sentence):
        if phrase.josa == "의" and phrase.last in inside and not phrase.is_time:
            if (
                run
                and run[-1].last + 1 == phrase.first
                and counts(sentence, phrase.last + 1)
            ):
                if listed := listed_of(clause, [*run, phrase]):
                    yield listed
                run = []
            else:
                owner = phrase
            continue
        if owner is not None:
            if owner.last + 1 == phrase.first and (run or begins_list(sentence, phrase)):
                phrase = joined(sentence, owner, phrase)
            owner = None
        if (
            phrase.last not in inside
            or phrase.is_time
            or sentence.words[phrase.last].quoted
        ):
            run = []
            continue
        if run and run[-1].last + 1 != phrase.first:
            run = []
        run.append(phrase)
        word = sentence.words[phrase.last]
        goes_on = joins(sentence, phrase.last) or (word.comma and not word.josa)
        if not goes_on:
            if len(run) >= FEWEST and (listed := listed_of(clause, run)):
                yield listed
            run = []


def joins(sentence: Sentence, number: int) -> bool:
    """Tell 'A와 B는' from 'A와 싸웠다': Kiwi takes both for the same at times."""
    word = sentence.words[number]
    if word.josa_tag == "JC":
        # The 나 of '레이나 소피아 미술관' is none, and 'A나 B' lists no names.
        return word.josa not in {"나", "이나"} or "NNP" not in word.tags()
    if word.josa not in {"와", "과"}:
        return False
    for later in sentence.words[number + 1 : number + 4]:
        if not later.is_bare:
            ends = later.is_topic or later.is_subject or is_copular(later)
            return is_nominal(later) and ends
    return False


def counts(sentence: Sentence, number: int) -> bool:
    following = sentence.words[number : number + 1]
    return bool(following) and following[0].core in COUNT_WORDS.values()


def begins_list(sentence: Sentence, phrase: Phrase) -> bool:
    word = sentence.words[phrase.last]
    return word.comma and not word.josa


def joined(sentence: Sentence, owner: Phrase, phrase: Phrase) -> Phrase:
    text = sentence.text[owner.start : phrase.end]
    return replace(phrase, first=owner.first, start=owner.start, text=text)


def listed_of(clause: Clause, run: list[Phrase]) -> Listed | None:
    sentence = clause.sentence
    last = sentence.words[run[-1].last]
    cores = [sentence.words[n].core for n in range(run[-1].first, run[-1].last + 1)]
    open_end = "등" in cores
    members = [read_phrase(sentence, p) for p in run]
    if open_end:
        members[-1] = without_etc(sentence.text, members[-1])
        if cores[-1] != "등":
            return None
    if any(not m.name or len(m.name) > 20 for m in members):
        return None
    if any(word in JOINING for word in cores) or not FEWEST <= len(members) <= MOST:
        return None
    return Listed(tuple(members), run[0].first, run[-1].last, last.josa, open_end)


def without_etc(text: str, mention: Mention) -> Mention:
    name = re.sub(r"\s*등.*$", "", mention.name)
    return Mention(mention.phrase, name, mention.start, mention.start + len(name))


def alike(listed: Listed, reading: Reading) -> bool:
    """Tell whether all members are names, or all are plain terms."""
    names = reading.setting.names
    proper = [names.is_proper(m.name) for m in listed.members]
    return all(proper) or len(listed.members) >= 3


def in_brackets(reading: Reading) -> Iterator[Candidate]:
    """'5신(신유통, 신금융, 신제조 ...)'."""
    for gloss in reading.sentence.glosses:
        if not GLOSS_LIST.match(gloss.text):
            continue
        items = [item.strip() for item in gloss.text.split(",")]
        items = [i for i in items if re.search(r"[가-힣]{2}", i)]
        term = TERM_BEFORE.search(reading.sentence.text[: gloss.at].rstrip("’'”"))
        if term and len(items) >= 3:
            count = COUNT_WORDS.get(len(items), str(len(items)))
            prompt = f"‘{term[1]}’에 속하는 {count} 가지는 무엇인가?"
            yield Candidate(
                "list", reading.sentence, term.start(), term.end(), prompt, (),
                Kind.TERM, AnswerKind.LIST, tuple((i,) for i in items), 90, "",
                gloss.text[gloss.text.index(items[0]) :], tuple(items),
            )  # fmt: skip


def gathered(listed: Listed, reading: Reading) -> Iterator[Candidate]:
    """'신유통, 신금융 ...을 묶은 ‘5신’ 개념'."""
    words = reading.sentence.words
    number = listed.last + 1
    if number + 1 >= len(words) or not GATHERING.match(words[number].text):
        return
    if words[number].part is not Part.ADNOMINAL or len(listed.members) < FEW_GATHERED:
        return
    for phrase in phrases(reading.sentence):
        if phrase.first == number + 1:
            name = read_phrase(reading.sentence, phrase).name
            yield candidate(
                listed, reading, f"‘{name}’에 속하는 {counted(listed)} 가지는 무엇인가?", 88
            )


def there_are(listed: Listed, clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'요인에는 A, B, C가 있다' -> '요인 세 가지는 무엇인가?'."""
    words = clause.sentence.words
    before = listed.first - 1
    if before < clause.body[0] or words[before].josa not in {"에는", "으로는", "로는"}:
        return
    verb = words[listed.last + 1].text if listed.last + 1 < len(words) else ""
    if (
        not EXISTS.match(verb)
        or listed.open_end
        or words[listed.last].josa not in {"이", "가"}
    ):
        return
    pieces = pieces_or_none(clause, reading)
    if pieces is None or before == clause.body[0] or len(listed.members) < 3:
        return
    front = [p for p in pieces if p.number <= before]
    text = finish([*(p.text for p in front[:-1]), front[-1].core], reading.setting)
    yield candidate(listed, reading, f"{text} {counted(listed)} 가지는 무엇인가?", 86)


def identified(listed: Listed, clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'핵심 키워드는 ‘전승’과 ‘데이터’였다' -> '핵심 키워드 두 가지는 무엇인가?'."""
    predicate = clause.predicate
    if predicate is None or not predicate.is_copula or listed.last != clause.body[-1]:
        return
    if not clause.topic or clause.topic[-1] + 1 != listed.first:
        return
    pieces = pieces_or_none(clause, reading)
    if pieces is None or not is_countable(listed, clause, reading):
        return
    who = subject_text(pieces, clause)
    described = clause.topic[0] > clause.body[0] and clause.word(clause.topic[0] - 1)
    told = described and described.part is Part.ADNOMINAL and len(pieces) >= TOLD
    if not (told or says_who(who, reading)):
        return
    front = [p for p in pieces if p.number <= clause.topic[-1]]
    text = finish([*(p.text for p in front[:-1]), front[-1].core], reading.setting)
    persons = {reading.setting.names.kind(m.name) for m in listed.members} == {Kind.PERSON}
    end = "사람은 누구인가" if persons else "가지는 무엇인가"
    yield candidate(listed, reading, f"{text} {counted(listed)} {end}?", 87)


def is_countable(listed: Listed, clause: Clause, reading: Reading) -> bool:
    """Tell '식물은 나팔꽃과 피튜니아이다' from '호는 길이 5m, 무게 3t의 배이다'."""
    topic = clause.word(clause.topic[-1]).core
    kinds = {reading.setting.names.kind(m.name) for m in listed.members}
    measures = any(re.search(r"\d", m.name) for m in listed.members)
    named = reading.setting.names.is_proper(topic) and topic not in RELATION
    return not measures and not listed.open_end and not (named and None in kinds)


def counted_off(listed: Listed, clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'명반응과 암반응의 두 단계로 나뉜다' -> '어떤 두 단계로 나뉘는가?'."""
    words = clause.sentence.words
    following = words[listed.last + 1 : listed.last + 2]
    if listed.josa != "의" or not following or following[0].core != counted(listed):
        return
    pieces = pieces_or_none(clause, reading)
    if pieces is None or clause.predicate is None:
        return
    if not says_who(subject_text(pieces, clause), reading):
        return
    prompt = in_place(
        clause, pieces, (listed.first, listed.last), "어떤", reading.setting, ""
    )
    yield candidate(listed, reading, prompt, 86)


def asked(listed: Listed, clause: Clause, reading: Reading) -> Iterator[Candidate]:
    word = clause.sentence.words[listed.last]
    subject = word.is_topic or word.is_subject
    if word.is_object and verb_between(clause.sentence, listed.last, clause.body):
        return  # 'A와 B를 합하여 글을 남겼다'
    if not (subject or word.is_object) or not is_main_argument(
        clause.sentence, listed.last, clause.body
    ):
        return
    if not alike(listed, reading) or has_modifier(clause, listed.first):
        return
    if word.is_object and verb_between(clause.sentence, listed.last, clause.body):
        clause = up_to_its_verb(clause, listed.last)
    pieces = pieces_or_none(clause, reading)
    if pieces is None:
        return
    rest = [p for p in pieces if not listed.first <= p.number <= listed.last]
    if subject and not (len(rest) >= 3 and points(rest, reading)):
        reading.rejected["too-little-left"] += 1
        return
    if not subject and not says_who(subject_text(pieces, clause), reading):
        reading.rejected["no-subject"] += 1
        return
    prompt = question(listed, clause, pieces, reading)
    yield candidate(listed, reading, prompt, 75)


def up_to_its_verb(clause: Clause, number: int) -> Clause:
    """'A와 B를 보내 서명하였다' -> '... 보냈다': the verb that takes the list."""
    words = clause.sentence.words
    later = [n for n in clause.body if n > number]
    verb = next((n for n in later if words[n].part is Part.CONNECTIVE), clause.body[-1])
    body = tuple(n for n in clause.body if n <= verb)
    past = clause.predicate is not None and clause.predicate.past
    predicate = predicate_of([words[n] for n in body], past)
    return replace(clause, body=body, predicate=predicate, main=False)


def points(rest: list[Piece], reading: Reading) -> bool:
    """Tell whether what is left of the clause names something."""
    names = reading.setting.names
    return any(
        names.is_proper(p.core.strip("‘’'“”")) or re.search(r"\d", p.core) for p in rest
    )


def question(listed: Listed, clause: Clause, pieces: list[Piece], reading: Reading) -> str:
    names = reading.setting.names
    kinds = {names.kind(m.name) for m in listed.members}
    dropped = set(range(listed.first, listed.last + 1))
    count = counted(listed)
    role = clause.sentence.words[listed.last + 1 : listed.last + 2]
    as_role = bool(role) and bool(title_of(role[0].core)) and role[0].josa in {"로", "으로"}
    if as_role and kinds != {Kind.PERSON}:
        return ""  # whom they sent is asked as 누구와 누구
    if kinds == {Kind.PERSON}:
        return cleft(clause, pieces, dropped, f"{count} 사람", "누구", reading.setting)
    if kinds == {Kind.COUNTRY}:
        return cleft(clause, pieces, dropped, f"{count} 나라", "어디", reading.setting)
    if kinds == {Kind.CITY}:
        return cleft(clause, pieces, dropped, f"{count} 도시", "어디", reading.setting)
    return cleft(clause, pieces, dropped, f"것 {count} 가지", "무엇", reading.setting)


def counted(listed: Listed) -> str:
    return COUNT_WORDS.get(len(listed.members), str(len(listed.members)))


def has_modifier(clause: Clause, first: int) -> bool:
    if first <= clause.body[0]:
        return False
    before = clause.sentence.words[first - 1]
    return before.part in {Part.ADNOMINAL, Part.DETERMINER} or before.josa == "의"


def candidate(listed: Listed, reading: Reading, prompt: str, weight: int) -> Candidate:
    names = reading.setting.names
    items = tuple(accepted_names(m, names) for m in listed.members)
    return Candidate(
        "list",
        reading.sentence,
        listed.members[0].start,
        listed.members[-1].end,
        prompt,
        (),
        names.kind(listed.members[0].name) or Kind.THING,
        AnswerKind.LIST,
        items,
        weight,
    )


def whole(name: str) -> str:
    return attach(name, "은")
