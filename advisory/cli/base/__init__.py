"""What several commands share: options, output, and opening the data folder. No command lives here."""
