#ifndef QUANDIAN_SCHEMA_H
#define QUANDIAN_SCHEMA_H

#include <stddef.h>

/// The bytes of Schemas/quandian.rng, built into the program; never freed.
const unsigned char *_Nonnull quandian_schema(void);

/// How many bytes they are.
size_t quandian_schema_size(void);

#endif
