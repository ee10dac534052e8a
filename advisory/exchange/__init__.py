"""What comes in and goes out as files. It knows the model and the rules, never the store."""
