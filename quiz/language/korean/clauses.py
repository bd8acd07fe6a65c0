"""One sentence -> clauses that can be asked alone, each with its subject and predicate."""

import re
from functools import lru_cache

from quiz.language.korean.boundaries import (
    RUNNING_ON,
    agent_after,
    cuts,
    is_postposition,
    several_subjects,
    takes_arguments,
    turns,
)
from quiz.language.korean.clause_times import (
    ending_of,
    first_is_time,
    shared_year,
    shares_mood,
    tenses,
)
from quiz.language.korean.conjugation import Predicate, predicate_of
from quiz.language.korean.doers import also_there, is_doer, opening
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.phrases import (
    SEVERAL_PASSES,
    is_copular,
    is_nominal,
    is_time_word,
)
from quiz.language.korean.valency import befalls_things
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import OF_A_THING, Kind, noun_kind, words

PASSIVE_ENDS = ("되", "지", "받", "당하", "걸리", "열리", "불리", "꼽히", "쓰이")
# What is held is the event that follows, not the subject before: 'A가 서울에서 열린 대회'.
HELD = re.compile(r"^(?:열린|열리는|개최된|개최되는|치러진|펼쳐진)$")
CONDITIONAL = frozenset({"면", "으면", "도록", "어야", "아야", "더라도", "어도", "아도"})
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
NAMED_BY = frozenset({"호", "자", "본관", "본명", "이름", "별명", "시호", "아명", "필명"})
LIVES = re.compile(r"^(?:태어|자랐|자라|숨졌|죽었|살았)")
CONTRASTED = re.compile(r"^\d{3,4}년에는$")
OFFICE = re.compile(
    r"(?:[가-힣]대장|연대장|사단장|대장|단장|총장|교장|원장|군수|감독|총리|대통령|장군|제독|대령|"
    r"대사|의원|교수|의정|판서|관찰사|현감|군수|사령관|총독|국왕|장관)$"
)
LONG_AGO = re.compile(r"(?<!\d)1\d{3}년")
FIGURE = re.compile(r"\d[\d,.]*[가-힣%]{1,4}$")
PASSIVE_VERB = re.compile(r"되|됐|되었|열렸|열린|졌|지었|사라")


@value(frozen=True, slots=True)
class Clause:
    """Words of one clause. `head` are the words of the subject it shares, in front."""

    sentence: Sentence
    head: tuple[int, ...]
    body: tuple[int, ...]
    predicate: Predicate | None
    main: bool  # ends the sentence
    topic: tuple[int, ...]  # its subject's words, shared or its own
    outer: tuple[int, ...] = ()  # the sentence's subject, where the clause has its own

    def __hash__(self) -> int:
        return hash((self.sentence, self.body))

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
        predicate = (
            None
            if shares_mood(words, end)
            else clause_predicate(sentence, body, past, main)
        )
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
        if (
            shared
            and not own
            and words[shared[-1]].core in NAMED_BY
            and not names(predicate)
        ):
            shared = ()  # '호는 담헌이며 북학파로 분류된다'
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


def names(predicate: Predicate | None) -> bool:
    """Tell whether a name goes on to be said: '호는 담헌이고 자는 덕보이다'."""
    return predicate is None or predicate.is_copula or predicate.stem in {"하", "부르"}


def sizes(predicate: Predicate | None) -> bool:
    """Tell whether a size goes on to be said: '높이는 3m이고 해마다 는다'."""
    if predicate is None or predicate.is_copula or predicate.is_adjective:
        return True
    return predicate.stem.endswith(SAID_OF_SIZES)


def acts(words: tuple[Word, ...], body: tuple[int, ...]) -> bool:
    return any(words[n].is_object and not is_postposition(words[n + 1]) for n in body[:-1])


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
        # '310만원으로 ... 들었다', '대대장으로, 1895년 ... 가담하였다'
        was = past and (FIGURE.search(last.core) or held_long_ago(last, sentence))
        return Predicate(last.core, "이", "VCP", bool(was), False, 1)
    # 지만 and 는데 show their own tense; 고 and 며 borrow it from the end.
    borrowed = None if main or is_copular(last) else past
    return predicate_of(words, borrowed)


def held_long_ago(word: Word, sentence: Sentence) -> bool:
    return (
        OFFICE.search(word.core) is not None and LONG_AGO.search(sentence.text) is not None
    )


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
    nearer = 0  # subjects after it, whose verbs come first: '수군이 B가 거느린 배와 싸웠다'
    for n in later:
        nearer += word.is_subject and sentence.words[n].josa_tag == "JKS"
        if takes_arguments(sentence.words[n], subject):
            if not nearer:
                return False
            nearer -= 1
    return True


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


@lru_cache(maxsize=SEVERAL_PASSES)
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
