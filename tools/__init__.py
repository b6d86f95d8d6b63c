"""What makes the packages; none of it is in them."""
