"""Finding a browser, starting it with the extension in it, and pairing the two with the service."""
