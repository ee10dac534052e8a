"""The defense season: dated milestones, the schedule of a caseload, and what is next for each student."""
