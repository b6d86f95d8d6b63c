"""The rules, as strict as the user wants them: which there are, and how one is softened."""

from collections.abc import Sequence

from flask import Blueprint

from poise.api.endpoint import endpoint
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.verdicts import SourceMessage
from poise.api.wire import Language, Message
from poise.errors import Missing, sentence
from poise.etiquette.facts import Level
from poise.etiquette.rule import Rule
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.ruleset import Fault, Rulebook, Strictness
from poise.etiquette.strictness import InForce, in_force, wished
from poise.store import settings

blueprint = Blueprint("rules", __name__)


class RulesQuery(Message):
    language: Language | None = None


class RuleMessage(Message):
    """`verdict`: the strictest it says as it is written; `in_force`: as the user wants it; `own`: their own.

    `allow` is an exception or a tip: there is nothing to soften.
    """

    id: str
    summary: str
    verdict: Level
    in_force: InForce
    grade: str
    source: SourceMessage
    contested: str | None
    own: bool


class FaultMessage(Message):
    """What is wrong in a file of an own rule, which is left out; `place` is empty for all of it."""

    file: str
    place: str
    fault: str


class RulesMessage(Message):
    rules: Sequence[RuleMessage]
    faults: Sequence[FaultMessage]


class StrictnessMessage(Message):
    """How strict the rule may be: `hold`, `caution` or `off`."""

    strictness: Strictness


@endpoint(blueprint, "GET", "/rules", asks=RulesQuery, gives=RulesMessage)
def show_rules(query: RulesQuery) -> RulesMessage:
    """All rules, and what is wrong in own ones that had to be left out."""
    here = service()
    rulebook, language = here.rulebook, language_of(here, query.language)
    return RulesMessage(
        rules=[shown(rulebook, rule, language) for rule in rulebook.rules.values()],
        faults=[_fault(fault) for fault in rulebook.faults],
    )


@endpoint(blueprint, "PUT", "/rules/<rule_id>", takes=StrictnessMessage, asks=RulesQuery, gives=RuleMessage)
def soften_rule(rule_id: str, query: RulesQuery, body: StrictnessMessage) -> RuleMessage:
    """Soften a rule, or set it back to what it is."""
    here = service()
    rulebook, language = here.rulebook, language_of(here, query.language)
    rule = rulebook.rules.get(rule_id)
    if rule is None:
        raise Missing(sentence("no_such_rule"))
    level = wished(rule, body.strictness)
    with here.database.writing() as session:
        settings.set_strictness(session, rule_id, level)
        changed = here.own.rulebook().softened(settings.strictness(session))
    return shown(changed, rule, language)


def shown(rulebook: Rulebook, rule: Rule, language: str) -> RuleMessage:
    words = rule.words(language)
    return RuleMessage(
        id=rule.id,
        summary=words["summary"],
        verdict=rule.file.verdict,
        in_force=in_force(rulebook, rule),
        grade=words["grade"],
        source=SourceMessage(**words["source"]),
        contested=words["contested"],
        own=rule.id not in load_rulebook().rules,
    )


def _fault(fault: Fault) -> FaultMessage:
    place, sentence = fault
    file, inside, where = place.partition(".toml: ")
    return FaultMessage(file=f"{file}.toml" if inside else file, place=where, fault=sentence)
