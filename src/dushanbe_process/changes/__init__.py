"""What changed between two records: found word by word, paragraph by paragraph, field by field.

``words`` and ``alignment`` compare texts and rows of texts and know nothing of records;
``diff`` says what changed as data, ``redline`` shows it as tracked changes of Word.
"""
