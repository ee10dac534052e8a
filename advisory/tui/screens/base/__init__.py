"""What all screens have in common. No screen of its own lives here."""
