"""Names said in passing: '영어로는 X라고 한다', 'X라는 이름으로 알려졌다', 성과 이름."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.called_pairs import parts_of
from quiz.language.korean.facts.retold import mention_at, named_word
from quiz.language.korean.josa import attach
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import CLOSING, OPENING, is_copular
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import as_subject, ended, finish, in_place
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, words

KNOWN = re.compile(r"^(?:알려|불리|불렸|불린|불러|전해|널리|통한|통했|유명|쓰이|활동)")
OF_A_NAME = words("이름 별명 별칭 애칭 명칭 호칭 칭호 필명 예명 제목 가명 이명 속명")
HAS = re.compile(r"^(?:얻|갖|가지|가졌|받|달았|달고)")
STICKS = re.compile(r"^(?:있|붙|생겼|생긴|따라다)")
VERBS_OF = {"으로": KNOWN, "로": KNOWN, "으로도": KNOWN, "을": HAS, "를": HAS,
            "이": STICKS, "가": STICKS, "도": STICKS}  # fmt: skip
LANGUAGE = re.compile(r"^[가-힣]{1,8}(?:어|말|사투리|방언|한자)$")
CALLS = re.compile(
    r"^(?:한다|합니다|하며|하고|부른다|부릅니다|부르며|불린다|불립니다)[.,]?$"
)
TERMS = words("말 낱말 단어 용어 지명 명칭 이름 속담 표현 성씨")
COMES_FROM = re.compile(r"^(?:나왔|나온|유래|비롯|따왔|따온|딴|왔다|온 |생겼|생겨|기원)")
MEANING = re.compile(r"^(?:뜻하는|의미하는|가리키는|이르는|일컫는)$")
GIVEN = re.compile(
    r"^(?:붙였|붙인|지었|지어|달았|주었|받았|얻었|붙었|붙여|얻게|갖게|썼|사용)"
)
OWN_NAMES = words(
    "성 이름 본명 본관 호 자 아호 시호 묘호 휘 별호 법명 법호 필명 예명 아명 세례명 별명 "
    "원명 속명"
)
BORN_AS = words(
    "맏아들 아들 딸 장남 차남 맏딸 장녀 차녀 둘째 외아들 막내 막내딸 막내아들 외동딸"
)


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        yield from known_by(clause, reading)
        yield from in_a_language(clause, reading)
        yield from own_names(clause, reading)
        yield from parents(clause, reading)
        yield from origin(clause, reading)
    yield from given_after(reading)


def name_of(word_text: str) -> str:
    return re.sub(r"(?:이라는|라는)$", "", word_text).strip("‘’'“”\"「」『』")


def naming_noun(clause: Clause, number: int) -> bool:
    """Tell whether words `number` and the next are '안압지라는 이름'."""
    word = clause.word(number)
    following = clause.word(number + 1)
    return (
        word.part is Part.ADNOMINAL
        and is_copular(word)
        and word.text.endswith("라는")
        and following.core in OF_A_NAME
    )


def named_span(clause: Clause, number: int) -> tuple[int, int]:
    """Return the offsets of the name in '‘에밀레종’이라는'."""
    word = clause.word(number)
    start, end = word.start, word.core_end
    if (
        clause.sentence.text[end - 1] in CLOSING
        and clause.sentence.text[start] not in OPENING
    ):
        opening = OPENING[CLOSING.index(clause.sentence.text[end - 1])]
        start = max(0, clause.sentence.text.rfind(opening, 0, end - 1))
    while start < end and clause.sentence.text[start] in "‘“'\"「『":
        start += 1
    while start < end and clause.sentence.text[end - 1] in "’”'\"」』":
        end -= 1
    return start, end


def known_by(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'조선 시대 이후 안압지라는 이름으로 알려졌다' -> 어떤 이름으로 알려졌는가."""
    if "라는" not in clause.sentence.text:
        return
    for number in clause.body[:-2]:
        if not naming_noun(clause, number):
            continue
        noun = clause.word(number + 1)
        rest = [clause.word(n).text for n in clause.body if n > number + 1]
        verbs = VERBS_OF.get(noun.josa)
        if verbs is None or not any(verbs.match(text) for text in rest):
            continue
        pieces = own_subject(clause, reading)
        if pieces is None or clause.predicate is None:
            continue
        start, end = named_span(clause, number)
        out = with_name_asked(pieces, clause, number, start)
        text = finish(ended(out, clause, question=True), reading.setting)
        yield called(reading, start, end, f"{text}?", 87)


def with_name_asked(
    pieces: list[Piece], clause: Clause, number: int, start: int
) -> list[Piece]:
    """Put 어떤 where the words of the name stood."""
    inside = {n for n in clause.body if n < number and clause.word(n).end > start}
    kept = [p for p in pieces if p.number not in inside]
    return [
        replace(p, core="어떤", josa="", tail="") if p.number == number else p for p in kept
    ]


def own_subject(clause: Clause, reading: Reading) -> list[Piece] | None:
    """Return the clause with its subject; '이 못이 월지로,' makes 월지 the subject."""
    same = [
        n
        for n in clause.body[:4]
        if clause.word(n).comma_noun_ends(frozenset({"로", "으로"}))
    ]
    if same and reading.setting.names.is_proper(clause.word(same[0]).core):
        name = clause.word(same[0]).core
        body = tuple(n for n in clause.body if n > same[0])
        pieces = pieces_or_none(replace(clause, body=body, head=(), topic=()), reading)
        if pieces is None:
            return None
        topic = Piece(name, attach(name, "은")[len(name):], -1)  # fmt: skip
        return [topic, *(as_subject(p) for p in pieces if p.number != -1)]
    pieces = pieces_or_none(clause, reading)
    if pieces is None or not says_who(subject_text(pieces, clause), reading):
        return None
    return pieces


def called(reading: Reading, start: int, end: int, prompt: str, weight: int) -> Candidate:
    names = reading.setting.names
    name = reading.sentence.text[start:end]
    return Candidate(
        "nickname", reading.sentence, start, end, prompt, (name, *names.others(name)),
        names.kind(name) or Kind.TERM, weight=weight,
    )  # fmt: skip


def in_a_language(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'영어로는 유라시아수달이라고 한다' -> '수달을 영어로 무엇이라고 하는가?'."""
    if len(clause.body) not in {3, 4} or not CALLS.match(clause.word(clause.body[-1]).text):
        return
    tongue, number = clause.word(clause.body[0]), clause.body[-2]
    if tongue.josa not in {"로", "로는", "으로", "으로는"} or not LANGUAGE.match(
        tongue.core
    ):
        return
    context = reading.setting.context
    subject = context.subject or (context.topic if context.goes_on else "")
    mention = mention_at(clause.sentence, number)
    if clause.topic:
        subject = named_word(clause.word(clause.topic[-1]))
    if not subject or mention is None or not says_who(subject, reading):
        return
    text = f"{attach(subject, '을')} {attach(tongue.core, '로')} 무엇이라고 하는가?"
    yield called(reading, mention.start, mention.end, text, 86)


def own_names(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'성은 김, 이름은 법민이며' -> '문무왕의 이름은 무엇인가?'."""
    context = reading.setting.context
    owner = context.subject if context.subject == context.person else ""
    predicate = clause.predicate
    if not owner or predicate is None or not predicate.is_copula:
        return
    if clause.word(clause.body[0]).core not in OWN_NAMES:
        return
    words_of = clause.sentence.words
    parts = parts_of(replace(clause, body=(*clause.body, clause.body[-1])))
    for part in parts:
        topic = part[0]
        relation = words_of[topic].core
        if relation not in OWN_NAMES or not words_of[topic].is_topic or len(part) != 2:
            continue
        mention = mention_at(clause.sentence, part[1])
        if mention is None or len(mention.name) < 1:
            continue
        yield Candidate(
            "nickname", clause.sentence, mention.start, mention.end,
            f"{owner}의 {attach(relation, '은')} 무엇인가?",
            accepted_names(mention, reading.setting.names), Kind.TERM, weight=85,
        )  # fmt: skip


def parents(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'A와 B의 맏아들로 태어났다' -> the two parents."""
    sentence = clause.sentence
    for number in clause.body[2:-1]:
        word = sentence.words[number]
        if word.core not in BORN_AS or word.josa not in {"로", "으로"}:
            continue
        if not sentence.words[number + 1].text.startswith("태어"):
            return
        one, two = mention_at(sentence, number - 2), mention_at(sentence, number - 1)
        both = sentence.words[number - 2].josa in {"와", "과"}
        if (
            one is None
            or two is None
            or not both
            or sentence.words[number - 1].josa != "의"
        ):
            return
        child = reading.setting.context.person
        topic = mention_at(sentence, clause.topic[-1]) if clause.topic else None
        names = reading.setting.names
        if topic is not None and names.kind(topic.name) is Kind.PERSON:
            child = topic.name
        if child and names.is_proper(one.name) and names.is_proper(two.name):
            items = (accepted_names(one, names), accepted_names(two, names))
            yield Candidate(
                "kin", sentence, one.start, two.end, f"{child}의 부모는 누구와 누구인가?",
                (), Kind.PERSON, AnswerKind.LIST, items, 86, "parents",
            )  # fmt: skip
        return


def origin(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'이름은 ‘큰물’을 뜻하는 말에서 나왔다' -> '무엇을 뜻하는 말에서 나왔는가?'."""
    if clause.predicate is None or not clause.topic:
        return
    topic, last = clause.topic[-1], clause.body[-1]
    if clause.word(topic).core not in OF_A_NAME | TERMS or not COMES_FROM.match(
        clause.word(last).text
    ):
        return
    pieces = pieces_or_none(clause, reading)
    whose = len(clause.topic) > 1 or clause.word(topic - 1).text.endswith("라는")
    if pieces is None or not whose or topic not in clause.body:
        return
    number = next((n for n in clause.body if n > topic and is_told_origin(clause, n)), None)
    if number is None:
        return
    word = clause.word(number)
    mention = mention_at(clause.sentence, number)
    if mention is None:
        return
    person = reading.setting.names.kind(mention.name) is Kind.PERSON
    span = (mention.phrase.first, number)
    prompt = in_place(clause, pieces, span, "누구" if person else "무엇", reading.setting)
    yield Candidate(
        "name-meaning", clause.sentence, mention.start, mention.end, prompt,
        accepted_names(mention, reading.setting.names),
        Kind.PERSON if person else Kind.THING, weight=86 if word.is_object else 84,
        part="origin",
    )  # fmt: skip


def is_told_origin(clause: Clause, number: int) -> bool:
    """Tell the ‘큰물’을 of '‘큰물’을 뜻하는', the 메이슨의 of '메이슨의 이름에서'."""
    word, following = clause.word(number), clause.word(min(number + 1, clause.body[-1]))
    if word.is_object and MEANING.match(following.text):
        return True
    if word.josa == "의" and following.core in OF_A_NAME and following.josa == "에서":
        return True
    after_all = number + 1 == clause.body[-1]
    return word.josa == "에서" and after_all and word.core not in OF_A_NAME


def given_after(reading: Reading) -> Iterator[Candidate]:
    """'우물을 파고 ‘자유천’이라는 이름을 붙였다' -> '우물을 파고 어떤 이름을 붙였는가?'."""
    found = reading.clauses if "라는" in reading.sentence.text else []
    for before, clause in pairwise(found):
        numbers = [n for n in clause.body[:-1] if naming_noun(clause, n)]
        if not numbers or numbers[0] != clause.body[0] or before.predicate is None:
            continue
        if not clause.word(numbers[0] + 1).is_object or clause.body[-1] != numbers[0] + 2:
            continue
        if not GIVEN.match(clause.word(clause.body[-1]).text):
            continue
        whole = replace(
            clause, head=before.head, body=(*before.body, *clause.body), topic=before.topic
        )
        pieces = pieces_or_none(whole, reading)
        if pieces is None or not says_who(subject_text(pieces, whole), reading):
            continue
        if not any(clause.sentence.words[n].is_object for n in before.body):
            continue
        start, end = named_span(clause, numbers[0])
        out = with_name_asked(pieces, whole, numbers[0], start)
        text = finish(ended(out, whole, question=True), reading.setting)
        if reading.sentence.text[start:end] not in VAGUE_NOUNS:
            yield called(reading, start, end, f"{text}?", 86)
