/* The fields of records, where they lie in memory. */

#include <Python.h>
#include <structmember.h>

/* Return the place of a slot by its descriptor; -1 where it is none. */
static inline Py_ssize_t place_of_slot(PyObject *descriptor) {
    if (!Py_IS_TYPE(descriptor, &PyMemberDescr_Type)) return -1;
    PyMemberDef *member = ((PyMemberDescrObject *) descriptor)->d_member;
    return member->type == T_OBJECT_EX ? member->offset : -1;
}
