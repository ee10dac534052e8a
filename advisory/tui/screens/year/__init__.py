"""The school year in a chart: how the partnerships have moved."""
