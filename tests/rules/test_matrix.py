"""The whole matrix: each action at each stage, as the etiquette has it; `null` where no rule speaks."""

from collections.abc import Iterator

import pytest

from poise.etiquette.facts import Action, Channel, Gate, HistoryKind, Intent, Interaction, Site, Stage
from tests.rules.cases import DAY, dossier, intent, past, said

A, C, H = "allow", "caution", "hold"
STAGES = list(Stage)
CONTACT = {Channel.LINKEDIN}
COMMENTS = [
    past(HistoryKind.COMMENT, 40 * DAY, Channel.LINKEDIN),
    past(HistoryKind.COMMENT, DAY, Channel.LINKEDIN),
]
FULL_LADDER = [past(HistoryKind.MESSAGE, n * DAY / 10, Channel.LINKEDIN) for n in (1, 2, 3)]
THANKS = "Thank you so much for the interview yesterday, it was great to meet the whole team!"
COFFEE = "Your new coffee machine is the best one I have had so far."

CONNECT = intent(Action.CONNECT)
FRIEND = intent(Action.FRIEND, Site.FACEBOOK)
MESSAGE = intent(Action.MESSAGE)


def wall(action: Action, text: str | None = None, gate: Gate = Gate.LAST) -> Intent:
    return intent(action, Site.FACEBOOK, text=text, gate=gate)


POST, REPLY = Action.WALL_POST, Action.WALL_COMMENT
# name: intent, earlier contact, history, verdict by stage:
#                        applied scheduled awaiting offered hired rejected withdrawn
ROWS: dict[str, tuple[Intent, set[Channel], list[Interaction], list[str]]] = {
    "connect, bare": (CONNECT, set(), [], [H, H, H, C, C, C, C]),
    "connect, one click": (intent(Action.CONNECT, gate=Gate.ONLY), set(), [], [H, H, H, C, C, C, C]),
    "connect, with a note": (intent(Action.CONNECT, with_note=True), set(), [], [H, H, H, A, A, A, A]),
    "connect, opening": (intent(Action.CONNECT, gate=Gate.FIRST), set(), [], [H, H, H, A, A, A, A]),
    "connect on XING": (intent(Action.CONNECT, Site.XING), set(), [], [H, H, H, C, C, C, C]),
    "friend, bare": (FRIEND, set(), [], [H, H, H, C, C, C, C]),
    "friend, with a word": (
        intent(Action.FRIEND, Site.FACEBOOK, with_note=True),
        set(),
        [],
        [H, H, H, A, A, C, C],
    ),
    "friend, opening": (
        intent(Action.FRIEND, Site.FACEBOOK, gate=Gate.FIRST),
        set(),
        [],
        [H, H, H, A, A, C, C],
    ),
    "follow, no contact": (intent(Action.FOLLOW), set(), [], [A, C, C, A, A, A, A]),
    "follow, contact": (intent(Action.FOLLOW), CONTACT, [], [A, A, A, A, A, A, A]),
    "message, no contact": (MESSAGE, set(), [], [A, H, H, A, A, A, A]),
    "message, contact elsewhere": (MESSAGE, {Channel.EMAIL}, [], [A, H, H, A, A, A, A]),
    "message, contact": (MESSAGE, CONTACT, [], [A, A, A, A, A, A, A]),
    "message, contact, three since": (MESSAGE, CONTACT, FULL_LADDER, [A, A, H, A, A, A, A]),
    "comment, first": (intent(Action.COMMENT), set(), [], [A, A, A, A, A, A, A]),
    "comment, second": (intent(Action.COMMENT), set(), COMMENTS[:1], [A, A, A, A, A, A, A]),
    "comment, third": (intent(Action.COMMENT), set(), COMMENTS, [H, H, H, A, A, A, A]),
    "react": (intent(Action.REACT), set(), [], [A, A, A, A, A, A, A]),
    "view": (intent(Action.VIEW), set(), [], [A, A, A, A, A, A, A]),
    "wall post, thanks": (wall(POST, THANKS), set(), [], [H, H, H, H, H, H, H]),
    "wall post, unread": (wall(POST), set(), [], [H, H, H, H, H, H, H]),
    "wall post, unread, one click": (wall(POST, gate=Gate.ONLY), set(), [], [H, H, H, H, H, H, H]),
    "wall post, something else": (wall(POST, COFFEE), set(), [], [C, H, H, A, A, A, A]),
    "wall post, opening": (wall(POST, gate=Gate.FIRST), set(), [], [C, H, H, A, A, A, A]),
    "wall comment, thanks": (wall(REPLY, THANKS), set(), [], [H, H, H, C, C, C, C]),
    "wall comment, unread": (wall(REPLY), set(), [], [C, C, C, A, A, A, A]),
    "wall comment, something else": (wall(REPLY, COFFEE), set(), [], [A, A, A, A, A, A, A]),
    "wall comment, opening": (wall(REPLY, gate=Gate.FIRST), set(), [], [A, A, A, A, A, A, A]),
}

RULES = {
    "connect, bare": ["connect-before-decision"] * 3 + ["connect-with-note"] * 4,
    "friend, bare": ["friend-before-decision"] * 3
    + ["connect-with-note"] * 2
    + ["friend-after-rejection"] * 2,
    "friend, with a word": ["friend-before-decision"] * 3 + [None] * 2 + ["friend-after-rejection"] * 2,
    "follow, no contact": [None, "new-channel", "new-channel"] + [None] * 4,
    "message, no contact": [None, "new-channel", "new-channel"] + [None] * 4,
    "message, contact, three since": [None, None, "follow-up-ladder"] + [None] * 4,
    "comment, third": ["comment-sparingly"] * 3 + [None] * 4,
    "wall post, thanks": ["wall-thank-you"] * 7,
    "wall post, unread": ["wall-before-decision"] * 3 + ["wall-thank-you"] * 4,
    "wall post, something else": ["wall-before-decision"] * 3 + [None] * 4,
    "wall comment, thanks": ["wall-thank-you"] * 7,
    "wall comment, unread": ["wall-before-decision"] * 3 + [None] * 4,
    "view": [None] * 7,
}


def cells() -> Iterator[object]:
    for name, (_, _, _, expected) in ROWS.items():
        for stage, verdict in zip(STAGES, expected, strict=True):
            yield pytest.param(name, stage, verdict, id=f"{name}, {stage}")


@pytest.mark.parametrize(("name", "stage", "expected"), list(cells()))
def test_cell_of_the_matrix(name: str, stage: Stage, expected: str) -> None:
    about, earlier, history, _ = ROWS[name]
    verdict = said(dossier(stage, history=history, earlier=earlier), about)
    assert (verdict.verdict, verdict.stage) == (expected, stage)
    assert (verdict.rule is None) is (expected == A)


@pytest.mark.parametrize("name", RULES)
def test_rule_that_speaks_in_the_row(name: str) -> None:
    about, earlier, history, _ = ROWS[name]
    spoken = [said(dossier(stage, history=history, earlier=earlier), about).rule for stage in STAGES]
    assert spoken == RULES[name]


@pytest.mark.parametrize("action", list(Action))
def test_every_action_is_in_the_matrix_or_off_the_page(action: Action) -> None:
    assert action in {row[0].action for row in ROWS.values()} | {Action.THANK_YOU, Action.FOLLOW_UP}
