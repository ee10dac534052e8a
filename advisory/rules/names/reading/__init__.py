"""Whether a word of a text is meant as a name, by its capital and the words around it. Whose name it is, is found in `covering`."""
