from .app import create_app

HOSTS = ("www.xing.com",)

__all__ = ["HOSTS", "create_app"]
