"""Who said it: 장융은 “...”라고 강조했다."""

import re
from collections.abc import Iterator

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.mentions import read_phrase
from quiz.language.korean.phrases import phrases
from quiz.language.korean.wordlists import Kind

SAID = re.compile(
    r"[“\"](?P<said>[^“”\"]{6,60}?)[.!?]?[”\"] ?"
    r"(?:이라고|라고|라며|고|이라며|라|이라|라면서|며|는 말을|고도)\s?.*?"
    r"(?P<verb>말했|밝혔|강조했|설명했|전했|덧붙였|주장했|답했|평가했|외쳤|당부했|남겼|회고했"
    r"|지적했|인사했|소감을)"
)
ENDINGS = {
    "말했": "말한", "밝혔": "밝힌", "강조했": "강조한", "설명했": "설명한",
    "전했": "전한", "덧붙였": "덧붙인", "주장했": "주장한", "답했": "답한",
    "평가했": "평가한", "외쳤": "외친", "당부했": "당부한", "남겼": "남긴",
    "회고했": "회고한", "지적했": "지적한", "인사했": "인사한", "소감을": "말한",
}  # fmt: skip
LEFT_OPEN = re.compile(r"^(?:이|그|이것|그것|저|우리는 이)(?:\s|는|가|를|번)")
LONGEST = 48


def find(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    match = SAID.search(sentence.text)
    if match is None or LEFT_OPEN.match(match["said"]) or len(match["said"]) > LONGEST:
        return
    names = reading.setting.names
    for phrase in phrases(sentence):
        word = sentence.words[phrase.last]
        if phrase.is_time or word.quoted or not (word.is_topic or word.is_subject):
            continue
        mention = read_phrase(sentence, phrase)
        if not names.is_proper(mention.name) or names.kind(mention.name) is not Kind.PERSON:
            continue
        yield Candidate(
            "quotation",
            sentence,
            mention.start,
            mention.end,
            f"“{match['said'].strip()}”라고 {ENDINGS[match['verb']]} 인물은 누구인가?",
            accepted_names(mention, names),
            Kind.PERSON,
            weight=86,
        )
        return
