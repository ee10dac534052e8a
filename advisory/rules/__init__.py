"""The rules, as pure functions of the model: no I/O and no clock; `today` is always an argument."""
