"""The calls: one noun, one module; which of them are imported, and when, says `parts`."""

SERVICE = "poise"  # under this name Flask keeps how to get at what all calls work with
