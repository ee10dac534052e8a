"""Text that is not saved yet, and how it is offered at the next start."""
