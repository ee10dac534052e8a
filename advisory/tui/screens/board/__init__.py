"""The board, which shows the partnerships by stage."""
