// A guarded entrance to cmark-gfm: many threads may parse at once, no input can take more than a
// stated amount of memory, and what comes out is a flat list of events instead of a tree.
//
// Why each part exists is told beside its code in Arena.c, SpecialCharacters.c and CMarkGuard.c.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What an event is about. The order is the order of the Swift enumeration that mirrors it.
typedef enum {
  CMARK_GUARD_DOCUMENT,
  CMARK_GUARD_BLOCK_QUOTE,
  CMARK_GUARD_LIST,
  CMARK_GUARD_ITEM,
  CMARK_GUARD_CODE_BLOCK,
  CMARK_GUARD_HTML_BLOCK,
  CMARK_GUARD_PARAGRAPH,
  CMARK_GUARD_HEADING,
  CMARK_GUARD_THEMATIC_BREAK,
  CMARK_GUARD_FOOTNOTE_DEFINITION,
  CMARK_GUARD_TABLE,
  CMARK_GUARD_TABLE_ROW,
  CMARK_GUARD_TABLE_CELL,
  CMARK_GUARD_TEXT,
  CMARK_GUARD_SOFT_BREAK,
  CMARK_GUARD_LINE_BREAK,
  CMARK_GUARD_CODE,
  CMARK_GUARD_HTML_INLINE,
  CMARK_GUARD_EMPHASIS,
  CMARK_GUARD_STRONG,
  CMARK_GUARD_STRIKETHROUGH,
  CMARK_GUARD_LINK,
  CMARK_GUARD_IMAGE,
  CMARK_GUARD_FOOTNOTE_REFERENCE,
} cmark_guard_kind;

/// Whether a node begins, ends, or has no inside.
typedef enum {
  CMARK_GUARD_ENTER,
  CMARK_GUARD_EXIT,
  CMARK_GUARD_LEAF,
} cmark_guard_phase;

/// One step of a walk through a document. Bytes belong to the document and are not terminated.
typedef struct {
  uint8_t kind;
  uint8_t phase;
  /// Heading: level. List: 1 if ordered. Cell: 0 none, 'l', 'c' or 'r'. Row: 1 if header.
  /// Code block: 1 if fenced.
  uint8_t detail;
  /// List: 1 if tight. Paragraph: 1 if its list is tight, so that it is written without tags.
  uint8_t tight;
  /// The line of the input where the node begins, from 1; 0 where cmark doesn't know it.
  int32_t line;
  /// List: first number. Footnote reference: which reference to that note, from 1. Footnote
  /// definition: how many references there are. Cell: its column, from 0.
  int32_t number;
  /// The index of the other end of the node: of the exit for an enter, of the enter for an exit,
  /// of itself for a leaf.
  uint32_t partner;
  /// Text, code or HTML. Link and image: the address. Footnote definition: its label. Footnote
  /// reference: its number as text.
  const uint8_t *text;
  /// Link and image: the title. Code block: the info string. Footnote reference: the label.
  const uint8_t *title;
  uint32_t text_length;
  uint32_t title_length;
} cmark_guard_event;

/// What a document may cost. Everything is counted, nothing is timed: the outcome doesn't depend
/// on how busy the machine is.
typedef struct {
  /// The longest input, in bytes; at most INT32_MAX / 2.
  size_t input_bytes;
  /// Memory for any input, however short, in bytes ...
  size_t memory_base;
  /// ... what each byte of input adds to it, and the most for any input.
  size_t memory_per_byte;
  size_t memory_most;
  /// Container markers at the start of one line (`>`, `-`, `1.`).
  uint32_t line_markers;
  /// Characters of one kind that cmark handles in quadratic time, within one block.
  uint32_t block_openers;
  /// Nodes inside each other.
  uint32_t depth;
} cmark_guard_limits;

/// How a parse ended.
typedef enum {
  CMARK_GUARD_PARSED,
  CMARK_GUARD_TOO_LONG,
  CMARK_GUARD_TOO_MUCH_MEMORY,
  CMARK_GUARD_TOO_MANY_MARKERS,
  CMARK_GUARD_TOO_DEEP,
} cmark_guard_outcome;

/// A parsed document. It owns the memory that its events point into.
typedef struct {
  const cmark_guard_event *events;
  size_t count;
  void *arena;
} cmark_guard_document;

/// Parses `length` bytes into `document`, which must be given to `cmark_guard_release` if and only
/// if the outcome is CMARK_GUARD_PARSED. May be called from any number of threads at once.
cmark_guard_outcome cmark_guard_parse(
    const uint8_t *bytes, size_t length, const cmark_guard_limits *limits,
    cmark_guard_document *document);

/// Gives back a document's memory. May be called on another thread than the one that parsed.
void cmark_guard_release(cmark_guard_document *document);

/// Whether cmark-gfm reaches our replacement of its special-character function. Where it doesn't,
/// parsing takes a lock instead.
bool cmark_guard_is_lock_free(void);

/// Switches the cure for cmark-gfm's shared special-character tables off and on again. For tests,
/// and only while no other thread parses.
void cmark_guard_set_cure(bool enabled);
