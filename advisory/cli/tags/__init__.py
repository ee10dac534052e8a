"""`advisory tags`: a module for each verb."""
