#ifndef QUANDIAN_MEMORY_H
#define QUANDIAN_MEMORY_H

/// Gives memory that has been freed back to the system, where the system's library can: after a large document was
/// annotated, whose working memory is as large as the document. Takes milliseconds.
void quandian_give_back_memory(void);

#endif
