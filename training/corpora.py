"""The languages that are trained: their texts, their judged drafts and their signs."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from quiz.core.article import Article, clean_text
from quiz.language.chances import Signs
from quiz.language.english import acceptance as english_acceptance
from quiz.language.english import pipeline as english_pipeline
from quiz.language.korean import acceptance as korean_acceptance
from quiz.language.korean import pipeline as korean_pipeline

HERE = Path(__file__).parent
ROOT = HERE.parent


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a proposal: its prompt, or its cloze with a gap in {{ }}."""

    text: str
    shown: str
    answer: str
    evidence: str
    signs: Signs


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a language is trained with.

    The rules were made on the texts of `known`; on those of `fresh` they were not, or less.
    """

    language: str  # ISO 639-1
    known: Path
    fresh: Path
    judged: Path
    weights: Path
    proposed: Callable[[Article], list[Any]]
    signs_of: Callable[[Any, str, Any], Signs]

    def articles(self) -> Iterator[Article]:
        for file in sorted(self.known.glob("*.facts.json")):
            name = file.name.removesuffix(".facts.json")
            text = file.with_name(f"{name}.txt")
            builtin = ROOT / "quiz" / "builtin" / f"{name}.{self.language}.txt"
            yield self.article_of(name, file, text if text.exists() else builtin)
        for file in sorted(self.fresh.glob("*.json")):
            yield self.article_of(file.stem, file, file.with_suffix(".txt"))

    def article_of(self, name: str, about: Path, source: Path) -> Article:
        data = json.loads(about.read_text(encoding="utf-8"))
        text = clean_text(source.read_text(encoding="utf-8"))
        written = date.fromisoformat(data["date"])
        return Article(name, data["title"], text, self.language, written)

    def is_fresh(self, text: str) -> bool:
        return (self.fresh / f"{text}.txt").exists()

    def wordings(self, article: Article) -> Iterator[Wording]:
        """Yield every wording that the rules pass, likely or not."""
        for proposal in self.proposed(article):
            candidate = proposal.candidate
            items = ", ".join(item[0] for item in candidate.items)
            answer = items or candidate.accepted[0]
            for shown in filter(None, (candidate.prompt, proposal.gap)):
                signs = self.signs_of(candidate, shown, proposal.setting)
                yield Wording(article.id, shown, answer, candidate.sentence.text, signs)


CORPORA = {
    "ko": Corpus(
        "ko",
        ROOT / "tests" / "articles" / "known",
        HERE / "texts",
        HERE / "judged.json",
        korean_acceptance.WEIGHTS,
        lambda article: korean_pipeline.proposals(article, Counter())[-1],
        korean_acceptance.signs_of,
    ),
    "en": Corpus(
        "en",
        ROOT / "tests" / "articles" / "known-en",
        HERE / "texts-en",
        HERE / "judged-en.json",
        english_acceptance.WEIGHTS,
        lambda article: english_pipeline.proposals(article, Counter())[-1],
        english_acceptance.signs_of,
    ),
}
