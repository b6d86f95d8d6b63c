"""How a browser starts the service by itself and gets its key: the native-messaging host and its installation."""
