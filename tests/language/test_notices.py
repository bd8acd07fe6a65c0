"""Contradictions are told."""

TEXT = (
    "가온전자는 DR(Data River, 데이터 강)을 내세웠다. "
    "한누리 회장은 2015년 DR(디지털강)을 처음 말했다. "
    "가온전자는 수원에서 1969년에 문을 열었다."
)


def test_an_abbreviation_explained_in_two_ways_is_told_and_not_asked(draft):
    found = draft(TEXT)
    (warning,) = found.warnings
    assert warning.kind == "contradiction"
    assert "DR" in warning.message
    assert "데이터 강" in warning.message
    assert "디지털강" in warning.message
    assert len(warning.spans) == 2
    assert not any("‘DR’" in q.prompt for q in found.questions)
    assert found.rejected["contradiction"] == 1


def test_agreeing_explanations_are_no_contradiction(draft):
    assert draft(TEXT.replace("디지털강", "데이터강")).warnings == ()
