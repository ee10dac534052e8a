"""The screens of the app. Only this package imports Textual."""
