"""AWS's conformance packs, run by rules that answer the managed Config rules which they name."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from scanner.finding import NotExercised
from scanner.packs.answering import answers
from scanner.packs.choosing import run, unheard
from scanner.packs.pack import FRAMEWORK
from scanner.packs.reading import packs
from scanner.profile import Profile
from scanner.rule import Rule
from scanner.sources.cloudformation.pseudo import Pseudo


class Chosen(Struct, frozen=True):
    """The rules that packs choose, what they ask for that is not judged, and their profile."""

    rules: tuple[Rule, ...]
    unheard: tuple[NotExercised, ...]
    profile: Profile


def chosen(
    paths: Sequence[str], given: Iterable[str], rules: Sequence[Rule], where: Mapping[str, str]
) -> Chosen:
    """What the packs of files choose among rules, with `given` parameters as "NAME=VALUE".

    `where` has the `region` and the `account` that they are deployed to, as far as it is known.

    Raises UserError for a pack that cannot be read, or of which no rule answers anything.
    """
    found = [each for pack in packs(paths, given, Pseudo(**where)) for each in answers(pack, rules)]
    name = ", ".join(paths)
    profile = Profile(name=name, title=f"The conformance pack {name}", framework=FRAMEWORK)
    return Chosen(tuple(run(found)), tuple(unheard(found)), profile)
