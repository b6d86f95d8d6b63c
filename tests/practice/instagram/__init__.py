from .app import create_app

HOSTS = ("www.instagram.com",)

__all__ = ["HOSTS", "create_app"]
