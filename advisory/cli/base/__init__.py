"""What several commands share: options, sharing, and opening the data folder. No command lives here; `cli.lines` says how records read."""
