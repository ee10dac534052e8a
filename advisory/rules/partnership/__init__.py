"""The signs of each stage, and the soft gates between stages."""
