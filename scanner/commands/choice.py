"""Which rules the options choose: a profile's, narrowed by what was asked for beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from scanner import builtin, document, load
from scanner.errors import UserError
from scanner.finding import NotExercised, Scan
from scanner.profile import Profile, names, picked
from scanner.profiles import select
from scanner.profiles.files import DEFAULT, profile
from scanner.rule import Rule

Options = Mapping[str, Any]


class Choice(Struct, frozen=True):
    """The rules of a scan, and the profile that they are of; None if they were chosen otherwise.

    `unheard` is what conformance packs ask for that none of the rules judges.
    """

    rules: tuple[Rule, ...]
    profile: Profile | None = None
    unheard: tuple[NotExercised, ...] = ()

    def heard(self, scan: Scan) -> Scan:
        """A scan of the rules, with what none of them judges as not exercised."""
        if not self.unheard:
            return scan
        rules = (*scan.rules, *(each.rule for each in self.unheard))
        return replace(
            scan,
            rules=tuple(sorted(rules, key=lambda rule: rule.id)),
            not_exercised=[*scan.not_exercised, *self.unheard],
        )


def choice(options: Options, default: str | None = DEFAULT) -> Choice:
    """The rules that the options choose. Raises UserError where a name in them fits nothing.

    The profile `default` is used where nobody chose rules by `--rules`, `--rule` or `--control`. Of
    a profile that is named `--rule ID` runs even a rule that it lacks. Rules of one's own always
    run, unless the profile is `without` them. `--param` may set one of a rule that is not chosen.
    Conformance packs choose in place of a profile, and their inputs win over `--param`.
    """
    if options.get("pack"):
        return _of_packs(options)
    everything, own = _at_hand(options)
    name = options["profile"] or (None if _by_hand(options) else default)
    given = profile(name, everything) if name else None
    rules = select.with_params(select.as_profiled(everything, given), parameters(options))
    mine = {rule.id for rule in (picked(given, rules) if given else rules)}
    left_out = names(given.without if given else ())
    mine |= {rule.id for rule in own if not left_out(rule)}
    chosen = select.selected(
        [rule for rule in rules if rule.id in mine],
        ids=options["rule"],
        controls=options["control"],
        severity=options["severity"],
        beyond=rules,
    )
    return Choice(chosen, given)


def _of_packs(options: Options) -> Choice:
    from scanner import packs  # it reads templates, as few scans do

    if options["profile"]:
        raise UserError("--pack and --profile each choose the rules: give one of them")
    everything, own = _at_hand({**options, "with_builtin": True})
    rules = select.with_params(everything, parameters(options))
    found = packs.chosen(options["pack"], options["pack_param"], rules, _where(options))
    known = {rule.id.partition("@")[0] for rule in found.rules}
    mine = {rule.id for rule in own}.difference(known)
    chosen = select.selected(
        [*found.rules, *(rule for rule in rules if rule.id in mine)],
        ids=options["rule"],
        controls=options["control"],
        severity=options["severity"],
    )
    return Choice(chosen, found.profile, found.unheard)


def _where(options: Options) -> dict[str, str]:
    """Where a pack is deployed, if that is one account or Region."""
    given: dict[str, Sequence[str]]
    given = {name: options.get(name) or () for name in ("region", "account")}
    return {name: each[0] for name, each in given.items() if len(each) == 1}


def _at_hand(options: Options) -> tuple[tuple[Rule, ...], Sequence[Rule]]:
    """All rules that could be chosen, and those of them that are the user's own."""
    paths = list(options["rules"])
    if not paths:
        return builtin.rules(), ()
    beside = bool(options["with_builtin"] or options["profile"])
    rules = load.rules(paths, with_builtin=beside)
    known = builtin.ids() if beside else frozenset[str]()
    return rules, [rule for rule in rules if rule.id not in known]


def _by_hand(options: Options) -> bool:
    only_own = options["rules"] and not options["with_builtin"]
    return bool(only_own or options["rule"] or options["control"])


def parameters(options: Options) -> dict[str, Any]:
    """The parameters that `--param` and the settings give, by name."""
    values: dict[str, Any] = {}
    for each in options.get("param", ()):
        if isinstance(each, str):
            name, separator, text = each.partition("=")
            if not separator:
                raise UserError(f"--param {each}: write it as name=value")
            values[name] = document.parse(text, f"--param {name}").value
        else:
            values[each[0]] = each[1]
    return values
