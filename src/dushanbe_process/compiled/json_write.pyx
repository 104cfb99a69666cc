# cython: language_level=3, boundscheck=False, wraparound=False
"""Records to JSON text, in C, with no tree between.

The text is to the letter what orjson makes of the trees of ``schema.write_tree``, two spaces to a
level.  Each ``Way`` writes one shape of value; those of a schema are put together by
``forms.json.ways_out``; what is in doubt is a ``Doubt``.
"""

from libc.string cimport memcmp, memset

from dushanbe_process.compiled.growing cimport (
    Growing,
    Holding,
    Said,
    Spelling,
    held_by,
    held_in,
    says,
)
from dushanbe_process.compiled.slots cimport place_of

from dushanbe_process.schema.generate import Doubt

cdef extern from "Python.h":
    const char* PyUnicode_AsUTF8AndSize(object, Py_ssize_t*) except NULL
    char* PyBytes_AS_STRING(object)

cdef extern from "json_strings.h":
    char* put_bytes(char*, const char*, Py_ssize_t) noexcept


cdef class Writing(Growing):
    """A JSON text as far as it goes, and how deep it is in brackets."""

    cdef Py_ssize_t level

    cdef bint ends_empty(self) noexcept:
        """Say whether the last thing written is a pair of brackets with nothing between them."""
        return memcmp(PyBytes_AS_STRING(<object> self.text) + self.length - 2, b"{}", 2) == 0

    cdef int put_string(self, object text) except -1:
        """Put a string, between quotation marks."""
        cdef Py_ssize_t count
        cdef const char* source = PyUnicode_AsUTF8AndSize(text, &count)
        cdef char* start = self.space(6 * count + 2)
        cdef char* end = start
        end[0] = c'"'
        end += 1
        end = put_bytes(end, source, count)
        end[0] = c'"'
        self.length += end + 1 - start

    cdef int put_line(self) except -1:
        """Begin a new line, as far in as it is deep in brackets."""
        cdef char* end = self.space(1 + 2 * self.level)
        end[0] = c"\n"
        memset(end + 1, c" ", 2 * self.level)
        self.length += 1 + 2 * self.level

    cdef int begin(self, bytes bracket) except -1:
        self.put(bracket)
        self.level += 1

    cdef int go_on(self, bint is_first) except -1:
        """Go to the place of the next value within brackets."""
        if not is_first:
            self.put(b",")
        self.put_line()

    cdef int end(self, bytes bracket, bint is_empty) except -1:
        self.level -= 1
        if not is_empty:
            self.put_line()
        self.put(bracket)


cdef class Way(Holding):
    """How a value is written; this one writes strings."""

    cdef int put(self, object held, Writing out) except -1:
        """Write what is held in a value."""
        return out.put_string(held)


cdef class Number(Way):
    """Writes whole numbers, and true and false."""

    cdef int put(self, object value, Writing out) except -1:
        if value is True:
            return out.put(b"true")
        if value is False:
            return out.put(b"false")
        if type(value) is not int:
            raise Doubt
        return out.put(str(value).encode())


cdef class Choice(Way):
    """Writes members of an enumeration, which are strings."""

    def __cinit__(self, object cls):
        self.cls = cls

    cdef int put(self, object value, Writing out) except -1:
        if type(value) is not self.cls:
            raise Doubt
        return out.put_string(value)


cdef class Code(Way):
    """Writes codes of one class."""

    cdef Spelling spelling

    def __cinit__(self, object cls, object refers_to):
        self.spelling = Spelling(cls, refers_to)

    cdef int put(self, object value, Writing out) except -1:
        text = self.spelling.of(value)
        self.spelling.mention(value, out)
        return out.put_string(text)


cdef class Identity(Way):
    """Writes the ids of records, and notes that they are given."""

    cdef object record

    def __cinit__(self, object record):
        self.record = record

    cdef int put(self, object value, Writing out) except -1:
        if out.given is not None:
            (<list?> out.given[self.record]).append(value)
        return out.put_string(value)


cdef class Inside(Way):
    """Writes what values of one class keep in one slot."""

    def __cinit__(self, object cls, str slot not None, *others):
        self.cls, self.place = cls, place_of(cls, slot)


cdef class Localized(Inside):
    """Writes texts in languages: a string, or an object of strings by their language."""

    cdef int put(self, object held, Writing out) except -1:
        cdef bint is_first = True
        texts = <dict?> held
        if len(texts) == 1 and "" in texts:
            return out.put_string(texts[""])
        out.begin(b"{")
        for language, text in texts.items():
            out.go_on(is_first)
            is_first = False
            out.put_string(language)
            out.put(b": ")
            out.put_string(text)
        return out.end(b"}", is_first)


cdef class Open(Way):
    """Writes the data of others, as another writer does it, who is given it as plain data."""

    cdef object write

    def __cinit__(self, object write):
        self.write = write

    cdef int put(self, object value, Writing out) except -1:
        text = self.write(value.__to_tree__())
        return out.put(text.replace(b"\n", b"\n" + 2 * out.level * b" "))


cdef class OneOf(Way):
    """Writes records of several classes, each with its type."""

    cdef dict by_class

    def __cinit__(self, dict by_class not None):
        self.by_class = {cls: <Record?> each for cls, each in by_class.items()}

    cdef int put(self, object value, Writing out) except -1:
        return (<Record> self.by_class[type(value)]).put(value, out)


cdef class Inline(Inside):
    """Writes running text: a string, or a list of strings and records."""

    cdef OneOf records

    def __cinit__(self, object cls, str slot not None, OneOf records not None):
        self.records = records

    cdef int put(self, object held, Writing out) except -1:
        cdef bint is_first = True
        pieces = <tuple?> held
        if not pieces:
            return out.put(b'""')
        if len(pieces) == 1 and type(pieces[0]) is str:
            return out.put_string(pieces[0])
        out.begin(b"[")
        for each in pieces:
            out.go_on(is_first)
            is_first = False
            if type(each) is str:
                out.put_string(each)
            else:
                self.records.put(each, out)
        return out.end(b"]", is_first)


cdef class ManyOf(Way):
    """Writes each of any number of values."""

    cdef Way item

    def __cinit__(self, Way item not None):
        self.item = item

    cdef int put(self, object values, Writing out) except -1:
        cdef bint is_first = True
        out.begin(b"[")
        for each in <tuple?> values:
            out.go_on(is_first)
            is_first = False
            self.item.put(held_in(self.item, each), out)
        return out.end(b"]", is_first)


cdef class Field(Said):
    """One field of a record.  What says nothing is left out where it is ``unless_empty``."""

    cdef bytes key
    cdef bint unless_empty

    def __cinit__(self, object cls, str name not None, Way way not None, **how):
        self.key, self.unless_empty = f'"{name}": '.encode(), how["unless_empty"]

    cdef bint put(self, object record, Writing out, bint is_first) except -1:
        """Write the field, if it says anything; say whether it did."""
        cdef Py_ssize_t before = out.length
        held = held_by(record, self)
        if not says(self, held):
            return False
        out.go_on(is_first)
        out.put(self.key)
        (<Way> self.way).put(held, out)
        if self.unless_empty and out.ends_empty():
            out.length = before
            return False
        return True


cdef class Record(Way):
    """Writes the records of one class, with what stands before their fields.

    What it consists of is asked for when the first is written.
    """

    cdef object ask
    cdef list heads
    cdef tuple fields

    def __cinit__(self, object cls, list heads not None, object ask):
        self.cls, self.heads, self.ask = cls, heads, ask

    def text(self, object record, object mentions):
        """Return a record as text, and add the ids in it to ``mentions``."""
        out = Writing(mentions)
        self.put(record, out)
        out.put(b"\n")
        return out.finished()

    cdef int put(self, object record, Writing out) except -1:
        cdef bint is_first = True
        if self.fields is None:
            self.fields = tuple([<Field?> each for each in self.ask()])
        if type(record) is not self.cls:
            raise Doubt
        out.go_in()
        out.begin(b"{")
        for head in self.heads:
            out.go_on(is_first)
            is_first = False
            out.put(head)
        for field in self.fields:
            if (<Field> field).put(record, out, is_first):
                is_first = False
        out.depth -= 1
        return out.end(b"}", is_first)
