"""Why: 때문에, 로 인해, 탓에, 덕분에, -므로, and 때문이다 after what it explains."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quiz.language.korean.arguments import says_who, subject_text
from quiz.language.korean.boundaries import is_postposition
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, clauses
from quiz.language.korean.conjugation import from_adnominal, predicate_of
from quiz.language.korean.facts.blames import by_noun, noun_cause
from quiz.language.korean.facts.explanations import effects
from quiz.language.korean.facts.wordings import reasons
from quiz.language.korean.josa import attach
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.owners import pieces_of
from quiz.language.korean.phrases import is_copular
from quiz.language.korean.pieces import DISCOURSE, Unresolved
from quiz.language.korean.prompts import cleft
from quiz.language.korean.subordination import (
    BREAKS,
    Split,
    can_be_told,
    clause_answer,
    clause_with,
    last_ending,
    main_pieces,
    noun_phrase,
    split_clause,
)

STATED_HERE = re.compile(r"(?:원인|이유|까닭|목적)[은는] ")
BLAMED = {"때문": "무엇 때문", "탓": "무엇 때문", "덕분": "무엇 덕분", "덕": "무엇 덕분"}
# After a clause alone: '끊어지는 바람에', '위험하다는 이유로'.
AFTER_CLAUSE = {"바람": "에", "이유": "로", "까닭": "에"}
RESULTING = frozenset({"인하", "말미암"})
THEREFORE = frozenset({"므로", "으므로"})
JOINING = frozenset({"어서", "아서", "어", "아"})
STATES = ("VA", "XSA", "VCN")
STATED = frozenset({"까닭", "이유", "원인", "목적"})
NO_CAUSES = frozenset({"때문", "탓", "덕분", "위해서", "것", "데", "점", "바"})
HARMS = re.compile(
    r"(?:홍수|지진|화재|전쟁|가뭄|태풍|폭우|사고|질병|전염병|유행|폭발|침략|침입|전란|"
    r"습격|산불|해일|붕괴|오염|남획|폭격|포격|파업|내전|재해|한파|폭설|산사태|누전|"
    r"합병증|감염|암|폐렴|결핵|콜레라|뇌출혈|심장마비|공습|흉년|기근|불황|대유행|사냥|란|"
    r"장티푸스|말라리아|천연두|홍역|이질|장염|패혈증|폐병|열병|지병|노환|과로|후유증|중독)$"
)
HARMED = re.compile(
    r"^(?:없어지|사라지|무너지|숨지|죽|줄|줄어들|중단되|취소되|파괴되|소실되|붕괴되|"
    r"연기되|미루어지|미뤄지|손상되|훼손되|불타|사망하|폐쇄되|멸종되|별세하|감소하|망하|"
    r"멸망하|타격|침몰하|유실되|폐허)"
)
DIED = frozenset({("세상", "떠나"), ("숨", "거두"), ("목숨", "잃"), ("생", "마감하")})
STRUCK = re.compile(
    r"^(?:부딪|휩쓸|휘말|걸려|앓아|다쳐|맞아|시달려|쓰러져|지쳐|굶|감염되|중독되|당해|추락|"
    r"밀려|눌려|막혀)"
)
UNDONE = re.compile(
    HARMED.pattern + r"|^(?:미뤄지|늦어지|늦춰지|오르|늘|떨어지|좁아지|막히|끊기|"
    r"끊어지|확대되|축소되|폐지되|철회되|보류되|무산되|지연되|오염되|고립되)"
)
ARISING = re.compile(r"^(?:생기|발생하|일어나|나타나|시작되|비롯되)")
AFTERWARDS = frozenset({"뒤", "후", "이후", "뒤에", "후에"})


def find(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    for number, word in enumerate(sentence.words):
        if word.quoted or number == 0:
            continue
        if word.part is Part.CONNECTIVE:
            yield from joined(reading, number)
        if word.core in BLAMED:
            yield from blamed(reading, number)
        elif word.core in AFTER_CLAUSE and tells_a_reason(sentence.words[number - 1], word):
            yield from by_clause(reading, number, number - 1)
    if STATED_HERE.search(sentence.text):
        yield from stated(reading)
    yield from by_harm(reading)
    if "면서 " in sentence.text:
        yield from arising(reading)


def joined(reading: Reading, number: int) -> Iterator[Candidate]:
    """Read 인해, -므로 and the -어서 that is surely a cause."""
    if is_resulting(reading.sentence, number):
        yield from by_noun(reading, number - 1, number, "무엇 때문")
    elif is_reason(reading.sentence.words[number]) or brings_about(reading, number):
        yield from by_clause(reading, number, number)


def arising(reading: Reading) -> Iterator[Candidate]:
    """'A는 B가 늘면서 생긴다', 'A는 B가 늘면서 생기는 현상이다'."""
    for before, clause in pairwise(reading.clauses):
        split = arisen(before, clause)
        if split is None or not can_be_told(reading, split):
            continue
        pieces = main_pieces(split, reading)
        if pieces is None:
            continue
        prompt = cleft(split.main, pieces, set(), "원인", "무엇", reading.setting)
        told = reasons(reading.sentence, split.start, split.inner[-1], False)
        verbatim = reading.sentence.text[split.start : split.end]
        yield clause_answer("cause", reading, split, prompt, (*told, verbatim), 76)


def arisen(before: Clause, clause: Clause) -> Split | None:
    """Return 'A가 생긴다' with its cause, where `clause` is no more than its verb."""
    sentence, topic = clause.sentence, before.topic
    words = [sentence.words[n] for n in clause.body]
    verb = words[0]
    if last_ending(sentence.words[before.body[-1]]) not in {"면서", "으면서"}:
        return None
    if len(words) > 2 or not verb.has_verb or not ARISING.match(stem_of(verb)):
        return None
    if len(words) == 2 and words[1].core not in {"현상", "것", "일", "병", "문제"}:
        return None
    predicate = predicate_of([verb]) or from_adnominal(verb, 1, [verb])
    if before.head or not topic or not sentence.words[topic[-1]].is_topic:
        return None
    inner = tuple(range(topic[-1] + 1, before.body[-1] + 1))
    if predicate is None or len(inner) < 2:
        return None
    main = Clause(sentence, (), (*topic, clause.body[0]), predicate, True, topic)
    start, end = sentence.words[inner[0]].start, sentence.words[inner[-1]].end
    return Split(main, start, end, inner)


def stated(reading: Reading) -> Iterator[Candidate]:
    """'A가 B한 원인은 C이다' -> 'A가 B한 원인은 무엇인가?'."""
    sentence = reading.sentence
    last = len(sentence.words) - 1
    if not is_copular(sentence.words[last]) or sentence.words[last].core in NO_CAUSES:
        return
    for effect in effects(reading, last):
        if effect.noun not in STATED or sentence.words[effect.answer - 1].core == "것":
            continue
        numbers = tuple(range(effect.answer, last + 1))
        if not any(sentence.words[n].is_topic for n in numbers):
            prompt = f"{effect.text} {attach(effect.noun, '은')} 무엇인가?"
            yield from noun_cause(reading, numbers, prompt)


def is_resulting(sentence: Sentence, number: int) -> bool:
    """Tell the 인해 of '홍수로 인해'."""
    word, before = sentence.words[number], sentence.words[number - 1]
    verbs = [m.form for m in word.morphs if m.is_verb]
    return (
        verbs[:1] != []
        and verbs[0] in RESULTING
        and word.part is Part.CONNECTIVE
        and before.josa in {"로", "으로"}
    )


def is_reason(word: Word) -> bool:
    """Tell '소작농이었으므로' and '복잡하여': of 어서 only states are surely causes."""
    ending = last_ending(word)
    if ending in THEREFORE:
        return True
    verbs = [m for m in word.morphs if m.is_verb]
    if ending not in JOINING or not verbs:
        return False
    return verbs[-1].tag.startswith(STATES) and verbs[-1].form not in {"같", "걸치"}


def brings_about(reading: Reading, number: int) -> bool:
    """Tell '신호가 나와 발사가 중단되었다': one thing happens and something is undone."""
    word = reading.sentence.words[number]
    if last_ending(word) not in JOINING or is_postposition(word):
        return False
    following = reading.sentence.words[number + 1 :][:1]
    if not following or (following[0].morphs and following[0].morphs[0].tag == "VX"):
        return False
    clause = clause_with(reading, number)
    if clause is None or clause.predicate is None or not clause.predicate.past:
        return False
    words = [reading.sentence.words[n] for n in clause.body]
    place = clause.body.index(number)
    own = any(w.is_subject and w.josa_tag == "JKS" for w in words[:place])
    other = any(w.is_subject or w.is_topic for w in words[place + 1 :])
    joined = [w for w in words[:-1] if last_ending(w) in JOINING and w.comma is False]
    if not own and STRUCK.match(word.text) and len(joined) == 1:
        return comes_to_harm(words)
    if not own or not other or len(joined) > 1:
        return False
    return bool(UNDONE.match(stem_of(words[-1]))) if words[-1].has_verb else False


def comes_to_harm(words: list[Word]) -> bool:
    """Tell '중단되었다' and '중단되고 말았다'."""
    last = words[-1]
    if last.has_verb and stem_of(last) == "말" and len(words) > 1:
        last = words[-2]
    return last.has_verb and bool(HARMED.match(stem_of(last)))


def blamed(reading: Reading, number: int) -> Iterator[Candidate]:
    """Read 때문에 after a noun or a clause, and 때문이다 at the end."""
    sentence = reading.sentence
    word, before = sentence.words[number], sentence.words[number - 1]
    if is_copular(word):
        yield from explained(reading, number)
    elif word.josa not in {"에", "으로"}:
        return
    elif before.core in {"이", "그"} and not before.josa:
        yield from by_what_was_told(reading, number)
    elif "ETN" in before.tags() or (
        before.part is Part.ADNOMINAL and word.core in {"탓", "덕분"}
    ):
        yield from by_clause(reading, number, number - 1)
    elif before.is_bare:
        yield from by_noun(reading, number - 1, number, BLAMED[word.core])


def by_clause(reading: Reading, marker: int, verb: int) -> Iterator[Candidate]:
    """'A가 반대하였기 때문에 B가 늦어졌다' -> 'B가 늦어진 까닭은 무엇인가?'."""
    sentence = reading.sentence
    end = sentence.words[marker].core_end
    split = split_clause(reading, marker, end)
    if split is None or not can_be_told(reading, split):
        return
    if len(split.inner) < 2 or any(
        last_ending(sentence.words[n]) in BREAKS for n in split.main.body if n > marker
    ):
        return
    pieces = main_pieces(split, reading)
    if pieces is None:
        return
    prompt = cleft(split.main, pieces, set(), "까닭", "무엇", reading.setting)
    own = split.main.topic[-1:] > (marker,) or not split.main.topic
    joined = last_ending(sentence.words[marker]) in JOINING
    predicate = split.main.predicate
    was = joined and predicate is not None and predicate.past
    was = was or is_done(sentence.words[verb]) or sentence.words[marker].core == "바람"
    told = reasons(sentence, split.start, verb, own, was)
    verbatim = sentence.text[split.start : split.end]
    yield clause_answer(
        "cause", reading, split, prompt, (*told, verbatim), 58 if joined else 80
    )


def tells_a_reason(word: Word, noun: Word) -> bool:
    """Tell the 끊어지는 of '끊어지는 바람에' and the 위험하다는 of '위험하다는 이유로'."""
    endings = [m.form for m in word.morphs if m.tag == "ETM"]
    if word.part is not Part.ADNOMINAL or not word.has_verb:
        return False
    if noun.josa != AFTER_CLAUSE[noun.core]:
        return False
    if noun.core == "이유":
        return word.text.endswith(("다는", "라는"))
    return endings[-1:] == ["는"] or noun.core == "까닭"


def is_done(word: Word) -> bool:
    """Tell the 빠진 of '빠진 탓에': it happened."""
    endings = [m.form for m in word.morphs if m.tag == "ETM"]
    verbs = [m.tag for m in word.morphs if m.is_verb]
    acts = verbs[-1:] != [] and verbs[-1].startswith(("VV", "XSV", "VX"))
    return word.part is Part.ADNOMINAL and acts and endings[-1:] in (["ᆫ"], ["은"])


def by_what_was_told(reading: Reading, number: int) -> Iterator[Candidate]:
    """'A가 B했다. 이 때문에 C했다.': the sentence before is the cause, and the evidence."""
    sentence, previous = reading.sentence, reading.setting.context.previous
    clause = clause_with(reading, number)
    if clause is None or clause.predicate is None or number - 1 != clause.body[0]:
        return
    if clause.body[0] != 0 or previous is None or not previous.words:
        return
    whole = clauses(previous)
    if not whole or whole[-1].predicate is None:
        return
    words = previous.words
    body = tuple(n for n in clause.body if n > number)
    main = Clause(sentence, (), body, clause.predicate, clause.main, clause.topic)
    first = whole[-1].body[0]
    told_of, told_now = whole[-1].topic, clause.topic
    if told_of and told_now and words[told_of[-1]].core == clause.word(told_now[-1]).core:
        first = max(first, told_of[-1] + 1)
    first += words[first].text.rstrip(",") in DISCOURSE
    split = Split(
        main, words[first].start, words[-1].core_end, tuple(range(first, len(words)))
    )
    pieces = main_pieces(split, reading)
    if pieces is None:
        return
    before = Reading(previous, whole, reading.setting, reading.rejected)
    if not can_be_told(before, split):
        return
    prompt = cleft(main, pieces, set(), "까닭", "무엇", reading.setting)
    told = reasons(previous, split.start, len(words) - 1, True)
    if told:
        yield clause_answer("cause", before, split, prompt, told, 70)


def explained(reading: Reading, number: int) -> Iterator[Candidate]:
    """'A가 B한 것은 C 때문이다', 'A가 B했다. 이는 C 때문이다.'."""
    for effect in effects(reading, number):
        yield from answered(reading, effect.answer, number, effect.text, effect.noun)


def answered(
    reading: Reading, first: int, number: int, text: str, noun: str
) -> Iterator[Candidate]:
    """Ask for the cause that stands in words `first` to `number` (때문이다)."""
    sentence = reading.sentence
    words = sentence.words
    while first < number and words[first].text.rstrip(",") in DISCOURSE:
        first += 1
    if first >= number:
        return
    if "ETN" not in words[number - 1].tags():
        numbers = noun_phrase(sentence, number - 1, first)
        if numbers is not None and numbers[0] == first:
            asked = BLAMED[words[number].core]
            yield from noun_cause(reading, numbers, f"{text} 것은 {asked}인가?")
        return
    if words[number].core != "때문":
        return
    inner = tuple(range(first, number + 1))
    clause = Clause(sentence, (), inner, None, False, ())
    split = Split(clause, words[first].start, words[number].core_end, inner)
    if not can_be_told(reading, split, 60):
        return
    told = reasons(sentence, split.start, number - 1, True)
    verbatim = sentence.text[split.start : split.end]
    prompt = f"{text} {attach(noun, '은')} 무엇인가?"
    yield clause_answer("cause", reading, split, prompt, (*told, verbatim), 83)


def by_harm(reading: Reading) -> Iterator[Candidate]:
    """'절이 홍수로 없어진 뒤', '축제는 콜레라로 취소되었다'."""
    sentence = reading.sentence
    for number, word in enumerate(sentence.words[:-1]):
        if word.josa not in {"로", "으로"} or not HARMS.search(word.core) or word.quoted:
            continue
        verb = harmed_verb(sentence, number)
        if verb is None:
            continue
        clause = clause_with(reading, number)
        if clause is None:
            continue
        if verb == clause.body[-1]:
            yield from by_noun(reading, number, number, "무엇 때문")
        elif sentence.words[verb].part is Part.ADNOMINAL:
            yield from harmed_before(reading, number, verb, clause)


def harmed_verb(sentence: Sentence, number: int) -> int | None:
    """Return the verb that the harm did, if it is the next one."""
    for place in range(number + 1, min(number + 5, len(sentence.words))):
        word = sentence.words[place]
        if word.is_topic or (word.part is Part.CONNECTIVE and not word.has_verb):
            return None
        if word.has_verb:
            died = (sentence.words[place - 1].core, stem_of(word)) in DIED
            return place if died or HARMED.match(stem_of(word)) else None
    return None


def stem_of(word: Word) -> str:
    """Return 없어지 of 없어진."""
    last = max(n for n, m in enumerate(word.morphs) if m.is_verb)
    return "".join(m.form for m in word.morphs[: last + 1])


def harmed_before(
    reading: Reading, number: int, verb: int, clause: Clause
) -> Iterator[Candidate]:
    """'절이 홍수로 없어진 뒤 ...' -> '절이 없어진 것은 무엇 때문인가?'."""
    sentence = reading.sentence
    following = sentence.words[verb + 1]
    if following.text.rstrip(",") not in AFTERWARDS:
        return
    body = tuple(n for n in clause.body if n <= verb)
    numbers = noun_phrase(sentence, number, body[0])
    predicate = from_adnominal(sentence.words[verb], 1, [sentence.words[n] for n in body])
    subjects = [n for n in body if sentence.words[n].is_subject and n < number]
    if numbers is None or predicate is None or len(subjects) != 1:
        return
    inner = Clause(
        sentence, (), body, predicate, False, tuple(range(body[0], subjects[0] + 1))
    )
    try:
        pieces = pieces_of(inner, reading.setting)
    except Unresolved:
        return
    if not says_who(subject_text(pieces, inner), reading):
        return
    prompt = cleft(inner, pieces, set(numbers), "것", "무엇 때문", reading.setting)
    yield from noun_cause(reading, numbers, prompt)
