"""Commands of the screen beside the student: what the two do to the pact, and what the student leaves by their own hand."""
