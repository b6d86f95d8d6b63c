"""The extension put into a running browser on the browser's own page for that, as its user does it.

What no driver can do is the choosing in the system's dialog for files. In Firefox that dialog is answered for the user, and all
else is its own, up to the button that adds. In Chromium WebDriver hands the folder over itself: it is what "Load unpacked" then
does with it, which refuses names that the command line lets pass.
"""

from pathlib import Path

from selenium.webdriver import Firefox

from .drivers import GECKO_ID, Browser
from .waiting import until

CHOOSES = """
const CONTRACT = "@mozilla.org/filepicker;1";
const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(arguments[0]);
const chosen = Cc["@mozilla.org/array;1"].createInstance(Ci.nsIMutableArray);
chosen.appendElement(file);
const dialog = {
  QueryInterface: ChromeUtils.generateQI(["nsIFilePicker"]), init() {}, appendFilter() {}, appendFilters() {},
  file, get files() { return chosen.enumerate(Ci.nsIFile); },
  open: (callback) => Services.tm.dispatchToMainThread(() => callback.done(Ci.nsIFilePicker.returnOK)),
};
const own = { id: Components.ID("{5b1f0d3e-7c1a-4b7e-9a52-3f1f0c8f2a12}"), factory: { createInstance: (iid) => dialog.QueryInterface(iid) } };
const before = registrar.contractIDToCID(CONTRACT);
registrar.registerFactory(own.id, "", CONTRACT, own.factory);
"""
SAID = """
const [id, done] = arguments;
chrome.developerPrivate.getExtensionInfo(id).then(({ state, manifestErrors, runtimeErrors }) =>
  done([state, ...[...manifestErrors, ...runtimeErrors].map(({ manifestKey, message }) => manifestKey ?? message)]));
"""
FOR_FIREFOX = "background.scripts"  # the one part of the manifest that Chromium remarks on, and passes over
ASKED = "return PopupNotifications.panel.state === 'open' && PopupNotifications.panel.firstElementChild.textContent"
ADD = "PopupNotifications.panel.firstElementChild?.button.click(); return !!WebExtensionPolicy.getByID(arguments[0])?.active"


def load_unpacked(browser: Browser, folder: Path) -> None:
    """On chrome://extensions, with developer mode switched on by hand. It is on then, and nothing is wrong with it."""
    driver = browser.driver
    driver.get("chrome://extensions")
    page = driver.find_element("css selector", "extensions-manager").shadow_root
    bar = page.find_element("css selector", "extensions-toolbar").shadow_root
    bar.find_element("id", "devMode").click()
    until(lambda: bar.find_element("id", "loadUnpacked").is_displayed(), "the button")
    driver.webextension.install(path=str(folder))
    own = browser.extension.rpartition("/")[2]
    cards = page.find_element("css selector", "extensions-item-list").shadow_root
    until(lambda: cards.find_element("id", own).is_displayed(), "its card")
    assert driver.execute_async_script(SAID, own) == ["ENABLED", FOR_FIREFOX]


def install_from_file(browser: Browser, package: Path) -> str:
    """In about:addons, by the gear; what it asked before the button that adds was pressed. The package is not signed."""
    driver = browser.driver
    assert isinstance(driver, Firefox)
    with driver.context("chrome"):
        driver.execute_script("Services.prefs.setBoolPref('xpinstall.signatures.required', false)")
        driver.execute_script(CHOOSES, str(package))
    driver.get("about:addons")
    until(lambda: driver.find_element("css selector", ".more-options-button"), "the gear").click()
    wish = until(lambda: driver.find_element("css selector", "[action=install-from-file]"), "the menu")
    until(wish.is_displayed, "the menu open")
    wish.click()
    with driver.context("chrome"):
        asked: str = until(lambda: driver.execute_script(ASKED), "what it asks")
        until(lambda: driver.execute_script(ADD, GECKO_ID), "added")  # it takes no press in its first moment
    return asked
