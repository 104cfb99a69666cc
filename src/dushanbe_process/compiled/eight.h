/* Eight bytes looked at in one go, as one number. */

#include <stdint.h>
#include <string.h>

#define EACH_BYTE(byte) (0x0101010101010101ULL * (byte))

static inline uint64_t eight(const char *bytes) {
    uint64_t all;
    memcpy(&all, bytes, sizeof all);
    return all;
}

/* Not zero if one of the bytes is zero. */
static inline uint64_t has_zero(uint64_t all) {
    return (all - EACH_BYTE(1)) & ~all & EACH_BYTE(0x80);
}

/* Not zero if one of the bytes is this one. */
static inline uint64_t has(uint64_t all, unsigned char byte) {
    return has_zero(all ^ EACH_BYTE(byte));
}

/* Not zero if one of the bytes is below the blank. */
static inline uint64_t has_control(uint64_t all) {
    return (all - EACH_BYTE(0x20)) & ~all & EACH_BYTE(0x80);
}
