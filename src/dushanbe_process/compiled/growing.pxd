"""What writers share, whatever they write: text that grows, values and when they are written."""

from cpython.object cimport PyObject

from dushanbe_process.compiled.slots cimport at

from dushanbe_process.schema.generate import Doubt


cdef class Growing:
    cdef PyObject* text
    cdef Py_ssize_t length, room, depth
    cdef object given, made

    cdef int go_in(self) except -1
    cdef char* space(self, Py_ssize_t count) except NULL
    cdef int put(self, bytes text) except -1
    cdef bytes finished(self)


cdef class Holding:
    cdef object cls
    cdef Py_ssize_t place


cdef class Spelling(Holding):
    cdef object refers_to
    cdef dict known

    cdef str of(self, object value)
    cdef int mention(self, object value, Growing out) except -1


cdef class Said:
    cdef Py_ssize_t place
    cdef Holding way
    cdef bint required, by_identity
    cdef object default


cdef inline object held_in(Holding way, object value):
    """Return what is written of a value: the value, or what it keeps in its slot."""
    if not way.place or value is None:
        return value
    if type(value) is not way.cls:
        raise Doubt
    return at(value, way.place)


cdef inline object held_by(object record, Said field):
    """Return what is written of the value that a record has in a field."""
    return held_in(field.way, at(record, field.place))


cdef inline bint says(Said field, object held) except -1:
    """Say whether what is held in the value of a field is written."""
    if field.required:
        return True
    if held is field.default:
        return False
    if field.by_identity:
        return True
    return held != field.default if field.default else bool(held)
