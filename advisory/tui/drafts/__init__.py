"""Drafts: text that was typed and not saved, and is offered again."""
