"""Takes the defences out one by one, on a copy, and looks which test notices: `make attack`."""
