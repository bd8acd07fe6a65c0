"""What for: -기 위해, -(으)려고, -고자, -도록, N을 위해."""

import re
from collections.abc import Iterator

from quiz.language.korean.arguments import says_who
from quiz.language.korean.boundaries import takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.blames import by_noun
from quiz.language.korean.facts.explanations import effects
from quiz.language.korean.facts.wordings import aims
from quiz.language.korean.josa import attach
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.phrases import is_copular
from quiz.language.korean.prompts import asking_why, cleft, finish
from quiz.language.korean.subordination import (
    BREAKS,
    Split,
    can_be_told,
    clause_answer,
    clause_with,
    last_ending,
    main_pieces,
    opening,
    split_clause,
)
from quiz.language.korean.wordlists import VAGUE_NOUNS

HINT = re.compile(r"위해|위하여|려고|고자|도록|목적으로")
CHANGING = re.compile(
    r"^(?:바꾸|바꿨|만들|만든|짓|지었|세우|세웠|썼|쓴|놓|두|넣|그리|그렸|새기|새겼|줄이|줄였|"
    r"늘리|늘렸|고치|고쳤|옮겼|옮긴|버렸|막았)"
)
MEANT = frozenset({"려고", "으려고", "고자"})
SO_THAT = frozenset({"도록"})
ORDERS = re.compile(r"^(?:하|만들|시키|정하|되|명령하|요구하|허용하|돕|권하|지시하)")


def find(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    if not HINT.search(sentence.text):
        return
    for number, word in enumerate(sentence.words[:-1]):
        if word.quoted or number == 0:
            continue
        verb = verb_of_purpose(sentence, number)
        if verb is None:
            if is_for(sentence, number):
                yield from by_noun(reading, number - 1, number, "무엇을 위해서", "purpose")
            continue
        found = list(asked(reading, number, verb))
        found = found or list(in_relative(reading, number, verb))
        yield from found or in_definition(reading, number, verb)
    yield from explained(reading)


def verb_of_purpose(sentence: Sentence, number: int) -> int | None:
    """Return the word whose verb is the aim, where `number` marks an aim, or None."""
    word, before = sentence.words[number], sentence.words[number - 1]
    ending = last_ending(word)
    if ending in MEANT:
        following = sentence.words[number + 1]
        light = bool(following.morphs) and following.morphs[0].form in {"하", "들", "애쓰"}
        return None if light else number  # '지으려고 했다' is no aim of another act
    if ending in SO_THAT:
        return number if is_free(sentence, number) else None
    verbs = [m.form for m in word.morphs if m.is_verb]
    if verbs[:1] == ["위하"] and word.part is Part.CONNECTIVE and "ETN" in before.tags():
        return number - 1
    if word.core == "목적" and word.josa == "으로" and before.part is Part.ADNOMINAL:
        return number - 1
    return None


def is_for(sentence: Sentence, number: int) -> bool:
    """Tell the 위해 of '물가 안정을 위해'."""
    word, before = sentence.words[number], sentence.words[number - 1]
    verbs = [m.form for m in word.morphs if m.is_verb]
    return verbs == ["위하"] and word.part is Part.CONNECTIVE and before.is_object


def is_free(sentence: Sentence, number: int) -> bool:
    """Tell '읽을 수 있도록 그림을 그렸다' from '내도록 하였다', '매기도록 정하였다'."""
    after = sentence.words[number + 1 : number + 4]
    nearest = next((w for w in after if w.has_verb and not is_copular(w)), None)
    if sentence.words[number].comma:
        return True
    if nearest is None:
        return True
    stem = "".join(m.form for m in nearest.morphs if not m.tag.startswith("E"))
    return nearest is not after[0] and not ORDERS.match(stem)


def asked(reading: Reading, marker: int, verb: int) -> Iterator[Candidate]:
    sentence = reading.sentence
    word = sentence.words[marker]
    end = word.end - len(word.text) + len(word.text.rstrip(",. "))
    split = split_clause(reading, marker, end, shared=True)
    if split is None or not can_be_told(reading, split) or len(split.inner) < 2:
        return
    if split.main.predicate is None or split.main.predicate.is_copula:
        return
    if any(last_ending(sentence.words[n]) in BREAKS for n in split.main.body if n > marker):
        return
    pieces = main_pieces(split, reading)
    if pieces is None or lacks_object(split):
        return
    if last_ending(word) in MEANT:
        prompt = asking_why(split.main, pieces, reading.setting)
    else:
        noun = "까닭" if last_ending(word) in SO_THAT else "목적"
        prompt = cleft(split.main, pieces, set(), noun, "무엇", reading.setting)
    verbatim = sentence.text[split.start : split.end]
    told = aims(sentence, split.start, verb)
    yield clause_answer("purpose", reading, split, prompt, (verbatim, *told), 80)


def lacks_object(split: Split) -> bool:
    """Tell '창고는 글자를 줄이기 위해 기호로 바꾸었다', whose topic is what is changed."""
    words = [split.main.word(n) for n in split.main.body]
    changing = CHANGING.match(words[-1].text) is not None
    listed = any(w.core == "등" for w in words)
    return (changing or listed) and not any(w.is_object for w in words)


def explained(reading: Reading) -> Iterator[Candidate]:
    """'A가 B한 것은 C하기 위해서다', 'A가 B했다. 이는 C하기 위해서였다.'."""
    sentence = reading.sentence
    number = len(sentence.words) - 1
    verbs = [m.form for m in sentence.words[number].morphs if m.is_verb]
    before = sentence.words[number - 1]
    if number == 0 or verbs[:2] != ["위하", "이"] or "ETN" not in before.tags():
        return
    for effect in effects(reading, number):
        inner = tuple(range(effect.answer, number + 1))
        if len(inner) < 3:
            continue
        start, end = sentence.words[inner[0]].start, before.end
        split = Split(Clause(sentence, (), inner, None, False, ()), start, end, inner)
        if can_be_told(reading, split):
            noun = "까닭" if effect.noun == "목적" else effect.noun
            prompt = f"{effect.text} {attach(noun, '은')} 무엇인가?"
            told = aims(sentence, start, number - 1)
            yield clause_answer("purpose", reading, split, prompt, told, 80)


def in_relative(reading: Reading, marker: int, verb: int) -> Iterator[Candidate]:
    """'왜병을 막고자 왕이 지은 절은' -> '왕이 절을 지은 목적은 무엇인가?'."""
    sentence = reading.sentence
    words = sentence.words
    place = next(
        (n for n in range(marker + 1, min(marker + 6, len(words) - 1))
         if takes_arguments(words[n], subject=False)), None,
    )  # fmt: skip
    if place is None or words[place + 1].part is not Part.NOUN:
        return
    inside = [words[n] for n in range(marker + 1, place + 1)]
    thing = words[place + 1]
    if thing.is_bare or any(w.is_object or w.comma for w in inside):
        return
    first = aim_begins(reading, marker)
    subjects = [n for n, w in enumerate(inside) if w.is_subject]
    if len(subjects) != 1 or first is None or thing.core in VAGUE_NOUNS:
        return
    subject = inside[subjects[0]]
    if subjects[0] != 0 or not says_who(subject.core, reading):
        return
    told = [subject.text, attach(thing.core, "을"), *(w.text for w in inside[1:])]
    inner = tuple(range(first, marker + 1))
    split = Split(
        Clause(sentence, (), inner, None, False, ()), words[first].start,
        words[marker].end - words[marker].comma, inner,
    )  # fmt: skip
    if len(inner) < 2 or not can_be_told(reading, split):
        return
    prompt = f"{finish(told, reading.setting)} 목적은 무엇인가?"
    verbatim = sentence.text[split.start : split.end]
    accepted = (verbatim, *aims(sentence, split.start, verb))
    yield clause_answer("purpose", reading, split, prompt, accepted, 72)


def in_definition(reading: Reading, marker: int, verb: int) -> Iterator[Candidate]:
    """'가온회의는 구가 의견을 듣고자 만든 자리이다' -> '구가 가온회의를 만든 까닭은'."""
    words = reading.sentence.words
    topic = next((n for n in range(marker) if words[n].is_topic), None)
    made = next((n for n in range(marker + 1, min(marker + 4, len(words) - 1))
                 if words[n].part is Part.ADNOMINAL), None)  # fmt: skip
    if topic is None or made is None or topic > LONGEST_TOPIC:
        return
    if not MAKING.match(words[made].text) or not is_copular_end(words[made + 1]):
        return
    if any(w.has_verb or w.is_subject or w.is_object for w in words[: topic + 1]):
        return
    doer = words[topic + 1 : topic + 2] if words[topic + 1].is_subject else ()
    if doer and not says_who(doer[0].core, reading):
        doer = ()
    inner = tuple(range(topic + 1 + len(doer), marker + 1))
    split = Split(
        Clause(reading.sentence, (), inner, None, False, ()), words[inner[0]].start,
        words[marker].end - words[marker].comma, inner,
    ) if inner else None  # fmt: skip
    if split is None or len(inner) < 2 or not can_be_told(reading, split):
        return
    thing = " ".join([*(w.text for w in words[:topic]), words[topic].core])
    told = [*(w.text for w in doer), attach(thing, "을")]
    told += [w.text for w in words[marker + 1 : made + 1]]
    prompt = f"{finish(told, reading.setting)} 까닭은 무엇인가?"
    verbatim = reading.sentence.text[split.start : split.end]
    accepted = (verbatim, *aims(reading.sentence, split.start, verb))
    yield clause_answer("purpose", reading, split, prompt, accepted, 72)


def is_copular_end(word: Word) -> bool:
    """Tell '자리이다', '것으로,'."""
    return is_copular(word) or (word.core == "것" and word.josa in {"으로", "로"})


MAKING = re.compile(
    r"^(?:만든|지은|낸|세운|쌓은|둔|꾸린|마련한|연|펴낸|설치한|설립한|도입한|제정한)$"
)
LONGEST_TOPIC = 6  # words


def aim_begins(reading: Reading, marker: int) -> int | None:
    """Return where the aim begins: after the topic, or where its clause does."""
    clause = clause_with(reading, marker)
    if clause is None:
        return None
    first, _ = opening(reading.sentence, clause.body[0], marker)
    topics = [n for n in range(first, marker) if reading.sentence.words[n].is_topic]
    return topics[-1] + 1 if topics else first
