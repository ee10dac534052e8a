"""The view that a student sees beside the advisor."""
