"""Today, the screen the program opens on."""
