"""The board: partnerships in their stages."""
