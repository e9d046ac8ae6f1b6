#pragma once
#include <sqlite3.h>

/* Swift can't see the macro that asks for a copy. */
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}
