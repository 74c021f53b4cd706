#ifndef QUANDIAN_MODELS_H
#define QUANDIAN_MODELS_H

#include <stddef.h>

/// The weights of the name tagger, aligned to 64 bytes; they live as long as the program.
const void *_Nonnull quandian_tagger_weights(void);
size_t quandian_tagger_weights_size(void);

/// Tells the processor that an address is about to be read. Nothing is read by it, and any address will do.
static inline void quandian_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

#endif
