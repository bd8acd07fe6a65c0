"""Articles -> draft questions. One folder a language; each has the same stages."""

from quiz.language.drafting import draft_article, languages
from quiz.language.drafts import Draft, Progress
from quiz.language.scripts import detect_language

__all__ = ["Draft", "Progress", "detect_language", "draft_article", "languages"]
