"""What a user may get wrong: the type checkers say so, line by line."""

from __future__ import annotations

import dushanbe_process as dp

partner = dp.Partner(id="x", name="X", kind="state")
conference = dp.Conference(id="c", title="T")
text = dp.InlineText("x")

dp.Partner(id=1, name="X", kind="state")  # wrong: an id is a string
dp.Partner(id="x", name=None, kind="state")  # wrong: a name is required
dp.Partner(id="x", name=["X"], kind="state")  # wrong: a list of names is no name
dp.Partner(id="x", name="X", kind=1)  # wrong: a kind is a word
dp.Partner(id="x", name="X")  # wrong: the kind is missing
dp.Partner("x", "X", "state")  # wrong: values are given by name
dp.Partner(id="x", name="X", kind="state", nam="Y")  # wrong: no such field
dp.Partner(id="x", name="X", kind="state", other_names=3)  # wrong: many names are a list
dp.Partner(id="x", name="X", kind="state", extra=["a"])  # wrong: unknown data is a mapping
dp.Conference(id="c", title="T", dates=2018)  # wrong: dates are a string or a date
dp.Conference(id="c", title="T", venue="Dushanbe")  # wrong: a venue is a record
dp.Conference(id="c", title="T", partnerships=["x"])  # wrong: partnerships are records
dp.Conference(id="c", title="T", ordinal="3")  # wrong: an ordinal is a number
dp.Declaration(id="d", title="T", adoption=dp.Venue())  # wrong: another record
dp.Dossier(documents=[dp.Venue()])  # wrong: no document
dp.Quantity(value="900", measure="states")  # wrong: a value is a number
dp.Paragraph(text=3)  # wrong: no text
dp.PartialDate("2018")  # wrong: a year is a number
dp.DateSpan(2018, None)  # wrong: an end is a string or a date
dp.LocalizedText(3)  # wrong: no text
dp.InlineText(3)  # wrong: no piece
partner.id = "y"  # wrong to pyright: records do not change
partner.name = "Y"  # wrong: nor do their texts
partner.kind = "group"  # wrong: nor do their choices
partner.other_names = []  # wrong: nor do their lists
conference.dates = "2018"  # wrong: nor do their dates
conference.note = "N"  # wrong: nor do inherited fields
partner.motto = "M"  # wrong: no such field
_ = partner.motto  # wrong: no such field
_ = conference.dates.start  # wrong: dates may be absent
partner.name.upper()  # wrong: a name is no string
partner.other_names.append("Y")  # wrong: a tuple is not appended to
text[0] = "y"  # wrong: texts do not change
dp.sample().partner(1)  # wrong: an id is a string
dp.dumps("x", "json")  # wrong: no record
_ = dp.read("x.json").partners  # wrong: not every file holds a dossier
