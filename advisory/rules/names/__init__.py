"""Finding students by name, telling namesakes apart, and the ways to write a name. Whose names a text holds is in `covering`."""
