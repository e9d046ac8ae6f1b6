/// The few system calls and names that the Glibc module hides from Swift.
#pragma once
#include <dirent.h>

/// Has large blocks of memory given back to the system as soon as they are freed.
///
/// Left alone, the allocator keeps ever larger ones after the first that is freed.
void platform_return_memory(void);

/// The number of processors that the scheduler may give this process.
int platform_processor_count(void);

/// Puts each of two existing paths in the place of the other, in one step.
///
/// @return 0, or the error number: EINVAL or ENOSYS where the file system can't do it.
int platform_exchange(const char *first, const char *second);

/// The English text of an error number; it lives as long as the process and ignores the locale.
const char *platform_error_text(int error);

/// The name in a folder entry; it lives as long as the entry.
static inline const char *platform_entry_name(const struct dirent *entry) {
  return entry->d_name;
}

/// Asks for the memory at an address to be in the cache when it is read a little later; a hint.
static inline void platform_fetch_ahead(const void *address) { __builtin_prefetch(address); }
