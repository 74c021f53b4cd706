#include "schema.h"

// The compiler has #embed in every standard; only C23 names it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char schema[] = {
#embed "../../Schemas/quandian.rng"
};

const unsigned char *quandian_schema(void) { return schema; }

size_t quandian_schema_size(void) { return sizeof schema; }
