"""Who or what 그는, 이 회사는 and a missing subject mean, in the safe cases only."""

import re
from collections import Counter
from dataclasses import replace

from quiz.core.article import Article
from quiz.language.korean.article_subject import (
    company_of,
    event_of,
    period_of,
    product_of,
    scope_of,
    section_subject,
    subject_of_article,
    topics_of,
    under_one_name,
)
from quiz.language.korean.item_scope import announced_by
from quiz.language.korean.life_spans import died_in, owned_by
from quiz.language.korean.match_reports import match_of
from quiz.language.korean.mentions import Mention, is_korean_name, read_phrase
from quiz.language.korean.moments import (
    Calendar,
    calendar_of,
    day_in,
    is_future,
    resolve,
    year_in,
)
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.names import Names
from quiz.language.korean.phrases import is_time_word, phrases
from quiz.language.korean.report_days import day_of_report
from quiz.language.korean.short_names import Bodies, bodies_of
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import (
    SURNAMES,
    Kind,
    head_noun,
    noun_kind,
    title_of,
)

KEPT, LONG = 8, 20
COMPANIES = frozenset({"회사", "기업", "업체"})
POINTED_KINDS = frozenset({Kind.CITY, Kind.COUNTRY, Kind.WORK, Kind.COMPANY})
ERA = 80  # years: after such a leap '이듬해' may belong to either time
SEASON = re.compile(r"\d{4}[-–/]\d{2}(?!\d)")
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
MAKER = re.compile(r"(?:만든|지은|그린|쓴|펴낸|세운|발명한|설계한|엮은)$")  # is told of
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
# What '이 학교' points back to, by how its name ends.
POINTED_AS = WIDER | {
    "건물": (*WIDER["건물"], "궁", "관", "탑"),
    "학교": ("학교", "대학", "학당", "학원", "고보"),
    "호수": ("호",),
    "강": ("강",),
    "산": ("산", "봉"),
    "섬": ("섬", "도"),
    "도시": ("시",),
    "다리": ("교", "다리"),
    "신문": ("신문", "일보"),
    "전쟁": ("전쟁", "왜란", "호란"),
    "종": ("종", "동물", "식물", "나무", "물고기", "포유류", "새", "꽃", "관목"),
    "동물": ("동물", "포유류"),
    "나무": ("나무", "교목", "관목"),
    "새": ("새",),
}


@value(frozen=True, slots=True)
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
    product: str = ""  # what the headline names in quotes
    section: bool = False  # `subject` is what a heading names
    company: str = ""  # whose results or chief it speaks of
    period: str = ""  # of which year and quarter the results are
    event: str = ""  # the match or meeting that it reports
    match: str = ""  # that one with its day and both sides, where it has no name
    bodies: Bodies = ()  # 공단 and of which it is short
    notice: str = ""  # the scheme or thing that an article written in items is about
    goes_on: bool = False  # the sentence before was about `topic`
    previous: Sentence | None = None  # the sentence before, of the same paragraph
    named: tuple[str, ...] = ()  # names of this paragraph, the last one last
    carried: str = ""  # the last named topic of this paragraph
    since: int = 0  # sentences between that one and this one
    died: int | None = None  # the year, of the person whom the article is about
    owned: frozenset[str] = frozenset()  # nouns that the text says are that person's


def contexts(article: Article, sentences: list[Sentence], names: Names) -> list[Context]:
    """Return for every sentence what stood before it."""
    told = [topics_of(sentence) for sentence in sentences]
    topics = Counter(mention.name for mentions in told for mention in mentions)
    subject = subject_of_article(article, sentences, topics, names)
    told = under_one_name(told, subject, sentences, names)
    calendar = calendar_of(article)
    life = subject if names.kind(subject) is Kind.PERSON else ""
    start = replace(
        whole_context(article, sentences, names, calendar),
        topic=subject,
        person=life,
        subject=subject,
        died=died_in(sentences) if life else None,
        owned=owned_by(life, sentences),
    )
    reported = day_of_report(sentences, calendar)
    now, paragraph, found = start, -1, []
    heading, opened, before_opened, jumped = "", False, False, False
    for sentence, about in zip(sentences, told, strict=True):
        if sentence.paragraph != paragraph:
            named = now.named if len(sentence.text) < LONG or now.named else ()
            day = now.day if reported is None else reported
            now = replace(start, year=now.year, day=day, named=named[-KEPT:])
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
        lead = opened and not before_opened
        if (heading, lead) != (now.heading, now.lead):
            now = replace(now, heading=heading, lead=lead)
        before_opened = opened
        last = now.year
        meant = year_meant(sentence.text, calendar, last, jumped)
        found.append(now if meant == now.year else replace(now, year=meant))
        text = resolve(sentence.text, calendar, meant)
        now = after(now, sentence, about, names)
        year, day = year_in(text), day_in(text)
        if year is not None:
            jumped = last is not None and abs(year - last) > ERA
        elif not SEASON.search(text):
            year = now.year  # but of '1983-84 시즌' 그해 is either of two
        day = day if day and not is_future(day, calendar) else now.day
        carried, since = carry(now, sentence, about, names)
        named = (*now.named, *named_in(sentence, names))[-KEPT:]
        now = replace(
            now, named=named, year=year, before=sentence.text, previous=sentence,
            carried=carried, since=since, day=day,
        )  # fmt: skip
    return found


def whole_context(
    article: Article, sentences: list[Sentence], names: Names, calendar: Calendar
) -> Context:
    """Return what holds for the whole article; its full names of bodies become known."""
    bodies = bodies_of(sentences)
    names.proper.update(full for _, full in bodies)
    return Context(
        scope=scope_of(sentences, names),
        product=product_of(article, sentences),
        event=event_of(sentences, names),
        match=match_of(sentences, calendar),
        bodies=bodies,
        notice=announced_by(article),
        company=company_of(article, sentences, names),
        period=period_of(sentences, calendar),
    )


def carry(
    now: Context, sentence: Sentence, told: list[Mention], names: Names
) -> tuple[str, int]:
    """Return the last topic with a name, and the sentences since."""
    if sentence.heading:
        return now.carried, now.since
    if sum(is_theme(w) and is_korean_name(w.core) for w in sentence.words) > 1:
        return "", now.since + 1  # '최가람은 ..., 박누리는 ...': either may go on
    topic = next(
        (m.name for m in told if names.is_proper(m.name) and is_told_of(m.name, sentence)),
        "",
    )
    return topic or now.carried, 0 if topic else now.since + 1


def is_told_of(name: str, sentence: Sentence) -> bool:
    """Tell whom a sentence is about from the 광해군 of '광해군이 즉위한 1608년'."""
    words = sentence.words
    last = name.split()[-1]
    found = [n for n, w in enumerate(words) if w.core.endswith(last)]
    marked = [n for n in found if words[n].is_topic or words[n].is_subject]
    return not marked or any(
        words[n].is_topic or not (n + 1 < len(words) and describes_next(words[n + 1]))
        for n in marked
    )


def describes_next(word: Word) -> bool:
    doing = word.part is Part.ADNOMINAL and word.has_verb
    return doing and MAKER.match(word.text) is None


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


def named_in(sentence: Sentence, names: Names) -> list[str]:
    """Return the names of a sentence: '이 대회' may mean one of them."""
    return [
        mention.name
        for phrase in phrases(sentence)
        if not phrase.is_time
        for mention in [read_phrase(sentence, phrase)]
        if names.is_proper(mention.name)
    ]


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
        if word.josa not in SUBJECT_JOSA:
            return context.subject if is_told(context, names) else ""
        return person_meant(context, names) or person_likely(context, names)
    if word.core in SURNAMES and not word.josa and title_of(after):
        return whole_name(word.core, after, names)
    if len(word.core) == 2 and word.core[1] == "씨" and word.core[0] in SURNAMES:
        return whole_name(word.core[0], "씨", names)  # '문씨는'
    if word.core in POINTING and not word.josa and after:
        return pointed(after, context, names)
    return None


def person_meant(context: Context, names: Names) -> str:
    """In a biography '그는' after a sentence about another may be either."""
    subject = context.subject
    if names.kind(subject) is not Kind.PERSON:
        return "" if names_another(context, names) else context.person
    return subject if context.person in {subject, *names.others(subject)} else ""


def person_likely(context: Context, names: Names) -> str:
    """Return whom '그는' means some sentences later: in a life whom it tells."""
    if names_another(context, names):
        return ""
    if names.kind(context.subject) is Kind.PERSON:
        return context.subject
    carried = context.carried if context.since == 0 else ""
    return carried if names.kind(carried) is Kind.PERSON else context.person


def is_told(context: Context, names: Names) -> bool:
    """Tell a life whose person the sentence before was about."""
    subject = context.subject
    own = {subject, *names.others(subject)}
    return names.kind(subject) is Kind.PERSON and context.person in own


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
        # '이 공장' is rather the nameless one of the sentence before
        return likely_pointed(noun, context, names)
    return same[-1]


def likely_pointed(noun: str, context: Context, names: Names) -> str:
    """Return what '이 NOUN' may mean: the article's subject, or the last such name."""
    subject, kind = context.subject, noun_kind(noun)
    ends = POINTED_AS.get(noun, (noun,) if len(noun) > 1 else ())
    if subject and (noun in subject.split() or is_called(noun, subject, names)):
        return subject
    called = names.nouns.get(subject, "")
    if subject and ends and (subject.endswith(ends) or called.endswith(ends)):
        return subject
    if kind in POINTED_KINDS and names.kind(subject) is kind:
        return subject
    if noun in COMPANIES:
        only = context.carried in {"", context.company}
        firm = names.kind(context.company) is Kind.COMPANY  # no council, no town
        return context.company if only and firm else ""
    if noun in context.before:
        return phrase_with(noun, context.previous)
    return next((n for n in reversed(context.named) if ends and n.endswith(ends)), "")


def phrase_with(noun: str, previous: Sentence | None) -> str:
    """Return '염분비 일정 법칙' for '이 법칙', if the sentence before names one such."""
    if previous is None or len(noun) < 2:
        return ""
    found = {
        read_phrase(previous, phrase).name
        for phrase in phrases(previous)
        if not phrase.is_time and phrase.text.endswith(noun)
    }
    name = found.pop() if len(found) == 1 else ""
    told = name.endswith(noun) and name != noun and not any(c.isdigit() for c in name)
    return name if told else ""
