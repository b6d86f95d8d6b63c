"""What a page is, whom it is about and what its controls do: read from site maps, which are data."""
