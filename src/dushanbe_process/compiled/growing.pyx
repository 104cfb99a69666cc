# cython: language_level=3
"""What writers share, whatever they write: text that grows, values and when they are written."""

from cpython.object cimport PyObject
from cpython.ref cimport Py_XDECREF
from libc.string cimport memcpy

from dushanbe_process.compiled.slots cimport place_of

from dushanbe_process.schema.generate import DEEPEST, Doubt, too_deep

cdef Py_ssize_t MOST_DEEP = DEEPEST

#: How many spellings are remembered.
cdef Py_ssize_t REMEMBERED = 4096

cdef extern from "Python.h":
    PyObject* PyBytes_FromStringAndSize(const char*, Py_ssize_t) except NULL
    char* PyBytes_AS_STRING(PyObject*)
    int _PyBytes_Resize(PyObject**, Py_ssize_t) except -1


cdef class Growing:
    """The text as far as it goes, how deep it is in records, and the ids met.

    It is given the ``Mentions`` to which ids are added, or None where they are not gathered.
    """

    def __cinit__(self, object mentions):
        if mentions is not None:
            self.given, self.made = mentions.given, mentions.made
        self.room = 16_384
        self.text = PyBytes_FromStringAndSize(NULL, self.room)

    def __dealloc__(self):
        Py_XDECREF(self.text)

    cdef int go_in(self) except -1:
        """Go one record deeper; whoever does it comes out again."""
        if self.depth > MOST_DEEP:
            raise too_deep()
        self.depth += 1
        return 0

    cdef char* space(self, Py_ssize_t count) except NULL:
        """Return where the text goes on; there is room for so many bytes."""
        if self.length + count > self.room:
            self.room = 2 * (self.length + count)
            _PyBytes_Resize(&self.text, self.room)
        return PyBytes_AS_STRING(self.text) + self.length

    cdef int put(self, bytes text) except -1:
        memcpy(self.space(len(text)), <const char*> text, len(text))
        self.length += len(text)
        return 0

    cdef bytes finished(self):
        """Return the text; it does not grow any more."""
        _PyBytes_Resize(&self.text, self.length)
        made = <bytes> <object> self.text
        Py_XDECREF(self.text)
        self.text = NULL
        return made


cdef class Holding:
    """Whoever writes values of one shape.

    Where they are of a class that keeps what is written in a slot, it knows the class and the
    place; else the place is 0.
    """


cdef class Spelling(Holding):
    """The strings that codes of one class are spelled as; notes those that are references.

    What is no string is asked for its own once: values that come often are often one object.
    """

    def __cinit__(self, object cls, object refers_to):
        self.cls, self.refers_to, self.known = cls, refers_to, {}

    cdef str of(self, object value):
        if type(value) is not self.cls:
            raise Doubt
        if type(value) is str:
            return value
        key = <size_t> <PyObject*> value
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= REMEMBERED:
                self.known = {}
            # With the value, so that no other takes its place in memory.
            self.known[key] = found = (value, str(value))
        return (<tuple> found)[1]

    cdef int mention(self, object value, Growing out) except -1:
        if self.refers_to is not None and out.made is not None:
            (<set?> out.made[self.refers_to]).add(value)
        return 0


cdef class Said:
    """When a field is written.

    What has its default is left out: always by what is the same object, and unless ``by_identity``
    also by what is equal or, where the default is empty, empty.
    """

    def __cinit__(self, object cls, str name not None, Holding way not None, **how):
        self.place, self.way = place_of(cls, name), way
        self.required, self.by_identity = how["required"], how["by_identity"]
        self.default = None if self.required else held_in(way, how["default"])
