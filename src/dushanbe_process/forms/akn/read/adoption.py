"""How a document was adopted: the votes of its ``analysis``, and what its workflow says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from dushanbe_process.forms.akn.folding import fold
from dushanbe_process.forms.akn.names import child, local, words_in
from dushanbe_process.model.documents import AdoptionMode, Vote, VoteCast, VoteCount
from dushanbe_process.model.localized import LocalizedText
from dushanbe_process.schema.twins import maker_of

if TYPE_CHECKING:
    from dushanbe_process.forms.akn.read.meta import Meta
    from dushanbe_process.forms.akn.read.reading import Reading
    from dushanbe_process.xml_parse import Element

#: What the United Nations write for how a decision was taken, and what it is called here.
MODES = {
    "adoptedWithoutVote": AdoptionMode.WITHOUT_VOTE,
    "adoptedByConsensus": AdoptionMode.CONSENSUS,
    "adoptedByAcclamation": AdoptionMode.ACCLAMATION,
    "adoptedRecordedVote": AdoptionMode.RECORDED_VOTE,
    "adoptedNonRecordedVote": AdoptionMode.NON_RECORDED_VOTE,
    "adoptedRollCallVote": AdoptionMode.ROLL_CALL,
    "adoptedSecretBallot": AdoptionMode.SECRET_BALLOT,
}
_BALLOTS = {
    "infavour": VoteCast.IN_FAVOUR,
    "against": VoteCast.AGAINST,
    "abstaining": VoteCast.ABSTAINING,
    "notvoting": VoteCast.NOT_VOTING,
}
_vote = maker_of(Vote)
_vote_count = maker_of(VoteCount)
_RESULT = re.compile(r"\b(\d{1,3})-(\d{1,3})-(\d{1,3})\b")
_IN_WORDS = (
    (re.compile(r"without (a )?vote", re.IGNORECASE), AdoptionMode.WITHOUT_VOTE),
    (re.compile(r"consensus", re.IGNORECASE), AdoptionMode.CONSENSUS),
    (re.compile(r"acclamation", re.IGNORECASE), AdoptionMode.ACCLAMATION),
    (re.compile(r"roll.?call", re.IGNORECASE), AdoptionMode.ROLL_CALL),
    (re.compile(r"secret ballot", re.IGNORECASE), AdoptionMode.SECRET_BALLOT),
    (re.compile(r"non.?recorded", re.IGNORECASE), AdoptionMode.NON_RECORDED_VOTE),
    (re.compile(r"recorded vote", re.IGNORECASE), AdoptionMode.RECORDED_VOTE),
)


@attrs.define
class Ballot:
    """How it was decided: the mode, the result, who voted how; and the words of the file."""

    mode: AdoptionMode | None = None
    result: dict[str, int] = attrs.field(factory=dict)
    votes: list[Vote] = attrs.field(factory=list)
    kept: dict[str, Any] = attrs.field(factory=dict)

    @property
    def count(self) -> VoteCount | None:
        """The result of the vote, if there was one."""
        made: VoteCount | None = _vote_count(**self.result) if self.result else None
        return made


def read_ballot(document: Element, meta: Meta, reading: Reading) -> Ballot:
    """Return how a document was decided, as far as its ``meta`` says it."""
    made = Ballot()
    voting = child(document, "meta", "analysis", "parliamentary", "voting")
    if voting is not None:
        _outcome(voting, made, reading)
        for each in voting:
            if local(each) == "count":
                _count(each, made, reading)
    for step in meta.steps:
        if step.get("outcome") == "adopted":
            _in_words(f"{step.get('as', '')} {step.get('by', '')}", made)
    return made


def _outcome(voting: Element, made: Ballot, reading: Reading) -> None:
    given = fold(voting.get("outcome", "")).removeprefix("#")
    made.mode = MODES.get(given)
    if given and made.mode is None:
        reading.note("outcome of the vote in free text", voting, given)
        made.kept["outcome"] = given
        _in_words(given, made)
        made.mode = made.mode or AdoptionMode.OTHER


def _in_words(text: str, made: Ballot) -> None:
    """Take from words what they say of mode and result, where nothing else does."""
    if not made.result and (found := _RESULT.search(text)):
        made.result = dict(
            zip(("in_favour", "against", "abstaining"), map(int, found.groups()), strict=True)
        )
    if made.mode is None:
        made.mode = next((mode for known, mode in _IN_WORDS if known.search(text)), None)


def _count(count: Element, made: Ballot, reading: Reading) -> None:
    refers = fold(count.get("refersTo", "")).removeprefix("#")
    cast = _BALLOTS.get(refers.lower())
    voters = [words_in(each) for each in count.iter() if _is_voter(each)]
    voters = [each for each in voters if each]
    if cast is None:
        reading.note("votes of an unknown kind", count, refers)
        made.kept.setdefault("counts", []).append({**count.attrib, "voters": voters})
        return
    given = count.get("value", "").strip()
    if given.isdecimal() and len(given) < 10:  # noqa: PLR2004  (as no assembly has members)
        made.result[cast.value] = int(given)
    elif given:
        reading.note("a count that is no number", count, given)
    english = LocalizedText.__from_legal__
    made.votes += [_vote(name=english({"en": each}), vote=cast) for each in voters]
    if voters and given.isdecimal() and int(given) != len(voters):
        reading.note("count and voters differ", count, f"{given}, and {len(voters)} are named")


def _is_voter(element: Element) -> bool:
    return local(element) in ("organization", "person")
