"""A profile that was paired is paired still, as long as its key is good and its port is the service's."""

from pathlib import Path

import pytest

from poise.errors import Exit, PoiseError
from poise.launch.pairing import is_paired
from poise.launch.profile import Paired, Profile

KEPT = Paired("kept", 27182)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    tmp_path.chmod(0o700)
    return Profile(tmp_path)


def test_a_new_profile_is_not_paired(profile: Profile) -> None:
    assert not is_paired(profile, 27182, {"kept"})


def test_a_profile_is_paired_while_its_key_is_good(profile: Profile) -> None:
    profile.remember(KEPT)
    assert is_paired(profile, 27182, {"another", "kept"})


def test_a_key_that_was_dropped_is_none(profile: Profile) -> None:
    profile.remember(KEPT)
    assert not is_paired(profile, 27182, {"another"})


def test_an_extension_that_calls_another_port_is_to_be_paired_again(profile: Profile) -> None:
    profile.remember(KEPT)
    assert not is_paired(profile, 27183, {"kept"})


def test_a_profile_serves_one_browser_at_a_time(profile: Profile) -> None:
    with profile.held("Chromium"):
        with (
            pytest.raises(PoiseError, match=r"^Chromium with Poise in it is open already") as refused,
            profile.held("Chromium"),
        ):
            pass
        assert refused.value.exit_code is Exit.ALREADY_RUNNING
    with profile.held("Chromium"):
        pass
