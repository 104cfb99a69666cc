/* How text and attributes of XML are spelled, byte by byte. */

#include <Python.h>
#include <string.h>

/* So many bytes are looked at in one go. */
#define XML_BLOCK 32

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

static inline int block_is_plain(const char *bytes) {
    unsigned char other = 0;
    for (int i = 0; i < XML_BLOCK; i++) {
        unsigned char byte = (unsigned char) bytes[i];
        other |= (byte == '&') | (byte == '<') | (byte == '>') | (byte == '"') | (byte < 0x20);
    }
    return !other;
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
    for (; count >= XML_BLOCK; bytes += XML_BLOCK, count -= XML_BLOCK) {
        if (block_is_plain(bytes)) {
            memcpy(end, bytes, XML_BLOCK);
            end += XML_BLOCK;
        } else {
            for (int i = 0; i < XML_BLOCK; i++) {
                end = put_spelled_byte(end, (unsigned char) bytes[i], in_attribute);
            }
        }
    }
    for (; count; count--) end = put_spelled_byte(end, (unsigned char) *bytes++, in_attribute);
    return end;
}
