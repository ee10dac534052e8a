"""The heading of a section: its title, followed by a horizontal rule."""

from advisory.tui.prose import width

from .ink import Line, Span


def section_rule(title: str, cells: int) -> Line:
    """`── Terms ─────────`, `cells` wide."""
    return (Span(f"── {title} ", "heading"), Span("─" * max(0, cells - width(title) - 4), "muted"))
