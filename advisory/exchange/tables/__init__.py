"""Export records as CSV, one table for each kind, without private words unless they are asked for."""

from .export import EXPORTS, Exported, Sources, export, gather, objects

__all__ = ["EXPORTS", "Exported", "Sources", "export", "gather", "objects"]
