#ifndef QUANDIAN_MODELS_H
#define QUANDIAN_MODELS_H

#include <stddef.h>

/// The weights of the name tagger, aligned to 64 bytes; they live as long as the program.
const void *_Nonnull quandian_tagger_weights(void);
size_t quandian_tagger_weights_size(void);

#endif
