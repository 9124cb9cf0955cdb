"""Infinitives that tell what was said, not what may be: "led Peru to accuse", "used a speech to warn that"."""

from kg.extraction.coreference import Scene

_CAUSING = frozenset(
    "lead leads led leading prompt prompts prompted prompting cause causes caused causing force forces forced forcing "
    "compel compels compelled compelling move moved drive drives drove driven driving push pushed provoke provoked "
    "inspire inspired spur spurred".split()
)
_OPEN = frozenset(  # what is tried, wanted or asked for is not yet done
    "want wanted wants try tried tries trying fail failed fails refuse refused decline declined plan planned plans "
    "intend intended intends hope hoped hopes seek sought seeks agree agreed decide decided vow vowed promise promised "
    "pledge pledged threaten threatened order ordered ask asked tell told urge urged invite invited expect expected "
    "allow allowed permit permitted require required need needed offer offered demand demanded hesitate hesitated "
    "prepare prepared attempt attempted choose chose wish wished instruct instructed enable enabled help helped "
    "persuade persuaded encourage encouraged say said is was are were be been wait waited have had has".split()
)
_USING = frozenset({"used", "seized"})  # an occasion
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def is_done(scene: Scene, verb: int) -> bool:
    """Say whether an infinitive tells what somebody did: caused to, or as the purpose of what he did."""
    return is_caused(scene, verb) or _is_purpose(scene, verb)


def is_caused(scene: Scene, verb: int) -> bool:
    """Say whether an infinitive tells what somebody was caused to do: "prompted Peru to accuse"."""
    governor = scene.tree.heads[verb]
    is_cause = scene.words[governor].lower in _CAUSING and governor < verb and _is_told(scene, governor)
    return is_cause and scene.tree.relation(verb) in {"xcomp", "advcl", "ccomp"}


def governor_of(scene: Scene, verb: int) -> int:
    """Return the verb that an infinitive serves; of "used a speech to warn" not the noun between."""
    head = scene.tree.heads[verb]
    above = scene.tree.heads[head]
    is_means = scene.tree.relation(verb) == "acl" and scene.tree.relation(head) == "obj"
    return above if is_means and scene.words[above].lower in _USING else head


def _is_purpose(scene: Scene, verb: int) -> bool:
    governor = governor_of(scene, verb)
    is_purpose = scene.tree.relation(verb) == "advcl" or governor != scene.tree.heads[verb]
    if governor >= verb or not is_purpose or scene.words[governor].lower in _OPEN:
        return False
    return scene.tree.tags[governor] == "VBD" and _is_told(scene, governor)


def _is_told(scene: Scene, governor: int) -> bool:
    """Say whether a verb is told as a fact: no modal and no negation hangs on it."""
    around = [at for at in scene.tree.children(governor, "aux", "advmod") if at < governor]
    is_open = any(scene.tree.tags[at] == "MD" or scene.words[at].lower in _NEGATIONS for at in around)
    return not is_open and (scene.tree.is_finite(governor) or bool(around) or scene.tree.tags[governor] == "VBG")
