#ifndef QUANDIAN_ROWS_H
#define QUANDIAN_ROWS_H

#include <stddef.h>
#include <stdint.h>

/// A pattern of the tagger that waits: its hash, or what the table holds of it (see PatternTable), and the place where
/// it begins.
typedef struct {
    uint64_t slot;
    int64_t first;
} quandian_pattern;

/// Adds the rows of `count` patterns to the sums of the places that they speak of.
///
/// A row is 16 whole numbers of 8 bits, a sum 16 of 16 bits. `places` holds for each mask of places which they are, 8
/// bytes, the rest being no matter, and `counts` how many. The same on every processor, faster where it has AVX2.
void quandian_add_rows(const quandian_pattern *_Nonnull patterns, size_t count, const void *_Nonnull rows,
                       const void *_Nonnull places, const uint8_t *_Nonnull counts, void *_Nonnull sums);

#endif
