#include "rows.h"

#include <string.h>

// The innermost loop of the tagger. It is C, since Swift has no way to have a function compiled once more for the
// processors that have AVX2, which nearly all have, and to choose at the start of the program.
#if defined(__x86_64__) && defined(__linux__) && __has_attribute(target_clones)
#define FOR_ALL_PROCESSORS __attribute__((target_clones("default", "avx2")))
#else
#define FOR_ALL_PROCESSORS
#endif

typedef int8_t row __attribute__((vector_size(16)));
typedef int16_t sum __attribute__((vector_size(32)));
typedef uint8_t eight_bytes __attribute__((vector_size(8)));
typedef int32_t eight_numbers __attribute__((vector_size(32)));

enum {
    // How many patterns are laid out as rows at a time; each is written as eight rows, whatever it has.
    batch = 32,
    laid = batch * 8 + 8,
};

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
