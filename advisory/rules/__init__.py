"""Pure functions over the model. `today` is always an argument."""
