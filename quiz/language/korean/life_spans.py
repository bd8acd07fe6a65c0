"""What a person who is dead cannot have done, and what the text says is a person's."""

import re
from collections.abc import Iterable, Sequence

from quiz.language.korean.clauses import Clause, is_main_argument
from quiz.language.korean.morphology import Sentence

# As in brackets: 1834년 1월 7일 ~ 1874년 1월 14일, 1834~1874.
LIFE = re.compile(r"\d{3,4}(?!\d)[^,;~–]{0,12}[~–-][^,;]{0,4}?(?P<died>\d{3,4})(?!\d)")
YEAR = re.compile(r"(?<!\d)(\d{3,4})년(?!간|대|생)")
KNOWN = re.compile(r"^(?:전한|전해|불[린리려렸]|꼽[힌히혀혔]|알려|여겨|평가|추정)")
STATE = re.compile(r"(?:져|혀|겨|려|아|어|돼|되어) 있")
BESIDE = re.compile(
    r" (?P<noun>[가-힣]{2,})(?:이|가|은|는|을|를|와|과|에|로|으로)(?![가-힣])"
)


def died_in(sentences: Iterable[Sentence]) -> int | None:
    """Return the year in which the person of the lead died, by the brackets there."""
    lead = next((s for s in sentences if not s.heading), None)
    for gloss in lead.glosses if lead is not None else ():
        if found := LIFE.search(gloss.text):
            return int(found["died"])
    return None


def is_after_life(clause: Clause, died: int | None) -> bool:
    """Tell '1986년부터 상을 수여한다' from what one who died in 1874 did."""
    if there_it_is_done(clause):
        return True
    if died is None or not acts(clause):
        return False
    told = " ".join(clause.word(n).text for n in clause.body)
    return does_now(clause) or any(int(year) > died for year in YEAR.findall(told))


def does_now(clause: Clause) -> bool:
    """Tell '상을 수여한다', which somebody does today, from '아버지로 불린다'."""
    predicate = clause.predicate
    past = predicate is None or predicate.past
    return clause.main and not past and acts(clause)


def acts(clause: Clause) -> bool:
    """Tell '상을 수여한다' from '2위에 올랐다' and '상을 받은 것으로 알려져 있다'."""
    predicate = clause.predicate
    if predicate is None or predicate.is_copula or predicate.is_adjective:
        return False
    if clause.predicate_is_passive or KNOWN.search(clause.word(clause.body[-1]).text):
        return False
    if STATE.search(" ".join(clause.word(n).text for n in clause.body[-2:])):
        return False
    return any(
        clause.word(n).is_object and is_main_argument(clause.sentence, n, clause.body)
        for n in clause.body
    )


def there_it_is_done(clause: Clause) -> bool:
    """Tell '독일에서는 1986년부터 ... 상을 수여한다': whoever is there does it."""
    first = clause.word(clause.body[0])
    return first.josa == "에서는" and not clause.topic and does_now(clause)


def owned_by(person: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the nouns that the text says are the person's: '라이스의 장치'."""
    told = " ".join(s.text for s in sentences)
    owners = {person, person.split()[-1]} if person else set()
    return frozenset(
        found["noun"]
        for owner in owners
        for at in re.finditer(re.escape(owner) + "의", told)
        if (found := BESIDE.match(told, at.end()))
    )
