# cython: language_level=3, boundscheck=False, wraparound=False
"""Filled molds to records, in C.

Does what the functions do that ``forms.json.compile_read`` generates, in the same steps: each
``Way`` makes one shape of value of what stands for it in a mold, counts the strings that it
meets, and gathers ids.  The ways of a schema are put together by ``forms.json.ways_in``; what is in
doubt is a ``Doubt``, whoever finds it.
"""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.object cimport PyObject
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_New, PyTuple_SET_ITEM

from dushanbe_process.compiled.slots cimport at, empty, place_of, put

cdef extern from "json_strings.h":
    Py_ssize_t strings_in_text(const char*, Py_ssize_t) noexcept

from dushanbe_process.schema.generate import DEEPEST, Doubt, too_deep

cdef Py_ssize_t MOST_DEEP = DEEPEST
cdef Py_ssize_t REMEMBERED = 4096


cdef class Reading:
    """What is met while one file is read: how many strings, which ids, how deep it goes.

    It is given the ``Mentions`` to which ids are added, or None where they are not gathered.
    """

    cdef readonly Py_ssize_t strings
    cdef Py_ssize_t depth, told
    cdef object given, made

    def __init__(self, object mentions):
        if mentions is not None:
            self.given, self.made = mentions.given, mentions.made


cdef class Way:
    """How a value is made of what stands for it in a mold."""

    cdef object of(self, object value, Reading reading):
        """Return the value; this one takes it as it is, a string."""
        reading.strings += 1
        return value


cdef class Plain(Way):
    """Takes numbers, and true or false, as they are."""

    cdef object of(self, object value, Reading reading):
        return value


cdef class Integer(Way):
    """Takes whole numbers within bounds."""

    cdef object least, most

    def __init__(self, object least, object most):
        self.least, self.most = least, most

    cdef object of(self, object value, Reading reading):
        if not self.least <= value <= self.most:
            raise Doubt
        return value


cdef class Code(Way):
    """Makes codes of strings, and remembers what it made; notes those that are references."""

    cdef object make, refers_to
    cdef dict known

    def __init__(self, object make, object refers_to):
        self.make, self.refers_to, self.known = make, refers_to, {}

    cdef object of(self, object value, Reading reading):
        reading.strings += 1
        cdef PyObject* found = PyDict_GetItemWithError(self.known, value)
        made = <object> found if found is not NULL else self._new(value)
        if self.refers_to is not None and reading.made is not None:
            (<set> reading.made[self.refers_to]).add(made)
        return made

    cdef object _new(self, object value):
        made = self.make(value)
        if len(self.known) >= REMEMBERED:
            self.known = {}
        self.known[value] = made
        return made


cdef class Identity(Way):
    """Makes the ids of records, and notes that they are given."""

    cdef object make, record

    def __init__(self, object make, object record):
        self.make, self.record = make, record

    cdef object of(self, object value, Reading reading):
        reading.strings += 1
        made = self.make(value)
        if reading.given is not None:
            (<list> reading.given[self.record]).append(made)
        return made


cdef class Localized(Way):
    """Makes texts in languages, of a string or of strings by their language."""

    cdef object cls, make
    cdef Py_ssize_t texts
    cdef set in_order

    def __init__(self, object cls, object make):
        self.cls, self.texts, self.make = cls, place_of(cls, "_texts"), make
        self.in_order = set()

    cdef object of(self, object value, Reading reading):
        if type(value) is str:
            reading.strings += 1
            return self._holding({"": value})
        reading.strings += 2 * len(<dict> value)
        tags = tuple(<dict> value)
        if tags in self.in_order:
            return self._holding(value)
        made = self.make(value)
        if at(made, self.texts) is value and len(self.in_order) < REMEMBERED:
            self.in_order.add(tags)
        return made

    cdef object _holding(self, object texts):
        made = empty(self.cls)
        put(made, self.texts, texts)
        return made


cdef class Open(Way):
    """Makes the data of others."""

    cdef object make, count

    def __init__(self, object make, object count):
        self.make, self.count = make, count

    cdef object of(self, object value, Reading reading):
        reading.strings += self.count(value)
        return self.make(value)


cdef class OneOf(Way):
    """Makes records of several classes, told apart by their molds."""

    cdef dict by_mold

    def __init__(self, dict by_mold):
        self.by_mold = by_mold

    cdef object of(self, object value, Reading reading):
        reading.strings += 2
        return (<Record> self.by_mold[type(value)]).of(value, reading)


cdef class Manner:
    """What sets the words of a run apart: fields that do not have their defaults."""

    cdef Py_ssize_t words
    cdef list places, defaults

    def __init__(self, object cls, str words, dict defaults):
        self.words = place_of(cls, words)
        self.places = [place_of(cls, each) for each in defaults]
        self.defaults = list(defaults.values())

    cdef bint marks(self, object run) except -1:
        """Say whether a run has words, and is marked."""
        cdef Py_ssize_t number
        if at(run, self.words) == "":
            return False
        for number in range(len(self.places)):
            if at(run, self.places[number]) is not self.defaults[number]:
                return True
        return False


cdef class Inline(Way):
    """Makes running text, of a string or of strings and records.

    Where strings and marked runs follow one another by turns, it is in its one form already;
    ``make`` sees to any other.
    """

    cdef object cls, make
    cdef Py_ssize_t pieces
    cdef OneOf records
    cdef dict manners

    def __init__(self, object cls, object make, OneOf records, dict manners):
        self.cls, self.pieces, self.make = cls, place_of(cls, "_pieces"), make
        self.records, self.manners = records, manners

    cdef object of(self, object value, Reading reading):
        if type(value) is str:
            reading.strings += 1
            return self._holding((value,) if value else ())
        pieces = self._each(<list> value, reading)
        if self._is_settled(pieces):
            return self._holding(tuple(pieces))
        return self.make(pieces)

    cdef object _holding(self, tuple pieces):
        made = empty(self.cls)
        put(made, self.pieces, pieces)
        return made

    cdef list _each(self, list values, Reading reading):
        pieces = []
        for value in values:
            if type(value) is str:
                reading.strings += 1
                pieces.append(value)
            else:
                pieces.append(self.records.of(value, reading))
        return pieces

    cdef bint _is_settled(self, list pieces) except -1:
        """Say whether there surely is nothing to join or to drop."""
        cdef bint was_string = False, is_string
        for place, piece in enumerate(pieces):
            is_string = type(piece) is str
            if place and is_string == was_string or not piece and is_string:
                return False
            if not is_string:
                manner = self.manners.get(type(piece))
                if manner is not None and not (<Manner> manner).marks(piece):
                    return False
            was_string = is_string
        return True


cdef class ManyOf(Way):
    """Makes each of any number of values."""

    cdef Way item

    def __init__(self, Way item):
        self.item = item

    cdef object of(self, object values, Reading reading):
        cdef Py_ssize_t place, count = PyTuple_GET_SIZE(values)
        if type(self.item) is Way or type(self.item) is Plain:
            reading.strings += count if type(self.item) is Way else 0
            return values
        made = PyTuple_New(count)
        for place in range(count):
            each = self.item.of(<object> PyTuple_GET_ITEM(values, place), reading)
            Py_INCREF(each)
            PyTuple_SET_ITEM(made, place, each)
        return made


cdef class Field:
    """One field of a record: where it lies in the mold and in the record, and its way.

    Where the mold says nothing it has its default; a required one must say something, and
    must not be ``empty`` if that is said.
    """

    cdef Py_ssize_t source, target
    cdef bint required, nonempty
    cdef object default
    cdef Way way

    def __init__(self, object mold, object cls, str name, Way way, *, required, nonempty, default):
        self.source, self.target = place_of(mold, name), place_of(cls, name)
        self.way, self.default = way, default
        self.required, self.nonempty = required, nonempty


cdef class Record(Way):
    """Makes the records of one class of their molds.

    What it consists of is asked for when the first is made.  ``doubtful`` names the fields of
    which one has to say something for anything to be wrong between fields; None means never.
    """

    cdef object cls, mold
    cdef object ask, doubtful
    cdef tuple fields

    def __init__(self, object cls, object mold, object ask, object doubtful):
        self.cls, self.mold, self.ask, self.doubtful = cls, mold, ask, doubtful

    def read(self, object mold, Reading reading):
        """Return the record of a mold."""
        return self.of(mold, reading)

    cdef object of(self, object mold, Reading reading):
        cdef Field field
        if self.fields is None:
            self.fields = tuple(self.ask())
        if type(mold) is not self.mold and not isinstance(mold, self.mold):
            raise Doubt
        if reading.depth > MOST_DEEP:
            raise too_deep()
        reading.depth += 1
        made = empty(self.cls)
        for each in self.fields:
            field = <Field> each
            put(made, field.target, _value(field, at(mold, field.source), reading))
        reading.depth -= 1
        if self.doubtful is not None and self._may_be_wrong(made):
            for _ in made.__faults__():
                raise Doubt
        return made

    cdef bint _may_be_wrong(self, object made) except -1:
        if not self.doubtful:
            return True
        for name in <tuple> self.doubtful:
            if getattr(made, name):
                return True
        return False


cdef inline object _value(Field field, object value, Reading reading):
    if field.required:
        if field.nonempty and not value:
            raise Doubt
    elif value is None:
        return field.default
    reading.strings += 1
    return field.way.of(value, reading)


def strings_in(bytes text not None):
    """Return how many strings there are in JSON text, or -1 where that is hard to say.

    Also where it may hold characters that XML cannot carry.
    """
    return strings_in_text(text, len(text))
