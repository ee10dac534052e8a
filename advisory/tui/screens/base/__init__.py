"""What the screens share: base classes, opening screens, taking notes. No complete screen lives here."""
