"""Signs that a wording lacks context: collectives, comparisons, bare roles, quotes."""

import re

from quiz.language.chances import Signs
from quiz.language.korean.candidates import Candidate

# Who is told elsewhere: '주민들은', '업계는', '연구팀은'.
COLLECTIVE = re.compile(
    r"^(?:[^ ]+ )?(?:[가-힣]+들|업계|당국|소방당국|경찰|검찰|학교|관계자|연구팀|연구진|"
    r"회사|업체|측|이용객|관람객|참가자|응답자|방문객|직원|승객|사람|공단|재단|협의회|위원회|노조|"
    r"정부|법원|재판부|시|군|구|도)(?:은|는|이|가|에서는|에는) "
)
ROLE = re.compile(
    r"^(?P<role>대표|군수|시장|감독|위원장|원장|회장|교수|총장|이사장|국장|의원|사장|부사장|관장|"
    r"지사|장관|대변인|센터장|팀장|학예사|의장)(?:은|는|이|가) "
)
BARE_BODY = re.compile(
    r"^(?:\d{4}년 )?(?:문중|마을|학교|회사|단체|모임|대책위|추진위|조직위|노조|팀|구단|"
    r"연구팀|시|군)(?:의)? (?:대표|위원장|회장|단장|감독|장)"
)
COMPARED = re.compile(
    r"(?:이|그|예년|평년|종전|기존|이전|예전|전년|지난해|처음|직전 분기|전 분기)보다|"
    r"(?<![가-힣])(?:여전히|오히려|더욱|더|덜) "
)
ALSO = re.compile(r"(?<![가-힣])(?:또한|역시|마찬가지로|아울러|게다가) |[가-힣]도 ")
ORDINAL = re.compile(
    r"^(?:첫째|둘째|셋째|넷째|두 번째 것|첫 번째 것|나머지|전자|후자|하나|다른)"
)
AFTER_EVENT = re.compile(
    r"(?<![가-힣])(?:개막|발사|이륙|사고|개장|취임|출시|출발|개통|발표|시행|휴장|수술|"
    r"전쟁) (?:후|뒤|직후|직전|첫|전)(?: |에)"
)
THIS_TIME = re.compile(
    r"이번 (?P<noun>[가-힣]+?)(?:에|에는|에서|은|는|의|을|를|이|가|으로|로)? "
)
QUOTED = re.compile(r"[“\"](?P<said>[^”\"]+)[”\"]")
DEICTIC = re.compile(
    r"(?<![가-힣])(?:이|그|저|우리|여기|오늘|어제|지금|이번|내|제|이것|그것|그런|이런)"
)
SHORT_QUOTE = 14  # characters


def signs_of_context(candidate: Candidate, text: str) -> Signs:
    """Return what `text`, a wording with □ for its gap, may leave untold."""
    quoted = QUOTED.search(text)
    said = quoted["said"] if quoted else ""
    this = THIS_TIME.search(candidate.sentence.text)
    renamed = this is not None and "이번" not in text and this["noun"] in text
    return {
        "who:collective": float(COLLECTIVE.match(text) is not None),
        "who:bare-role": float(bool(ROLE.match(text) or BARE_BODY.match(text))),
        "compared": float(COMPARED.search(text) is not None),
        "also": float(ALSO.search(text) is not None),
        "ordinal": float(ORDINAL.match(text) is not None),
        "after-event": float(AFTER_EVENT.search(text) is not None),
        "this-time:renamed": float(renamed),
        "quote:short": float(bool(said) and len(said) < SHORT_QUOTE),
        "quote:length": min(2.0, len(said) / 30),
        "quote:deictic": float(bool(said) and DEICTIC.search(said) is not None),
    }
