#ifndef QUANDIAN_NAMES_H
#define QUANDIAN_NAMES_H

#include <stddef.h>

/// The tables of the name rules, aligned to 8 bytes; they live as long as the program.
const void *_Nonnull quandian_name_tables(void);
size_t quandian_name_tables_size(void);

#endif
