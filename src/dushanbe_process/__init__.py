"""Records of intergovernmental conferences: typed, and in every official form.

    import dushanbe_process as dp

    dossier = dp.sample()
    dp.write(dossier, "process.xml")
    assert dp.read("process.xml") == dossier

Names are imported when they are first used: the import of this package alone is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dushanbe_process.api import (
        convert,
        dumps,
        formats,
        json_schema,
        loads,
        read,
        sample,
        validate,
        write,
        xsd,
    )
    from dushanbe_process.errors import (
        DushanbeError,
        InvalidError,
        LimitExceededError,
        MalformedError,
        Problem,
        UnknownFormatError,
        UnknownIdError,
        UnsupportedVersionError,
    )
    from dushanbe_process.forms import Format
    from dushanbe_process.migrations import upgrade
    from dushanbe_process.model.body import (
        Block,
        Body,
        Cell,
        ClauseStyle,
        Marker,
        Paragraph,
        Row,
        Section,
        Table,
        Voice,
    )
    from dushanbe_process.model.codes import (
        ConferenceId,
        CountryCode,
        Designation,
        DocumentId,
        EntityId,
        LanguageTag,
        PartnerId,
        PersonId,
        ProcessId,
        SessionId,
        Slug,
        SourceId,
        Uri,
    )
    from dushanbe_process.model.conference import (
        Attendance,
        Conference,
        ConferenceMode,
        Delegation,
        Level,
        Officer,
        OfficerRole,
        Session,
        SessionKind,
    )
    from dushanbe_process.model.documents import (
        Adoption,
        AdoptionMode,
        Agenda,
        AgendaItem,
        AnyDocument,
        Decision,
        Declaration,
        Distribution,
        Document,
        DocumentStatus,
        LanguageVersion,
        Letter,
        Manner,
        Masthead,
        OtherDocument,
        PressRelease,
        Publication,
        Relation,
        RelationKind,
        Report,
        Reservation,
        Resolution,
        Signature,
        Statement,
        Summary,
        TextStatus,
        VersionStatus,
        Vote,
        VoteCast,
        VoteCount,
    )
    from dushanbe_process.model.dossier import Dossier
    from dushanbe_process.model.entity import (
        Citation,
        Claim,
        ClaimedValue,
        Entity,
        Identifier,
        Source,
        SourceKind,
        Sourced,
    )
    from dushanbe_process.model.merge import Conflict, Merged
    from dushanbe_process.model.partner import (
        Partner,
        PartnerKind,
        Partnership,
        PartnershipRole,
    )
    from dushanbe_process.model.person import Office, Person
    from dushanbe_process.model.process import Process
    from dushanbe_process.model.symbol import Symbol, SymbolParts
    from dushanbe_process.model.text import (
        Footnote,
        InlineText,
        LocalizedText,
        Piece,
        Run,
        emphasis,
        footnote,
        link,
        strong,
    )
    from dushanbe_process.model.time_and_place import (
        DateSpan,
        Moment,
        PartialDate,
        Qualifier,
        Quantity,
        Venue,
    )
    from dushanbe_process.schema import Extra, Model
    from dushanbe_process.tree import structure, unstructure

_HOMES = {
    "api": "convert dumps formats json_schema loads read sample validate write xsd",
    "errors": "DushanbeError InvalidError LimitExceededError MalformedError Problem "
    "UnknownFormatError UnknownIdError UnsupportedVersionError",
    "forms": "Format",
    "migrations": "upgrade",
    "model.body": "Block Body Cell ClauseStyle Marker Paragraph Row Section Table Voice",
    "model.codes": "ConferenceId CountryCode Designation DocumentId EntityId LanguageTag "
    "PartnerId PersonId ProcessId SessionId Slug SourceId Uri",
    "model.conference": "Attendance Conference ConferenceMode Delegation Level Officer "
    "OfficerRole Session SessionKind",
    "model.documents": "Adoption AdoptionMode Agenda AgendaItem AnyDocument Decision Declaration "
    "Distribution Document DocumentStatus LanguageVersion Letter Manner Masthead OtherDocument "
    "PressRelease Publication Relation RelationKind Report Reservation Resolution Signature "
    "Statement Summary TextStatus VersionStatus Vote VoteCast VoteCount",
    "model.dossier": "Dossier",
    "model.entity": "Citation Claim ClaimedValue Entity Identifier Source SourceKind Sourced",
    "model.merge": "Conflict Merged",
    "model.partner": "Partner PartnerKind Partnership PartnershipRole",
    "model.person": "Office Person",
    "model.process": "Process",
    "model.symbol": "Symbol SymbolParts",
    "model.text": "Footnote InlineText LocalizedText Piece Run emphasis footnote link strong",
    "model.time_and_place": "DateSpan Moment PartialDate Qualifier Quantity Venue",
    "schema": "Extra Model",
    "tree": "structure unstructure",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

__version__ = "0.1.0"

__all__ = [  # noqa: PLE0604  (the table above is the list; the type checker reads the imports)
    *_HOME
]


def __getattr__(name: str) -> Any:
    """Import a name from its home, the first time that it is used."""
    if name not in _HOME:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted({*globals(), *_HOME})
