"""What comes in and what is said when nothing can be drafted."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.language import draft_article

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_an_unsupported_language_is_a_sentence():
    with pytest.raises(Problem, match=r"language \(eu\)"):
        draft_article(Article("x", "t", "Kaixo mundua.", "eu"), NOW)


def test_a_text_without_facts_is_a_sentence():
    with pytest.raises(Problem, match="No fact"):
        draft_article(Article("x", "t", "아 정말 좋다. 그렇다.", "ko"), NOW)


def test_progress_is_told_up_to_the_end():
    told: list[tuple[int, int]] = []
    text = "가온전자는 1969년 수원에서 문을 열었다.\n" * 3
    draft_article(
        Article("x", "t", text, "ko"), NOW, lambda done, total: told.append((done, total))
    )
    assert told[-1] == (len(text), len(text))
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_importing_the_package_loads_no_analyser():
    code = "import sys, quiz.language; sys.exit('kiwipiepy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
