"""Lines and blocks of styled text, and how Textual draws them."""
