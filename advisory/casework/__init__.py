"""What the advisor changes: one verb a module, each committing one change that can be undone. What is only read lives in `caseload`."""
