"""How a student's records changed, in words. Check-ins by date are in `caseload.log`, deleted records in `caseload.trash`."""
