"""What the words beside a gap give away or leave untold: days counted on, rows of years."""

import re
from functools import lru_cache

COUNT = r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
DAYS = r"(?:하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름|일주일|\d+(?:일|년|달|개월))"
SPAN = rf"(?:이틀|사흘|나흘|닷새|열흘|\d+(?:일|주|년|개월|달|시간)|{COUNT} ?(?:해|달|시간))"
# Each with what it needs, for which asking is cheap.
BADLY_GAPPED = tuple(
    (needed, re.compile(pattern))
    for needed, pattern in (
        # as in '10월 12일 ..., 닷새 뒤인 {{10월 17일}}'
        ("인 {{", rf"{DAYS} (?:뒤|후|전)인 \{{\{{"),
        ("하루", r"일 [^{]*하루 (?:미뤄|앞당|늦춰|연기)[^{]*\{\{"),
        # as in '{{2015년}} 9만 명에서 2025년 7만 명으로 10년 새'
        ("년}}", r"\d{4}년\D.*\d+년 (?:새|사이)(?=[ ,에])"),
        # as in '{{2023년}} 3.6%, 2024년 2.3%'
        ("%", r"\d{4}년\}* \{*[\d.]+ ?%?\}*, \{*\d{4}년\}* \{*[\d.]+ ?%"),
        # 'A, B, C의 {{세 가지 일}}을': they can be counted.
        (
            "의 {{",
            rf"(?:[^,]+, ){{2,}}[^,]+의 \{{\{{(?:\d+|{COUNT}) ?(?:단계|가지|개|명|곳)",
        ),
        # as in '{{3년}} 뒤 숨졌다': after what.
        (
            "}} ",
            rf"^(?:[^\d,{{}}]{{,20}}[은는] )?\{{\{{(?:\d+|{COUNT}) ?"
            r"(?:년|달|개월|주|일|시간)\}\} (?:뒤|후|만)(?:에|에는)? ",
        ),
        # '왕비였던 {{누리}} 1854년': a particle went.
        ("}} ", r"\{\{[가-힣 ]*[가-힣]\}\} \d{4}년"),
        # '시공은 {{A 사, 납품}}은 B가': over two clauses.
        (", ", r"[은는] \{\{[^{}]*, [^{}]*\}\}[은는] "),
        # as in '{{명태, 청어}} 같은 물고기': some of many.
        ("}} 같은 ", r"\{\{[^{}]*(?:, |[와과나] )[^{}]*\}\} 같은 "),
        # as in '{{농업인 가운데 온실}}', '{{졸업 후 모교}}', '{{사흘 뒤 궤양}}'
        ("{{", r"\{\{[^{}]* 가운데 [^{}]*\}\}"),
        ("{{", rf"\{{\{{(?:[가-힣]+ |{SPAN} ?)(?:후|뒤) [^{{}}]*[가-힣]\}}\}}"),
        # as in '헌법 {{소원}} 심판' and '염화 {{나트륨}}': half of a name.
        (
            "{{",
            r"(?:염화|황산|탄산|질산|수산화|산화|인산|헌법|행정|초등|중등|고등) "
            r"\{\{[가-힣]+\}\}",
        ),
        # as in '{{상업적}}으로' and '{{누리가 비합법적}}으로': a manner.
        # as in '5승 {{1패}}, 승점 10': half of a record.
        ("승", r"\d승 (?:\d+무 )?\{\{\d+패\}\}|\{\{\d+승\}\} (?:\d+무 )?\d+패"),
        ("적}}으로", r"(?:\{\{[가-힣]+[이가]|[을를]) (?:\{\{)?[가-힣]{2,}적\}\}으로"),
        ("의 ", r"\{\{(?:초|말|초기|말기|중엽|중반|후반|전반)의 "),
        ("지}}", r"(?:인지|는지|한지|던지)\}\}"),
        ("}}의 백성", r"\{\{(?:고구려|백제|신라|고려|조선)\}\}의 백성"),
        # as in '12-12에서 {{2, 3세트}}를 거푸 내준 A는 4세트'
        ("세트}}", r"\{\{[^{}]*세트\}\}[^.]*\d세트|\d세트[^.]*\{\{[^{}]*세트\}\}"),
        ("회}}", r"\{\{\d+회\}\}(?:말|초|까지)[^.]* \d+회"),
        ("회}}", r"\d+회(?:까지|초|말)[^.]* \{\{\d+회\}\}"),
    )
)


@lru_cache(maxsize=64)
def is_badly_gapped(cloze: str) -> bool:
    """Tell a cloze, its answer in {{ }}, whose gap is badly cut or told beside it."""
    possible = [pattern for needed, pattern in BADLY_GAPPED if needed in cloze]
    return any(pattern.search(cloze) for pattern in possible) or is_reckoned(cloze)


SCORE = re.compile(
    r"(?<![\d.-])(?P<ours>\d{1,3}) ?(?:-|대|:) ?(?P<theirs>\d{1,3})(?![\d-])"
)
MADE = re.compile(r"(?<![\d.-])(?P<count>\d{1,2})(?:점|골|개)")
IN_GAP = re.compile(r"\{\{(?P<told>[^{}]*)\}\}")
TWO_SCORES = 2


def is_reckoned(cloze: str) -> bool:
    """Tell '60-62로 뒤진 A가 자유투 {{2개}}를 넣어 62-62로': one gives the other."""
    found = list(SCORE.finditer(cloze))
    gap = IN_GAP.search(cloze)
    if gap is None or len(found) < TWO_SCORES:
        return False
    figures = {int(m["count"]) for m in MADE.finditer(cloze)}
    asked = SCORE.search(gap["told"]) or MADE.search(gap["told"])
    pairs = ((a, b) for n, a in enumerate(found) for b in found[n + 1 :])
    return asked is not None and any(run(a, b) in figures for a, b in pairs)


def run(one: re.Match[str], other: re.Match[str]) -> int:
    """Return what one side alone made from one score to the next, or 0."""
    ours = int(other["ours"]) - int(one["ours"])
    theirs = int(other["theirs"]) - int(one["theirs"])
    return 0 if ours and theirs else abs(ours or theirs)
