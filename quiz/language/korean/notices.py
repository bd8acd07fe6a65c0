"""What the teacher should look at: abbreviations whose meanings disagree."""

import re
from collections import defaultdict
from collections.abc import Sequence

from quiz.core.questions import Warning, plain
from quiz.language.korean.glosses import is_hanja, is_latin
from quiz.language.korean.josa import attach
from quiz.language.korean.morphology import Sentence

SHORT = re.compile(r"([A-Z][A-Za-z]?[A-Z0-9]{1,6}|[A-Z]{2,8})[’'”]?$")
MEANT = tuple[str, tuple[int, int]]


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
