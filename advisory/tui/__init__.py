"""The screens of the app. Only this package imports Textual."""

from . import textual_start as textual_start  # before anything else of Textual
