"""'허준이 쓴 『동의보감』은': who made, found or gave it, from the relative clause."""

import re
from collections.abc import Iterator

from quiz.language.korean.arguments import is_coordinated
from quiz.language.korean.boundaries import takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.relatives import is_plain_ending
from quiz.language.korean.facts.retold import marked, mention_at, pieces_told
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import Phrase, is_copular, phrases
from quiz.language.korean.prompts import finish, type_noun
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind

MAKING = re.compile(
    r"^(?:쓴|지은|펴낸|펴내는|세운|만든|만드는|그린|빚은|엮은|옮긴|남긴|부른|내놓은|선보인|이끈|"
    r"이끄는|"
    r"기른|길러 낸|다스린|거느린|짠|찍은|찾아낸|일으킨|"
    r"(?:공동 ?|자체 ?)?(?:개발|설립|창업|창립|창설|창건|창시|창안|발명|발견|작곡|"
    r"작사|설계|발표|출간|발간|발행|"
    r"편찬|저술|집필|번역|연출|감독|제작|기획|운영|주최|주관|지휘|소유|인수|제안|제정|고안|주도|"
    r"연재|촬영|건설|건립|출시|개최|통치|정복|조직|창간|창제|완성|건조|조각|명명|주창|수여|출판|"
    r"관리|선언|제창|도입|시행|반포)(?:한|하는|했던|하던|해 온))$"
)
ACTORS = frozenset({Kind.PERSON, Kind.COMPANY, Kind.BODY, Kind.COUNTRY, Kind.CITY})
FAR = 6  # words between the maker and the verb


def find(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    for phrase in phrases(sentence):
        verb = phrase.first - 1
        if phrase.is_time or verb < 1 or sentence.words[phrase.last].quoted:
            continue
        word = sentence.words[verb]
        if word.part is not Part.ADNOMINAL or not is_plain_ending(word):
            continue
        if not MAKING.match(word.text):
            continue
        maker = maker_before(reading, verb)
        made = what_is_made(reading, phrase)
        if maker is not None and made and not is_coordinated(sentence, maker.phrase):
            yield from asked(reading, maker, made, verb)


def what_is_made(reading: Reading, phrase: Phrase) -> str:
    """Return 『동의보감』, with its marks, or "" for what has no name."""
    sentence = reading.sentence
    mention = read_phrase(sentence, phrase)
    if phrase.josa == "의" or not reading.setting.names.is_proper(mention.name):
        return ""
    if mention.title or is_coordinated(sentence, phrase) or mention.name in VAGUE_NOUNS:
        return ""
    return marked(sentence, mention.start, mention.end)


def maker_before(reading: Reading, verb: int) -> Mention | None:
    """Return the 이/가 word of the relative clause, if nothing else takes it."""
    words = reading.sentence.words
    for number in range(verb - 1, max(-1, verb - 1 - FAR), -1):
        word = words[number]
        if word.is_subject and word.josa_tag == "JKS":
            mention = mention_at(reading.sentence, number)
            kind = reading.setting.names.kind(mention.name) if mention else None
            return mention if kind in ACTORS else None
        if (
            word.is_object or word.is_topic or word.quoted or word.josa in {"도", "의"}
            or is_copular(word) or takes_arguments(word, subject=False)
            or word.part in {Part.CONNECTIVE, Part.FINAL}
        ):  # fmt: skip
            return None
    return None


def asked(reading: Reading, maker: Mention, made: str, verb: int) -> Iterator[Candidate]:
    """'허준이 쓴' -> '『동의보감』을 쓴 인물은 누구인가?'."""
    names = reading.setting.names
    between = range(maker.phrase.last + 1, verb + 1)
    pieces = pieces_told(reading, between)
    if pieces is None or maker.name in made:
        return
    noun, wh = type_noun(maker, reading.setting)
    kind = names.kind(maker.name) or Kind.PERSON
    text = finish([attach(made, "을"), *(p.text for p in pieces)], reading.setting)
    yield Candidate(
        "maker", reading.sentence, maker.start, maker.end,
        f"{text} {attach(noun, '은')} {wh}인가?", accepted_names(maker, names), kind,
        weight=83, part="maker",
    )  # fmt: skip
