"""What the teacher should look at: contradictions, old claims about now, misspelt names."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from rapidfuzz.distance import Levenshtein

from quiz.core.article import Article
from quiz.core.questions import Warning, plain
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.glosses import is_hanja, is_latin
from quiz.language.korean.josa import attach
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.names import Names
from quiz.language.korean.related_words import is_known
from quiz.language.korean.wordlists import Kind

SHORT = re.compile(r"([A-Z][A-Za-z]?[A-Z0-9]{1,6}|[A-Z]{2,8})[’'”]?$")
MEANT = tuple[str, tuple[int, int]]
OLD = timedelta(days=2 * 365)
NOW = re.compile(
    r"(?<![가-힣])(?<![년월일] )(?<!당시 )"
    r"(현재|최근|요즘|올해 기준)(?=[\s은는도에의까,])(?! [가-힣]+ 당시)"
)
SENTENCE = re.compile(r"[^.\n]+(?:\.(?=\d)[^.\n]*)*[.\n]?")
MOST_SPANS = 6
# What happens once: two years for it cannot both be right.
ONCE = re.compile(
    r"(?:태어난|출생한|숨진|사망한|별세한|세상을 떠난|숨을 거둔|설립된|창립된|창설된|"
    r"창건된|준공된|완공된|완성된|개관한|개교한|개통된|창간된|건국된|반포된|발견된) "
)
# What a thing has one of at a time.
MEASURED = re.compile(
    r"(?:높이|길이|무게|넓이|면적|너비|폭|깊이|지름|입지름|둘레|두께|몸길이|몸무게|해발|"
    r"정원|좌석|층수|회원국|상금|사업비|공사비|예산|요금)(?:은|는) "
)
SHORTEST_NAME, USUAL = 4, 3
PARTICLES = frozenset("은는이가을를와과의도로에")


def contradictions(sentences: Sequence[Sentence]) -> tuple[list[Warning], frozenset[str]]:
    """Return a warning for each abbreviation that is explained in two ways, and those."""
    korean: dict[str, list[MEANT]] = defaultdict(list)
    latin: dict[str, list[MEANT]] = defaultdict(list)
    for sentence in sentences:
        for gloss in sentence.glosses:
            short = SHORT.search(sentence.text[: gloss.at])
            if short is None:
                continue
            place = (sentence.span.start, sentence.span.end)
            for text in (t.strip() for t in gloss.text.split(",")):
                if is_hanja(text) or not text:
                    continue
                (latin if is_latin(text) else korean)[short[1]].append((text, place))
    warnings, disputed = [], set()
    for meanings in (korean, latin):
        for short_form, told in meanings.items():
            if len({plain(text) for text, _ in told}) > 1:
                disputed.add(short_form)
                warnings.append(warning(short_form, told))
    return warnings, frozenset(disputed)


def warning(short: str, told: list[MEANT]) -> Warning:
    texts = list(dict.fromkeys(text for text, _ in told))
    listed = ", ".join(f"‘{text}’" for text in texts)
    last = texts[-1]
    message = (
        f"‘{short}’의 풀이가 글 안에서 서로 다릅니다: {attach(listed, '이')}"
        f" 함께 나옵니다. 이 약어의 뜻을 묻는 문제는 만들지 않았습니다."
    )
    return Warning(
        "contradiction", message if last else "", tuple(dict.fromkeys(p for _, p in told))
    )


def disagreements(candidates: Iterable[Candidate]) -> Iterator[Warning]:
    """Yield a warning for each thing asked the same way with another figure elsewhere."""
    told: dict[str, dict[str, Candidate]] = defaultdict(dict)
    for candidate in candidates:
        if candidate.prompt and is_told_once(candidate):
            told[plain(candidate.prompt)].setdefault(candidate.accepted[0], candidate)
    for by_figure in told.values():
        found = list(by_figure.values())
        if len({c.sentence.span.start for c in found}) > 1 and differ(list(by_figure)):
            yield disagreement(found)


def is_told_once(candidate: Candidate) -> bool:
    """Tell whether what is asked has one figure: a height, the year of a birth."""
    if candidate.names is Kind.DATE:
        return ONCE.search(candidate.prompt) is not None
    return candidate.names is Kind.NUMBER and bool(MEASURED.search(candidate.prompt))


def differ(figures: list[str]) -> bool:
    """Tell whether no figure is another, or its beginning: 1950년 and 1950년 3월 agree."""
    told = [re.sub(r"^약 ?|[\s,]", "", figure) for figure in figures]
    return not any(a.startswith(b) for a in told for b in told if a is not b)


def disagreement(found: list[Candidate]) -> Warning:
    listed = ", ".join(f"‘{candidate.accepted[0]}’" for candidate in found)
    spans = dict.fromkeys((c.sentence.span.start, c.sentence.span.end) for c in found)
    return Warning(
        "figures",
        f"글 안의 수치가 서로 다릅니다: ‘{found[0].prompt}’라는 물음에"
        f" {attach(listed, '이')} 함께 나옵니다. 어느 쪽이 맞는지 확인해 주십시오.",
        tuple(spans),
    )


def claims_about_now(article: Article, now: datetime) -> Iterator[Warning]:
    """Yield one warning where an article of two years ago says how things are now."""
    if article.date is None or now.date() - article.date < OLD:
        return
    spans, words = [], []
    for sentence in SENTENCE.finditer(article.text):
        if match := NOW.search(sentence[0]):
            start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
            spans.append((start, sentence.end()))
            words.append(match[1])
    if spans:
        listed = ", ".join(f"‘{word}’" for word in dict.fromkeys(words))
        yield Warning(
            "outdated",
            f"{article.date.year}년에 쓴 글입니다. {attach(listed, '이라고')} 한 내용은"
            " 지금과 다를 수 있으니 문제를 내기 전에 확인해 주십시오.",
            tuple(spans[:MOST_SPANS]),
        )


def likely_misspellings(names: Names, sentences: Sequence[Sentence]) -> Iterator[Warning]:
    """Yield a warning for each long name told once that is one letter off a usual one."""
    usual: dict[str, list[str]] = defaultdict(list)
    long = [n for n in sorted(names.proper) if is_long_name(n)]
    for name in (n for n in long if names.counts[n] >= USUAL):
        for pattern in patterns_of(name):
            usual[pattern].append(name)
    for rare in (n for n in long if names.counts[n] == 1):
        alike = {n for p in patterns_of(rare) for n in usual.get(p, ())}
        for name in sorted(alike):
            if is_slip(rare, name) and not is_known(rare):
                yield misspelling(rare, name, sentences)


def is_long_name(name: str) -> bool:
    return len(name) >= SHORTEST_NAME and re.fullmatch(r"[가-힣 ]+", name) is not None


def patterns_of(name: str) -> list[str]:
    return [name[:place] + "*" + name[place + 1 :] for place in range(len(name))]


def is_slip(rare: str, usual: str) -> bool:
    """Tell whether one letter of one syllable differs, and no particle is meant."""
    if rare[:-1] == usual[:-1] and {rare[-1], usual[-1]} & PARTICLES:
        return False
    apart = [unicodedata.normalize("NFD", name) for name in (rare, usual)]
    return bool(Levenshtein.distance(*apart, score_cutoff=1) == 1)


def misspelling(rare: str, usual: str, sentences: Sequence[Sentence]) -> Warning:
    spans = [
        next((s.span.start, s.span.end) for s in sentences if name in s.text)
        for name in (rare, usual)
        if any(name in s.text for s in sentences)
    ]
    return Warning(
        "spelling",
        f"{attach(f'‘{rare}’', '은')} 글에 한 번만 나오고 {attach(f'‘{usual}’', '과')}"
        " 거의 같습니다. 잘못 적은 이름이 아닌지 확인해 주십시오.",
        tuple(dict.fromkeys(spans)),
    )
