"""One sentence -> clauses that can be asked alone, each with its subject and predicate."""

import re
from dataclasses import dataclass

from quiz.language.korean.clause_times import (
    ending_of,
    first_is_time,
    shared_year,
    tenses,
)
from quiz.language.korean.conjugation import Predicate, predicate_of
from quiz.language.korean.doers import also_there, is_doer, opening
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.phrases import is_copular, is_nominal, is_time_word
from quiz.language.korean.valency import befalls_things
from quiz.language.korean.wordlists import OF_A_THING, Kind, noun_kind, words

COORDINATING = frozenset(
    {
        "고",
        "며",
        "으며",
        "지만",
        "는데",
        "ᆫ데",
        "은데",
        "나",
        "으나",
        "면서",
        "으면서",
        "자",
        "이자",
    }
)
# Verbs that work as particles: 를 통해, 에 대해, 에 따라, 를 비롯해.
POSTPOSITIONS = frozenset(
    {
        "통하",
        "비롯하",
        "위하",
        "대하",
        "의하",
        "따르",
        "관하",
        "걸치",
        "인하",
        "향하",
        "있",
        "더불",
        "거치",
        "포함하",
        "바탕하",
    }
)
PASSIVE_ENDS = ("되", "지", "받", "당하", "걸리", "열리", "불리", "꼽히", "쓰이")
AIMS = frozenset({"려고", "으려고", "고자", "도록"})
LONGEST_GAPPED = 16  # words of a clause whose copula is left out
# What is held is the event that follows, not the subject before: 'A가 서울에서 열린 대회'.
HELD = re.compile(r"^(?:열린|열리는|개최된|개최되는|치러진|펼쳐진)$")
RUNNING_ON = frozenset({"로", "으로"})
# After these somebody else acts: 'A가 오자 맞이했다', 'A가 이겨 B가 떠났다'. What follows
# 자 and 므로 stands alone; what follows 면 and 도록 does not.
TURNING = frozenset(
    {"자", "자마자", "므로", "으므로", "니", "으니", "니까", "으니까", "매"}
)
JOINING = frozenset({"어", "아", "어서", "아서", "여", "여서"})
CONDITIONAL = frozenset({"면", "으면", "도록", "어야", "아야", "더라도", "어도", "아도"})
# '운영에 관한 문제', '이에 따른 결과': these have no subject of their own.
RELATING = re.compile(r"^(?:관한|대한|위한|의한|따른|통한|향한|인한|비롯한|관련된|대비한)$")
SIZES = words(
    """
길이 높이 너비 폭 깊이 면적 넓이 지름 둘레 두께 무게 몸길이 몸무게 키 크기
성적 순위 승률
"""
)
SAID_OF_SIZES = (
    "되",
    "이르",
    "달하",
    "늘",
    "줄",
    "넘",
    "미치",
    "늘어나",
    "줄어들",
    "지",
    "하",
)
LIVES = re.compile(r"^(?:태어|자랐|자라|숨졌|죽었|살았)")
CONTRASTED = re.compile(r"^\d{3,4}년에는$")
PASSIVE_VERB = re.compile(r"되|됐|되었|열렸|열린|졌|지었|사라")


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of one clause. `head` are the words of the subject it shares, in front."""

    sentence: Sentence
    head: tuple[int, ...]
    body: tuple[int, ...]
    predicate: Predicate | None
    main: bool  # ends the sentence
    topic: tuple[int, ...]  # its subject's words, shared or its own
    outer: tuple[int, ...] = ()  # the sentence's subject, where the clause has its own

    @property
    def words(self) -> tuple[int, ...]:
        return (*self.head, *self.body)

    def word(self, number: int) -> Word:
        return self.sentence.words[number]

    @property
    def predicate_is_passive(self) -> bool:
        """Tell 걸리다, 설립되다, 알려지다 by their stems."""
        return self.predicate is not None and self.predicate.stem.endswith(PASSIVE_ENDS)


def clauses(sentence: Sentence) -> list[Clause]:
    """Split at 고, 며, 지만, 는데 and 이자; a shared subject is copied."""
    words = sentence.words
    if not words or words[-1].part is not Part.FINAL:
        return []
    shared: tuple[int, ...] = ()
    found: list[Clause] = []
    spans = cuts(sentence)
    for (start, end), past in zip(spans, tenses(words, spans), strict=True):
        body = tuple(range(start, end))
        own = subject_words(sentence, body)
        main = end == len(words)
        predicate = clause_predicate(sentence, body, past, main)
        if start and turns(words[start - 1]) and shared and not words[shared[-1]].is_topic:
            shared = ()  # 'A가 건너오자 맞이했다': A is not who met
        if shared and not words[shared[-1]].is_topic and several_subjects(sentence, start):
            shared = ()
        if (
            shared
            and not own
            and words[shared[-1]].core in OF_A_THING
            and (acts(words, body) or LIVES.match(words[end - 1].text))
        ):
            shared = ()  # '임신 기간은 두 달이고 한 번에 세 마리를 낳는다'
        if shared and not own and words[shared[-1]].core in SIZES and not sizes(predicate):
            shared = ()  # '면적은 3만㎢이며 세계 7위에 그친다'
        if shared and not own and not words[shared[-1]].is_topic and is_doer(words[start]):
            shared = ()  # '절반 이상이 찾는 곳이었다': whose 절반 isn't sure
        if shared and not own and not words[shared[-1]].is_topic and found:
            last = found[-1]
            if acts(words, last.body) and befalls_things(words, body, predicate):
                shared = ()  # 'A가 배를 찾아냈고, 1961년에 인양되었다'
            elif CONTRASTED.match(words[start].text):
                shared = ()  # 'A가 강을 건넜고, 671년에는 성을 빼앗았다'
        hidden = not own and bool(also_there(words, body))
        head = () if own or hidden or not shared else shared
        topic = own or head
        if found and (found[-1].topic == shared or first_is_time(words)):
            head = (*shared_year(words, found[-1].words, body), *head)
        outer = shared if own else ()
        found.append(Clause(sentence, head, body, predicate, main, topic, outer))
        if own and (not shared or words[own[-1]].is_topic):
            shared = own
    return found


def sizes(predicate: Predicate | None) -> bool:
    """Tell whether a size goes on to be said: '높이는 3m이고 해마다 는다'."""
    if predicate is None or predicate.is_copula or predicate.is_adjective:
        return True
    return predicate.stem.endswith(SAID_OF_SIZES)


def turns(word: Word) -> bool:
    """Tell 자 of '건너오자', after which somebody else acts."""
    return ending_of(word) in TURNING | JOINING and not is_copular(word)


def acts(words: tuple[Word, ...], body: tuple[int, ...]) -> bool:
    return any(words[n].is_object and not is_postposition(words[n + 1]) for n in body[:-1])


def several_subjects(sentence: Sentence, end: int) -> bool:
    """Tell whether two 이/가 stand before `end`: either could go on."""
    before = sentence.words[:end]
    return len([w for w in before if w.is_subject and w.josa_tag == "JKS"]) > 1


def cuts(sentence: Sentence) -> list[tuple[int, int]]:
    words = sentence.words
    starts = [0]
    for number in range(len(words) - 1):
        if (
            is_boundary(words, number)
            or is_gap(words, starts[-1], number)
            or is_turn(words, starts, number)
        ):
            starts.append(number + 1)
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def is_turn(words: tuple[Word, ...], starts: list[int], number: int) -> bool:
    """Tell whether another acts after the word: 'A가 건너오자', 'A가 이겨 B가 떠났다'."""
    word = words[number]
    if word.part is not Part.CONNECTIVE or word.quoted or not turns(word):
        return False
    if agent_after(words, number) and is_on_its_own(words, starts[-1], number):
        return True
    if is_postposition(word) or (words[number + 1].tags()[:1] == ["VX"]):
        return False
    if leads_into_noun(words, number):
        return False
    if agent_after(words, number) or ending_of(word) in JOINING:
        return False  # 'A가 이겨 B가 떠났다' is one: B left, for A had won
    if any(is_agent(words, n, number) for n in range(starts[-1], number)):
        return True
    shared = any(is_agent(words, n, number) for n in range(starts[-1]))
    return shared and not any(w.is_topic for w in words[:number])


def is_on_its_own(words: tuple[Word, ...], start: int, number: int) -> bool:
    """Tell '풍병을 앓고 있어 왕이 말렸다': who was ill stands in another clause."""
    if words[number].tags()[:2] != ["VX", "EC"]:
        return False
    return not any(is_agent(words, n, number) for n in range(start, number))


def is_agent(words: tuple[Word, ...], number: int, end: int) -> bool:
    """Tell whether the word is a 이/가 that the verb at `end` may take."""
    word = words[number]
    if not word.is_subject or word.josa_tag != "JKS" or word.quoted:
        return False
    return not any(takes_arguments(w, subject=True) for w in words[number + 1 : end])


def agent_after(words: tuple[Word, ...], number: int) -> bool:
    """Tell whether a 이/가 stands before the next verb."""
    for later in range(number + 1, len(words)):
        word = words[later]
        if word.is_subject and word.josa_tag == "JKS" and not word.quoted:
            return True
        if word.is_topic or word.part in {Part.CONNECTIVE, Part.FINAL, Part.ADNOMINAL}:
            return False
    return False


def is_gap(words: tuple[Word, ...], start: int, number: int) -> bool:
    """Tell 'A는 3위, B는 2위이다': a comma stands for the copula of the first clause."""
    if not words[number].comma or words[number].part is not Part.NOUN:
        return False
    if words[number].josa or words[number].quoted:
        return False
    ends = (w for w in words[number + 1 :] if w.part in {Part.CONNECTIVE, Part.FINAL})
    end = next(ends, words[-1])
    if not is_copular(end) or end.text.endswith("라고"):
        return False
    before, rest = words[start : number + 1], words[number + 1 :]
    if not any(w.is_topic for w in before[:-1]) or len(before) > LONGEST_GAPPED:
        return False
    topic = next((w for w in rest[:5] if w.is_topic), None)
    if topic is None or before[-1].has_verb:
        return False
    return all(
        (is_nominal(w) or w.core == "가장" or not takes_arguments(w, subject=False))
        and not w.comma
        for w in rest[: rest.index(topic)]
    )


def is_boundary(words: tuple[Word, ...], number: int) -> bool:
    word, following = words[number], words[number + 1]
    if word.quoted:
        return False
    if number and words[number - 1].is_object and word.comma_noun_ends(RUNNING_ON):
        return False  # '해외 사업자를 대상으로,'
    opened = any(w.is_topic for w in words[:number]) or following.is_topic
    if word.comma_noun_ends(RUNNING_ON) and opened:
        return True
    if word.part is not Part.CONNECTIVE or not word.morphs:
        return False
    ending = [m for m in word.morphs if m.tag == "EC"][-1].form
    if ending not in COORDINATING or (
        following.morphs[:1] and following.morphs[0].tag == "VX"
    ):
        return False
    if ending == "자" and (not is_copular(word) or short_pair(words, number)):
        return False
    if ending in {"고"} and not word.text.endswith(",") and leads_into_noun(words, number):
        return False
    return not (ending in {"며", "으며"} and leads_into_noun(words, number))


def short_pair(words: tuple[Word, ...], number: int) -> bool:
    """Tell '과학자이자 발명가이다', which is one definition, from two."""
    rest = words[number + 1 :]
    return len(rest) <= 3 and all(is_nominal(word) for word in rest)


def leads_into_noun(words: tuple[Word, ...], number: int) -> bool:
    """Tell whether the next predicate stands before a noun: '만들고 파는 회사'."""
    for word in words[number + 1 :]:
        if word.is_topic or (word.is_subject and word.josa_tag == "JKS"):
            return False
        if word.part is Part.ADNOMINAL and not is_copular(word):
            return True
        if "ETN" in word.tags():
            return True  # '기리고 빌기 위해'
        if word.part in {Part.CONNECTIVE, Part.FINAL}:
            return bool(word.morphs) and word.morphs[-1].form in AIMS
    return False


def clause_predicate(
    sentence: Sentence, body: tuple[int, ...], past: bool, main: bool
) -> Predicate | None:
    words = [sentence.words[n] for n in body]
    if not words:
        return None
    last = words[-1]
    if last.comma and not main and last.part is Part.NOUN and not last.josa:
        return Predicate(last.core, "이", "VCP", past, False, 1)
    if last.comma_noun_ends(RUNNING_ON):
        return Predicate(last.core, "이", "VCP", False, False, 1)
    # 지만 and 는데 show their own tense; 고 and 며 borrow it from the end.
    borrowed = None if main or is_copular(last) else past
    return predicate_of(words, borrowed)


def subject_words(sentence: Sentence, body: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words of the clause's own subject: a topic, else a 이/가 before it all."""
    words = sentence.words
    topics = [n for n in body if words[n].is_topic and not words[n].quoted
              and not is_time_word(words[n].core)]  # fmt: skip
    if topics:
        return phrase_before(sentence, topics[0], body[0])
    for number in body:
        word = words[number]
        if (
            is_doer(word)
            and is_main_argument(sentence, number, body)
            and not taken_before(words, number, body)
        ):
            return phrase_before(sentence, number, opening(words, number, body[0]))
    if also := also_there(words, body):
        opens = all(is_time_word(words[n].core) for n in range(body[0], also[0]))
        if opens and any(words[n].is_object for n in range(also[-1], body[-1])):
            return also  # '누리전자도 공장을 세웠다'
        return ()
    first = words[body[0]]
    if is_doer(first) and not any(is_doer(words[n]) for n in body[1:]):
        held = [n for n in body if HELD.match(words[n].text)]
        if held and noun_kind(first.core) is not Kind.EVENT:
            return (body[0],)  # 'A가 서울에서 열린 대회에서 ... 이겼다'
    return ()


def taken_before(words: tuple[Word, ...], number: int, body: tuple[int, ...]) -> bool:
    """Tell whether the 이/가 belongs to '비가 오면' or '콜레라가 돌아' alone."""
    for later in range(number + 1, body[-1]):
        word, ending = words[later], ending_of(words[later])
        if word.part is not Part.CONNECTIVE or is_postposition(word):
            continue
        if words[later + 1].tags()[:1] == ["VX"] and word.tags()[:1] != ["VX"]:
            continue  # '건너 왔다', '앓고 있다'
        if any(words[n].is_topic for n in range(number + 1, later)):
            return False
        if ending in CONDITIONAL or (ending.endswith("고") and ending != "고"):
            return True  # '비가 오면', '값이 올랐다고'
        if not turns(word):
            continue
        if agent_after(words, later):
            return True
        bare = words[number].tags()[-2:-1] == ["NNG"] and later == number + 1
        if bare and PASSIVE_VERB.search(words[body[-1]].text) is not None:
            return True
    return False


def is_main_argument(sentence: Sentence, number: int, body: tuple[int, ...]) -> bool:
    """Tell whether no adnominal verb between the word and the clause's end takes it."""
    later = [n for n in before_predicate(sentence, body) if n > number]
    word = sentence.words[number]
    subject = word.is_subject and word.tags()[-2:-1] != ["NNP"]  # '장영실이 새로운 ...'
    return not any(takes_arguments(sentence.words[n], subject) for n in later)


def takes_arguments(word: Word, subject: bool) -> bool:
    """Tell an adnominal verb from '가난한', which can take a subject at most."""
    if word.part is not Part.ADNOMINAL or is_copular(word):
        return False
    if RELATING.match(word.text):
        return False
    verbs = [m for m in word.morphs if m.is_verb]
    return subject or not (verbs and verbs[-1].tag.startswith(("VA", "XSA")))


def before_predicate(sentence: Sentence, body: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words before the predicate: '한 것이다' and '한 바 있다' are one."""
    words = sentence.words
    if len(body) >= 2 and words[body[-1]].core == "것" and is_copular(words[body[-1]]):
        return body[:-2]
    if len(body) >= 3 and words[body[-2]].core == "바":
        return body[:-3]
    return body[:-1]


def phrase_before(sentence: Sentence, last: int, floor: int) -> tuple[int, ...]:
    """Return the phrase that ends at `last`, with 의-words and determiners in front."""
    first = last
    while first > floor:
        before = sentence.words[first - 1]
        if (
            before.josa == "의"
            or before.part is Part.DETERMINER
            or (
                before.is_bare
                and is_nominal(before)
                and not is_time_word(before.core)
                and not before.has_verb
            )
            or (before.josa_tag == "JC" and not before.quoted)
        ):
            first -= 1
        else:
            break
    return tuple(range(first, last + 1))


def verb_between(sentence: Sentence, number: int, body: tuple[int, ...]) -> bool:
    """Tell whether another verb (건너가, 마치고) takes the word first."""
    words = sentence.words
    later = [n for n in before_predicate(sentence, body) if n > number]
    if any("ETN" in words[n].tags() for n in later):
        return True
    return any(
        words[n].part is Part.CONNECTIVE
        and n + 1 < len(words)
        and not (words[n + 1].morphs and words[n + 1].morphs[0].tag == "VX")
        and not is_postposition(words[n])
        for n in later
    )


def second_subject(clause: Clause) -> int | None:
    """Return the 이/가 word beside a topic: '누리전자는 이만섭 회장이 창업했다'."""
    predicate = clause.predicate
    if not clause.topic or predicate is None or not clause.word(clause.topic[-1]).is_topic:
        return None
    if (
        predicate.is_adjective
        or predicate.is_copula
        or predicate.stem in {"되", "있", "없", "나", "들", "늘", "줄"}
    ):
        return None
    for number in clause.body:
        word = clause.word(number)
        if (
            word.is_subject and word.josa_tag == "JKS" and not word.quoted
            and number not in clause.topic
            and is_main_argument(clause.sentence, number, clause.body)
        ):  # fmt: skip
            return number
    return None


def is_postposition(word: Word) -> bool:
    """Tell 통해, 대해, 따라 from verbs that do something."""
    verbs = [m for m in word.morphs if m.is_verb]
    if word.part is Part.FINAL and verbs and verbs[0].form == "있":
        return False
    return bool(verbs) and verbs[0].form in POSTPOSITIONS
