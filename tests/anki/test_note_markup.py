"""Markdown and formulas in the fields of a note, as Anki's own engine shows them."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given

from quiz.anki.card_view import card_sides
from quiz.anki.deck import write_deck
from quiz.anki.deck_options import DeckOptions
from quiz.anki.note_markup import cloze_html, drawn, marked_html
from quiz.core.questions import Answer, AnswerKind, Form, Option
from tests.anki.engine import card_of, import_deck, new_collection
from tests.anki.samples import BANK, CHOICE, like
from tests.core.test_markup import texts

HALF = r"$\frac{1}{2^{n}}$"
MARKED = like(
    77,
    prompt="**가장** 작은 수 $x^2$은?\n- ㄱ `a*b`\n- <b>ㄴ</b>",
    answer=Answer(AnswerKind.WORDS, (HALF,)),
    wrong=(Option("H<sub>2</sub>O", "*아니다*"), Option("둘"), Option("셋")),
    cloze=f"답은 **{{{{{HALF}}}}}**이다.",
    explanation="[글](https://example.org/?a=1&b={{c1::x}})",
)


def test_fields_hold_html_and_mathjax() -> None:
    assert marked_html("**굵게** $x^{2^{3}}$") == (
        r"<strong>굵게</strong> \(x^&#123;2^&#123;3&#125; &#125;\)"
    )
    assert marked_html("$$x$$") == r"\[x\]"
    assert marked_html("- ㄱ\n- ㄴ") == "<ul><li>ㄱ</li><li>ㄴ</li></ul>"
    assert marked_html("5*3*2 <b> {{x}}") == "5*3*2 &lt;b&gt; &#123;&#123;x&#125;&#125;"


def test_a_gap_may_stand_inside_what_is_set_apart() -> None:
    assert cloze_html("**{{서울}}**이다", "서울") == "<strong>{{c1::서울}}</strong>이다"
    assert cloze_html("틈이 없다", "**서울**") == "{{c1::<strong>서울</strong>}}"
    assert cloze_html("$y = {{x}}$", "$x$") == r"\(y =\) {{c1::\(x\)}}"


@given(texts)
def test_nothing_written_is_a_gap_or_a_sound_of_ankis(text: str) -> None:
    html = marked_html(text + "{{c1::x}} [sound:a.mp3] {{type:x}}")
    assert "{{" not in html
    assert "}}" not in html
    assert "[sound:" not in html


def test_anki_shows_them(tmp_path: Path) -> None:
    forms = (Form.CHOICE, Form.CLOZE, Form.CARD)
    questions = tuple(replace(MARKED, id=form.value, forms=(form,)) for form in forms)
    collection = new_collection(tmp_path)
    import_deck(collection, write_deck(replace(BANK, questions=questions), DeckOptions()))
    sides = {form: card_of(collection, form.value) for form in forms}
    shown = {form: (card.question(), card.answer()) for form, card in sides.items()}
    collection.close()
    for front, back in shown.values():
        assert "<b>ㄴ" not in front + back
        assert r"\(\frac&#123;1&#125;&#123;2^&#123;n&#125; &#125;\)" in back
    for form in (Form.CHOICE, Form.CARD):
        assert "<strong>가장</strong> 작은 수 \\(x^2\\)은?" in shown[form][0]
        assert "<li>ㄱ <code>a*b</code></li>" in shown[form][0]
    assert '<strong><span class="cloze' in shown[Form.CLOZE][0]


def test_the_preview_draws_the_formulas() -> None:
    front, back = card_sides(MARKED, (), "ko")
    assert '<math alttext="x²">' in front
    assert r"\(" not in front + back
    assert drawn(r"\(\nowhere\)") == r"\(\nowhere\)"


def test_plain_questions_have_the_fields_that_they_had() -> None:
    assert marked_html(CHOICE.prompt) == CHOICE.prompt
    assert cloze_html(CHOICE.cloze, "x") == CHOICE.cloze.replace("{{", "{{c1::")
