# cython: language_level=3
"""Records to XML text, in C, with no tree between.

Does what the functions do that ``forms.xml.compile_write`` generates, to the letter: each ``Way``
writes one shape of value.  Those of a schema are put together by ``forms.xml.ways_out``; what is in
doubt is a ``Doubt``.
"""

from libc.string cimport memset

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

cdef extern from "xml_strings.h":
    char* put_spelled(char*, const char*, Py_ssize_t, bint) noexcept

cdef bytes DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"


cdef class Writing(Growing):
    """An XML text as far as it goes."""

    cdef int put_text(self, object text, bint in_attribute) except -1:
        """Put a string, as text or as the value of an attribute is spelled."""
        cdef Py_ssize_t count
        cdef const char* source = PyUnicode_AsUTF8AndSize(text, &count)
        cdef char* start = self.space(6 * count)
        self.length += put_spelled(start, source, count, in_attribute) - start
        return 0

    cdef int put_blanks(self, Py_ssize_t level) except -1:
        """Put the blanks before an element."""
        memset(self.space(2 * level), c" ", 2 * level)
        self.length += 2 * level
        return 0

    cdef int begin(self, Tag tag, Py_ssize_t level) except -1:
        """Begin an element that holds others."""
        self.put_blanks(level)
        self.put(tag.start)
        return self.put(b"\n")

    cdef int end(self, Tag tag, Py_ssize_t level) except -1:
        """End an element that holds others."""
        self.put_blanks(level)
        self.put(tag.end)
        return self.put(b"\n")


cdef class Tag:
    """The name of an element, and how it begins and ends."""

    cdef bytes name, start, end

    def __cinit__(self, str name not None):
        self.name = name.encode()
        self.start, self.end = f"<{name}>".encode(), f"</{name}>".encode()


cdef Tag TEXT = Tag("text")


cdef class Way(Holding):
    """How a value is written: as the word of an attribute, or as an element."""

    cdef object word(self, object value):
        """Return the string that a value is spelled as; a string, as it is."""
        return value

    cdef int mention(self, object value, Writing out) except -1:
        """Note a value that is a reference, or the id of a record."""
        return 0

    cdef int put(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        """Write the element of a value, so far in."""
        self.mention(value, out)
        out.put_blanks(level)
        out.put(tag.start)
        out.put_text(self.word(value), False)
        out.put(tag.end)
        return out.put(b"\n")

    cdef int put_item(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        """Write the element of a value that is one of many."""
        return self.put(value, tag, level, out)


cdef class Boolean(Way):
    """Writes true and false."""

    cdef object word(self, object value):
        if type(value) is not bool:
            raise Doubt
        return "true" if value else "false"


cdef class Number(Way):
    """Writes whole numbers."""

    cdef object word(self, object value):
        if type(value) is not int:
            raise Doubt
        return str(value)


cdef class Choice(Way):
    """Writes members of an enumeration, which are strings."""

    def __cinit__(self, object cls):
        self.cls = cls

    cdef object word(self, object value):
        if type(value) is not self.cls:
            raise Doubt
        return value


cdef class Code(Way):
    """Writes codes of one class."""

    cdef Spelling spelling

    def __cinit__(self, object cls, object refers_to):
        self.spelling = Spelling(cls, refers_to)

    cdef object word(self, object value):
        return self.spelling.of(value)

    cdef int mention(self, object value, Writing out) except -1:
        return self.spelling.mention(value, out)


cdef class Identity(Way):
    """Writes the ids of records, and notes that they are given."""

    cdef object record

    def __cinit__(self, object record):
        self.record = record

    cdef int mention(self, object value, Writing out) except -1:
        if out.given is not None:
            (<list?> out.given[self.record]).append(value)
        return 0


cdef class Words(Way):
    """Writes any number of words, with blanks between them."""

    cdef Way item

    def __cinit__(self, Way item not None):
        self.item = item

    cdef object word(self, object value):
        return " ".join([self.item.word(each) for each in <tuple?> value])

    cdef int mention(self, object value, Writing out) except -1:
        for each in <tuple?> value:
            self.item.mention(each, out)
        return 0


cdef class Inside(Way):
    """Writes what values of one class keep in one slot."""

    def __cinit__(self, object cls, str slot not None, *others):
        self.cls, self.place = cls, place_of(cls, slot)


cdef class Localized(Inside):
    """Writes texts in languages, an element for each language."""

    cdef int put(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        for language, text in (<dict?> value).items():
            out.put_blanks(level)
            if language:
                out.put(b"<")
                out.put(tag.name)
                out.put(b' xml:lang="')
                out.put_text(language, True)
                out.put(b'">')
            else:
                out.put(tag.start)
            out.put_text(text, False)
            out.put(tag.end)
            out.put(b"\n")
        return 0

    cdef int put_item(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        out.begin(tag, level)
        self.put(value, TEXT, level + 1, out)
        return out.end(tag, level)


cdef class Open(Way):
    """Writes the data of others, as another writer does it, who is told the name and the blanks."""

    cdef object write

    def __cinit__(self, object write):
        self.write = write

    cdef int put(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        return out.put(self.write(tag.name.decode(), value.__to_tree__(), "  " * level).encode())


cdef class OneOf(Way):
    """Writes records of several classes, each under its own name."""

    cdef dict by_class

    def __cinit__(self, dict by_class not None):
        self.by_class = {cls: <Record?> each for cls, each in by_class.items()}

    cdef int put(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        out.begin(tag, level)
        self.put_item(value, tag, level + 1, out)
        return out.end(tag, level)

    cdef int put_item(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        record = <Record> self.by_class[type(value)]
        return record.put(value, record.tag, level, out)


cdef class Inline(Inside):
    """Writes running text."""

    cdef OneOf records

    def __cinit__(self, object cls, str slot not None, OneOf records not None):
        self.records = records

    cdef int put(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        out.put_blanks(level)
        out.put(tag.start)
        self.put_within(value, out)
        out.put(tag.end)
        return out.put(b"\n")

    cdef int put_within(self, object pieces, Writing out) except -1:
        """Write the text alone: what stands in a line has no blanks before it."""
        for each in <tuple?> pieces:
            if type(each) is str:
                out.put_text(each, False)
            else:
                self.records.put_item(each, TEXT, 0, out)
        return 0


cdef class ManyOf(Way):
    """Writes any number of values, each under one name or under its own."""

    cdef Way item
    cdef Tag each

    def __cinit__(self, Way item not None, str name):
        self.item, self.each = item, Tag(name)

    cdef int put(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        out.begin(tag, level)
        for each in <tuple?> value:
            self.item.put_item(held_in(self.item, each), self.each, level + 1, out)
        return out.end(tag, level)


cdef class Field(Said):
    """One field of a record."""

    cdef Tag tag
    cdef bytes start

    def __cinit__(self, object cls, str name not None, Way way not None, **how):
        self.tag, self.start = Tag(name), f' {name}="'.encode()

    cdef int put_attribute(self, object record, Writing out) except -1:
        held = held_by(record, self)
        if says(self, held):
            way = <Way> self.way
            way.mention(held, out)
            out.put(self.start)
            out.put_text(way.word(held), True)
            out.put(b'"')
        return 0

    cdef int put_element(self, object record, Py_ssize_t level, Writing out) except -1:
        held = held_by(record, self)
        return (<Way> self.way).put(held, self.tag, level, out) if says(self, held) else 0

    cdef bint put_content(self, object record, Writing out) except -1:
        """Write what an element holds; say whether it holds anything, be it empty."""
        held = held_by(record, self)
        if not says(self, held):
            return False
        if type(self.way) is Inline:
            (<Inline> self.way).put_within(held, out)
        else:
            out.put_text((<Way> self.way).word(held), False)
        return True


cdef class Record(Way):
    """Writes the records of one class.

    What it consists of is asked for when the first is written: attributes, the field that is the
    content of the element, or those that are elements in it.
    """

    cdef object ask
    cdef Tag tag
    cdef tuple attributes, elements
    cdef Field content

    def __cinit__(self, object cls, str tag not None, object ask):
        self.cls, self.tag, self.ask = cls, Tag(tag), ask

    def text(self, object record, str namespace not None, object mentions):
        """Return a record as a file, and add the ids in it to ``mentions``."""
        out = Writing(mentions)
        out.put(DECLARATION)
        self.write(record, self.tag, f' xmlns="{namespace}"'.encode(), 0, out)
        if self.content is not None:
            out.put(b"\n")
        return out.finished()

    def learn(self, tuple attributes not None, Field content, tuple elements not None):
        """Take what it consists of."""
        self.content, self.elements = content, tuple([<Field?> each for each in elements])
        self.attributes = tuple([<Field?> each for each in attributes])

    cdef int put(self, object value, Tag tag, Py_ssize_t level, Writing out) except -1:
        self.write(value, tag, b"", level, out)
        if self.content is not None and level:
            out.put(b"\n")
        return 0

    cdef int write(
        self, object record, Tag tag, bytes head, Py_ssize_t level, Writing out
    ) except -1:
        if self.attributes is None:
            self.learn(*self.ask())
        if type(record) is not self.cls:
            raise Doubt
        out.go_in()
        out.put_blanks(level)
        out.put(b"<")
        out.put(tag.name)
        out.put(head)
        for field in self.attributes:
            (<Field> field).put_attribute(record, out)
        before = out.length
        out.put(b">")
        if self.put_inside(record, level, out):
            if self.content is None:
                out.put_blanks(level)
            out.put(tag.end)
        else:
            out.length = before
            out.put(b"/>")
        out.depth -= 1
        return out.put(b"\n") if self.content is None else 0

    cdef bint put_inside(self, object record, Py_ssize_t level, Writing out) except -1:
        """Write what the element holds; say whether it holds anything."""
        if self.content is not None:
            return self.content.put_content(record, out)
        out.put(b"\n")
        before = out.length
        for field in self.elements:
            (<Field> field).put_element(record, level + 1, out)
        return out.length > before
