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

typedef struct {
  size_t brackets, pipes, closing, declarations;
} totals;

static void add(totals *sum, const uint8_t *bytes, size_t length) {
  uint8_t brackets = 0, pipes = 0, closing = 0, declarations = 0;
  for (size_t i = 0; i < length; i++) {
    brackets += bytes[i] == '[';
    pipes += bytes[i] == '|';
    closing += bytes[i] == ')';
    declarations += bytes[i] == '!' || bytes[i] == '?';
  }
  sum->brackets += brackets;
  sum->pipes += pipes;
  sum->closing += closing;
  sum->declarations += declarations;
}

/// Whether the whole input has so few of the characters that no block of it can have too many:
/// enough for nearly every page. Steps of a fixed length with counters of one byte are what the
/// compiler turns into good vector instructions.
static bool is_harmless(const uint8_t *bytes, size_t length, uint32_t limit) {
  enum { STEP = 128 };
  totals sum = {0};
  size_t i = 0;
  for (; i + STEP <= length; i += STEP) add(&sum, bytes + i, STEP);
  add(&sum, bytes + i, length - i);
  return sum.brackets <= limit && sum.pipes <= limit / 4 && sum.closing <= limit &&
         sum.declarations <= limit;
}

bool prefilter_accepts(const uint8_t *bytes, size_t length, const cmark_guard_limits *limits) {
  const uint8_t *p = bytes, *end = bytes + length;
  bool harmless = is_harmless(bytes, length, limits->block_openers);
  block_counts block = {0};
  while (p < end) {
    const uint8_t *line_end = memchr(p, '\n', (size_t)(end - p));
    if (!line_end) line_end = end;
    if (line_end == p) memset(&block, 0, sizeof block);
    if (leading_markers(p, line_end) > limits->line_markers) return false;
    if (!harmless && !count_line(p, line_end, limits, &block)) return false;
    p = line_end + 1;
  }
  return true;
}
