/* How text and attributes of XML are spelled, byte by byte. */

#include <Python.h>
#include <string.h>

#include "eight.h"

/* What a byte is written as that does not stand for itself; NULL where it does. */
static inline const char *entity_of(unsigned char byte, int in_attribute) {
    switch (byte) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '\r': return "&#13;";
        case '"': return in_attribute ? "&quot;" : NULL;
        case '\t': return in_attribute ? "&#9;" : NULL;
        case '\n': return in_attribute ? "&#10;" : NULL;
        default: return NULL;
    }
}

/* Say whether eight bytes surely stand for themselves. */
static inline int are_plain(const char *bytes) {
    uint64_t all = eight(bytes);
    return !(has(all, '&') | has(all, '<') | has(all, '>') | has(all, '"') | has_control(all));
}

static inline char *put_spelled_byte(char *end, unsigned char byte, int in_attribute) {
    const char *entity = entity_of(byte, in_attribute);
    if (!entity) {
        *end++ = (char) byte;
        return end;
    }
    size_t length = strlen(entity);
    memcpy(end, entity, length);
    return end + length;
}

/* Put bytes as XML spells them; return where the text ends.  A byte takes six at most. */
static char *put_spelled(char *end, const char *bytes, Py_ssize_t count, int in_attribute) {
    while (count) {
        if (count >= 8 && are_plain(bytes)) {
            memcpy(end, bytes, 8);
            end += 8, bytes += 8, count -= 8;
        } else {
            end = put_spelled_byte(end, (unsigned char) *bytes, in_attribute);
            bytes++, count--;
        }
    }
    return end;
}
