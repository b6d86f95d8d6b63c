"""Notes checked over HTTP: what is answered, what is refused, and that nothing of a note is left anywhere."""

from typing import Any

from tests.server.wire import Served, log_of

NOTE = {
    "kind": "thank_you",
    "text": "Dear Jnae Xylocanary,",
    "language": "en",
    "interviewer": "Jane Xylocanary",
}


def ids(served: Served, **changed: Any) -> list[str]:
    got = served.call("POST", "/notes/check", NOTE | changed)
    assert got.status == 200, got.body
    return [one["id"] for one in got.json["findings"]]


def test_the_findings_are_those_of_the_terminal(shared: Served) -> None:
    got = served_findings(shared)
    assert [one for one in got if one["id"] == "name-misspelt"] == [
        {
            "id": "name-misspelt",
            "severity": "error",
            "start": 5,
            "end": 9,
            "message": "“Jnae”: they spell it “Jane”.",
            "suggestion": "Jane",
        }
    ]


def served_findings(served: Served) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = served.call("POST", "/notes/check", NOTE).json["findings"]
    return found


def test_what_others_were_sent_and_known_words_count(shared: Served) -> None:
    text = "Thank you, Jane. The flooded cellar made me laugh on the train home, zyxwort and all."
    assert "same-as-another" in ids(shared, text=text, others=[text])
    assert "spelling" in ids(shared, text=text)
    assert "spelling" not in ids(shared, text=text, known=["zyxwort"])


def test_too_long_a_note_and_unknown_fields_are_refused(shared: Served) -> None:
    got = shared.call("POST", "/notes/check", NOTE | {"text": "x" * 20_001, "mood": "good"})
    assert got.status == 422
    assert sorted(fault["place"] for fault in got.json["errors"]) == ["mood", "text"]


def test_nothing_of_a_note_is_kept_or_logged(served: Served) -> None:
    ids(served)
    served.call("POST", "/notes/check", NOTE | {"kind": "Xylocanary"})
    kept = b"".join(path.read_bytes() for path in served.folder.rglob("*") if path.is_file())
    assert b"Xylocanary" not in kept
    assert "Xylocanary" not in log_of(served)
