// Why a flat list: reading a literal through cmark's accessors allocates a copy of each, which
// after parsing would happen outside the guard; and a list can be looked ahead in for nothing.
// Node fields are read from the installed header; the library's file name carries its exact
// version, so that the dynamic linker would not start us with another layout.
#include "Events.h"

#include "Arena.h"
#include "Emphasis.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>
#include <string.h>

extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;

static int kind_of(cmark_node *node) {
  switch (node->type) {
  case CMARK_NODE_DOCUMENT: return CMARK_GUARD_DOCUMENT;
  case CMARK_NODE_BLOCK_QUOTE: return CMARK_GUARD_BLOCK_QUOTE;
  case CMARK_NODE_LIST: return CMARK_GUARD_LIST;
  case CMARK_NODE_ITEM: return CMARK_GUARD_ITEM;
  case CMARK_NODE_CODE_BLOCK: return CMARK_GUARD_CODE_BLOCK;
  case CMARK_NODE_HTML_BLOCK: return CMARK_GUARD_HTML_BLOCK;
  case CMARK_NODE_HEADING: return CMARK_GUARD_HEADING;
  case CMARK_NODE_THEMATIC_BREAK: return CMARK_GUARD_THEMATIC_BREAK;
  case CMARK_NODE_FOOTNOTE_DEFINITION: return CMARK_GUARD_FOOTNOTE_DEFINITION;
  case CMARK_NODE_TEXT: return CMARK_GUARD_TEXT;
  case CMARK_NODE_SOFTBREAK: return CMARK_GUARD_SOFT_BREAK;
  case CMARK_NODE_LINEBREAK: return CMARK_GUARD_LINE_BREAK;
  case CMARK_NODE_CODE: return CMARK_GUARD_CODE;
  case CMARK_NODE_HTML_INLINE: return CMARK_GUARD_HTML_INLINE;
  case CMARK_NODE_EMPH: return CMARK_GUARD_EMPHASIS;
  case CMARK_NODE_STRONG: return CMARK_GUARD_STRONG;
  case CMARK_NODE_LINK: return CMARK_GUARD_LINK;
  case CMARK_NODE_IMAGE: return CMARK_GUARD_IMAGE;
  case CMARK_NODE_FOOTNOTE_REFERENCE: return CMARK_GUARD_FOOTNOTE_REFERENCE;
  }
  if (node->type == CMARK_NODE_TABLE) return CMARK_GUARD_TABLE;
  if (node->type == CMARK_NODE_TABLE_ROW) return CMARK_GUARD_TABLE_ROW;
  if (node->type == CMARK_NODE_TABLE_CELL) return CMARK_GUARD_TABLE_CELL;
  if (node->type == CMARK_NODE_STRIKETHROUGH) return CMARK_GUARD_STRIKETHROUGH;
  return CMARK_GUARD_PARAGRAPH;
}

static bool is_leaf(int kind) {
  switch (kind) {
  case CMARK_GUARD_CODE_BLOCK:
  case CMARK_GUARD_HTML_BLOCK:
  case CMARK_GUARD_THEMATIC_BREAK:
  case CMARK_GUARD_TEXT:
  case CMARK_GUARD_SOFT_BREAK:
  case CMARK_GUARD_LINE_BREAK:
  case CMARK_GUARD_CODE:
  case CMARK_GUARD_HTML_INLINE:
  case CMARK_GUARD_FOOTNOTE_REFERENCE: return true;
  default: return false;
  }
}

static void set_text(cmark_guard_event *event, const cmark_chunk *chunk) {
  event->text = chunk->data;
  event->text_length = chunk->data ? (uint32_t)chunk->len : 0;
}

static void set_title(cmark_guard_event *event, const cmark_chunk *chunk) {
  event->title = chunk->data;
  event->title_length = chunk->data ? (uint32_t)chunk->len : 0;
}

static uint8_t alignment_of(cmark_node *cell, int column) {
  cmark_node *table = cell->parent ? cell->parent->parent : NULL;
  if (!table || table->type != CMARK_NODE_TABLE) return 0;
  if (column >= cmark_gfm_extensions_get_table_columns(table)) return 0;
  return cmark_gfm_extensions_get_table_alignments(table)[column];
}

/// How many lines of link definitions stood before the text of a paragraph: the library takes them
/// away and counts the lines of what is left as if it began with them.
static int definition_lines(const cmark_node *paragraph) {
  if (paragraph->start_line <= 0 || paragraph->end_line <= paragraph->start_line) return 0;
  int lines = 0;
  const uint8_t *at = paragraph->content.ptr, *end = at + paragraph->content.size;
  while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) lines++, at++;
  int taken = paragraph->end_line - paragraph->start_line + 1 - lines;
  return lines > 0 && taken > 0 ? taken : 0;
}

static void describe(cmark_node *node, int taken, cmark_guard_event *event) {
  event->line = node->start_line > 0 ? node->start_line + taken : node->start_line;
  switch (event->kind) {
  case CMARK_GUARD_HEADING: event->detail = (uint8_t)node->as.heading.level; break;
  case CMARK_GUARD_LIST:
    event->detail = node->as.list.list_type == CMARK_ORDERED_LIST;
    event->tight = node->as.list.tight;
    event->number = node->as.list.start;
    break;
  case CMARK_GUARD_PARAGRAPH:
    event->tight = node->parent && node->parent->parent &&
                   node->parent->parent->type == CMARK_NODE_LIST &&
                   node->parent->parent->as.list.tight;
    break;
  case CMARK_GUARD_CODE_BLOCK:
    event->detail = node->as.code.fenced != 0;
    set_text(event, &node->as.code.literal);
    set_title(event, &node->as.code.info);
    break;
  case CMARK_GUARD_LINK:
  case CMARK_GUARD_IMAGE:
    set_text(event, &node->as.link.url);
    set_title(event, &node->as.link.title);
    break;
  case CMARK_GUARD_FOOTNOTE_DEFINITION:
    set_text(event, &node->as.literal);
    event->number = node->footnote.def_count;
    break;
  case CMARK_GUARD_FOOTNOTE_REFERENCE:
    set_text(event, &node->as.literal);
    if (node->parent_footnote_def) set_title(event, &node->parent_footnote_def->as.literal);
    event->number = node->footnote.ref_ix;
    break;
  case CMARK_GUARD_TABLE_ROW:
    event->detail = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    break;
  case CMARK_GUARD_TABLE_CELL:
    // The event before a further cell is the end of the cell to its left.
    event->number = node->prev ? event[-1].number + 1 : 0;
    event->detail = alignment_of(node, event->number);
    break;
  case CMARK_GUARD_TEXT:
  case CMARK_GUARD_CODE:
  case CMARK_GUARD_HTML_INLINE:
  case CMARK_GUARD_HTML_BLOCK: set_text(event, &node->as.literal); break;
  }
}

/// The node after `node` in document order once its inside is done; sets `ascents` to how many
/// parents end before it.
static cmark_node *after(cmark_node *node, cmark_node *root, size_t *ascents) {
  *ascents = 0;
  while (node != root) {
    if (node->next) return node->next;
    node = node->parent;
    (*ascents)++;
  }
  return NULL;
}

/// Counts events and the greatest depth.
static size_t measure(cmark_node *root, uint32_t *deepest) {
  size_t count = 0;
  uint32_t depth = 1;
  *deepest = 1;
  for (cmark_node *node = root; node;) {
    count += is_leaf(kind_of(node)) ? 1 : 2;
    if (node->first_child && !is_leaf(kind_of(node))) {
      node = node->first_child;
      if (++depth > *deepest) *deepest = depth;
      continue;
    }
    size_t ascents;
    node = after(node, root, &ascents);
    depth -= (uint32_t)ascents;
  }
  return count;
}

/// Takes the marks out of a text, in a copy: several events may show the same bytes.
static void unmark_text(const uint8_t **text, uint32_t *length) {
  if (!emphasis_is_marked(*text, *length)) return;
  uint8_t *copy = arena_allocate(*length);
  *length = (uint32_t)emphasis_unmark(*text, *length, copy);
  *text = copy;
}

static void unmark(cmark_guard_event *events, size_t count) {
  for (size_t i = 0; i < count; i++) {
    unmark_text(&events[i].text, &events[i].text_length);
    unmark_text(&events[i].title, &events[i].title_length);
  }
}

bool events_list(
    cmark_node *root, uint32_t depth, bool marked, bool defines, cmark_guard_document *document) {
  uint32_t deepest;
  size_t count = measure(root, &deepest);
  if (deepest > depth) return false;
  cmark_guard_event *events = arena_allocate(count * sizeof *events);
  uint32_t *open = arena_allocate((deepest + 1) * sizeof *open);
  size_t at = 0, opened = 0;
  // The lines taken from the paragraph that is open, whose inside counts from the same line.
  int taken = 0;
  for (cmark_node *node = root; node;) {
    cmark_guard_event *event = &events[at];
    event->kind = (uint8_t)kind_of(node);
    event->phase = is_leaf(event->kind) ? CMARK_GUARD_LEAF : CMARK_GUARD_ENTER;
    event->partner = (uint32_t)at;
    if (defines && event->kind <= CMARK_GUARD_TABLE_CELL) {
      taken = event->kind == CMARK_GUARD_PARAGRAPH ? definition_lines(node) : 0;
    }
    describe(node, taken, event);
    if (event->phase == CMARK_GUARD_ENTER) open[opened++] = (uint32_t)at;
    at++;
    if (event->phase == CMARK_GUARD_ENTER && node->first_child) {
      node = node->first_child;
      continue;
    }
    size_t ends;
    bool was_container = event->phase == CMARK_GUARD_ENTER;
    node = after(node, root, &ends);
    if (was_container) ends++;
    while (ends--) {
      uint32_t start = open[--opened];
      events[at] = events[start];
      events[at].phase = CMARK_GUARD_EXIT;
      events[at].partner = start;
      events[start].partner = (uint32_t)at++;
    }
  }
  if (marked) unmark(events, at);
  document->events = events;
  document->count = at;
  return true;
}
