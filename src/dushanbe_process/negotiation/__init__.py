"""Texts under negotiation: several edited copies as one compilation, and what is agreed of it.

``regions`` says how what is not agreed stands in a text; ``texts`` and ``lists`` merge copies,
``resolving`` goes the way back to a clean text.
"""
