"""Finding students by name, telling namesakes apart, and other students' names in a text."""
