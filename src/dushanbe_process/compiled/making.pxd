"""What readers make, whatever they read it from."""


cdef class Reading:
    cdef readonly Py_ssize_t strings
    cdef Py_ssize_t depth, told
    cdef object given, made

    cdef int go_in(self) except -1


cdef class Codes:
    cdef object make, refers_to
    cdef dict known

    cdef object of(self, object text, Reading reading)
    cdef object new(self, object text)


cdef class Ids:
    cdef object make, record

    cdef object of(self, object text, Reading reading)


cdef class Texts:
    cdef object cls, make
    cdef Py_ssize_t texts
    cdef set in_order

    cdef object of_string(self, object text)
    cdef object of_strings(self, dict texts)


cdef class Manner:
    cdef Py_ssize_t words
    cdef list places, defaults

    cdef bint marks(self, object run) except -1


cdef class Running:
    cdef object cls, make
    cdef Py_ssize_t pieces
    cdef dict manners

    cdef object of_string(self, object text)
    cdef object of_pieces(self, list pieces)
    cdef bint are_settled(self, list pieces) except -1


cdef class Records:
    cdef object cls, doubtful
    cdef bint below

    cdef object empty(self)
    cdef object checked(self, object record, Py_ssize_t told_below)
    cdef bint may_be_wrong(self, object record, Py_ssize_t told_below) except -1
