"""Records to Akoma Ntoso."""
