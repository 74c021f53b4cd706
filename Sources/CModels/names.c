#include "names.h"

// What the name rules know of words and characters, compiled in by #embed. Rebuilt by Sources/Training/Names/tables.py.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(8) static const unsigned char name_tables[] = {
#embed "names.tables"
};

const void *quandian_name_tables(void) { return name_tables; }
size_t quandian_name_tables_size(void) { return sizeof name_tables; }
