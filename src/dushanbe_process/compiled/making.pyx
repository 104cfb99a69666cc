# cython: language_level=3, boundscheck=False, wraparound=False
"""What readers make, whatever they read it from: codes, texts, records.

What is given to them is legal, and of the right type; what is in doubt is a ``Doubt``.
"""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.object cimport PyObject

from dushanbe_process.compiled.slots cimport at, can_be_empty, empty, in_no_cycle, place_of, put

from dushanbe_process.schema.generate import DEEPEST, Doubt, too_deep

cdef Py_ssize_t MOST_DEEP = DEEPEST

#: How many values of a kind are remembered.
cdef Py_ssize_t REMEMBERED = 4096


cdef class Reading:
    """What is met while one file is read: how many strings, which ids, how deep it goes.

    It is given the ``Mentions`` to which ids are added, or None where they are not gathered.
    """

    def __cinit__(self, object mentions):
        if mentions is not None:
            self.given, self.made = mentions.given, mentions.made

    cdef int go_in(self) except -1:
        """Go one record deeper; whoever does it comes out again."""
        if self.depth > MOST_DEEP:
            raise too_deep()
        self.depth += 1


cdef class Codes:
    """Makes codes of strings, and remembers what it made; notes those that are references."""

    def __cinit__(self, object make, object refers_to):
        self.make, self.refers_to, self.known = make, refers_to, {}

    cdef object of(self, object text, Reading reading):
        cdef PyObject* found = PyDict_GetItemWithError(self.known, text)
        made = <object> found if found is not NULL else self.new(text)
        if self.refers_to is not None and reading.made is not None:
            (<set?> reading.made[self.refers_to]).add(made)
        return made

    cdef object new(self, object text):
        made = self.make(text)
        if len(self.known) >= REMEMBERED:
            self.known = {}
        self.known[text] = made
        return made


cdef class Ids:
    """Makes the ids of records, and notes that they are given."""

    def __cinit__(self, object make, object record):
        self.make, self.record = make, record

    cdef object of(self, object text, Reading reading):
        made = self.make(text)
        if reading.given is not None:
            (<list?> reading.given[self.record]).append(made)
        return made


cdef class Texts:
    """Makes texts in languages; ``make`` sees to those whose languages are not in order."""

    def __cinit__(self, object cls, object make):
        self.cls, self.texts, self.make = cls, place_of(cls, "_texts"), make
        self.in_order = set()

    cdef object of_string(self, object text):
        made = empty(self.cls)
        put(made, self.texts, {"": text})
        return made

    cdef object of_strings(self, dict texts):
        tags = tuple(texts)
        if tags in self.in_order:
            made = empty(self.cls)
            put(made, self.texts, texts)
            return made
        made = self.make(texts)
        kept = type(made) is self.cls and at(made, self.texts) is texts
        if kept and len(self.in_order) < REMEMBERED:
            self.in_order.add(tags)
        return made


cdef class Manner:
    """What sets the words of a run apart: fields that do not have their defaults."""

    def __cinit__(self, object cls, str words not None, dict defaults not None):
        self.words = place_of(cls, words)
        self.places = [place_of(cls, each) for each in defaults]
        self.defaults = list(defaults.values())

    cdef bint marks(self, object run) except -1:
        """Say whether a run, which is of this class, has words, and is marked."""
        cdef Py_ssize_t number
        if at(run, self.words) == "":
            return False
        for number in range(len(self.places)):
            held, default = at(run, self.places[number]), self.defaults[number]
            if held is not default and held != default:
                return True
        return False


cdef class Running:
    """Makes running text.

    Where strings and marked runs follow one another by turns, it is in its one form already;
    ``make`` sees to any other.
    """

    def __cinit__(self, object cls, object make, dict manners not None):
        self.cls, self.pieces, self.make = cls, place_of(cls, "_pieces"), make
        self.manners = manners

    cdef object of_string(self, object text):
        made = empty(self.cls)
        put(made, self.pieces, in_no_cycle((text,)) if text else ())
        return made

    cdef object of_pieces(self, list pieces):
        if not self.are_settled(pieces):
            return self.make(pieces)
        made = empty(self.cls)
        put(made, self.pieces, in_no_cycle(tuple(pieces)))
        return made

    cdef bint are_settled(self, list pieces) except -1:
        """Say whether there surely is nothing to join or to drop."""
        cdef bint was_string = False, is_string
        cdef Py_ssize_t place
        cdef Manner manner
        for place in range(len(pieces)):
            piece = pieces[place]
            is_string = type(piece) is str
            if place and is_string == was_string or is_string and not piece:
                return False
            if not is_string:
                manner = self.manners.get(type(piece))
                if manner is not None and not manner.marks(piece):
                    return False
            was_string = is_string
        return True


cdef class Records:
    """Makes records of one class, to be filled, and then checked.

    ``doubtful`` names the fields of which one has to say something for anything to be wrong
    between fields; None says that nothing can be.  They may be fields of records ``below``.
    """

    def __cinit__(self, object cls, object doubtful, bint below):
        if not can_be_empty(cls):
            raise TypeError(f"{cls!r} has no slots")
        self.cls, self.doubtful, self.below = cls, doubtful, below

    cdef object empty(self):
        return empty(self.cls)

    cdef object checked(self, object record, Py_ssize_t told_below):
        """Return a record, if it is right; so many watched fields said something below it."""
        if self.doubtful is not None and self.may_be_wrong(record, told_below):
            for _ in record.__faults__():
                raise Doubt
        return record

    cdef bint may_be_wrong(self, object record, Py_ssize_t told_below) except -1:
        if self.below:
            return told_below > 0
        return not self.doubtful or any([getattr(record, each) for each in self.doubtful])
