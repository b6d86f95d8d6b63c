"""LinkedIn's labels in every language of its interface, around names as people have them."""

import pytest

from poise.sites.labels import hear
from poise.text import clean, same_name
from tests.sites.examples import maps

LINKEDIN = maps()["linkedin"]
LANGUAGES = [
    "en",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "nb",
    "sv",
    "da",
    "fi",
    "pl",
    "cs",
    "hu",
    "ro",
    "el",
    "ru",
    "uk",
    "tr",
    "ar",
    "he",
    "fa",
    "ja",
    "ko",
    "zh-Hans",
    "zh-Hant",
    "hi",
    "bn",
    "mr",
    "pa",
    "te",
    "th",
    "ms",
    "id",
    "tl",
    "vi",
]
NAMES = [
    "Jane Doe",
    "Dr. Anna Maria Gräfin von Hohen, MBA",
    "Bjørn Åse-Müller",
    "\u200f\u05d9\u05e2\u05dc \u05d1\u05df\u05be\u05d8\u05d5\u05d1\u200e",
    "Mia\u00a0Chen \U0001f680 Ph\u034fD",
    "Will Connect",
    "نور الهدى",
    "山田 太郎",
    "O’Neil (they/them)",
    "J",
]


@pytest.mark.parametrize("group", ["connect", "invite", "pending", "send-invite", "send-invitation", "more"])
def test_every_language_has_its_row(group: str) -> None:
    assert sorted(LINKEDIN.labels[group]) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_comes_out_of_the_label_as_it_went_in(language: str) -> None:
    for template in LINKEDIN.labels["invite"][language]:
        for name in NAMES:
            heard = hear(template.replace("{n}", name).replace(" ", "\u00a0", 1))
            assert heard is not None
            said = LINKEDIN.said["invite"].read(heard)
            assert said is not None
            assert said.name is not None
            assert same_name(said.name, name) or clean(name).startswith(said.name), (
                template,
                name,
                said.name,
            )


@pytest.mark.parametrize("group", ["connect", "invite", "send-invite"])
def test_what_is_pending_in_one_language_is_no_invitation_in_another(group: str) -> None:
    texts = [text.replace("*", "Jane Doe") for row in LINKEDIN.labels["pending"].values() for text in row]
    assert [text for text in texts if (heard := hear(text)) and LINKEDIN.said[group].read(heard)] == []


LOOK_ALIKES = [
    "J\u0430ne Doe",
    "Jane D\u03bfe",
    "Jane D\u043ee",
    "\u0408ane Doe",
    "Jan\u0435 Doe",
    "Jane Doe\u0301",
    "Jane D0e",
    "Iane Doe",
]


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_letters_that_only_look_alike_are_another_name(name: str) -> None:
    assert not same_name("Jane Doe", name)
    heard = hear(f"Invite {name} to c\u043ennect")
    assert heard is not None
    assert LINKEDIN.said["invite"].read(heard) is None
