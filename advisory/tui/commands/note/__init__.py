"""Commands on notes and promises: taking, finishing and moving one, group entries, and what is kept back."""
