"""Write a picture in the format that the file name's ending asks for."""

from advisory.rules.refusal import Refusal

from .picture import Picture

ENDINGS = (".svg", ".html")


def picture_file(picture: Picture, ending: str) -> bytes:
    """The bytes of the file. Refuses any ending that is not in ENDINGS."""
    if ending.lower() == ".svg":
        from .svg import as_svg

        return as_svg(picture).encode()
    if ending.lower() == ".html":
        from .html import as_html

        return as_html(picture).encode()
    raise Refusal(f"A picture can be {' or '.join(ENDINGS)}: give the file a name that ends in one of these.")
