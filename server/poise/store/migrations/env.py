"""Brings a database to the newest tables; its connection comes from `poise.store.opening`."""

from alembic import context

from poise.store.models import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
