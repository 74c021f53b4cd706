#include "rows.h"

#include <string.h>

#include "processors.h"

// The innermost loop of the tagger. It is C, since Swift has no way to have a function compiled once more for the
// processors that have AVX2, which nearly all have, and to choose at the start of the program.
typedef int8_t row __attribute__((vector_size(16)));
typedef int16_t sum __attribute__((vector_size(32)));
typedef uint8_t eight_bytes __attribute__((vector_size(8)));
typedef int32_t eight_numbers __attribute__((vector_size(32)));

enum {
    // How many patterns are laid out as rows at a time; each is written as eight rows, whatever it has.
    batch = 32,
    laid = batch * 8 + 8,
};

// Nine searches in ten end in the first two slots, and nobody can foresee in which. So both are read, and one is chosen
// without a branch; the compiler would make one, were it not told that it knows nothing of the second.
FOR_ALL_PROCESSORS
size_t quandian_find_slots(uint64_t *patterns, size_t count, const uint64_t *slots, uint64_t mask, const void *rows,
                           const uint8_t *counts) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t pattern = patterns[i];
        uint64_t mark = pattern & 0xFFFFFF;
        uint64_t at = pattern >> 40 & mask;
        uint64_t slot = slots[at];
        at = (at + 1) & mask;
        uint64_t second = slots[at];
        __asm__("" : "+r"(second));
        slot = __builtin_unpredictable((slot >> 40 == mark) | (slot == 0)) ? slot : second;
        while (__builtin_expect((slot >> 40 != mark) & (slot != 0), 0)) {
            at = (at + 1) & mask;
            slot = slots[at];
        }
        // The rows of a pattern lie in two lines of memory at most. Row 0, for a miss, is near.
        const char *row = (const char *)rows + 16 * (size_t)(uint32_t)slot;
        __builtin_prefetch(row);
        __builtin_prefetch(row + 16 * counts[slot >> 32 & 0xFF] - 16);
        patterns[found] = (slot & 0xFFFFFFFFFF) | (pattern >> 24 & 0x3FF) << 40;
        found += slot != 0;
    }
    return found;
}

// Branches that nobody can foresee cost more than the sums. So the rows of a pattern, as many as it has, are laid out
// without one, and the loop that adds them has none either.
FOR_ALL_PROCESSORS
void quandian_add_rows(const uint64_t *patterns, size_t count, const void *rows, const void *places,
                       const uint8_t *counts, void *sums) {
    int32_t place_of[laid];
    int32_t row_of[laid];
    const eight_numbers ascending = {0, 1, 2, 3, 4, 5, 6, 7};
    size_t next = 0;
    while (next < count) {
        size_t end = count - next < batch ? count : next + batch;
        size_t rows_laid = 0;
        for (; next < end; next++) {
            uint64_t pattern = patterns[next];
            uint32_t mask = pattern >> 32 & 0xFF;
            eight_bytes which;
            memcpy(&which, (const char *)places + 8 * mask, sizeof which);
            eight_numbers place = __builtin_convertvector(which, eight_numbers) + (int32_t)(pattern >> 40);
            eight_numbers number = ascending + (int32_t)pattern;
            memcpy(place_of + rows_laid, &place, sizeof place);
            memcpy(row_of + rows_laid, &number, sizeof number);
            rows_laid += counts[mask];
        }
        for (size_t i = 0; i < rows_laid; i++) {
            row weights;
            memcpy(&weights, (const char *)rows + 16 * (size_t)(uint32_t)row_of[i], sizeof weights);
            sum total;
            char *at = (char *)sums + 32 * (ptrdiff_t)place_of[i];
            memcpy(&total, at, sizeof total);
            total += __builtin_convertvector(weights, sum);
            memcpy(at, &total, sizeof total);
        }
    }
}
