"""What the whole article is about: its subject, scope, event, company and person."""

import re
from collections import Counter
from dataclasses import replace

from quiz.core.article import Article
from quiz.language.korean.boundaries import RUNNING_ON
from quiz.language.korean.clauses import subject_words
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.moments import Calendar
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.names import Names
from quiz.language.korean.phrases import Phrase, is_copular, phrases
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind

LEAD = 3  # sentences
OFTEN = 3
TWICE = 2
ISSUERS = frozenset({Kind.COMPANY, Kind.BODY, Kind.CITY})
TITLE_START = re.compile(r"^([가-힣A-Za-z0-9]+)(?:,| |$)")
PROGRAMMES = frozenset(
    [
        "사업",
        "제도",
        "프로그램",
        "공모전",
        "캠페인",
        "전시",
        "특별전",
        "전시회",
        "기획전",
        "대회",
        "축제",
        "행사",
        "강좌",
        "정책",
        "서비스",
        "바우처",
    ]
)
QUOTED_PROGRAMME = re.compile(
    r"[‘'「『]([^‘’'「」『』]{4,30}?) ?(사업|제도|프로그램|공모전|캠페인|바우처)[’'」』]"
)
ANNOUNCED = re.compile(r"(?:밝혔|밝힌|공시했|발표했|전했|나섰|하기로 했|기로 했)")
NO_ISSUERS = frozenset({Kind.PERSON, Kind.WORK, Kind.EVENT, Kind.COUNTRY, Kind.BODY})
QUOTED = re.compile(r"[‘'「]([^‘’'「」]{2,15})[’'」]")
REPORTED = re.compile(r"(\d{4}년 |올해 |지난해 |작년 )?([1-4]분기|상반기|하반기)")
EVENT_YEAR = re.compile(r"^(?:19|20)\d\d(?:년|-\d\d)? ")
NUMBERED_EVENT = re.compile(
    r"제\d{1,3}회 (?:[가-힣A-Za-z0-9·]+ ){0,3}[가-힣A-Za-z0-9·]*"
    r"(?:축제|문화제|영화제|음악제|예술제|박람회|비엔날레|엑스포|전시회|포럼|대회|콩쿠르|한마당)"
)
NUMBERING = re.compile(r"^(?:[(\[]?\d{1,2}[.)\]]|[■□●▶◆※·-])\s*")
UNNAMED = re.compile(r"^[A-Z] ?(?:씨|군|양|모)?$|^[가-힣]모$")  # 'A씨', '윤모'
INFLECTED = re.compile(
    r"(?:[의을를은는]|에서|으로|하는|[가-힣]과|[가-힣]와|[\d%…\"'])$|[,‘'\"]"
)
OR = frozenset({"또는", "혹은"})
TITLE_TAIL = re.compile(r"\s*[-–—:|(（].*$")


def topics_of(sentence: Sentence) -> list[Mention]:
    return [
        read_phrase(sentence, phrase)
        for phrase in phrases(sentence)
        if not phrase.is_time and is_subject_phrase(sentence, phrase)
    ]


def is_subject_phrase(sentence: Sentence, phrase: Phrase) -> bool:
    word = sentence.words[phrase.last]
    return word.is_topic or (word.is_subject and not word.quoted)


def leading_mentions(sentences: list[Sentence]) -> list[Mention]:
    """Return what the first sentences name: the heart of a report stands there."""
    lead = [s for s in sentences if not s.heading][:LEAD]
    return [
        read_phrase(s, phrase) for s in lead for phrase in phrases(s) if not phrase.is_time
    ]


def scope_of(sentences: list[Sentence], names: Names) -> str:
    """Return "‘청년 월세 특별지원’ 사업" where the lead names one programme, or ""."""
    found = [m for m in leading_mentions(sentences) if m.noun in PROGRAMMES]
    if not found:
        return quoted_programme(sentences)
    if len({m.name for m in found}) != 1:
        return ""
    return f"‘{found[0].name}’ {found[0].noun}"


def quoted_programme(sentences: list[Sentence]) -> str:
    """Return "‘이사비 지원’ 사업" of "'이사비 지원 사업' 신청을 받는다", or ""."""
    lead = [s.text for s in sentences if not s.heading][:LEAD]
    found = {(m[1], m[2]) for text in lead for m in QUOTED_PROGRAMME.finditer(text)}
    if len(found) != 1:
        return ""
    name, noun = found.pop()
    return f"‘{name}’ {noun}"


def product_of(article: Article, sentences: list[Sentence]) -> str:
    """Return what the headline names in quotes, if the lead does too: '모내리 S8'."""
    found = {m[1] for m in QUOTED.finditer(article.title)}
    lead = " ".join([s.text for s in sentences if not s.heading][:LEAD])
    told = [name for name in found if name in lead]
    return told[0] if len(told) == 1 else ""


def company_of(article: Article, sentences: list[Sentence], names: Names) -> str:
    """Return the only company or body that the lead has for a topic, or "".

    A headline that begins with its name decides: '가온시, 10월부터 ...'.
    """
    first = TITLE_START.match(article.title)
    if first and names.counts[first[1]] >= TWICE and names.kind(first[1]) in ISSUERS:
        return first[1]
    lead = [s for s in sentences if not s.heading][:LEAD]
    if first and is_head_of_report(first, article.title, lead, names):
        settle_issuer(first[1], lead, names)
        return first[1]
    found = {
        m.name
        for s in lead
        for m in topics_of(s)
        if names.kind(m.name) in {Kind.COMPANY, Kind.BODY} and names.is_proper(m.name)
    }
    return found.pop() if len(found) == 1 else ""


def is_head_of_report(
    first: re.Match[str], title: str, lead: list[Sentence], names: Names
) -> bool:
    """Tell '한들제과, ... 인상' whose lead says what 한들제과는 announced."""
    name = first[1]
    comma = title[len(name) : len(name) + 1] == ","
    told = any(REPORTED.search(s.text) or ANNOUNCED.search(s.text) for s in lead)
    if not told or not (comma or REPORTED.search(title)):
        return False
    if names.kind(name) in NO_ISSUERS or len(name) < 3:
        return False
    return any(m.name.split()[-1] == name for s in lead for m in topics_of(s))


def settle_issuer(name: str, lead: list[Sentence], names: Names) -> None:
    """What a headline names first is a town or, with an unknown name, a company."""
    names.proper.add(name)
    if names.kind(name) in ISSUERS:
        return
    governed = name.endswith(("시", "군", "구", "도"))
    names.settled[name] = Kind.CITY if governed else Kind.COMPANY


def period_of(sentences: list[Sentence], calendar: Calendar) -> str:
    """Return '2026년 3분기' where the first sentences name one quarter or half, or ""."""
    lead = [s.text for s in sentences if not s.heading][:LEAD]
    found = [match for text in lead for match in REPORTED.finditer(text)]
    parts = {match[2] for match in found}
    if len(parts) != 1 or not calendar.year:
        return ""
    told = next((match[1] for match in found if match[1]), "올해")
    if told[:4].isdigit():
        return f"{told[:4]}년 {found[0][2]}"
    year = calendar.year - (told.strip() in {"지난해", "작년"})
    return f"{year}년 {found[0][2]}"


def event_of(sentences: list[Sentence], names: Names) -> str:
    """Return the one event with its year or number in the lead: 2024 코리아컵 결승."""
    numbered = {
        match[0] for s in sentences[: LEAD + 1] for match in NUMBERED_EVENT.finditer(s.text)
    }
    if len(numbered) == 1:
        return numbered.pop()
    found = [
        m.name
        for m in leading_mentions(sentences)
        if (EVENT_YEAR.match(m.name) and noun_kind(m.name.split()[-1]) is Kind.EVENT)
        or (EVENT_YEAR.match(m.name) and names.kind(m.name) is Kind.EVENT)
    ]
    return found[0] if len(set(found)) == 1 else ""


def section_subject(heading: str, topics: Counter[str], names: Names) -> str:
    """Return 균역법 of the heading '(3) 군역: 균역법', if the text has it for a topic."""
    name = NUMBERING.sub("", heading).split(":")[-1].strip()
    if not name or len(name) > 15 or name in VAGUE_NOUNS or not names.is_proper(name):
        return ""
    return name if name in topics and names.kind(name) is not Kind.PERSON else ""


def subject_of_article(
    article: Article, sentences: list[Sentence], topics: Counter[str], names: Names
) -> str:
    """Return the name that the title is, if the article keeps talking about it."""
    title = TITLE_TAIL.sub("", article.title).strip()
    if title and opens_with(sentences, title, names):
        names.proper.add(title)
        learn_kind(sentences, title, names)
        return title
    if (
        title
        and title not in VAGUE_NOUNS
        and (topics[title] >= 2 or (topics[title] and names.counts[title] >= 3))
    ):
        names.proper.add(title)
        return title
    return (
        person_of_title(title, sentences, names)
        or main_person(topics, names)
        or thing_of_title(title, sentences, topics, names)
    )


def thing_of_title(
    title: str, sentences: list[Sentence], topics: Counter[str], names: Names
) -> str:
    """Return the object of '백제 금동대향로', which the text calls 향로, or "".

    Of '담양 소쇄원', which it calls 소쇄원, that shorter name.
    """
    parts = title.split()
    last = parts[-1] if parts else ""
    if not 1 < len(parts) <= LEAD or len(last) < 2 or any(map(INFLECTED.search, parts)):
        return ""
    tails = [last[-n:] for n in range(2, len(last)) if topics[last[-n:]] >= TWICE]
    told = sum(w.core == last for s in sentences for w in s.words if not s.heading)
    name = ""
    if tails or is_shown(last, sentences):
        name = title
    elif topics[last] and told >= OFTEN and last not in VAGUE_NOUNS:
        name = last
    if not name or names.kind(name) is Kind.PERSON:
        return ""
    names.proper.add(name)
    names.nouns.setdefault(name, tails[-1] if tails else last)
    return name


def is_shown(noun: str, sentences: list[Sentence]) -> bool:
    """Tell '이 청동 그릇은 ... 측우기입니다', the first words of a label."""
    first = first_sentence(sentences)
    if first is None or not is_copular(first.words[-1]):
        return False
    return first.words[0].text == "이" and first.words[-1].core == noun


def opens_with(sentences: list[Sentence], title: str, names: Names) -> bool:
    """Tell whether the article opens with 'TITLE은 ... 이다', or with its name."""
    first = first_sentence(sentences)
    if first is None:
        return False
    copular = is_copular(first.words[-1])
    topic = next((phrase for phrase in phrases(first) if not phrase.is_time), None)
    if topic is None:
        return False
    if copular and is_label(first, sentences, title):
        return True
    name = topic.text.strip("‘’'")
    if first.words[topic.last].is_topic:
        if name == title:
            return copular or names.is_proper(title)
        return is_fuller(opening_words(first), title)
    return copular and name == title and is_followed_by_or(first, topic)


def is_followed_by_or(sentence: Sentence, phrase: Phrase) -> bool:
    return any(w.core in OR for w in sentence.words[phrase.last + 1 : phrase.last + 2])


def first_sentence(sentences: list[Sentence]) -> Sentence | None:
    return next((s for s in sentences if not s.heading and s.words), None)


def opening_words(first: Sentence) -> str:
    """Return the words of the first topic, also those that the tagger takes for verbs."""
    for word in first.words:
        if word.is_topic:
            return first.text[first.words[0].start : word.core_end]
    return ""


def is_fuller(name: str, title: str) -> bool:
    """Tell 'A 프리티오프 B', whose article is called 'A B'."""
    whole, short = name.split(), title.split()
    return (
        len(short) > 1
        and len(whole) > len(short)
        and whole[-1] == short[-1]
        and (whole[0] == short[0])
    )


def is_label(first: Sentence, sentences: list[Sentence], title: str) -> bool:
    """Tell '고산자 김정호가 만든 전도입니다' under the title, as on a museum's label."""
    before = [s.text for s in sentences if s.span.start < first.span.start]
    if len(title.split()) > 2 or not any(text.startswith(title) for text in before):
        return False
    if any(w.is_topic or w.quoted for w in first.words):
        return False
    body = tuple(range(len(first.words)))
    return not subject_words(first, body)


def person_of_title(title: str, sentences: list[Sentence], names: Names) -> str:
    """Return whom 'NAME, 나비의 한살이를 그리다' names, if the lead names her too."""
    name, _, rest = title.partition(",")
    if not rest or names.kind(name) is not Kind.PERSON or not names.is_proper(name):
        return ""
    return name if any(m.name == name for m in leading_mentions(sentences)) else ""


def under_one_name(
    told: list[list[Mention]], subject: str, sentences: list[Sentence], names: Names
) -> list[list[Mention]]:
    """Let 바사함은 and 메리안은 be about what the article calls 바사호, 마리아 메리안."""
    known = other_names(subject, sentences, names) if subject else frozenset()
    if not known:
        return told
    return [
        [replace(m, name=subject) if m.name in known else m for m in mentions]
        for mentions in told
    ]


def other_names(subject: str, sentences: list[Sentence], names: Names) -> frozenset[str]:
    """Return the other names of the article's subject: of its first line, or a part."""
    found = set(names.others(subject))
    first = first_sentence(sentences)
    if first is not None:
        opening = [p for p in phrases(first) if not p.is_time][:2]
        name = opening[0].text.strip("‘’'") if opening else ""
        if is_fuller(opening_words(first), subject):
            found |= {opening_words(first), name, read_phrase(first, opening[0]).name}
        if name == subject and len(opening) > 1 and is_followed_by_or(first, opening[0]):
            found.add(read_phrase(first, opening[1]).name)
    if names.kind(subject) is Kind.PERSON and " " in subject:
        found.add(subject.split()[-1])
    return frozenset(found) - {subject}


def learn_kind(sentences: list[Sentence], title: str, names: Names) -> None:
    """A title that is no name to the tagger is what its first sentence says."""
    first = next(s for s in sentences if not s.heading and s.words)
    said = [w for w in first.words if w.comma_noun_ends(RUNNING_ON)]
    noun = first.words[-1].core if is_copular(first.words[-1]) else ""
    noun = noun or (said[0].core if said else "")
    kind = noun_kind(noun) if noun else None
    if noun and noun not in VAGUE_NOUNS:
        names.nouns.setdefault(title, noun)
    if kind and (names.kind(title) in {None, Kind.THING} or kind is Kind.PERSON):
        names.settled[title] = kind


def main_person(topics: Counter[str], names: Names) -> str:
    """Return the person whom most sentences with a named topic are about, or ""."""
    persons: Counter[str] = Counter()
    for name, count in topics.items():
        if names.kind(name) is Kind.PERSON and not UNNAMED.match(name):
            others = names.others(name)
            persons[name] = count + sum(topics[other] for other in others)
    named = sum(count for name, count in topics.items() if names.is_proper(name))
    if not persons:
        return ""
    name, count = persons.most_common(1)[0]
    return name if count >= OFTEN and count * 5 >= named * 2 else ""
