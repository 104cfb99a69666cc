/* The fields of records, where they lie in memory. */

#include <Python.h>
#include <structmember.h>

/* Return the place that a slot has in the objects of a class, by its descriptor; -1 where it is
   none, or that of another class. */
static inline Py_ssize_t place_of_slot(PyTypeObject *cls, PyObject *descriptor) {
    if (!Py_IS_TYPE(descriptor, &PyMemberDescr_Type)) return -1;
    if (!PyType_IsSubtype(cls, PyDescr_TYPE(descriptor))) return -1;
    PyMemberDef *member = ((PyMemberDescrObject *) descriptor)->d_member;
    return member->type == T_OBJECT_EX ? member->offset : -1;
}

/* Say whether an object is of a class, or of one that extends it, and so has its slots.  Not what
   isinstance() says, which believes what an object says of itself. */
static inline int has_slots_of(PyObject *object, PyTypeObject *cls) {
    return PyObject_TypeCheck(object, cls);
}

/* Say whether the garbage collector knows the objects of a class. */
static inline int is_known_to_collector(PyTypeObject *cls) {
    return PyType_IS_GC(cls);
}
