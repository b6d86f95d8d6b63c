"""The demo: the practice sites, a service with sample interviewers, and a real browser paired with it."""
