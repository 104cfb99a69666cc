"""Akoma Ntoso to records."""
