"""One check a file. Its name is the id of what it finds; `look` gives the places of its words, once for each find."""
