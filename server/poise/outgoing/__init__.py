"""The user's data on their way out: as files that other programs read, and Poise itself again."""
