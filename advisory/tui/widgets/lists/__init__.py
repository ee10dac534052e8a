"""What a cursor moves in: lists, pages, ticks."""
