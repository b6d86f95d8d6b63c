"""Where the user's facts are kept: SQLAlchemy on SQLite, each row carrying its owner first in its key."""
