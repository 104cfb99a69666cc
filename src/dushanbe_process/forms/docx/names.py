"""The names that our Word files use."""

from __future__ import annotations

#: Namespace of the element that carries the record in a custom XML part.
CARRIER = "urn:dushanbe-process:carrier:1"

#: Namespace of WordprocessingML (ISO/IEC 29500, transitional).
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: The same of the strict variant.
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
