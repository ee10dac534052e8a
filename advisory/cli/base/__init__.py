"""What several commands share: options, output, and one sitting with a data folder. No command lives here."""
