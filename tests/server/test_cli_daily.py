"""The daily things from a terminal: interviews, outcomes, contact, trust, and lines for people."""

import re

from tests.server.terminal import Run, assert_refused, told


def test_an_interview_can_be_added_moved_and_called_off(run: Run) -> None:
    run("add", "Jane", "--company", "Acme", "--interview", "2026-12-01 14:00", "--minutes", "90")
    run("interview", "add", "Acme", "2026-12-08 09:00")
    assert_refused(run("interview", "add", "Acme", "2026-12-08 09:00"), "already")
    moved = told(run("interview", "move", "acme", "2026-12-02 10:00", "--from", "2026-12-01 14:00", "--json"))
    assert [(one["starts"], one["ends"]) for one in moved["interviews"]] == [
        ("2026-12-02T10:00:00+01:00", "2026-12-02T11:30:00+01:00"),
        ("2026-12-08T09:00:00+01:00", "2026-12-08T10:00:00+01:00"),
    ]
    left = told(run("interview", "cancel", "Acme", "2026-12-02 10:00", "--json"))
    assert [one["starts"] for one in left["interviews"]] == ["2026-12-08T09:00:00+01:00"]


def test_an_outcome_and_its_undoing(run: Run) -> None:
    run("add", "Jane", "--company", "Acme", "--interview", "2026-01-01 14:00")
    stages = [told(run("outcome", "acme", word, "--json"))["stage"] for word in ("offer", "accepted", "none")]
    assert stages == ["offered", "hired", "awaiting"]


def test_what_is_said_to_have_been_and_is_still_to_come_is_doubted_and_written_all_the_same(run: Run) -> None:
    run("add", "Jane", "--company", "Acme")
    for said in (("log", "Jane", "thank_you"), ("outcome", "Acme", "offer")):
        assert run(*said, "--at", "8000-01-01 14:00").stdout.endswith(
            "still to come: if it is a slip, `poise undo` takes it back.\n"
        )
        assert "still to come" not in run(*said, "--at", "2026-01-01 14:00").stdout
        assert "still to come" not in run(*said).stdout


def test_of_several_applications_at_a_company_one_has_to_be_named(run: Run) -> None:
    for name, job in (("Jane", "Cook"), ("Joan", "Gardener")):
        run("add", name, "--company", "Acme", "--job", job)
    assert_refused(run("outcome", "Acme", "offer"), "--job", "Cook", "Gardener")
    assert told(run("outcome", "Acme", "offer", "--job", "Cook", "--json"))["role"] == "Cook"
    assert told(run("outcome", "Acme", "rejected", "--json"))["role"] == "Gardener"


def test_of_several_applications_the_one_is_meant_to_which_it_can_be_done(run: Run) -> None:
    for name, job in (("Rita", "A"), ("Rolf", "B"), ("Rune", "C")):
        run("add", name, "--company", "Two", "--job", job)
    assert_refused(run("archive", "Two"), "--job", '"A", "B", "C"')
    run("archive", "Two", "--job", "A")
    assert_refused(run("archive", "Two"), "--job", '"B", "C"')
    assert told(run("archive", "Two", "--undo", "--json"))["role"] == "A"
    run("outcome", "Two", "rejected", "--job", "B")
    assert run("outcome", "Two", "none").stdout == "The application at Two (B) is open again.\n"
    for job in ("A", "B", "C"):
        run("outcome", "Two", "offer", "--job", job)
    assert_refused(run("outcome", "Two", "accepted"), "--job", '"A", "B", "C"')


def test_an_application_with_an_offer_may_be_meant_by_what_is_accepted_or_withdrawn(run: Run) -> None:
    for name, job in (("Jane", "Engineer"), ("Joan", "Manager"), ("June", "Cook")):
        run("add", name, "--company", "Acme", "--job", job)
    run("outcome", "Acme", "offer", "--job", "Engineer")
    run("outcome", "Acme", "rejected", "--job", "Cook")
    for word in ("accepted", "withdrawn"):
        assert_refused(run("outcome", "Acme", word), '("Engineer", "Manager")')
    run("archive", "Acme", "--job", "Manager")
    assert told(run("outcome", "Acme", "accepted", "--json"))["role"] == "Engineer"


def test_an_application_without_a_job_can_be_meant_and_jobs_are_compared_as_a_reader_would(run: Run) -> None:
    run("add", "Jane", "--company", "Acme")
    run("outcome", "Acme", "rejected")
    run("add", "Joan", "--company", "Acme", "--job", "Cook")
    run("outcome", "Acme", "rejected", "--job", " cook")
    assert_refused(run("outcome", "Acme", "none"), '("", "Cook")')
    assert told(run("outcome", "Acme", "none", "--job", "", "--json"))["role"] is None


def test_of_applications_for_one_job_the_terminal_says_where_they_are_told_apart(run: Run) -> None:
    for name in ("Jane", "Joan"):
        run("add", name, "--company", "Acme", "--job", "Cook")
        run("outcome", "Acme", "rejected")
    assert_refused(run("outcome", "Acme", "none"), "the same job", "browser")


def test_a_note_in_place_of_another_says_so_and_is_taken_back(run: Run) -> None:
    run("add", "Jane", "--company", "Acme")
    assert run("note", "Jane", "tea").stdout == "Noted: Jane.\n"
    assert run("note", "Jane", "tea").stdout == "Noted: Jane.\n"
    assert "`poise undo` brings it back" in run("note", "Jane", "coffee").stdout
    run("undo")
    assert run("note", "Jane", "tea").stdout == "Noted: Jane.\n"
    assert "`poise undo` brings it back" in run("note", "Jane", " ").stdout


def test_a_time_that_nobody_can_mean_is_refused_in_plain_words(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme", "--interview", "2026-11-20 10:00")
    for words in (
        ("interview", "move", "Acme", "1026-12-01 10:00"),
        ("outcome", "Acme", "offer", "--at", "9999-12-31 23:30"),
        ("log", "Jane Doe", "they_wrote", "--at", "0001-01-01 00:10"),
        ("add", "A E", "--company", "X", "--interview", "9999-12-31T23:30-10:00"),
    ):
        assert_refused(run(*words), "between the years 1900 and 9000")


def test_what_was_taken_back_comes_back_by_the_line_that_undo_says(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme")
    said = run("undo").stdout
    added = told(run("history", "--json"))[-1]["id"]
    assert_refused(run("undo", added), "undone already")
    [back] = re.findall(r"`poise (undo \S+)` brings it back", said)
    assert told(run("list", "--json")) == []
    assert run(*back.split()).returncode == 0
    assert [one["name"] for one in told(run("list", "--json"))] == ["Jane Doe"]


def test_what_passed_is_logged_and_the_agenda_follows(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme", "--interview", "2026-11-01 14:00")
    assert "thank_you" in {item["kind"] for item in told(run("next", "--json"))}
    logged = told(
        run("log", "jane doe", "thank_you", "--channel", "email", "--at", "2026-11-01 16:00", "--json")
    )
    assert (logged["kind"], logged["at"]) == ("thank_you", "2026-11-01T15:00:00Z")
    assert "thank_you" not in {item["kind"] for item in told(run("next", "--json"))}


def test_trust_by_hand_and_its_undoing(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme")
    trusted = told(run("trust", "Jane Doe", "--reason", "an old colleague", "--json"))
    assert (trusted["trusted"], trusted["reason"]) == (True, "an old colleague")
    back = told(run("trust", "Jane Doe", "--undo", "--json"))
    assert (back["trusted"], back["reason"]) == (False, None)


def test_people_of_one_name_are_told_apart_by_company(run: Run) -> None:
    for company in ("Acme", "Beta"):
        run("add", "Jane Doe", "--company", company)
    assert_refused(run("trust", "Jane Doe"), "--company")
    assert run("trust", "Jane Doe", "--company", "beta").returncode == 0
    assert {shape["company"]: shape["trusted"] for shape in told(run("list", "--json"))} == {
        "Acme": False,
        "Beta": True,
    }


def test_who_or_what_is_not_known_by_that_name_is_asked_for_by_the_nearest(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme", "--job", "Cook")
    for said in ("Jane", "Jnae Doe", "doe"):
        assert_refused(run("log", said, "thank_you"), f"Nobody called {said}", "did you mean Jane Doe?")
    assert_refused(run("outcome", "Amce", "offer"), "no application at Amce", "did you mean Acme?")
    assert_refused(run("log", "Rita Roe", "thank_you"), "see `poise list`")
    assert_refused(run("log", "jane doe", "thank_you", "--company", "Beta"), "at Beta", "see `poise list`")
    assert_refused(run("outcome", "Acme", "offer", "--job", "Gardener"), "as Gardener", "see `poise list`")


def test_somebody_tracked_already_is_not_added_again_and_it_says_what_changes_them(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme")
    assert_refused(run("add", "Jane Doe", "--company", "Acme"), "already tracked", "`poise interview`")


def test_the_day_of_an_application_is_completed_and_never_contradicted(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme")
    told_day = told(run("add", "Joan Roe", "--company", "Acme", "--applied", "2026-11-01", "--json"))
    assert told_day["application"]["applied_on"] == "2026-11-01"
    assert run("add", "Rita Roe", "--company", "Acme", "--applied", "2026-11-01").returncode == 0
    assert_refused(
        run("add", "Pat Poe", "--company", "Acme", "--applied", "2026-11-02"), "Acme on 2026-11-01"
    )
    assert "Pat Poe" not in run("list").stdout


def test_the_line_of_somebody_without_an_application_has_no_gap(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme")
    run("archive", "Acme")
    assert run("list").stdout == "Jane Doe · no application\n"


def test_lines_are_for_people(run: Run) -> None:
    assert run("list").stdout == "Nobody is tracked yet: begin with `poise add`.\n"
    assert run("next").stdout == "Nothing is due.\n"
    run("add", "Jane Doe", "--company", "Acme", "--job", "Cook", "--interview", "2026-01-01 14:00")
    run("add", "Rita Roe", "--company", "Acme", "--role", "recruiter")
    first, second = run("list").stdout.splitlines()
    assert first.startswith("Jane Doe · Acme (Cook) · awaiting, day ")
    assert second.startswith("Rita Roe · Acme (Cook) · awaiting, day ")
    assert second.endswith(" · recruiter")
