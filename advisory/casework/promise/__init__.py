"""Making a promise, keeping it, putting it off, and letting it go."""
