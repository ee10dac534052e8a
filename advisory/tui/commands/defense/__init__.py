"""Commands on defense plans: planning days, the milestones on the way, the parts of a plan, and the day and after."""
