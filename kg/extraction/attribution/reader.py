"""Reads an article's attributions in order: each cue with its speaker and words, and quotations that go on after it."""

from collections.abc import Iterable, Iterator

from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.headlines import read_headline
from kg.extraction.attribution.led import read_led
from kg.extraction.attribution.loose import read_loose
from kg.extraction.attribution.nested import read_nested
from kg.extraction.attribution.quotations import gather_quotations, is_only_quotation, last_quoted
from kg.extraction.attribution.sentence import SentenceReader
from kg.extraction.attribution.turns import read_announced, read_signed, read_turn
from kg.extraction.coreference import Discourse, Scene


def read_attributions(scenes: Iterable[Scene]) -> tuple[Draft, ...]:
    """Return all attributions of an article, in reading order; nested ones refer to their outer layer."""
    reader = _Reader()
    for scene in scenes:
        reader.read(scene)
    return tuple(reader.drafts)


class _Reader:
    """Goes through the paragraphs and keeps who spoke, and the statement whose quotation may go on."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._discourse = Discourse()
        self._open: Draft | None = None
        self._announced: tuple[Scene, Frame] | None = None

    def read(self, scene: Scene) -> None:
        """Read one paragraph."""
        is_body = scene.paragraph.block.kind == "body"
        announced, self._announced = self._announced, None
        draft = read_announced(scene, *announced) if announced and is_body else None
        mine = list(read_turn(scene, self._discourse)) if is_body else []
        if is_body and not mine and is_only_quotation(scene):
            self._open = draft or self._open
            if draft:
                self.drafts.append(draft)
                return
            if self._open:
                self._open.content.append(scene.span(0, len(scene.words)))
                return
        if not mine:
            mine = [*self._sentences(scene), *read_signed(scene, self._discourse)]
        if draft and not any(one.holds(draft.content[0]) for one in mine):
            mine.insert(0, draft)
        mine = [one for one in mine if not _is_told_by_holder(one)]
        mine += read_led(scene, self._discourse, mine)
        gather_quotations(scene, mine)
        mine += read_loose(scene, self._discourse, mine)
        self.drafts += [*mine, *read_nested(scene, self._discourse, mine)]
        if not is_body:
            self.drafts += read_headline(scene)
            return
        self._open = last_quoted(mine)
        if not mine:
            self._discourse.take_up_topic(scene)

    def _sentences(self, scene: Scene) -> Iterator[Draft]:
        """Yield what the sentences of a paragraph attribute; note the frame that announces the next paragraph."""
        before: tuple[str, ...] = ()
        for bounds in scene.sentences:
            sentence = SentenceReader(scene, self._discourse, bounds, before)
            yield from sentence.read()
            before = sentence.speakers
            frame = sentence.announcing()
            self._announced = (scene, frame) if frame else None


def _is_told_by_holder(draft: Draft) -> bool:
    """Say whether somebody only says what he hopes or believes: that is speech, told once."""
    outer = draft.layer
    return draft.attitude and outer is not None and not outer.attitude and outer.speakers == draft.speakers
