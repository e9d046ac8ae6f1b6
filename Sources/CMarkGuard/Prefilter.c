// Some inputs take cmark-gfm quadratic time without allocating, so the memory limit never sees
// them: container markers by the thousand on one line, thousands of columns, unclosed brackets,
// declarations or a tail of `)` in one block. Honest pages stay far below the limits.
#include "Prefilter.h"

#include <string.h>

static bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\t'; }

/// Counts block quote and list markers at the start of a line.
static uint32_t leading_markers(const uint8_t *p, const uint8_t *end) {
  uint32_t count = 0;
  while (p < end) {
    if (is_blank(*p)) {
      p++;
      continue;
    }
    if (*p == '>') {
      count++;
      p++;
      continue;
    }
    const uint8_t *after = p;
    if (*p == '-' || *p == '+' || *p == '*') {
      after = p + 1;
    } else {
      while (after < end && *after >= '0' && *after <= '9') after++;
      if (after == p || after == end || (*after != '.' && *after != ')')) break;
      after++;
    }
    if (after < end && !is_blank(*after)) break;
    count++;
    p = after;
  }
  return count;
}

typedef struct {
  uint32_t brackets, declarations, closing_run;
} block_counts;

/// Adds what one line holds; false if a limit is passed.
static bool count_line(
    const uint8_t *p, const uint8_t *end, const cmark_guard_limits *limits, block_counts *block) {
  uint32_t pipes = 0;
  for (; p < end; p++) {
    uint8_t byte = *p;
    if (byte != ')') block->closing_run = 0;
    if (byte == '[') {
      block->brackets++;
    } else if (byte == '|') {
      pipes++;
    } else if (byte == ')') {
      if (++block->closing_run > limits->block_openers) return false;
    } else if (byte == '<' && p + 1 < end && (p[1] == '!' || p[1] == '?')) {
      block->declarations++;
    }
  }
  return pipes <= limits->block_openers / 4 && block->brackets <= limits->block_openers &&
         block->declarations <= limits->block_openers;
}

bool prefilter_accepts(const uint8_t *bytes, size_t length, const cmark_guard_limits *limits) {
  const uint8_t *p = bytes, *end = bytes + length;
  block_counts block = {0};
  while (p < end) {
    const uint8_t *line_end = memchr(p, '\n', (size_t)(end - p));
    if (!line_end) line_end = end;
    if (line_end == p) memset(&block, 0, sizeof block);
    if (leading_markers(p, line_end) > limits->line_markers) return false;
    if (!count_line(p, line_end, limits, &block)) return false;
    p = line_end + 1;
  }
  return true;
}
