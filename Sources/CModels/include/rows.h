#ifndef QUANDIAN_ROWS_H
#define QUANDIAN_ROWS_H

#include <stddef.h>
#include <stdint.h>

/// Finds the slots of `count` patterns in a table of `mask` + 1 slots, and has their rows brought near. A pattern has its mark in
/// the low 24 bits, its place in bits 24 to 33, and where its search begins from bit 40 on; a slot the number of its first row
/// below bit 32, the mask of its places in bits 32 to 39 and its mark above; it is 0 where it is empty. Writes over the patterns
/// those that are found, as ``quandian_add_rows`` takes them, and returns how many.
size_t quandian_find_slots(uint64_t *_Nonnull patterns, size_t count, const uint64_t *_Nonnull slots, uint64_t mask,
                           const void *_Nonnull rows, const uint8_t *_Nonnull counts);

/// Adds the rows of `count` patterns to the sums of the places that they speak of. A pattern has the number of its first
/// row below bit 32, the mask of its places in bits 32 to 39, and where they begin above.
///
/// A row is 16 whole numbers of 8 bits, a sum 16 of 16 bits. `places` holds for each mask of places which they are, 8
/// bytes, the rest being no matter, and `counts` how many. The same on every processor, faster where it has AVX2.
void quandian_add_rows(const uint64_t *_Nonnull patterns, size_t count, const void *_Nonnull rows,
                       const void *_Nonnull places, const uint8_t *_Nonnull counts, void *_Nonnull sums);

#endif
