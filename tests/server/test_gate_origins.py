"""A page and an extension that is not paired are turned away, whatever their requests say of themselves."""

import pytest

from poise.signing import Key
from tests.server.refusing import INTENT, VERDICTS, assert_refused, signed
from tests.server.wire import API, EXTENSION, FIREFOX, JSON, Served

WEB_ORIGINS = [
    "https://www.linkedin.com",
    "https://evil.com",
    "http://127.0.0.1",
    "http://localhost:{port}",
    "http://127.0.0.1:{port}",
    "http://192.0.2.1",
    "null",
    "file://",
    "",
    "chrome-extension://",
    "*",
]
NEARLY = [
    EXTENSION + ".evil.com",
    EXTENSION + "x",
    EXTENSION[:-1],
    EXTENSION.replace("abcdef", "ponmlk"),
    EXTENSION.replace("chrome", "moz"),
    EXTENSION + "/",
    EXTENSION.upper(),
    EXTENSION + "\x85https://evil.com",
    f"{EXTENSION}, https://evil.com",
]


@pytest.mark.parametrize("origin", WEB_ORIGINS)
def test_N08_N09_a_page_is_refused_though_the_signature_is_right(
    shared: Served, paired: Key, origin: str
) -> None:
    headers = signed(shared, paired) | {"Origin": origin.format(port=shared.port)}
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers), 403)


@pytest.mark.parametrize("origin", NEARLY)
def test_N10_an_origin_that_is_only_nearly_the_paired_one_is_refused(
    shared: Served, paired: Key, origin: str
) -> None:
    headers = signed(shared, paired) | {"Origin": origin}
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers), 403)


def test_N11_another_firefox_extension_is_refused(shared: Served) -> None:
    key = shared.pair(FIREFOX)
    other = FIREFOX.replace("0b0e", "1b0e")
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, key) | {"Origin": other}), 403)
    good = shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, key) | {"Origin": FIREFOX})
    assert good.status == 200


def test_N12_without_an_origin_the_signature_alone_speaks(shared: Served, paired: Key) -> None:
    assert shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired)).status == 200
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers={"Content-Type": JSON}), 401)


def test_N12_a_key_works_with_no_other_paired_origin(shared: Served, paired: Key) -> None:
    firefox = shared.pair(FIREFOX)
    for key, origin in ((paired, FIREFOX), (firefox, EXTENSION), (shared.key, EXTENSION)):
        headers = signed(shared, key) | {"Origin": origin}
        assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers), 401)


@pytest.mark.parametrize("site", ["none", "same-origin", "cross-site", "same-site"])
@pytest.mark.usefixtures("paired")
def test_N15_a_navigation_is_refused(shared: Served, site: str) -> None:
    fetch = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": site}
    assert_refused(shared.ask("GET", f"{API}/health", headers=fetch), 403)
    assert_refused(shared.ask("GET", f"{API}/health", headers=fetch | {"Origin": EXTENSION}), 403)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("mode", ["no-cors", "cors", "websocket"])
def test_N16_a_page_cannot_tell_what_is_there(shared: Served, paired: Key, site: str, mode: str) -> None:
    fetch = {"Sec-Fetch-Mode": mode, "Sec-Fetch-Site": site}
    bodies = {
        shared.ask("GET", f"{API}{path}", headers=fetch).body for path in ("/health", "/snapshot", "/no")
    }
    assert len(bodies) == 1
    assert_refused(shared.ask("GET", f"{API}/health", headers=fetch), 403)
    with_origin = signed(shared, paired) | fetch | {"Origin": EXTENSION}
    assert shared.ask("POST", VERDICTS, INTENT, headers=with_origin).status == 200


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_N16_an_extensions_own_fetch_passes(shared: Served, paired: Key, site: str) -> None:
    fetch = {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": site}
    assert shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired) | fetch).status == 200


@pytest.mark.usefixtures("paired")
def test_N16_a_form_of_a_page_changes_nothing(shared: Served) -> None:
    before = shared.call("GET", "/applications").json
    form = {"Content-Type": "text/plain", "Origin": "null", "Sec-Fetch-Mode": "navigate"}
    assert_refused(shared.ask("POST", f"{API}/applications", b"{}", headers=form), 403)
    assert shared.call("GET", "/applications").json == before


PREFLIGHT = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "content-type,content-digest,signature,signature-input,x-evil",
    "Sec-Fetch-Mode": "cors",
    "Sec-Fetch-Site": "cross-site",
}


@pytest.mark.usefixtures("paired")
def test_N19_the_preflight_of_a_paired_origin_is_answered(shared: Served) -> None:
    got = shared.ask("OPTIONS", VERDICTS, headers=PREFLIGHT | {"Origin": EXTENSION})
    assert (got.status, got.body) == (204, b"")
    assert got.headers["access-control-allow-origin"] == EXTENSION
    assert got.headers["access-control-allow-methods"] == "DELETE, GET, PATCH, POST, PUT"
    allowed = got.headers["access-control-allow-headers"].split(", ")
    assert allowed == ["content-digest", "content-type", "signature", "signature-input"]
    assert got.headers["vary"] == "Origin"
    assert int(got.headers["access-control-max-age"]) <= 600
    assert "signature" not in got.headers


def test_N19_the_answer_itself_can_be_read_by_the_paired_origin_alone(shared: Served, paired: Key) -> None:
    got = shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired) | {"Origin": EXTENSION})
    assert got.headers["access-control-allow-origin"] == EXTENSION
    bare = shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired))
    assert not [name for name in bare.headers if name.startswith("access-control-")]


def test_N19_a_refusal_has_no_cors_header_even_for_the_paired_origin(shared: Served, paired: Key) -> None:
    for headers, status in (
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": JSON}, 401),
        (signed(shared, paired, body=b"{"), 400),
        (signed(shared, paired, body=b"{}"), 422),
    ):
        body = {400: b"{", 422: b"{}"}.get(status, INTENT)
        got = shared.ask("POST", VERDICTS, body, headers=headers | {"Origin": EXTENSION})
        assert got.status == status
        assert not [name for name in got.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("origin", [*WEB_ORIGINS, FIREFOX.replace("0b0e", "2b0e"), None])
@pytest.mark.usefixtures("paired")
def test_N20_any_other_preflight_gets_no_permission(shared: Served, origin: str | None) -> None:
    own = {} if origin is None else {"Origin": origin.format(port=shared.port)}
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Private-Network": "true"}
    assert_refused(shared.ask("OPTIONS", VERDICTS, headers=asked | own), 401 if origin is None else 403)


@pytest.mark.usefixtures("paired")
def test_N20_a_private_network_is_never_allowed(shared: Served) -> None:
    asked = PREFLIGHT | {"Origin": EXTENSION, "Access-Control-Request-Private-Network": "true"}
    got = shared.ask("OPTIONS", VERDICTS, headers=asked)
    assert got.headers.get("access-control-allow-private-network", "false") == "false"
