#include "memory.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void quandian_give_back_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
