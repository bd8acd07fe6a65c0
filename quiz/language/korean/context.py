"""Who or what 그는, 이 회사는 and a missing subject mean, in the safe cases only."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from quiz.core.article import Article
from quiz.language.korean.clauses import RUNNING_ON, subject_words
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.moments import (
    Calendar,
    calendar_of,
    day_in,
    is_future,
    resolve,
    year_in,
)
from quiz.language.korean.morphology import Sentence, Word
from quiz.language.korean.names import Names
from quiz.language.korean.phrases import Phrase, is_copular, is_time_word, phrases
from quiz.language.korean.wordlists import (
    SURNAMES,
    VAGUE_NOUNS,
    Kind,
    head_noun,
    noun_kind,
    title_of,
)

KEPT, LONG, LEAD, OFTEN = 8, 20, 3, 3
TWICE = 2
ERA = 80  # years: after such a leap '이듬해' may belong to either time
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
REPORTED = re.compile(r"(\d{4}년 |올해 |지난해 |작년 )?([1-4]분기|상반기|하반기)")
SEASON = re.compile(r"\d{4}[-–/]\d{2}(?!\d)")
EVENT_YEAR = re.compile(r"^(?:19|20)\d\d(?:년|-\d\d)? ")
PERSON_PRONOUNS = frozenset({"그", "그녀"})
PLACE_PRONOUNS = frozenset({"이곳", "그곳"})
SUBJECT_JOSA = frozenset({"은", "는", "의", "가", "도"})
POINTING = frozenset({"이", "그", "해당", "동"})
GENERIC = frozenset(
    [
        "회사",
        "기업",
        "업체",
        "기관",
        "단체",
        "나라",
        "국가",
        "도시",
        "작품",
        "행사",
        "인물",
        "사람",
        "곳",
    ]
)
NUMBERING = re.compile(r"^(?:[(\[]?\d{1,2}[.)\]]|[■□●▶◆※·-])\s*")
LATER_YEAR = re.compile(r"(?<![가-힣])(이듬해|다음 해|같은 해|그해)(?=[\s에])")
# What stands for a thing by a wider word: a 전열함 is a 배, a 소설집 a 책.
WIDER = {
    "배": ("함", "선", "호", "범선", "군함", "여객선"),
    "책": (
        "책",
        "소설",
        "소설집",
        "시집",
        "사전",
        "서적",
        "역사서",
        "수필집",
        "동화",
        "저서",
    ),
    "작품": ("소설", "시", "희곡", "영화", "그림", "조각", "교향곡", "오페라", "연극"),
    "구단": ("클럽", "팀", "구단"),
    "영화": ("영화",),
    "나라": ("왕국", "공화국", "제국"),
    "건물": ("건물", "건축물", "궁전", "성당", "사찰"),
}
UNNAMED = re.compile(r"^[A-Z] ?(?:씨|군|양|모)?$|^[가-힣]모$")  # 'A씨', '윤모'
OR = frozenset({"또는", "혹은"})
TITLE_TAIL = re.compile(r"\s*[-–—:|(（].*$")


@dataclass(frozen=True, slots=True)
class Context:
    """What was last talked about before a sentence."""

    topic: str = ""  # the last named topic in this paragraph
    person: str = ""  # the last person who was a topic in this paragraph
    year: int | None = None
    day: str = ""  # the last full date, 이날
    heading: str = ""
    lead: bool = False  # the first sentence that is no heading
    before: str = ""  # the sentence before
    subject: str = ""  # what the whole article is about
    scope: str = ""  # the programme, contest or show that the article is about
    section: bool = False  # `subject` is what a heading names
    company: str = ""  # whose results or chief it speaks of
    period: str = ""  # of which year and quarter the results are
    event: str = ""  # the match or meeting that it reports
    goes_on: bool = False  # the sentence before was about `topic`
    previous: Sentence | None = None  # the sentence before, of the same paragraph
    named: tuple[str, ...] = ()  # names of this paragraph, the last one last


def contexts(article: Article, sentences: list[Sentence], names: Names) -> list[Context]:
    """Return for every sentence what stood before it."""
    told = [topics_of(sentence) for sentence in sentences]
    topics = Counter(mention.name for mentions in told for mention in mentions)
    subject = subject_of_article(article, sentences, topics, names)
    told = under_one_name(told, subject, sentences, names)
    calendar = calendar_of(article)
    start = Context(
        subject, subject if names.kind(subject) is Kind.PERSON else "", subject=subject
    )
    start = replace(
        start,
        scope=scope_of(sentences, names),
        event=event_of(sentences, names),
        company=company_of(article, sentences, names),
        period=period_of(sentences, calendar),
    )
    now, paragraph, found = start, -1, []
    heading, opened, before_opened, jumped = "", False, False, False
    for sentence, about in zip(sentences, told, strict=True):
        if sentence.paragraph != paragraph:
            named = now.named if len(sentence.text) < LONG or now.named else ()
            now = replace(start, year=now.year, day=now.day, named=named[-KEPT:])
            paragraph = sentence.paragraph
        if sentence.heading:
            heading = sentence.text
            section = section_subject(heading, topics, names)
            if section:
                start = replace(start, subject=section, topic=section, section=True)
                now = replace(now, subject=section, topic=section, section=True)
            elif start.subject != subject:
                start = replace(start, subject=subject, topic=subject, section=False)
                now = replace(now, subject=subject, topic=subject, section=False)
        opened = opened or not sentence.heading
        now = replace(now, heading=heading, lead=opened and not before_opened)
        before_opened = opened
        last = now.year
        meant = year_meant(sentence.text, calendar, last, jumped)
        told_before = replace(now, year=meant)
        found.append(told_before)
        text = resolve(sentence.text, calendar, told_before.year)
        now = remember(after(now, sentence, about, names), sentence, names)
        year = year_in(text)
        if year is None and SEASON.search(text):
            now = replace(now, year=None)  # '1983-84 시즌': 그해 is of two years
        if year is not None:
            jumped = last is not None and abs(year - last) > ERA
            now = replace(now, year=year)
        day = day_in(text)
        now = replace(now, before=sentence.text, previous=sentence)
        if day and not is_future(day, calendar):
            now = replace(now, day=day)
    return found


def year_meant(
    text: str, calendar: Calendar, last: int | None, jumped: bool = False
) -> int | None:
    """Return the year before 이듬해 or 같은 해: of its sentence, else the last.

    `jumped`: the last one named belongs to another age than the one before it.
    """
    later = LATER_YEAR.findall(text)
    if not later:
        return last
    before = year_in(resolve(LATER_YEAR.split(text)[0], calendar, None))
    year = before or (None if jumped else last)
    return None if year is not None and len(later) > 1 and "다음 해" in later else year


def remember(now: Context, sentence: Sentence, names: Names) -> Context:
    """Add the names of a sentence: '이 대회' may mean one of them."""
    found = [
        mention.name
        for phrase in phrases(sentence)
        if not phrase.is_time
        for mention in [read_phrase(sentence, phrase)]
        if names.is_proper(mention.name)
    ]
    return replace(now, named=(*now.named, *found)[-KEPT:])


def after(
    before: Context, sentence: Sentence, told: list[Mention], names: Names
) -> Context:
    year = year_in(sentence.text) or before.year
    topics = [m for m in told if names.is_proper(m.name)]
    if not topics and before.subject and not before.person and not sentence.heading:
        about = [m.name for m in told]
        said = any(before.subject.endswith(name) for name in about)
        goes_on = said or (before.goes_on and before.topic == before.subject)
        return replace(before, topic=before.subject, year=year, goes_on=goes_on)
    if not topics:
        pronoun = any(w.core in PERSON_PRONOUNS for w in sentence.words if w.is_topic)
        keeps = pronoun or not any(w.is_topic or w.is_subject for w in sentence.words)
        return (
            replace(before, year=year)
            if keeps
            else replace(before, topic="", person=before.person, year=year)
        )
    topic = topics[0].name
    person = topic if names.kind(topic) is Kind.PERSON else ""
    marked = any(w.is_topic and w.core in topic for w in sentence.words)
    marked = marked and sum(is_theme(w) for w in sentence.words) == 1
    return replace(
        before, topic=topic, person=person or before.person, year=year, goes_on=marked
    )


def is_theme(word: Word) -> bool:
    """Tell '몸체는 ..., 영침은 ...': after two, what goes on isn't sure."""
    return word.is_topic and not word.quoted and not is_time_word(word.core)


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
    if len({m.name for m in found}) != 1:
        return ""
    return f"‘{found[0].name}’ {found[0].noun}"


def company_of(article: Article, sentences: list[Sentence], names: Names) -> str:
    """Return the only company or body that the lead has for a topic, or "".

    A headline that begins with its name decides: '가온시, 10월부터 ...'.
    """
    first = TITLE_START.match(article.title)
    if first and names.counts[first[1]] >= TWICE and names.kind(first[1]) in ISSUERS:
        return first[1]
    lead = [s for s in sentences if not s.heading][:LEAD]
    found = {
        m.name
        for s in lead
        for m in topics_of(s)
        if names.kind(m.name) in {Kind.COMPANY, Kind.BODY} and names.is_proper(m.name)
    }
    return found.pop() if len(found) == 1 else ""


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
    """Return the one event with its year in the lead: 2024 코리아컵 결승."""
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
    return person_of_title(title, sentences, names) or main_person(topics, names)


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


def called_by(text: str, context: Context, names: Names) -> str:
    """Return the article's subject where `text` is a bare noun for it: 배를, 책을."""
    subject = context.subject
    bare = " " not in text and not names.is_proper(text)
    return subject if subject and bare and is_called(text, subject, names) else ""


def is_called(noun: str, name: str, names: Names) -> bool:
    """Tell 배 of what the text calls a 전열함, and 축제 of what it calls a 민속 축제."""
    told = names.nouns.get(name, "")
    called = head_noun(told)
    if len(called) >= 2 and noun == called:
        return True
    return bool(told) and told.endswith(WIDER.get(noun, ()))


def referent(word: Word, after: str, context: Context, names: Names) -> str | None:
    """Return what a pronoun means ('그는' -> a person), or "" where that isn't known.

    None says that it is no pronoun. `after` is the noun after 이 in '이 회사는'.
    """
    if word.core in PLACE_PRONOUNS and word.josa in {"에서", "에", "에는", "에서는"}:
        return ""
    if word.core in PERSON_PRONOUNS and word.josa:
        # '그를' may mean anybody of the sentence; '그는' is whom the text is about.
        return person_meant(context, names) if word.josa in SUBJECT_JOSA else ""
    if word.core in SURNAMES and not word.josa and title_of(after):
        return whole_name(word.core, after, names)
    if word.core in POINTING and not word.josa and after:
        return pointed(after, context, names)
    return None


def person_meant(context: Context, names: Names) -> str:
    """In a biography '그는' after a sentence about another may be either."""
    subject = context.subject
    if names.kind(subject) is not Kind.PERSON:
        return "" if names_another(context, names) else context.person
    return subject if context.person in {subject, *names.others(subject)} else ""


def names_another(context: Context, names: Names) -> bool:
    """Tell whether the sentence before ends with another who may be meant as well."""
    person, topic, previous = context.person, context.topic, context.previous
    if not person or previous is None:
        return False
    own = {person, person.split()[-1], *names.others(person)}
    if topic and topic not in own and names.kind(topic) in {None, Kind.THING}:
        return True  # a name that no sign tells from a person's
    last = ""
    for phrase in phrases(previous):
        name = "" if phrase.is_time else read_phrase(previous, phrase).name
        last = name if names.kind(name) is Kind.PERSON else last
    return bool(last) and last not in own


def whole_name(surname: str, title: str, names: Names) -> str | None:
    """'최 시장' is the article's only person named 최."""
    found = [n for n in names.of_kind(Kind.PERSON) if n[0] == surname and " " not in n]
    return f"{found[0]} {title}" if len(found) == 1 else ""


def pointed(noun: str, context: Context, names: Names) -> str:
    """'이 회사' is the last topic if that is a company, or the only one named just now."""
    if context.scope.endswith(f"’ {noun}"):
        return context.scope  # the one programme that the article is about
    kind = noun_kind(noun)
    topic = context.topic
    called = names.nouns.get(topic, "")
    if topic and ((called and called.endswith(noun)) or topic.endswith(noun)):
        return topic
    if noun not in GENERIC:
        kind = None  # '이 절' is not any place
    if topic and kind and names.kind(topic) is kind:
        return topic
    same = [n for n in context.named if n.endswith(noun) or names.nouns.get(n, "") == noun]
    if not same and kind:
        same = [n for n in context.named if names.kind(n) is kind]
    if len(set(same)) != 1 or (noun in context.before and same[-1] not in context.before):
        return ""  # '이 공장' is rather the nameless one of the sentence before
    return same[-1]
