"""Poise holds the click that would count against a job seeker, and says what to do instead."""
