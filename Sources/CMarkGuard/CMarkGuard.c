#define _GNU_SOURCE
#include "CMarkGuard.h"

#include "Arena.h"
#include "Emphasis.h"
#include "Events.h"
#include "Prefilter.h"
#include "SpecialCharacters.h"

#include <cmark-gfm-core-extensions.h>
#include <pthread.h>
#include <string.h>

// Raw HTML comes out as nodes: our renderer decides what of it a page may contain. One tilde is a
// tilde, as where such documentation is published: "~5 minutes".
static const int options =
    CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
static const char *const extension_names[] = {"table", "strikethrough", "autolink"};
enum { EXTENSION_COUNT = sizeof extension_names / sizeof *extension_names };

static cmark_syntax_extension *extensions[EXTENSION_COUNT];
static pthread_once_t started = PTHREAD_ONCE_INIT;
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;
static bool lock_free;

static cmark_node *parse(const uint8_t *bytes, size_t length) {
  cmark_parser *parser = cmark_parser_new_with_mem(options, &arena_cmark_mem);
  for (int i = 0; i < EXTENSION_COUNT; i++) {
    cmark_parser_attach_syntax_extension(parser, extensions[i]);
  }
  cmark_parser_feed(parser, (const char *)bytes, length);
  return cmark_parser_finish(parser);
}

/// Parses a few words so that the special-character tables get filled.
static void warm_up(void) {
  static const char words[] = "~a~ www.example.com\n";
  arena *a = arena_take(1 << 20);
  if (!a) return;
  arena_set_current(a);
  if (setjmp(a->exhausted) == 0) parse((const uint8_t *)words, sizeof words - 1);
  arena_set_current(NULL);
  arena_give_back(a);
}

/// Parses with marks where emphasis needs them, which `events_list` takes out again.
static cmark_node *parse_marked(const uint8_t *bytes, size_t length, size_t mark_count) {
  size_t marked_length = length + mark_count * EMPHASIS_MARK_LENGTH;
  uint8_t *marked = arena_allocate(marked_length);
  emphasis_mark(bytes, length, marked);
  return parse(marked, marked_length);
}

static void fill_tables(void) {
  special_characters_forward(true);
  warm_up();
  special_characters_freeze();
}

// Registration keeps a plain flag in the library and must not run twice at once.
static void start(void) {
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 0; i < EXTENSION_COUNT; i++) {
    extensions[i] = cmark_find_syntax_extension(extension_names[i]);
  }
  fill_tables();
  lock_free = special_characters_calls() > 0;
}

/// Whether a text has `]:`, without which it defines no references and no footnotes.
static bool may_define(const uint8_t *bytes, size_t length) {
  const uint8_t *end = bytes + length;
  while (bytes < end && (bytes = memchr(bytes, ']', (size_t)(end - bytes)))) {
    if (++bytes < end && *bytes == ':') return true;
  }
  return false;
}

cmark_guard_outcome cmark_guard_parse(
    const uint8_t *bytes, size_t length, const cmark_guard_limits *limits,
    cmark_guard_document *document) {
  pthread_once(&started, start);
  memset(document, 0, sizeof *document);
  if (length > limits->input_bytes || length > INT32_MAX / 2) return CMARK_GUARD_TOO_LONG;
  if (!prefilter_accepts(bytes, length, limits)) return CMARK_GUARD_TOO_MANY_MARKERS;
  // `volatile`: read after the jump.
  size_t memory = limits->memory_base + limits->memory_per_byte * length;
  if (memory > limits->memory_most) memory = limits->memory_most;
  arena *volatile a = arena_take(memory);
  if (!a) return CMARK_GUARD_TOO_MUCH_MEMORY;
  volatile cmark_guard_outcome outcome = CMARK_GUARD_TOO_MUCH_MEMORY;
  if (!lock_free) pthread_mutex_lock(&parsing);
  arena_set_current(a);
  if (setjmp(a->exhausted) == 0) {
    size_t marks = emphasis_mark_count(bytes, length);
    cmark_node *root = marks ? parse_marked(bytes, length, marks) : parse(bytes, length);
    bool defines = may_define(bytes, length);
    bool listed = events_list(root, limits->depth, marks > 0, defines, document);
    outcome = listed ? CMARK_GUARD_PARSED : CMARK_GUARD_TOO_DEEP;
  }
  arena_set_current(NULL);
  if (!lock_free) pthread_mutex_unlock(&parsing);
  if (outcome == CMARK_GUARD_PARSED) {
    document->arena = a;
  } else {
    arena_give_back(a);
    memset(document, 0, sizeof *document);
  }
  return outcome;
}

void cmark_guard_release(cmark_guard_document *document) {
  if (document->arena) arena_give_back(document->arena);
  memset(document, 0, sizeof *document);
}

bool cmark_guard_is_lock_free(void) {
  pthread_once(&started, start);
  return lock_free;
}

void cmark_guard_set_cure(bool enabled) {
  pthread_once(&started, start);
  if (enabled) {
    fill_tables();
  } else {
    special_characters_forward(false);
  }
}
