"""The editing bed: a person's edits in LibreOffice, and the same edits applied to the record."""
