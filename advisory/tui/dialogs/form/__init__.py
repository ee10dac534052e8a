"""The form dialog and its fields. Which fields each form has is in `dialogs.fields`."""
