# cython: language_level=3, boundscheck=False, wraparound=False
"""Filled molds to records, in C.

Does what the functions do that ``forms.json.compile_read`` generates, in the same steps: each
``Way`` makes one shape of value of what stands for it in a mold, and counts the strings that it
meets.  The ways of a schema are put together by ``forms.json.ways_in``.
"""

from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_New, PyTuple_SET_ITEM

from dushanbe_process.compiled.making cimport Codes, Ids, Reading, Records, Running, Texts
from dushanbe_process.compiled.slots cimport at, in_no_cycle, is_of, place_of, put

from dushanbe_process.schema.generate import Doubt

cdef extern from "json_strings.h":
    Py_ssize_t strings_in_text(const char*, Py_ssize_t) noexcept


def strings_in(bytes text not None):
    """Return how many strings there are in JSON text, or -1 where that is hard to say.

    Also where it may hold characters that XML cannot carry.
    """
    return strings_in_text(text, len(text))


cdef class Way:
    """How a value is made of what stands for it in a mold; this one takes strings as they are."""

    cdef object of(self, object value, Reading reading):
        reading.strings += 1
        return value


cdef class Plain(Way):
    """Takes numbers, and true or false, as they are."""

    cdef object of(self, object value, Reading reading):
        return value


cdef class Integer(Way):
    """Takes whole numbers within bounds."""

    cdef object least, most

    def __cinit__(self, object least, object most):
        self.least, self.most = least, most

    cdef object of(self, object value, Reading reading):
        if not self.least <= value <= self.most:
            raise Doubt
        return value


cdef class Code(Way):
    """Makes codes of strings."""

    cdef Codes codes

    def __cinit__(self, Codes codes not None):
        self.codes = codes

    cdef object of(self, object value, Reading reading):
        reading.strings += 1
        return self.codes.of(value, reading)


cdef class Identity(Way):
    """Makes the ids of records."""

    cdef Ids ids

    def __cinit__(self, Ids ids not None):
        self.ids = ids

    cdef object of(self, object value, Reading reading):
        reading.strings += 1
        return self.ids.of(value, reading)


cdef class Localized(Way):
    """Makes texts in languages, of a string or of strings by their language."""

    cdef Texts texts

    def __cinit__(self, Texts texts not None):
        self.texts = texts

    cdef object of(self, object value, Reading reading):
        if type(value) is str:
            reading.strings += 1
            return self.texts.of_string(value)
        reading.strings += 2 * len(<dict?> value)
        return self.texts.of_strings(value)


cdef class Open(Way):
    """Makes the data of others."""

    cdef object make, count

    def __cinit__(self, object make, object count):
        self.make, self.count = make, count

    cdef object of(self, object value, Reading reading):
        reading.strings += self.count(value)
        return self.make(value)


cdef class OneOf(Way):
    """Makes records of several classes, told apart by their molds."""

    cdef dict by_mold

    def __cinit__(self, dict by_mold not None):
        self.by_mold = by_mold

    cdef object of(self, object value, Reading reading):
        reading.strings += 2
        return (<Record?> self.by_mold[type(value)]).of(value, reading)


cdef class Inline(Way):
    """Makes running text, of a string or of strings and records."""

    cdef Running running
    cdef OneOf records

    def __cinit__(self, Running running not None, OneOf records not None):
        self.running, self.records = running, records

    cdef object of(self, object value, Reading reading):
        if type(value) is str:
            reading.strings += 1
            return self.running.of_string(value)
        pieces = []
        for each in <list?> value:
            if type(each) is str:
                reading.strings += 1
                pieces.append(each)
            else:
                pieces.append(self.records.of(each, reading))
        return self.running.of_pieces(pieces)


cdef class ManyOf(Way):
    """Makes each of any number of values."""

    cdef Way item

    def __cinit__(self, Way item not None):
        self.item = item

    cdef object of(self, object values, Reading reading):
        cdef Py_ssize_t place, count = PyTuple_GET_SIZE(<tuple?> values)
        if type(self.item) is Plain:
            return values
        if type(self.item) is Way:
            reading.strings += count
            return values
        made = in_no_cycle(PyTuple_New(count))
        for place in range(count):
            each = self.item.of(<object> PyTuple_GET_ITEM(values, place), reading)
            Py_INCREF(each)
            PyTuple_SET_ITEM(made, place, each)
        return made


cdef class Field:
    """One field of a record: where it lies in the mold and in the record, and its way.

    Where the mold says nothing it has its default; a required one always says something, and
    must not be empty if it is ``nonempty``.  That it says something is noted if it is ``watched``.
    """

    cdef Py_ssize_t source, target
    cdef bint required, nonempty, watched
    cdef object default
    cdef Way way

    def __cinit__(self, object mold, object cls, str name not None, Way way not None, **how):
        self.source, self.target, self.way = place_of(mold, name), place_of(cls, name), way
        self.required, self.nonempty = how["required"], how["nonempty"]
        self.watched, self.default = how["watched"], how["default"]

    cdef object value_in(self, object mold, Reading reading):
        value = at(mold, self.source)
        if self.nonempty and not value:
            raise Doubt
        if value is None and not self.required:
            return self.default
        reading.strings += 1  # the key
        reading.told += self.watched
        return self.way.of(value, reading)


cdef class Record(Way):
    """Makes the records of one class of their molds.

    What it consists of is asked for when the first is made.
    """

    cdef Records records
    cdef object mold, ask
    cdef tuple fields

    def __cinit__(self, Records records not None, object mold, object ask):
        if not isinstance(mold, type):
            raise TypeError("a mold is a class")
        self.records, self.mold, self.ask = records, mold, ask

    def read(self, object mold, Reading reading not None):
        """Return the record of a mold."""
        return self.of(mold, reading)

    cdef object of(self, object mold, Reading reading):
        if self.fields is None:
            self.fields = tuple([<Field?> each for each in self.ask()])
        if not is_of(mold, self.mold):
            raise Doubt
        reading.go_in()
        told = reading.told
        made = self.records.empty()
        for field in self.fields:
            put(made, (<Field> field).target, (<Field> field).value_in(mold, reading))
        reading.depth -= 1
        return self.records.checked(made, reading.told - told)
