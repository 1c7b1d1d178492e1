"""Cues of which one must stand in a text: looked for word by word, once for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from minutebook.grammar.anchors import holds_any, shortest

_MOST = 10_000  # words that are remembered: most of a text are among the commonest


class Cues:
    """Words and short phrases, in small letters, that may stand inside others too.

    Whether a word holds a cue is remembered, so that most texts cost one look at each
    of their words, however many the cues are.
    """

    def __init__(self, cues: Iterable[str]) -> None:
        every = shortest(*cues)
        self._single = tuple(x for x in every if x.split() == [x])
        self._phrases = tuple(x for x in every if x not in self._single)
        self._parts = tuple({max(x.split(), key=len) for x in self._phrases})
        self._holding: set[str] = set()
        self._doubtful: set[str] = set()  # a phrase may stand there
        self._plain: set[str] = set()

    def stand_in(self, text: str) -> bool:
        """Say whether a cue stands in a text in small letters, over line ends too.

        >>> cues = Cues(("agree", "no action"))
        >>> [cues.stand_in(x) for x in ("all disagreed", "no actions", "an action")]
        [True, True, False]
        """
        words = text.split()
        if not self._holding.isdisjoint(words):
            return True
        fresh = {*words} - self._plain
        doubtful = fresh & self._doubtful
        for word in fresh - doubtful:
            if holds_any(word, self._single):
                _remember(self._holding, word)
                return True
            if holds_any(word, self._parts):
                _remember(self._doubtful, word)
                doubtful.add(word)
            else:
                _remember(self._plain, word)
        return bool(doubtful) and holds_any(" ".join(words), self._phrases)


def _remember(known: set[str], word: str) -> None:
    if len(known) < _MOST:
        known.add(word)


class CueGroups:
    """Groups of cues, in small letters: which of them stand in a text, asked but once.

    Each group tells of one pattern what its matches cannot do without. A cue holds no
    space but at its edges, where it stands for the edge of what spaces part: " off "
    is a word by itself, " over" begins one.
    """

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._known = _Known({name: shortest(*cues) for name, cues in groups.items()})

    def held_in(self, text: str) -> frozenset[str]:
        """Return the names of the groups of which a cue stands in a text.

        >>> groups = CueGroups({"put-off": (" off ", "defer"), "over": (" over",)})
        >>> [sorted(groups.held_in(x)) for x in ("it was offered", "deferred, overall")]
        [[], ['over', 'put-off']]
        """
        return _NONE.union(*map(self._known.__getitem__, text.split()))


_NONE: frozenset[str] = frozenset()


class _Known(dict[str, frozenset[str]]):
    """The groups that each word holds: read once, for the commonest are most words."""

    def __init__(self, groups: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._groups = groups

    def __missing__(self, word: str) -> frozenset[str]:
        edged = f" {word} "
        held = frozenset(
            x for x, cues in self._groups.items() if holds_any(edged, cues)
        )
        if len(self) < _MOST:
            self[word] = held
        return held
