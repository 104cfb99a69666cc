/* What a string of JSON consists of, byte by byte. */

#include <Python.h>
#include <string.h>

/* So many bytes are looked at in one go. */
#define BLOCK 32

/* How a byte stands in a string of JSON: 0 as it is, 1 by its number, else by a letter. */
static const char letter_of[256] = {
    1, 1, 1, 1, 1, 1, 1, 1, 'b', 't', 'n', 1, 'f', 'r', 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['"'] = '"', ['\\'] = '\\',
};

static inline int block_stands_as_it_is(const char *bytes) {
    unsigned char other = 0;
    for (int i = 0; i < BLOCK; i++) {
        unsigned char byte = (unsigned char) bytes[i];
        other |= (byte < 0x20) | (byte == '"') | (byte == '\\');
    }
    return !other;
}

static inline char *put_byte(char *end, unsigned char byte) {
    char letter = letter_of[byte];
    if (!letter) {
        *end++ = (char) byte;
    } else if (letter == 1) {
        memcpy(end, "\\u00", 4);
        end[4] = "0123456789abcdef"[byte >> 4];
        end[5] = "0123456789abcdef"[byte & 15];
        end += 6;
    } else {
        *end++ = '\\';
        *end++ = letter;
    }
    return end;
}

/* Put bytes as they stand in a string; return where the text ends.  A byte takes six at most. */
static inline char *put_bytes(char *end, const char *bytes, Py_ssize_t count) {
    for (; count >= BLOCK; bytes += BLOCK, count -= BLOCK) {
        if (block_stands_as_it_is(bytes)) {
            memcpy(end, bytes, BLOCK);
            end += BLOCK;
        } else {
            for (int i = 0; i < BLOCK; i++) end = put_byte(end, (unsigned char) bytes[i]);
        }
    }
    for (; count; count--) end = put_byte(end, (unsigned char) *bytes++);
    return end;
}

/* Return how many quotation marks there are: counted in bytes, which is how processors do it at
   once for many, and summed up before a byte can overflow. */
static inline Py_ssize_t quotation_marks(const char *text, Py_ssize_t size) {
    Py_ssize_t marks = 0;
    while (size) {
        unsigned char here = 0;
        Py_ssize_t block = size < 255 ? size : 255;
        for (Py_ssize_t i = 0; i < block; i++) here += text[i] == '"';
        marks += here, text += block, size -= block;
    }
    return marks;
}

/* Return how many strings there are in JSON text, each between two quotation marks; -1 where they
   are hard to count: with a backslash escaped, or a character by its number; and where it may hold
   characters that XML cannot carry: escaped by two letters, or in UTF-8 as U+FFFE and U+FFFF. */
static inline Py_ssize_t strings_in_text(const char *text, Py_ssize_t size) {
    Py_ssize_t marks = quotation_marks(text, size);
    const char *end = text + size, *at;
    for (at = text; (at = memchr(at, '\\', (size_t) (end - at))); at += 2) {
        if (end - at < 2) break;
        if (memchr("\\ubf", at[1], 4)) return -1;
        marks -= at[1] == '"';
    }
    for (at = text; (at = memchr(at, 0xEF, (size_t) (end - at))); at++) {
        if (end - at < 3) break;
        if (memcmp(at, "\xEF\xBF\xBE", 3) == 0 || memcmp(at, "\xEF\xBF\xBF", 3) == 0) return -1;
    }
    return marks / 2;
}
