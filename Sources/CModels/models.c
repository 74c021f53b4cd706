#include "models.h"

// The weights are compiled in by #embed: they lie in the program's read-only data and are used in place.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char tagger_weights[] = {
#embed "tagger.weights"
};

const void *quandian_tagger_weights(void) { return tagger_weights; }
size_t quandian_tagger_weights_size(void) { return sizeof tagger_weights; }
