"""Read what students answered in a survey, one row a student, as a form's export has it. What is recorded is decided elsewhere."""
