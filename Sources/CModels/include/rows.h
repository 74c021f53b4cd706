#ifndef QUANDIAN_ROWS_H
#define QUANDIAN_ROWS_H

#include <stddef.h>
#include <stdint.h>

/// Adds the rows of `count` patterns to the sums of the places that they speak of. A pattern has the number of its first
/// row below bit 32, the mask of its places in bits 32 to 39, and where they begin above.
///
/// A row is 16 whole numbers of 8 bits, a sum 16 of 16 bits. `places` holds for each mask of places which they are, 8
/// bytes, the rest being no matter, and `counts` how many. The same on every processor, faster where it has AVX2.
void quandian_add_rows(const uint64_t *_Nonnull patterns, size_t count, const void *_Nonnull rows,
                       const void *_Nonnull places, const uint8_t *_Nonnull counts, void *_Nonnull sums);

#endif
