"""Export records as CSV or as an Excel workbook, one table for each kind, without private words unless they are asked for."""

from .export import CSV, EXPORTS, FORMATS, XLSX, Exported, Sources, export, format_of, gather, objects

__all__ = ["CSV", "EXPORTS", "FORMATS", "XLSX", "Exported", "Sources", "export", "format_of", "gather", "objects"]
