"""Lines and blocks of styled text, and how they become what Textual draws."""
