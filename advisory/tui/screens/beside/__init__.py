"""The screen that is turned to the student sitting beside the advisor."""
