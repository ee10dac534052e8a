"""Pure functions over the model: no I/O, no clock. `today` is always an argument."""
