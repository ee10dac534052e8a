"""Names as people have them, and as files spoil them: every accent and script, short, alike, and the same twice."""

from hypothesis import strategies as st
from record_case import make

from advisory.model import Student

_LETTERS = st.sampled_from("aAbeEoOlLméÉñßøłğİıçЖжΩσς王小明金アあन\u200cمر'’-") | st.sampled_from(
    ["e\u0301", "A\u030a", "ी"]
)
_WORDS = st.lists(_LETTERS, min_size=1, max_size=3).map("".join)
NAMES = st.lists(_WORDS, min_size=1, max_size=2).map(" ".join).filter(lambda name: any(map(str.isalnum, name)))
GRADES = st.sampled_from(["", "9", "10"])


@st.composite
def caseloads(draw, largest: int = 7) -> list[Student]:
    """Students of few and similar names, so that many share one."""
    pool = draw(st.lists(NAMES, min_size=1, max_size=4))
    name = st.sampled_from(pool) | NAMES
    return [
        make(
            Student,
            number,
            given_name=draw(name),
            family_name=draw(name),
            preferred_name=draw(st.just("") | name),
            grade=draw(GRADES),
            student_number=draw(st.just("") | st.just(f"{number:04d}")),
        )
        for number in range(1, draw(st.integers(1, largest)) + 1)
    ]
