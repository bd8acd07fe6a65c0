"""Markdown gives its words; its front matter and first heading say what it is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.problems import Problem
from quiz.readers.markdown_files import read_markdown

SAMPLE = """---
title: "한빛천문대 이야기"
date: 2019-10-07
author: 김서윤
---
# 한빛천문대

**한빛천문대**는 *2011년*에 [세워졌다](https://example.com "t").[^1] ![그림](a.png)

> 초대 대장은 `김서윤` 박사이다.

- 첫째 모임
1. 별지기_모임_이름
- [x] 한 일

| 이름 | 해 |
|---|---:|
| 한빛 | 2011 |

둘째 제목
---------
***
<b>굵은</b> 글 2 * 3 * 4 \\*별\\*
```python
x = 1
```
[ref]: https://example.com
"""


def test_the_signs_go_and_the_words_stay() -> None:
    found = read_markdown(SAMPLE)
    assert [line for line in found.text.split("\n") if line] == [
        "한빛천문대",
        "한빛천문대는 2011년에 세워졌다.",
        "초대 대장은 김서윤 박사이다.",
        "첫째 모임",
        "별지기_모임_이름",
        "한 일",
        "이름, 해",
        "한빛, 2011",
        "둘째 제목",
        "굵은 글 2 * 3 * 4 *별*",
        "x = 1",
    ]


def test_the_front_matter_says_what_it_is() -> None:
    known = read_markdown(SAMPLE).imprint
    assert (known.title, known.date, known.source) == (
        "한빛천문대 이야기",
        date(2019, 10, 7),
        "김서윤",
    )


def test_without_it_the_first_heading_is_the_title() -> None:
    assert read_markdown("머리글\n\n## 둘째 ##\n글").imprint.title == "둘째"
    assert read_markdown("위에 선 제목\n======\n글").imprint.title == "위에 선 제목"
    assert read_markdown("글만 있다.").imprint.title == ""


@given(st.text("#*_`[]()!|-> \n가나a1.~\\<", max_size=200))
def test_any_markdown_is_read_or_named_empty(text: str) -> None:
    try:
        found = read_markdown(text).text
    except Problem:
        found = ""
    letters = [each for each in text if each.isalnum()]
    assert found or "<" in text or "[" in text or "`" in text or not letters
