#pragma once
// Bounds what a query may do between two looks at its budget.
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/// Lets SQLite count the bytes that it allocates; once, before anything else of SQLite is called.
/// Returns whether it does.
bool sqlite_guard_start(void);

/// Replaces functions that read long texts without allocating by ones that count the bytes that they
/// read, and whose time grows with the length alone; and the orders of texts by ones that count.
/// Returns a code of SQLite.
int sqlite_guard_add_functions(sqlite3 *database);

/// The bytes that were allocated, or read by these functions, on this thread since it began.
uint64_t sqlite_guard_work(void);

/// The bytes that SQLite holds: what was allocated on this thread less what was freed on it.
int64_t sqlite_guard_held(void);

/// Refuses SQLite what would make it hold more on this thread, until another limit is set.
void sqlite_guard_limit(int64_t held);
