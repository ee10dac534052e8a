"""The commands of the screens: the registry that lists them, and for each subject a module with their functions."""
