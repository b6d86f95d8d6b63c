"""The rules: softened, never made stricter, set back."""

from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from .dashboard import dashboard, read, take_back
from .screen import Screen
from .waiting import until


def test_a_rule_is_softened_but_never_made_stricter_and_set_back(screen: Screen) -> None:
    rule = '[data-id="connect-before-decision"]'
    tip = '[data-id="connect-with-note"]'
    with dashboard(screen, "rules"):
        assert [
            one.get_attribute("value")
            for one in screen.driver.find_elements(By.CSS_SELECTOR, f"{tip} option")
        ] == ["caution", "off"]
        Select(screen.find(f"{rule} select")).select_by_value("caution")
        until(lambda: "Softened by you" in screen.find(rule).text, "softened")
        [now] = [one for one in read(screen, "/rules")["rules"] if one["id"] == "connect-before-decision"]
        assert now["in_force"] == "caution"
        take_back(screen)
        until(lambda: "Softened by you" not in screen.find(rule).text, "as written")
