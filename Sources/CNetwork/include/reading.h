#ifndef QUANDIAN_READING_H
#define QUANDIAN_READING_H

#include <stdint.h>

// The tagger's network in whole numbers. All sums are exact, and the few products of real numbers are single operations
// that every processor rounds alike: the same text has the same scores everywhere.

/// A row of the table at a place of the sentence.
struct quandian_found {
  uint32_t row;
  /// The row counts 2^shift times.
  uint16_t shift;
  uint16_t place;
};

/// Adds the rows that were found to the places of `sums`, `width` numbers a place (a multiple of 16).
void quandian_add_rows(int16_t *_Nonnull sums, const int8_t *_Nonnull rows, const struct quandian_found *_Nonnull found,
                       long count, long width);

/// Holds each of `count` numbers between -limit and limit.
void quandian_clamp(int16_t *_Nonnull numbers, long count, int16_t limit);

/// A convolution over `rows` places: of each place, `taps` windows of `width` numbers, the first at `x` plus the place,
/// the others `spread` places apart. `weights` holds pairs: [tap][width / 2][n][2]. What is positive is multiplied by
/// `factor` (at most 1), cut to whole numbers up to `limit`, added to `below` where that is given, cut again, and
/// written to `out`, `n` numbers a place (a multiple of 16).
void quandian_convolve(int16_t *_Nonnull out, const int16_t *_Nullable below, const int16_t *_Nonnull x, long width,
                       long taps, long spread, const int16_t *_Nonnull weights, const int32_t *_Nonnull bias,
                       float factor, int16_t limit, long rows, long n);

/// The same sums without anything done to them but a factor: 16 real numbers a place.
void quandian_scores(float *_Nonnull out, const int16_t *_Nonnull x, long width, const int16_t *_Nonnull weights,
                     const int32_t *_Nonnull bias, float factor, long rows);

/// The two functions above for processors of which nothing is known, to compare with.
void quandian_convolve_plain(int16_t *_Nonnull out, const int16_t *_Nullable below, const int16_t *_Nonnull x,
                             long width, long taps, long spread, const int16_t *_Nonnull weights,
                             const int32_t *_Nonnull bias, float factor, int16_t limit, long rows, long n);
void quandian_scores_plain(float *_Nonnull out, const int16_t *_Nonnull x, long width, const int16_t *_Nonnull weights,
                           const int32_t *_Nonnull bias, float factor, long rows);

#endif
