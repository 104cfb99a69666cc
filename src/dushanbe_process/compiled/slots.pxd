"""The fields of frozen records, where they lie in memory.

A field of a record is a slot: a pointer at a fixed place, which its descriptor tells.  Nothing
here looks whether a record is of the class of which a place was told: whoever calls has to.  What
is read may be missing in a record that nobody finished; then it is an AttributeError, as in
Python.  What is put belongs to a record that was just made, and that nobody else has.
"""

from cpython.object cimport PyObject, PyTypeObject
from cpython.ref cimport Py_INCREF


cdef extern from "slots.h":
    Py_ssize_t place_of_slot(PyTypeObject*, object)
    bint has_slots_of(object, PyTypeObject*)
    bint is_known_to_collector(PyTypeObject*)
    void PyObject_GC_UnTrack(PyObject*)
    object PyType_GenericAlloc(PyTypeObject*, Py_ssize_t)


cdef inline Py_ssize_t place_of(object cls, str name) except -1:
    """Return the place of a field in the records of a class."""
    cdef Py_ssize_t place = -1
    if isinstance(cls, type):
        place = place_of_slot(<PyTypeObject*> cls, getattr(cls, name))
    if place <= 0:
        raise TypeError(f"{cls!r}.{name} is no slot")
    return place


cdef inline bint is_of(object record, object cls) noexcept:
    """Say whether a record is of a class or of one that extends it, and has its places."""
    return has_slots_of(record, <PyTypeObject*> cls)


cdef inline PyObject** slot(object record, Py_ssize_t place) noexcept:
    return <PyObject**> (<char*> <PyObject*> record + place)


cdef inline object at(object record, Py_ssize_t place):
    """Return what a field holds."""
    cdef PyObject* held = slot(record, place)[0]
    if held is NULL:
        raise AttributeError(f"a field of {type(record).__name__} is missing")
    return <object> held


cdef inline bint can_be_empty(object cls) noexcept:
    """Say whether records of a class can be made empty: they are such as have slots."""
    return isinstance(cls, type) and is_known_to_collector(<PyTypeObject*> cls)


cdef inline object empty(object cls):
    """Return a record of which no field holds anything yet."""
    return in_no_cycle(PyType_GenericAlloc(<PyTypeObject*> cls, 0))


cdef inline object in_no_cycle(object frozen):
    """Return what is made of its parts, and never changes: so it is in no cycle.

    The garbage collector need not look at it, as it does not look at tuples of strings.
    """
    PyObject_GC_UnTrack(<PyObject*> frozen)
    return frozen


cdef inline void put(object record, Py_ssize_t place, object value) noexcept:
    """Put a value into a field that holds nothing yet."""
    Py_INCREF(value)
    slot(record, place)[0] = <PyObject*> value
