"""Finding students by name, telling namesakes apart, and finding other students' names in a text."""
