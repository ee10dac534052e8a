"""What goes out as CSV: one table an entity, and what is left out of it."""

from .export import EXPORTS, Exported, Sources, export, gather, objects

__all__ = ["EXPORTS", "Exported", "Sources", "export", "gather", "objects"]
