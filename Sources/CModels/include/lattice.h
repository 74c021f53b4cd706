#ifndef QUANDIAN_LATTICE_H
#define QUANDIAN_LATTICE_H

#include <stddef.h>
#include <stdint.h>

/// Scores of steps between tags: see `TagSteps`, whose order this is. Four lanes are the four labels.
typedef struct {
    float closed[4][4];
    float opening[4][4];
    float outside_opening[4];
    float to_outside[4];
    float begin_middle[4], begin_end[4], middle_middle[4], middle_end[4];
    float outside_to_outside;
} quandian_steps;

/// Writes the sums of `count` places, 16 whole numbers each, as scores.
void quandian_scale_sums(const void *_Nonnull sums, size_t count, float scale, void *_Nonnull emissions);

/// For each of `count` places, whether the best path with a name over it is no more than `behind` worse than the best path
/// that leaves it outside. `memory` has room for 16 numbers a place.
void quandian_possible_places(const void *_Nonnull emissions, size_t count, const quandian_steps *_Nonnull steps,
                              float behind, float *_Nonnull memory, uint8_t *_Nonnull possible);

#endif
