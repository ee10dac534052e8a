"""Cyrillic and Greek letters in Latin ones, with the ways that differ after `sounded` has made one of most of them."""


def _ways(text: str) -> dict[str, tuple[str, ...]]:
    return {letter: tuple(ways.split("|")) for letter, _, ways in (one.partition("=") for one in text.split())}


CYRILLIC = _ways(
    "а=a б=b в=v г=g|h ґ=g д=d е=e|io є=e ж=zh|j з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh|ch "
    "ц=ts|c ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=iu я=ia дж=j кс=ks ј=i љ=li њ=ni ћ=ch|c ђ=dj|d|j џ=dzh|j қ=k ғ=g ү=u ұ=u ң=ng ө=o "
    "ә=a һ=h"
)
"""Folded: `й` is `и` here, and `ё` is `е`, which is why that may sound io: Пётр, Pyotr."""
GREEK = _ways(
    "α=a β=v|b γ=g δ=d|dh ε=e ζ=z η=i|e θ=th ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s τ=t υ=i|u φ=f χ=h|ch ψ=ps ω=o "
    "αι=ai|e ει=ei|i οι=oi|i|e ου=u αυ=av|au ευ=ev|ef|eu μπ=b|mp ντ=nt|d γγ=ng γκ=g|gk τζ=tz|j γι=gi|i γε=ge|ie"
)
"""Folded, without accents."""
