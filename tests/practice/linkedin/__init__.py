from .app import create_app

HOSTS = ("www.linkedin.com", "linkedin.com", "de.linkedin.com", "m.linkedin.com")

__all__ = ["HOSTS", "create_app"]
