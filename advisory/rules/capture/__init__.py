"""Reading and writing the capture line, a note typed with marks such as #tag and >fri."""
