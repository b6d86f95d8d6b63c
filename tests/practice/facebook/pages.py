"""The addresses of the practice Facebook (facebook 2.1)."""

from flask import Flask, abort, render_template, request

from ..people import Company, People, Person
from .posts import owner_of, posts_of

TABS = "<any(posts, about, reviews, mentions, photos, followers, friends_likes):tab>"


def add_profiles(app: Flask, people: People) -> None:
    """The forms of an address, any of which may be a page's or a person's."""

    def shown(key: str, tab: str) -> str:
        owner = people.on_facebook(key) or abort(404)
        name = "company.html" if isinstance(owner, Company) else "person.html"
        others = people.others(owner.slug) if isinstance(owner, Person) else people.others()
        return render_template(name, owner=owner, others=others, tab=tab)

    @app.get("/<key>/")
    @app.get(f"/<key>/{TABS}/")
    def vanity(key: str, tab: str = "posts") -> str:
        return shown(key, tab)

    @app.get("/profile.php")
    def number() -> str:
        return shown(request.args["id"], request.args.get("sk", "posts"))

    @app.get("/people/<name>/<key>/")
    def people_form(name: str, key: str) -> str:  # noqa: ARG001 - the name is only decoration
        return shown(key, "posts")

    @app.get("/p/<name_and_number>/")
    def short_form(name_and_number: str) -> str:
        return shown(name_and_number.rpartition("-")[2], "posts")


def by_thread(people: People, thread: int) -> Person | None:
    return next((one for one in people.persons if one.thread == thread), None)


def add_others(app: Flask, people: People) -> None:
    @app.get("/")
    @app.get("/home.php")
    def feed() -> str:
        return render_template("feed.html")

    @app.get("/<key>/posts/<opaque>/")
    @app.get("/permalink.php")
    def permalink(key: str = "", opaque: str = "") -> str:
        owner = people.on_facebook(key or request.args["id"]) or abort(404)
        wanted = opaque or request.args["story_fbid"]
        post = next((one for one in posts_of(owner) if wanted in {one.opaque, one.number}), None) or abort(
            404
        )
        return render_template("permalink.html", owner=owner, post=post)

    @app.get("/groups/<group>/")
    def group(group: str) -> str:
        return render_template("group.html", group=group)

    @app.get("/messages/t/<key>/")
    @app.get("/messages/e2ee/t/<int:thread>/")
    @app.get("/stories/<int:thread>/")
    def writing(key: str = "", thread: int = 0) -> str:
        """An encrypted conversation, and a story, have a number of their own, which says nothing of whom."""
        owner = people.on_facebook(key) if key else by_thread(people, thread)
        name = "story.html" if request.path.startswith("/stories/") else "conversation.html"
        return render_template(name, owner=owner or abort(404))

    @app.get("/reel/<int:number>/")
    def reel(number: int) -> str:
        owner = owner_of(people, str(number)) or abort(404)
        return render_template("reel.html", owner=owner, post=posts_of(owner)[0])

    @app.get("/search/people/")
    @app.get("/friends/suggestions/")
    def cards() -> str:
        asked = request.args.get("q", "").casefold()
        found = [
            person for person in people.persons if person.facebook_id and asked in person.name.casefold()
        ]
        return render_template("cards.html", found=found)
