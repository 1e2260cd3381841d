"""From the past of all resources to the timeline of those that somebody asks for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from scanner.fields import is_anywhere
from scanner.inventory.inventory import ACCOUNT
from scanner.model import SourceUse
from scanner.rule import Rule
from scanner.timeline.change import Timeline, Track
from scanner.timeline.replay import Past, Replay
from scanner.timeline.stage import Scope, Stage
from scanner.timeline.standing import Key


def told(
    rules: Sequence[Rule], past: Past, sources: Sequence[SourceUse] = (), profile: str = ""
) -> Timeline:
    """The timeline of the resources that are chosen in a past, by account, Region, type and id."""
    rules_of = {
        key: [rule for rule in rules if rule.resource == key[0]] for key in past.versions.chosen
    }
    tracks: list[Track] = []
    problems = set(past.problems)
    for scope, some in sorted(_by_scope(rules_of).items()):
        replay = Replay(past, _stage(scope, some), some)
        tracks += replay.run()
        problems |= set(replay.problems)
    used = {rule.id: rule for some in rules_of.values() for rule in some}
    return Timeline(
        past.since,
        past.until,
        tuple(sorted(sources, key=lambda use: (use.name, use.where))),
        tuple(used[name] for name in sorted(used)),
        tuple(tracks),
        tuple(sorted(problems, key=lambda each: (each.where, each.what, sorted(each.types)))),
        profile,
    )


def _by_scope(rules_of: Mapping[Key, list[Rule]]) -> dict[Scope, dict[Key, list[Rule]]]:
    """The resources that are judged together, each with its rules."""
    found: dict[Scope, dict[Key, list[Rule]]] = defaultdict(dict)
    for key, rules in rules_of.items():
        found[Scope(key[1], "" if key[0] == ACCOUNT else key[2])][key] = rules
    return found


def _stage(scope: Scope, rules_of: Mapping[Key, Sequence[Rule]]) -> Stage:
    joined = {join.type for rules in rules_of.values() for rule in rules for join in rule.join}
    return Stage(scope, frozenset(joined), frozenset(filter(is_anywhere, joined)))
