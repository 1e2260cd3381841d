"""Which rules have to judge which resources anew, now that something else has changed."""

from collections import defaultdict
from collections.abc import Iterable

from scanner.timeline.standing import Asked, Key

Judged = tuple[Key, str]
"""A resource, and the id of a rule that judges it."""


class Dependents:
    """What each rule asked of other items when it last judged each resource."""

    def __init__(self) -> None:
        self._asked: dict[Judged, frozenset[Asked]] = {}
        self._by_question: dict[Asked, set[Judged]] = defaultdict(set)
        self._by_index: dict[tuple[str, str], set[Judged]] = defaultdict(set)
        self._by_type: dict[str, set[Judged]] = defaultdict(set)

    def note(self, judged: Judged, asked: frozenset[Asked]) -> None:
        """Remember what was asked, in place of what was before."""
        before = self._asked.get(judged, frozenset())
        for each in before - asked:
            for holder in self._holders(each):
                holder.discard(judged)
        for each in asked:
            for holder in self._holders(each):
                holder.add(judged)
        self._asked[judged] = asked

    def _holders(self, asked: Asked) -> tuple[set[Judged], set[Judged]]:
        return self._by_question[asked], self._by_index[asked[:2]]

    def touched(self, changed: Iterable[Asked]) -> set[Judged]:
        """What has to be judged anew. What may have any id touches all who asked for any."""
        found: set[Judged] = set()
        for each in changed:
            if each.id is None:
                found |= self._by_index.get(each[:2], set())
            else:
                found |= self._by_question.get(each, set())
                found |= self._by_question.get(each._replace(id=None), set())
        return found

    def asked(self, judged: Judged) -> frozenset[Asked]:
        """What a rule asked when it last judged a resource."""
        return self._asked.get(judged, frozenset())
