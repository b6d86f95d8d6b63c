from .app import create_app

HOSTS = ("www.facebook.com", "facebook.com", "web.facebook.com", "m.facebook.com")

__all__ = ["HOSTS", "create_app"]
