"""When a rule holds and for whom: -(으)ㄹ 때, -(으)면, 제외된다, 할 수 있다."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.arguments import (
    pieces_or_none,
    says_who,
    subject_text,
)
from quiz.language.korean.boundaries import takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import PASSIVE_ENDS, Clause
from quiz.language.korean.conjugation import predicate_of
from quiz.language.korean.context import referent
from quiz.language.korean.facts.wordings import with_ending
from quiz.language.korean.gate import POINTED, RELATIVE_TIME, UNRESOLVED
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.names import names_something
from quiz.language.korean.owners import pieces_of
from quiz.language.korean.phrases import is_copular, is_time_word
from quiz.language.korean.pieces import DISCOURSE, Piece, Unresolved
from quiz.language.korean.prompts import cleft, ended, finish, in_place
from quiz.language.korean.subordination import (
    Split,
    can_be_told,
    clause_answer,
    last_ending,
    main_pieces,
    noun_phrase,
    split_clause,
)
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind

IF = frozenset({"면", "으면"})
ONLY_IF = frozenset({"어야", "아야"})
CONDITION = re.compile(r"[면야],? ")
COUNTING = re.compile(r"^(?:하나|둘|셋|모두|이들|어느|둘 다|혼자)")
USED = re.compile(r"^(?:쓰[이인였]|쓴다|사용[되된됐]|이용[되된됐]|활용[되된됐])")
TO_COME = frozenset({"ᆯ", "을"})
PEOPLE = frozenset({"사람", "자", "이", "청년", "학생", "주민", "시민", "가구", "어린이"})
ALLOWED = re.compile(r"^(?:받|신청하|이용하|참가하|참여하|응모하|지원하|가입하|지원받)$")
EXCLUDED = re.compile(r"^제외")
LONGEST, LONGEST_NOUN = 45, 25  # characters of an answer
FEWEST_CONDITION = 2  # words


def find(reading: Reading) -> Iterator[Candidate]:
    text = reading.sentence.text
    for clause in reading.clauses:
        if clause.predicate is None:
            continue
        if " 때" in text:
            yield from whenever(clause, reading)
        if "면 " in text or "면, " in text:
            for part in parted(clause):
                yield from consequences(part, reading)
        if CONDITION.search(text):
            yield from conditions(clause, reading)
        if " 데 " in text or " 데에 " in text:
            yield from used_for(clause, reading)
        if "제외" in text or "수 있" in text:
            yield from concerned(clause, reading)
            yield from who_may(clause, reading)


def parted(clause: Clause) -> Iterator[Clause]:
    """Cut '소득이 낮은 순서로 뽑되, 소득이 같으면 ...' in two."""
    ends = [n for n in clause.body[:-1] if last_ending(clause.word(n)) == "되"]
    if not ends or not clause.word(ends[0]).comma:
        yield clause
        return
    head = tuple(n for n in clause.body if n <= ends[0])
    rest = tuple(n for n in clause.body if n > ends[0])
    predicate = predicate_of([clause.word(n) for n in head], False)
    if predicate is not None:
        yield replace(clause, body=head, predicate=predicate, main=False)
    yield replace(clause, head=(), body=rest, topic=())


def conditions(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'A는 B하면 C할 수 있다' -> 'A가 C할 수 있는 조건은 무엇인가?'."""
    predicate, sentence = clause.predicate, clause.sentence
    if predicate is None or predicate.past or predicate.is_copula:
        return
    marked = [n for n in clause.body if last_ending(clause.word(n)) in IF | ONLY_IF]
    if len(marked) != 1 or clause.word(marked[0]).quoted or marked[0] == clause.body[-1]:
        return
    marker = marked[0]
    following = sentence.words[marker + 1]
    if following.morphs and following.morphs[0].form in {"되", "하", "좋", "괜찮"}:
        return
    end = sentence.words[marker].end - sentence.words[marker].comma
    split = split_clause(reading, marker, end)
    if split is None or len(split.inner) < FEWEST_CONDITION:
        return
    if not can_be_told(reading, split):
        return
    if is_acted_on(split) or set_aside(sentence.words[marker]):
        return
    pieces = main_pieces(split, reading)
    if pieces is None:
        return
    allowed = any(clause.word(n).core == "수" for n in split.main.body)
    only = last_ending(sentence.words[marker]) in ONLY_IF
    noun, wh = ("조건", "무엇") if allowed or only else ("것", "어떤 경우")
    prompt = cleft(split.main, pieces, set(), noun, wh, reading.setting)
    answer = sentence.text[split.start : end]
    nominal = with_ending(sentence, split.start, sentence.words[marker], ("는", "ETM"))
    must = (f"{answer} 한다",) if only else ()
    accepted = (*must, answer, f"{nominal} 것", f"{nominal} 경우")
    if wh == "어떤 경우":
        accepted = (f"{nominal} 경우", answer)
    if COUNTING.match(answer):
        return
    yield clause_answer("condition", reading, split, prompt, accepted, 70)


def is_acted_on(split: Split) -> bool:
    """Tell '헌법은 의원이 찬성해야 고칠 수 있다', where the topic is what is changed."""
    words = split.main.sentence.words
    inside = [words[n] for n in split.inner]
    main = [words[n] for n in split.main.body]
    if not any(w.is_subject for w in inside) or any(w.is_object for w in main):
        return False
    acting = [w for w in main if w.has_verb and w.core not in {"수", "있다", "없다"}]
    verbs = [m for w in acting[-1:] for m in w.morphs if m.is_verb]
    if not verbs or verbs[-1].tag.startswith(("VA", "XSA")):
        return False
    return not verbs[-1].form.endswith((*PASSIVE_ENDS, "히", "리", "기", "늘", "줄", "나"))


def set_aside(word: Word) -> bool:
    """Tell '일부를 빼면' and '다시 말하면', which set no condition."""
    verbs = [m.form for m in word.morphs if m.is_verb]
    noun = word.text[:2]
    return verbs[-1:] != [] and (
        verbs[-1] in {"빼", "보", "따지", "치", "비하"} or noun in {"제외", "고려", "비교"}
    )


def used_for(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'수염은 먹이를 느끼는 데 쓰인다' -> '수염은 무엇을 하는 데 쓰이는가?'."""
    predicate, sentence = clause.predicate, clause.sentence
    last = clause.word(clause.body[-1])
    if predicate is None or not clause.topic or not USED.match(last.text):
        return
    number = clause.body[-2] if len(clause.body) > 3 else -1
    word = sentence.words[number]
    topic = clause.topic[-1]
    if number <= topic + 1 or word.core != "데" or word.josa not in {"", "에"}:
        return
    pieces = pieces_or_none(clause, reading)
    if pieces is None or not says_who(subject_text(pieces, clause), reading):
        return
    start = sentence.words[topic + 1].start
    answer = sentence.text[start : word.core_end]
    if len(answer) > LONGEST or not stands_alone(answer) or clause.head:
        return
    asked = "무엇을 하는 데"
    prompt = in_place(
        clause, pieces, (topic + 1, number), asked, reading.setting, word.josa
    )
    short = answer.removesuffix("데").strip()
    accepted = (answer, f"{short} 것", short, f"{short} 일")
    yield made(reading, "use", start, word.core_end, prompt, accepted, 76)


def whenever(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'A는 B가 C보다 빠르게 늘 때 발생한다' -> 'A는 언제 발생하는가?'."""
    predicate, sentence = clause.predicate, clause.sentence
    if predicate is None or predicate.past or predicate.is_copula or not clause.topic:
        return
    number = next((n for n in clause.body[1:] if is_when(clause, n)), None)
    topic = clause.topic[-1]
    if number is None or number <= topic + 1 or not sentence.words[topic].is_topic:
        return
    first = topic + 1
    after = [sentence.words[n] for n in clause.body if n > number]
    if any(w.is_object or w.is_subject or w.is_topic for w in after):
        return
    pieces = pieces_or_none(clause, reading)
    if pieces is None or not says_who(subject_text(pieces, clause), reading):
        return
    start, end = sentence.words[first].start, sentence.words[number].core_end
    answer = sentence.text[start:end]
    if len(answer) > LONGEST or not stands_alone(answer):
        return
    prompt = in_place(clause, pieces, (first, number), "언제", reading.setting, "")
    yield made(reading, "condition", start, end, prompt, (answer, f"{answer}에"), 78)


def is_when(clause: Clause, number: int) -> bool:
    word, before = clause.word(number), clause.word(number - 1)
    if word.core != "때" or word.josa not in {"", "에", "에만", "만"}:
        return False
    endings = [m.form for m in before.morphs if m.tag == "ETM"]
    return before.part is Part.ADNOMINAL and endings[-1:] != [] and endings[-1] in TO_COME


def consequences(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'A하면 B가 줄어든다' -> 'A하면 줄어드는 것은 무엇인가?'."""
    predicate = clause.predicate
    if predicate is None or predicate.past or predicate.is_copula or clause.head:
        return
    marked = [n for n in clause.body if last_ending(clause.word(n)) in IF]
    if len(marked) != 1 or clause.word(marked[0]).quoted:
        return
    marker = marked[0]
    first = first_told(clause)
    condition = [clause.word(n) for n in range(first, marker + 1)]
    if len(condition) < FEWEST_CONDITION or not tells_condition(condition, reading):
        return
    after = tuple(n for n in clause.body if n > marker)
    text = finish([w.text for w in condition], reading.setting).rstrip(",")
    yield from what_follows(clause, after, text, reading)
    yield from which(clause, after, text, reading)


def first_told(clause: Clause) -> int:
    first = clause.body[0]
    while clause.word(first).text.rstrip(",") in DISCOURSE and first < clause.body[-1]:
        first += 1
    return first


def tells_condition(words: list[Word], reading: Reading) -> bool:
    """Tell whether the condition says of what: it has a subject or an object of its own."""
    text = " ".join(word.text for word in words)
    if not stands_alone(text) or any(w.quoted or w.is_topic for w in words):
        return False
    context, names = reading.setting.context, reading.setting.names
    if any(referent(w, "", context, names) is not None for w in words):
        return False
    return any(w.is_subject or w.is_object for w in words)


def what_follows(
    clause: Clause, after: tuple[int, ...], text: str, reading: Reading
) -> Iterator[Candidate]:
    """Ask for the subject of what follows, where nothing else happens in it."""
    sentence, predicate = clause.sentence, clause.predicate
    words = sentence.words
    subjects = [n for n in after if words[n].is_subject or words[n].is_topic]
    objects = [n for n in after if words[n].is_object]
    if predicate is None or len(subjects) != 1 or objects:
        return
    if any(takes_arguments(words[n], subject=True) for n in after):
        return
    if predicate.stem in {"있", "없", "되", "하", "이"} or predicate.is_adjective:
        return
    last = subjects[0]
    numbers = noun_phrase(sentence, last, after[0])
    if numbers is None or numbers[0] != after[0]:
        return
    head = sentence.words[last].core
    if head in VAGUE_NOUNS or noun_kind(head) is Kind.PERSON or is_time_word(head):
        return
    start, end = sentence.words[numbers[0]].start, sentence.words[last].core_end
    answer = sentence.text[start:end]
    rest = [plain(sentence.words[n], n) for n in after if n > last]
    if len(answer) > LONGEST_NOUN or not rest or not stands_alone(answer):
        return
    told = finish(ended(rest, clause, question=False), reading.setting)
    prompt = f"{text} {told} 것은 무엇인가?"
    accepted = (answer, head) if len(head) >= 2 else (answer,)
    yield made(reading, "condition", start, end, prompt, accepted, 72)


def which(
    clause: Clause, after: tuple[int, ...], text: str, reading: Reading
) -> Iterator[Candidate]:
    """'A하면 B에 오래 산 사람을 뽑는다' -> 'A하면 어떤 사람을 뽑는가?'."""
    sentence = clause.sentence
    for number in after[1:-1]:
        word, before = sentence.words[number], sentence.words[number - 1]
        if before.part is not Part.ADNOMINAL or is_copular(before):
            continue
        described = [sentence.words[n] for n in range(after[0], number)]
        if not (word.is_object or word.josa in {"로", "으로"}) or word.quoted:
            return
        if any(w.is_topic or w.is_object or w.comma for w in described):
            return
        if any(w.part is Part.CONNECTIVE for w in described):
            return
        if not takes_arguments(before, subject=True) or len(described) < FEWEST_CONDITION:
            return
        rest = [plain(sentence.words[n], n) for n in after if n > number]
        told = finish(ended(rest, clause, question=True), reading.setting)
        start, end = described[0].start, word.core_end
        answer = sentence.text[start:end]
        if len(answer) > LONGEST_NOUN or not stands_alone(answer) or " " in word.core:
            return
        asked = f"어떤 {word.core}{fitting(word.core, word.josa)}"
        yield made(
            reading, "condition", start, end, f"{text} {asked} {told}?", (answer,), 74
        )
        return


def concerned(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'B에 사는 사람은 제외된다' -> 'A에서 제외되는 사람은 누구인가?'."""
    predicate = clause.predicate
    if predicate is None or predicate.past or not clause.topic or clause.head:
        return
    topic, sentence = clause.topic[-1], clause.sentence
    head = sentence.words[topic]
    if head.core not in PEOPLE or not head.is_topic:
        return
    after = [n for n in clause.body if n > topic]
    last = sentence.words[after[-1]]
    excluded = EXCLUDED.match(last.text) is not None
    if not (excluded or is_allowed(sentence.words, after)):
        return
    first = first_told(clause)
    start, end = sentence.words[first].start, head.core_end
    answer = sentence.text[start:end]
    if first == topic or len(answer) > LONGEST * 2 or not stands_alone(answer):
        return
    scope = reading.setting.context.scope
    try:
        pieces = [p for p in pieces_of(clause, reading.setting) if p.number in after]
    except Unresolved:
        return
    told = finish(ended(pieces, clause, question=False), reading.setting)
    if not scope and not names_something(told, reading.setting.names):
        return
    front = f"{scope}에서 " if scope and scope not in told else ""
    prompt = f"{front}{told} {attach(noun_for(head.core), '은')} 누구인가?"
    yield made(reading, "condition", start, end, prompt, (answer,), 78)


def who_may(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'수당은 만 19세 이상 청년이 신청할 수 있다' -> '수당을 신청할 수 있는 사람은'."""
    sentence, topic = clause.sentence, clause.topic
    words = sentence.words
    if not topic or clause.head or not words[topic[-1]].is_topic or not clause.predicate:
        return
    inside = [n for n in clause.body if n > topic[-1]]
    subject = next((n for n in inside if words[n].is_subject), None)
    if subject is None or words[subject].core not in PEOPLE or clause.predicate.past:
        return
    after = [n for n in inside if n > subject]
    if not is_allowed(words, after) or any(words[n].is_object for n in inside):
        return
    what = " ".join(words[n].core if n == topic[-1] else words[n].text for n in topic)
    start, end = words[topic[-1] + 1].start, words[subject].core_end
    answer = sentence.text[start:end]
    if not says_who(what, reading) or len(answer) > LONGEST or not stands_alone(answer):
        return
    rest = [plain(words[n], n) for n in after]
    told = finish(ended(rest, clause, question=False), reading.setting)
    noun = words[subject].core if words[subject].core in answer.split()[:1] else "사람"
    prompt = f"{attach(what, '을')} {told} {attach(noun, '은')} 누구인가?"
    yield made(reading, "condition", start, end, prompt, (answer,), 80)


def noun_for(head: str) -> str:
    return "사람" if head in {"자", "이"} else head


def is_allowed(words: tuple[Word, ...], after: list[int]) -> bool:
    """Tell '신청할 수 있다' and '받을 수 없다'."""
    if len(after) < 3 or words[after[-2]].core != "수":
        return False
    verbs = [m for m in words[after[-3]].morphs if m.is_verb]
    stem = "".join(m.form for m in words[after[-3]].morphs if not m.tag.startswith("E"))
    return bool(verbs) and ALLOWED.match(stem) is not None


def plain(word: Word, number: int) -> Piece:
    return Piece(word.text, "", number, word)


def stands_alone(text: str) -> bool:
    return not (
        UNRESOLVED.search(text)
        or POINTED.search(text)
        or RELATIVE_TIME.search(text)
        or "“" in text
    )


def made(
    reading: Reading,
    kind: str,
    start: int,
    end: int,
    prompt: str,
    accepted: tuple[str, ...],
    weight: int,
) -> Candidate:
    return Candidate(
        kind, reading.sentence, start, end, prompt, accepted, Kind.THING, weight=weight,
        part=kind,
    )  # fmt: skip
