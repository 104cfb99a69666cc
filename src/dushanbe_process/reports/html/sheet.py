"""Style sheets: one for all houses, and what each does differently."""

from __future__ import annotations

_ALL = """\
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.5rem; background: #fff; color: #111;
  font: 1rem/1.45 "Times New Roman", "Liberation Serif", Amiri, "Traditional Arabic", SimSun,
  "Noto Serif CJK SC", serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .6em; }
h1 { font-size: 1.45rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; }
p { margin: 0 0 .8em; }
.number { display: inline-block; min-width: 2em; }
.depth1 { margin-inline-start: 2em; } .depth2 { margin-inline-start: 4em; }
.depth3 { margin-inline-start: 6em; } .depth4 { margin-inline-start: 8em; }
.formula, .preambular { text-indent: 2em; }
.centred { text-align: center; } .right, .adoption { text-align: end; }
.adoption, .note { font-style: italic; }
.capitals { font-variant: small-caps; }
:lang(ar) em.lead, :lang(he) em.lead, :lang(fa) em.lead { font-style: normal; font-weight: bold; }
:lang(zh) em.lead { font-style: normal; font-family: KaiTi, "AR PL UKai CN", serif; }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1.5em; font-size: .92rem;
  border-top: 1px solid #111; border-bottom: 2px solid #111; }
caption { text-align: start; font-weight: bold; padding: .4em 0; }
th, td { text-align: start; vertical-align: top; padding: .35em .5em;
  border-bottom: 1px solid #bbb; }
th { font-weight: normal; font-style: italic; }
.facts th { width: 26%; }
.bars th { width: 25%; font-style: normal; } .bars td:last-child { width: 20%; }
.bar { background: #5b7ba6; height: 1.1em; min-width: 2px; }
.pairs, .pairs td { border: 0; } .pairs td { width: 50%; }
nav ul { list-style: none; padding: 0; } nav .level2 { margin-inline-start: 1.5em; }
.contents { font-weight: bold; }
.masthead { display: grid; grid-template-columns: 1fr auto; }
.masthead > div { padding: .3em 0; }
.organization, .organ { font-size: 1.25rem; } .organ { font-weight: bold; min-height: 5rem; }
.organization, .symbol { align-self: end; border-bottom: 1px solid #111; }
.organ, .told { border-bottom: 2.5px solid #111; padding-top: .6em; }
.symbol { text-align: right; } .letter { font-size: 1.9rem; }
[dir=rtl] .symbol { text-align: left; }
header p { margin: .6em 0; }
hr.closing { width: 4rem; border: 0; border-top: 1px solid #111; margin: 2em auto; }
[role=doc-endnotes] { border-top: 1px solid #111; margin-top: 2em; font-size: .88rem; }
footer { margin-top: 3em; font-size: .85rem; font-weight: bold; }
a { color: #0b4f9e; }
@media print {
  @page { size: A4; margin: 25mm 22mm; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  .break { break-after: page; } h1, h2, h3 { break-after: avoid; } tr { break-inside: avoid; }
}
"""

_HOUSES = {
    "osce": "h1, h2 { text-align: center; }\n",
    "government": (
        ".masthead { display: block; text-align: center; }\n"
        ".masthead > div { border: 0; } .organ { min-height: 0; }\n"
        "header { border-bottom: 3px double #111; } h1, h2 { text-align: center; }\n"
    ),
    "plain": "header { display: none; }\n",
}


def sheet(style: str) -> str:
    """Return the style sheet of a house."""
    return _ALL + _HOUSES.get(style, "")
