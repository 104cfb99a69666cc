"""Text that grows while records are written."""

from cpython.object cimport PyObject


cdef class Growing:
    cdef PyObject* text
    cdef Py_ssize_t length, room, depth
    cdef object given, made

    cdef int go_in(self) except -1
    cdef char* space(self, Py_ssize_t count) except NULL
    cdef int put(self, bytes text) except -1
    cdef bytes finished(self)


cdef class Spelling:
    cdef dict known

    cdef object of(self, object value)
