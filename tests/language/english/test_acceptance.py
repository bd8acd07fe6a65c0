"""What comes out: wordings that a strict teacher would likely take."""

from collections import Counter
from collections.abc import Callable

import pytest

from quiz.core.article import Article
from quiz.language import Draft
from quiz.language.chances import learned
from quiz.language.english import acceptance, selection
from quiz.language.english.pipeline import proposals

TEXT = (
    "Ada Marsh was born in Oslo in 1868. She founded the Harlow Museum in 1911. A bell "
    "rang. The museum, which has 412 clocks, was sold to Norway for $3 million in 1950."
)


def test_weights_are_learned_for_signs_that_wordings_show() -> None:
    weights = learned(acceptance.WEIGHTS)
    article = Article("a", "Ada Marsh", TEXT, "en")
    shown = {
        sign
        for proposal in proposals(article, Counter())[1]
        for wording in filter(None, (proposal.candidate.prompt, proposal.gap))
        for sign in acceptance.signs_of(proposal.candidate, wording, proposal.setting)
    }
    assert shown & set(weights)
    assert {"prompt", "cloze"} <= shown


def test_a_cloze_and_a_prompt_show_signs_of_their_own() -> None:
    article = Article("a", "Ada Marsh", TEXT, "en")
    proposal = next(p for p in proposals(article, Counter())[1] if p.gap)
    asked, gap = (
        acceptance.signs_of(proposal.candidate, wording, proposal.setting)
        for wording in (proposal.candidate.prompt, proposal.gap)
    )
    assert "prompt" in asked
    assert "cloze" not in asked
    assert "cloze" in gap


def test_only_likely_wordings_come_out(
    draft: Callable[..., Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    every = draft(TEXT, "Ada Marsh")
    monkeypatch.setattr(selection, "SURE", 0.9)
    monkeypatch.setattr(selection, "LEAST", 0.9)
    likely = draft(TEXT, "Ada Marsh")
    assert 0 < len(likely.questions) < len(every.questions)
    assert likely.rejected["unlikely"] > every.rejected["unlikely"]
