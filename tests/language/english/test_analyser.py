"""The model is loaded late, and its absence is a sentence."""

import subprocess
import sys

import pytest

from quiz.core.problems import Problem
from quiz.language.english import analyser


def test_without_the_model_a_sentence_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(analyser, "MODELS", ())
    analyser.nlp.cache_clear()
    with pytest.raises(Problem, match="pip install"):
        analyser.nlp()
    analyser.nlp.cache_clear()


def test_the_official_package_is_preferred(monkeypatch):
    monkeypatch.setattr(analyser, "find_spec", lambda name: object())
    assert analyser.model_name() == "en_core_web_sm"


def test_importing_the_package_loads_no_model():
    code = "import sys, quiz.language.english.pipeline; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_words_between_quotation_marks_are_speech(read):
    sentence = read("“Stay here,” said Ada Marsh.")[0].sentence
    assert [sentence.doc[n].text for n in sorted(sentence.speech)] == ["Stay", "here", ","]
