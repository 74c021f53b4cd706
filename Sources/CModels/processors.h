#ifndef QUANDIAN_PROCESSORS_H
#define QUANDIAN_PROCESSORS_H

// Before a function that is compiled once more for the processors that have AVX2, which nearly all have; which of the two runs is
// chosen at the start of the program. Results are the same.
#if defined(__x86_64__) && defined(__linux__) && __has_attribute(target_clones)
#define FOR_ALL_PROCESSORS __attribute__((target_clones("default", "avx2")))
#else
#define FOR_ALL_PROCESSORS
#endif

#endif
