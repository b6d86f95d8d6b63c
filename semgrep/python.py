# ruleid: another-parser
import html.parser

# ruleid: another-parser
from html.parser import HTMLParser

# ruleid: another-parser
from lxml import etree

# ok: another-parser
from bs4.builder._lxml import LXMLTreeBuilder

# ruleid: query-from-text
connection.execute(f"SELECT * FROM people WHERE name = '{name}'")
# ruleid: query-from-text
connection.execute("SELECT * FROM people WHERE name = " + name)
# ruleid: query-from-text
connection.exec_driver_sql("DELETE FROM people WHERE name = '%s'" % name)
# ruleid: query-from-text
session.execute("SELECT * FROM {}".format(name))
# ruleid: query-from-text
session.execute(text(f"SELECT * FROM {name}"))
# ruleid: query-from-text
connection.execute(f"PRAGMA table_info({name})")
# ok: query-from-text
connection.execute("SELECT * FROM people WHERE name = ?", (name,))
# ok: query-from-text
connection.execute(f"PRAGMA {name} = {value}")
# ok: query-from-text
session.execute(select(Person).where(Person.name == name))

# ruleid: markup-from-text
Markup(f"<b>{name}</b>")
# ruleid: markup-from-text
markupsafe.Markup(name)
# ruleid: markup-from-text
Environment(loader=loader, autoescape=False)
# ok: markup-from-text
Environment(loader=loader, autoescape=True)

# ruleid: body-past-its-type
request.get_json(force=True)
# ok: body-past-its-type
request.get_json()
