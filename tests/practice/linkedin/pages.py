"""The addresses of the practice LinkedIn."""

from dataclasses import replace

from flask import Flask, abort, g, redirect, render_template, request
from flask.typing import ResponseReturnValue

from ..people import People


def add_profiles(app: Flask, people: People) -> None:
    """linkedin 3.2: some of the many addresses that are all one profile's."""

    @app.get("/in/<slug>/")
    @app.get("/in/<slug>/<path:rest>")
    @app.get("/mwlite/in/<slug>")
    @app.get("/mwlite/profile/in/<slug>")
    @app.get("/m/in/<slug>")
    def profile(slug: str, rest: str = "") -> str:  # noqa: ARG001 - a language, /details/…, /overlay/…: the same page
        person = people.on_linkedin(slug) or abort(404)
        name = "profile_classic.html" if g.options.gen == "classic" else "profile.html"
        return render_template(name, person=person, others=people.others(person.slug), in_menu=False)

    @app.get("/in/me/")
    def me() -> ResponseReturnValue:
        return redirect("/feed/")

    @app.get("/preload/custom-invite/")
    @app.get("/preload/search-custom-invite/")
    def invite() -> str:
        return render_template(
            "preload.html", person=people.on_linkedin(request.args["vanityName"]) or abort(404)
        )


def add_lists(app: Flask, people: People) -> None:
    @app.get("/search/results/people/")
    def search() -> str:
        asked = request.args.get("keywords", "")
        found = [one for one in people.persons if asked.casefold() in f"{one.name} {one.headline}".casefold()]
        name = "search_classic.html" if g.options.gen == "classic" else "search.html"
        return render_template(name, keywords=asked, found=found)

    @app.get("/mynetwork/")
    @app.get("/mynetwork/grow/")
    def network() -> str:
        return render_template("network.html")

    @app.get("/mynetwork/cohort/")
    def cohort() -> str:
        return render_template("cohort_page.html")

    @app.get("/analytics/profile-views/")
    def viewers() -> str:
        g.options = replace(g.options, gen="early")
        return render_template("viewers.html")

    @app.get("/company/<slug>/people/")
    def company_people(slug: str) -> str:
        g.options = replace(g.options, gen="classic")
        company = people.company(slug) or abort(404)
        found = [one for one in people.persons if one.company == company.name]
        return render_template("company_people.html", company=company, found=found)


def add_sales(app: Flask, people: People) -> None:
    @app.get("/sales/lead/<key>")
    def lead(key: str) -> str:
        return render_template(
            "sales_lead.html", person=people.on_linkedin(key.partition(",")[0]) or abort(404)
        )

    @app.get("/sales/search/people")
    def leads() -> str:
        return render_template("sales_search.html")


def add_others(app: Flask, people: People) -> None:
    @app.get("/")
    @app.get("/feed/")
    @app.get(
        "/preload/"
    )  # linkedin 1.8: for some accounts the address of the feed begins like that of an invitation
    def feed() -> str:
        return render_template("feed.html")

    @app.get("/messaging/compose/")
    def compose() -> str:
        return render_template(
            "compose.html", person=people.on_linkedin(request.args["recipient"]) or abort(404)
        )

    @app.get("/company/<slug>/")
    def company(slug: str) -> str:
        return render_template("company.html", company=people.company(slug) or abort(404))

    @app.get("/interop/")
    def interop() -> str:
        return "<!doctype html><title></title>"
