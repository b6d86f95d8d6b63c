from .app import create_app

HOSTS = ("x.com",)

__all__ = ["HOSTS", "create_app"]
