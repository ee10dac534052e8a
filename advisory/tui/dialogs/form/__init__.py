"""The plain form, its fields, and the boxes they are typed in. Which fields a record has is in `dialogs.fields`."""
