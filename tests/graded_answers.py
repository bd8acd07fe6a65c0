"""English answers and how they are graded: expected, given, grade. `|` parts variants.

The server and the script that grades without a network are held to the same table.
"""

from quiz.core.questions import Answer, AnswerKind

WORDS, NUMBER, DATE, LIST = (
    AnswerKind.WORDS,
    AnswerKind.NUMBER,
    AnswerKind.DATE,
    AnswerKind.LIST,
)
Row = tuple[AnswerKind, str, str, str]


def rows(kind: AnswerKind, expected: str, grade: str, *given: str) -> list[Row]:
    return [(kind, expected, text, grade) for text in given]


FENG = "Feng Qingyang|风清扬|풍청양"
GRADED: list[Row] = [
    # case, articles, quotes, dashes, openings
    *rows(WORDS, "the Bright Summit", "right", "bright summit", "The Bright Summit",
          "“Bright Summit”", "Bright-Summit", "It's the Bright Summit.", "BRIGHT SUMMIT!"),
    *rows(WORDS, "The Rise of Data Intelligence", "right", "Rise of the Data Intelligence",
          "the rise of data intelligence", "‘The Rise of Data-Intelligence’"),
    *rows(WORDS, "Hangzhou", "right", "in Hangzhou", "It was in Hangzhou.", "hang zhou"),
    *rows(WORDS, "to talk with the industry", "right", "talk with the industry",
          "to talk with industry"),
    *rows(WORDS, "to Hangzhou", "wrong", "from Hangzhou"),
    *rows(WORDS, "Johnson & Johnson", "right", "Johnson and Johnson", "Johnson&Johnson"),
    *rows(WORDS, "Vitamin A", "wrong", "vitamin", "Vitamin B"),
    *rows(WORDS, "hepatitis A", "right", "Hepatitis A", "hepatitis a"),
    # other scripts
    *rows(WORDS, FENG, "right", "feng qingyang", "Feng Qing Yang", "Fēng Qīngyáng",
          "风清扬", "풍청양", "풍청양입니다"),
    *rows(WORDS, FENG, "close", "Feng Qinyang", "Feng Qingyagn"),
    *rows(WORDS, FENG, "wrong", "Feng", "Huang Yaoshi", "风清", "풍청", ""),
    # accents
    *rows(WORDS, "Café de Flore", "right", "cafe de flore"),
    *rows(WORDS, "Søren Łukasz Æsop", "right", "Soren Lukasz Aesop"),
    # plural
    *rows(WORDS, "semiconductors", "right", "semiconductor", "the semiconductors"),
    *rows(WORDS, "a delivery robot", "right", "delivery robots"),
    *rows(WORDS, "smart cities", "right", "a smart city", "Smart City"),
    *rows(WORDS, "box", "right", "boxes"),
    *rows(WORDS, "men", "wrong", "man"),
    *rows(WORDS, "new", "wrong", "news"),
    *rows(WORDS, "Adams", "wrong", "Adam"),
    *rows(WORDS, "economics", "close", "economic"),
    *rows(WORDS, "princess", "close", "princes"),
    # British and American
    *rows(WORDS, "the colour of the harbour", "right", "the color of the harbor"),
    *rows(WORDS, "organisation", "right", "organization", "organizations"),
    *rows(WORDS, "analyse", "right", "analyze"),
    *rows(WORDS, "a programme", "right", "program"),
    *rows(WORDS, "the National Theatre Centre", "right", "National Theater Center"),
    *rows(WORDS, "travelled", "right", "traveled"),
    *rows(WORDS, "defence", "right", "defense"),
    *rows(WORDS, "a catalogue of palaeontology", "right", "catalog of paleontology"),
    *rows(WORDS, "filing", "close", "filling"),
    # numbers in words
    *rows(WORDS, "three days", "right", "3 days", "three days.", "for 3 days"),
    *rows(WORDS, "three days", "wrong", "2 days", "thirteen days"),
    *rows(WORDS, "the Second World War", "right", "2nd World War", "second world war"),
    *rows(WORDS, "World War II", "right", "World War Two", "world war 2"),
    *rows(WORDS, "World War II", "wrong", "World War I", "World War III"),
    *rows(WORDS, "the 21st century", "right", "the twenty-first century"),
    *rows(WORDS, "one million people", "wrong", "one billion people"),
    *rows(WORDS, "1984", "right", "nineteen eighty-four"),
    *rows(NUMBER, "23", "right", "twenty-three", "Twenty three", "It is 23.", "about 23"),
    *rows(NUMBER, "23", "wrong", "32", "twenty-two", "2.3", "twenty"),
    *rows(NUMBER, "12", "wrong", "21", "1.2", "120"),
    *rows(NUMBER, "1.5 million", "right", "1,500,000", "1500000",
          "one and a half million", "1.5 million people"),
    *rows(NUMBER, "1.5 million", "wrong", "1.5", "15 million", "1.5 billion"),
    *rows(NUMBER, "1.2 million hours", "right", "1,200,000 hours of video", "1.2 million",
          "more than 1.2 million hours", "1200000 h"),
    *rows(NUMBER, "1.2 million hours", "wrong", "1.2 million days",
          "less than 1.2 million"),
    *rows(NUMBER, "half a million", "right", "500,000", "five hundred thousand"),
    *rows(NUMBER, "one hundred and five", "right", "105", "a hundred and five"),
    *rows(NUMBER, "42 km", "right", "42 kilometres", "42 kilometers", "42", "forty-two km"),
    *rows(NUMBER, "42 km", "wrong", "42 miles", "42 m", "24 km"),
    *rows(NUMBER, "42 square kilometres", "wrong", "42 kilometres"),
    *rows(NUMBER, "60 km per hour", "right", "60 km/h", "60 kph"),
    *rows(NUMBER, "15 percent", "right", "15%", "15 per cent", "fifteen percent"),
    *rows(NUMBER, "35 years", "right", "35", "35 years old", "thirty-five", "aged 35"),
    *rows(NUMBER, "one million yuan", "right", "1,000,000 RMB", "RMB 1 million",
          "a million yuan", "100만 위안"),
    *rows(NUMBER, "one million yuan", "wrong", "one million dollars", "ten million yuan"),
    *rows(NUMBER, "$5 million", "right", "5 million dollars", "US$5,000,000", "5,000,000"),
    # dates
    *rows(DATE, "November 2014", "right", "Nov 2014", "November, 2014", "2014-11",
          "in November 2014", "2014 November", "2014년 11월"),
    *rows(DATE, "November 2014", "wrong", "November 2015", "October 2014"),
    *rows(DATE, "November 2014", "close", "2014"),
    *rows(DATE, "5 May 2019", "right", "May 5th, 2019", "the 5th of May 2019",
          "2019-05-05"),
    *rows(DATE, "2016", "right", "in 2016", "It was in 2016."),
    *rows(DATE, "2016", "wrong", "2061", "by 2061", "216"),
    # slips, and what is none
    *rows(WORDS, "Peach Blossom Island", "close", "Peach Blosom Island",
          "Peach Blossum Island", "Paech Blossom Island"),
    *rows(WORDS, "Peach Blossom Island", "wrong", "Peach Island", "Beach Blossom Island"),
    *rows(WORDS, "north", "wrong", "south"),
    *rows(WORDS, "North Korea", "wrong", "South Korea"),
    *rows(WORDS, "the northeast", "wrong", "the northwest"),
    *rows(WORDS, "ethane", "wrong", "methane"),
    *rows(WORDS, "employer", "wrong", "employee"),
    *rows(WORDS, "they can be seen", "wrong", "they can't be seen"),
    *rows(WORDS, "president of Alibaba Cloud", "wrong", "chairman of Alibaba Cloud"),
    *rows(WORDS, "Wang Jian", "right", "Dr Wang Jian", "Dr. Wang Jian", "by Wang Jian"),
    # lists
    *rows(LIST, "Discovery;Adventure;Momentum;Outlook", "right",
          "outlook, momentum, adventure and discovery",
          "Discovery Adventure Momentum Outlook"),
    *rows(LIST, "Discovery;Adventure;Momentum;Outlook", "close",
          "Discovery, Adventure", "Discovery, Adventure, Momentum, Outlok"),
    *rows(LIST, "robots;smart homes;research and development", "right",
          "robot, smart home, research and development",
          "research and development and robots and smart homes"),
    *rows(LIST, "robots;smart homes;research and development", "wrong", "robots"),
]  # fmt: skip


def answer_of(kind: AnswerKind, expected: str) -> Answer:
    if kind is LIST:
        items = tuple(tuple(item.split("|")) for item in expected.split(";"))
        return Answer(kind, items=items)
    return Answer(kind, tuple(expected.split("|")))
