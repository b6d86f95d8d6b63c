"""On the practice sites' pages nearly every control is read as what it is, and none as somebody else's."""

from tests.sites.examples import maps
from tests.sites.served import outcomes


def test_every_control_of_a_few_pages_is_read_rightly_and_none_is_taken_for_somebody_elses() -> None:
    found = list(outcomes({"lang": ("de",), "keys": ("uuid",), "rail": ("now",)}))
    assert {one.site for one in found} == set(maps())
    assert [one for one in found if one.false or not one.right] == []
