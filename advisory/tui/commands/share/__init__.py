"""Commands that share or copy something: the preview, the file and the log, pages and pictures, and what was shared."""
