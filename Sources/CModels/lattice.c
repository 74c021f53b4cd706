#include "lattice.h"

#include <string.h>

#include "processors.h"

typedef int16_t sum __attribute__((vector_size(32)));
typedef float sixteen __attribute__((vector_size(64)));
typedef float four __attribute__((vector_size(16)));
typedef int32_t four_masks __attribute__((vector_size(16)));

FOR_ALL_PROCESSORS
void quandian_scale_sums(const void *sums, size_t count, float scale, void *emissions) {
    for (size_t i = 0; i < count; i++) {
        sum whole;
        memcpy(&whole, (const char *)sums + sizeof whole * i, sizeof whole);
        // A row has the tags in the order that suits its own adding.
        whole = __builtin_shufflevector(whole, whole, 0, 4, 8, 12, 2, 6, 10, 14, 1, 5, 9, 13, 3, 7, 11, 15);
        sixteen real = __builtin_convertvector(whole, sixteen) * scale;
        memcpy((char *)emissions + sizeof real * i, &real, sizeof real);
    }
}

static inline four load(const float *at) {
    four value;
    memcpy(&value, at, sizeof value);
    return value;
}

static inline four same(float value) { return (four){value, value, value, value}; }

static inline four greater(four one, four other) {
    four_masks wins = one > other;
    return (four)(((four_masks)one & wins) | ((four_masks)other & ~wins));
}

static inline float greatest(four value) {
    value = greater(value, __builtin_shufflevector(value, value, 2, 3, 0, 1));
    value = greater(value, __builtin_shufflevector(value, value, 1, 0, 3, 2));
    return value[0];
}

static inline float greater_of(float one, float other) { return one > other ? one : other; }

FOR_ALL_PROCESSORS
void quandian_possible_places(const void *emissions, size_t count, const quandian_steps *steps, float behind,
                              float *memory, uint8_t *possible) {
    const float *scores = emissions;
    const four never = same(-1e9f);
    const four to_outside = load(steps->to_outside), outside_opening = load(steps->outside_opening);
    const four begin_middle = load(steps->begin_middle), begin_end = load(steps->begin_end);
    const four middle_middle = load(steps->middle_middle), middle_end = load(steps->middle_end);
    four begin = never, middle = never, end = never, single = never;
    float outside = 0;
    for (size_t i = 0; i < count; i++) {
        const float *here = scores + 16 * i;
        four closed = greater(end, single);
        four opening = outside_opening + outside;
        for (int label = 0; label < 4; label++) {
            opening = greater(opening, load(steps->closed[label]) + closed[label]);
        }
        end = greater(begin + begin_end, middle + middle_end) + load(here + 8);
        middle = greater(begin + begin_middle, middle + middle_middle) + load(here + 4);
        begin = opening + load(here);
        single = opening + load(here + 12);
        outside = greater_of(outside + steps->outside_to_outside, greatest(closed + to_outside));
        float *kept = memory + 16 * i;
        four ends = greater(end, single);
        memcpy(kept, &begin, sizeof begin);
        memcpy(kept + 4, &middle, sizeof middle);
        memcpy(kept + 8, &ends, sizeof ends);
        kept[12] = outside;
    }
    four closed = to_outside;
    begin = middle = never;
    outside = steps->outside_to_outside;
    for (size_t i = count; i-- > 0;) {
        const float *here = scores + 16 * i;
        const float *kept = memory + 16 * i;
        four best = greater(greater(load(kept) + begin, load(kept + 4) + middle), load(kept + 8) + closed);
        possible[i] = greatest(best) > kept[12] + outside + behind;
        four opening = greater(load(here) + begin, load(here + 12) + closed);
        four on = load(here + 4) + middle;
        four off = load(here + 8) + closed;
        closed = to_outside + outside;
        for (int label = 0; label < 4; label++) {
            closed = greater(closed, load(steps->opening[label]) + opening[label]);
        }
        outside = greater_of(outside + steps->outside_to_outside, greatest(opening + outside_opening));
        begin = greater(begin_middle + on, begin_end + off);
        middle = greater(middle_middle + on, middle_end + off);
    }
}
