// Why an allocator: SQLite's own limit on memory is one for the whole process, and its budget counts
// steps of its machine, one of which may fill or go through megabytes. Nearly all such steps allocate,
// so that counting here charges them all, whatever function makes the text. Those that only read are
// functions and collations of ours. What is left uncharged are comparisons of blobs, and reading a
// number from a long text of digits.
//
// The counts are those of a thread: a database belongs to one, and what others do must not decide
// how a query ends.
#define _GNU_SOURCE
#include "CSQLiteGuard.h"

#include <string.h>

static sqlite3_mem_methods plain;
static __thread uint64_t work;
static __thread int64_t held;
static __thread int64_t most = INT64_MAX;

static void *allocate(int size) {
  if (held + size > most) return NULL;
  void *memory = plain.xMalloc(size);
  if (!memory) return NULL;
  work += (uint64_t)size;
  held += plain.xSize(memory);
  return memory;
}

static void release(void *memory) {
  held -= plain.xSize(memory);
  plain.xFree(memory);
}

static void *reallocate(void *memory, int size) {
  int before = plain.xSize(memory);
  if (size > before && held + size - before > most) return NULL;
  void *moved = plain.xRealloc(memory, size);
  if (!moved) return NULL;
  work += (uint64_t)size;
  held += plain.xSize(moved) - before;
  return moved;
}

bool sqlite_guard_start(void) {
  if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain) != SQLITE_OK) return false;
  sqlite3_mem_methods counting = plain;
  counting.xMalloc = allocate;
  counting.xFree = release;
  counting.xRealloc = reallocate;
  return sqlite3_config(SQLITE_CONFIG_MALLOC, &counting) == SQLITE_OK;
}

uint64_t sqlite_guard_work(void) { return work; }

int64_t sqlite_guard_held(void) { return held; }

void sqlite_guard_limit(int64_t limit) { most = limit; }

static bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

static int64_t characters(const unsigned char *text, const unsigned char *end) {
  int64_t count = 0;
  for (; text < end; text++) count += !continues(*text);
  return count;
}

/// `length(X)`: of a text the characters before the first NUL.
static void length(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  switch (sqlite3_value_type(values[0])) {
  case SQLITE_NULL: return;
  case SQLITE_TEXT: {
    const unsigned char *text = sqlite3_value_text(values[0]);
    if (!text) return sqlite3_result_error_nomem(context);
    size_t size = strnlen((const char *)text, (size_t)sqlite3_value_bytes(values[0]));
    work += size;
    return sqlite3_result_int64(context, characters(text, text + size));
  }
  default: return sqlite3_result_int(context, sqlite3_value_bytes(values[0]));
  }
}

/// `instr(X, Y)`: the place of Y in X, counted from 1, in bytes if both are blobs.
static void instr(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  int types[] = {sqlite3_value_type(values[0]), sqlite3_value_type(values[1])};
  if (types[0] == SQLITE_NULL || types[1] == SQLITE_NULL) return;
  bool is_text = types[0] != SQLITE_BLOB || types[1] != SQLITE_BLOB;
  const unsigned char *parts[2];
  size_t sizes[2];
  for (int i = 0; i < 2; i++) {
    parts[i] = types[i] == SQLITE_BLOB ? sqlite3_value_blob(values[i]) : sqlite3_value_text(values[i]);
    sizes[i] = (size_t)sqlite3_value_bytes(values[i]);
    if (!parts[i] && sizes[i] > 0) return sqlite3_result_error_nomem(context);
    work += sizes[i];
  }
  if (sizes[1] == 0) return sqlite3_result_int(context, 1);
  if (sizes[0] < sizes[1]) return sqlite3_result_int(context, 0);
  // No character begins with such a byte.
  if (is_text && continues(*parts[1])) return sqlite3_result_int(context, 0);
  const unsigned char *found = memmem(parts[0], sizes[0], parts[1], sizes[1]);
  if (!found) return sqlite3_result_int(context, 0);
  sqlite3_result_int64(context, 1 + (is_text ? characters(parts[0], found) : found - parts[0]));
}

/// `replace(X, Y, Z)`: X with Z for each Y.
static void replace(sqlite3_context *context, int count, sqlite3_value **values) {
  const char *parts[3];
  size_t sizes[3];
  for (int i = 0; i < count; i++) {
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return;
    parts[i] = (const char *)sqlite3_value_text(values[i]);
    if (!parts[i]) return sqlite3_result_error_nomem(context);
    sizes[i] = (size_t)sqlite3_value_bytes(values[i]);
    work += sizes[i];
    if (i == 1 && parts[1][0] == 0) return sqlite3_result_value(context, values[0]);
  }
  const char *end = parts[0] + sizes[0];
  size_t matches = 0;
  for (const char *at = parts[0]; (at = memmem(at, (size_t)(end - at), parts[1], sizes[1]));
       at += sizes[1]) {
    matches++;
  }
  sqlite3_uint64 size = sizes[0] - matches * sizes[1] + (sqlite3_uint64)matches * sizes[2];
  if (size > (sqlite3_uint64)sqlite3_limit(
                 sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1)) {
    return sqlite3_result_error_toobig(context);
  }
  char *result = sqlite3_malloc64(size + 1);
  if (!result) return sqlite3_result_error_nomem(context);
  char *out = result;
  const char *from = parts[0];
  for (size_t i = 0; i < matches; i++) {
    const char *at = memmem(from, (size_t)(end - from), parts[1], sizes[1]);
    out = mempcpy(out, from, (size_t)(at - from));
    out = mempcpy(out, parts[2], sizes[2]);
    from = at + sizes[1];
  }
  memcpy(out, from, (size_t)(end - from));
  result[size] = 0;
  sqlite3_result_text64(context, result, size, sqlite3_free, SQLITE_UTF8);
}

static const unsigned char *skipped(const unsigned char *text, int64_t count) {
  for (; *text && count > 0; count--) {
    if (*text++ >= 0xC0) {
      while (continues(*text)) text++;
    }
  }
  return text;
}

/// `substr(X, Y, Z)`: Z characters from the Y-th on, counted from the end if Y is negative; those
/// before it if Z is.
static void substr(sqlite3_context *context, int count, sqlite3_value **values) {
  for (int i = 0; i < count; i++) {
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return;
  }
  bool is_blob = sqlite3_value_type(values[0]) == SQLITE_BLOB;
  const unsigned char *bytes =
      is_blob ? sqlite3_value_blob(values[0]) : sqlite3_value_text(values[0]);
  if (!bytes) return;
  int64_t size = sqlite3_value_bytes(values[0]);
  int64_t first = sqlite3_value_int(values[1]);
  int64_t wanted = count == 3 ? sqlite3_value_int(values[2])
                              : sqlite3_limit(
                                    sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1);
  bool is_before = wanted < 0;
  if (is_before) wanted = -wanted;
  if (first < 0) {
    if (!is_blob) {
      size_t length = strnlen((const char *)bytes, (size_t)size);
      work += length;
      size = characters(bytes, bytes + length);
    }
    first += size;
    if (first < 0) {
      wanted = wanted + first > 0 ? wanted + first : 0;
      first = 0;
    }
  } else if (first > 0) {
    first--;
  } else if (wanted > 0) {
    wanted--;
  }
  if (is_before) {
    first -= wanted;
    if (first < 0) {
      wanted += first;
      first = 0;
    }
  }
  if (is_blob) {
    if (first > size) first = size;
    if (wanted > size - first) wanted = size - first;
    return sqlite3_result_blob64(
        context, bytes + first, (sqlite3_uint64)wanted, SQLITE_TRANSIENT);
  }
  const unsigned char *start = skipped(bytes, first);
  const unsigned char *end = skipped(start, wanted);
  work += (uint64_t)(end - bytes);
  sqlite3_result_text64(
      context, (const char *)start, (sqlite3_uint64)(end - start), SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// `trim(X, Y)`: X without characters of Y at the ends that the function's own data names.
static void trim(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const char *text = (const char *)sqlite3_value_text(values[0]);
  const char *set = (const char *)sqlite3_value_text(values[1]);
  if (!text || !set) return;
  size_t size = (size_t)sqlite3_value_bytes(values[0]);
  uint64_t most = (uint64_t)size * strlen(set);
  if (most > 1 << 30) {
    return sqlite3_result_error(context, "the characters to trim are too many", -1);
  }
  work += size + most / 16;
  for (const char *ends = sqlite3_user_data(context); *ends; ends++) {
    for (const char *one = set; size > 0 && *one;) {
      const char *next = (const char *)skipped((const unsigned char *)one, 1);
      size_t length = (size_t)(next - one);
      if (length <= size &&
          memcmp(*ends == 'l' ? text : text + (size - length), one, length) == 0) {
        if (*ends == 'l') text += length;
        size -= length;
        one = set;
      } else {
        one = next;
      }
    }
  }
  sqlite3_result_text64(context, text, size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Both texts of `X LIKE Y` or `X GLOB Y`, the pattern first; false if the answer is given.
static bool take_pattern(sqlite3_context *context, sqlite3_value **values, const char **texts) {
  if ((sqlite3_value_type(values[0]) == SQLITE_BLOB ||
       sqlite3_value_type(values[1]) == SQLITE_BLOB) &&
      sqlite3_compileoption_used("LIKE_DOESNT_MATCH_BLOBS")) {
    sqlite3_result_int(context, 0);
    return false;
  }
  uint64_t sizes[2];
  for (int i = 0; i < 2; i++) {
    texts[i] = (const char *)sqlite3_value_text(values[i]);
    sizes[i] = (uint64_t)sqlite3_value_bytes(values[i]);
  }
  if (!texts[0] || !texts[1]) return false;
  // Each place of the text may be compared with the whole pattern.
  uint64_t most = sizes[0] * sizes[1];
  int limit = sqlite3_limit(
      sqlite3_context_db_handle(context), SQLITE_LIMIT_LIKE_PATTERN_LENGTH, -1);
  if (sizes[0] > (uint64_t)limit || most > 1 << 30) {
    sqlite3_result_error(context, "LIKE or GLOB pattern too complex", -1);
    return false;
  }
  work += sizes[1] + most / 16;
  return true;
}

static const char like_mark = 1;

static void like(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const char *texts[2];
  if (!take_pattern(context, values, texts)) return;
  sqlite3_result_int(context, sqlite3_strlike(texts[0], texts[1], 0) == 0);
}

/// `X LIKE Y ESCAPE Z`, the pattern first.
static void like_escaped(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const char *texts[2];
  const unsigned char *escape = sqlite3_value_text(values[2]);
  if (!escape || !take_pattern(context, values, texts)) return;
  if (!*escape || *skipped(escape, 1)) {
    return sqlite3_result_error(context, "ESCAPE expression must be a single character", -1);
  }
  // The escape may be a wildcard itself, so what it escapes is marked by a byte that is none; each
  // byte of the pattern needs two at most.
  size_t length = (size_t)(skipped(escape, 1) - escape);
  char *marked = sqlite3_malloc64(2 * (sqlite3_uint64)strlen(texts[0]) + 1);
  if (!marked) return sqlite3_result_error_nomem(context);
  char *out = marked;
  for (const char *in = texts[0]; *in;) {
    bool is_escaped = strncmp(in, (const char *)escape, length) == 0;
    if (is_escaped) in += length;
    if (is_escaped || *in == like_mark) *out++ = like_mark;
    const char *next = (const char *)skipped((const unsigned char *)in, 1);
    out = mempcpy(out, in, (size_t)(next - in));
    in = next;
  }
  *out = 0;
  sqlite3_result_int(context, sqlite3_strlike(marked, texts[1], like_mark) == 0);
  sqlite3_free(marked);
}

static void glob(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const char *texts[2];
  if (!take_pattern(context, values, texts)) return;
  sqlite3_result_int(context, sqlite3_strglob(texts[0], texts[1]) == 0);
}

static int compare_bytes(void *data, int left, const void *a, int right, const void *b) {
  (void)data;
  int common = left < right ? left : right;
  // Sixteen bytes are compared in the time in which others read one.
  work += (uint64_t)common / 16;
  int order = memcmp(a, b, (size_t)common);
  return order ? order : left - right;
}

/// Without regard to the case of ASCII letters.
static int compare_folded(void *data, int left, const void *a, int right, const void *b) {
  (void)data;
  int common = left < right ? left : right;
  work += (uint64_t)common;
  int order = sqlite3_strnicmp(a, b, common);
  return order ? order : left - right;
}

static int without_blanks(int size, const void *text) {
  int kept = size;
  while (kept > 0 && ((const char *)text)[kept - 1] == ' ') kept--;
  work += (uint64_t)(size - kept);
  return kept;
}

static int compare_trimmed(void *data, int left, const void *a, int right, const void *b) {
  return compare_bytes(data, without_blanks(left, a), a, without_blanks(right, b), b);
}

/// Replaces SQLite's own orders of texts by the same ones that count what they read.
static int add_collations(sqlite3 *database) {
  const struct {
    const char *name;
    int (*compare)(void *, int, const void *, int, const void *);
  } collations[] = {
      {"BINARY", compare_bytes}, {"NOCASE", compare_folded}, {"RTRIM", compare_trimmed}};
  for (size_t i = 0; i < sizeof collations / sizeof *collations; i++) {
    int status = sqlite3_create_collation_v2(
        database, collations[i].name, SQLITE_UTF8, NULL, collations[i].compare, NULL);
    if (status != SQLITE_OK) return status;
  }
  return SQLITE_OK;
}

int sqlite_guard_add_functions(sqlite3 *database) {
  const struct {
    const char *name;
    int count;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
    const char *data;
  } functions[] = {
      {"length", 1, length},    {"instr", 2, instr},      {"replace", 3, replace},
      {"substr", 2, substr},    {"substr", 3, substr},    {"like", 2, like},
      {"substring", 2, substr}, {"substring", 3, substr}, {"glob", 2, glob},
      {"trim", 2, trim, "lr"},  {"ltrim", 2, trim, "l"},  {"rtrim", 2, trim, "r"},
      {"like", 3, like_escaped},
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    int status = sqlite3_create_function_v2(
        database, functions[i].name, functions[i].count,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, (void *)functions[i].data,
        functions[i].call, NULL, NULL,
        NULL);
    if (status != SQLITE_OK) return status;
  }
  return add_collations(database);
}
