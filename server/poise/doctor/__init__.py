"""What is wrong on this machine, and how to mend it. To look is all it does: nothing is made, changed or closed up."""
