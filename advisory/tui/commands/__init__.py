"""What the advisor can do on the screens: the registry of commands, and a module a subject with a function a command."""
