/// How many blocks of memory the process has asked for so far.
long quandian_allocations(void);
