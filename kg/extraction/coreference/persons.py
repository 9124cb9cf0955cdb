"""The named persons of an article, by the words of their names and by the roles they hold."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from kg.extraction.coreference.member import Member

HEADS_OF_STATE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "leader", "sultan", "emir"}
)
_NOUNS = {
    "representative": ("congresswoman", "congressman"),
    "prime minister": ("premier",),
    "chief cabinet secretary": ("spokesman",),
}
_LONG_NAME, _ALIKE = 6, 0.87
_LETTERS = 3
"""Names of six letters and more that are so much alike share three letters in a row: where M letters of each match, the
others part these into at most ``len(one) + len(other) - 2 * M + 1`` pieces."""


class Persons:
    """Finds persons by name or role; every answer is in the order in which they became members."""

    def __init__(self) -> None:
        self.all: list[Member] = []
        self._entered: set[str] = set()
        self._by_word: dict[str, list[Member]] = defaultdict(list)
        self._by_letters: dict[str, list[Member]] = defaultdict(list)
        self._by_role: dict[str, list[Member]] = defaultdict(list)

    def enter(self, member: Member) -> None:
        """Take in a person who is told to be one; nothing where that is known."""
        if member.id in self._entered:
            return
        self._entered.add(member.id)
        for bucket in (self.all, *self._buckets(member)):
            _insert(bucket, member)
        self._index_roles(member, _role_keys(member.heads))

    def rename(self, member: Member, label: str) -> None:
        """Give a person another label: the same name, spelt out."""
        for bucket in self._buckets(member):
            bucket.remove(member)
        member.label = label
        for bucket in self._buckets(member):
            _insert(bucket, member)

    def call(self, member: Member, name: tuple[str, ...]) -> None:
        """Give a person another name, of words that are folded, under which it is found as well."""
        member.aliases.append(name)
        for word in set(name) - set(member.tokens):
            _insert(self._by_word[word], member)

    def hold(self, member: Member, role: str) -> None:
        """Let a person hold a role."""
        known = _role_keys(member.heads)
        member.heads.add(role)
        if member.id in self._entered:
            self._index_roles(member, _role_keys({role}) - known)

    def bearers(self, word: str) -> list[Member]:
        """Return the persons with a word, folded, in their names."""
        return self._by_word.get(word, [])

    def alike(self, word: str) -> list[Member]:
        """Return persons whose last name differs by a letter or two from a long one ("Karaosman", "Karaoman")."""
        near = {one.order: one for key in _letter_keys(word) for one in self._by_letters.get(key, ())}
        return [near[order] for order in sorted(near) if _is_alike(word, near[order].tokens[-1])]

    def holding(self, noun: str) -> list[Member]:
        """Return those for whom a role noun may stand: their role is the noun, ends with it, or goes by it as well."""
        return self._by_role.get(noun, [])

    def _buckets(self, member: Member) -> Iterator[list[Member]]:
        """Yield the lists in which a person is found by name."""
        for word in set(member.tokens):
            yield self._by_word[word]
        for letters in _letter_keys(member.tokens[-1]):
            yield self._by_letters[letters]

    def _index_roles(self, member: Member, keys: Iterable[str]) -> None:
        for key in keys:
            _insert(self._by_role[key], member)


def _insert(members: list[Member], member: Member) -> None:
    insort(members, member, key=lambda one: one.order)


def _letter_keys(word: str) -> set[str]:
    return {word[at : at + _LETTERS] for at in range(len(word) - _LETTERS + 1)} if len(word) >= _LONG_NAME else set()


def _role_keys(roles: Iterable[str]) -> set[str]:
    """Return the nouns that stand for who holds one of these roles."""
    return {key for role in roles for key in (role, *_short(role), *_NOUNS.get(role, ()))} | (
        {"leader"} if HEADS_OF_STATE.intersection(roles) else set()
    )


def _short(role: str) -> tuple[str, ...]:
    """Return the last word of a role where it says the same: no vice president is president, no attorney a general."""
    is_other = role.startswith(("vice ", "senate ")) or role.endswith("general")
    return () if is_other else (role.split()[-1],)


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() > _ALIKE
