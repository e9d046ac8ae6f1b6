// CommonMark tells the beginning of an emphasis from its end by the blanks and the punctuation around
// the asterisks. Chinese, Japanese and Korean put no blanks between words, so that in `保存**「はい」**を`
// the asterisks neither begin nor end anything and stay for all to see. Markdown texts of these
// languages are full of it, machine translations above all. Thai, Lao, Burmese and Khmer are written
// without blanks too.
//
// Where such a letter or such punctuation stands beside asterisks, we put a mark between them that
// cmark takes for punctuation, and take all marks out of what comes back. The rules are those of the
// proposal for CommonMark called CJK-friendly emphasis (2025): letters and punctuation of these
// languages count like a blank on the other side of the asterisks. Beyond that proposal, underscores
// beside such letters begin and end emphasis too, as in `都将在_提升的_ PowerShell`: in these languages
// a letter beside an underscore is no sign of a name that goes on. The tildes of struck out words follow
// the rules of asterisks, as in `甲~~**乙**~~丙`.
#define _GNU_SOURCE
#include "Emphasis.h"

#include <string.h>

// KHAROSHTHI PUNCTUATION LINES, which stands in no documentation; input that has it is left alone.
static const uint8_t mark[EMPHASIS_MARK_LENGTH] = {0xF0, 0x90, 0xA9, 0x98};

enum { BLANK = ' ', REPLACEMENT = 0xFFFD };

static uint32_t decode(const uint8_t *bytes, size_t length) {
  uint8_t first = bytes[0];
  if (first < 0x80) return first;
  size_t count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC0 || count > length) return REPLACEMENT;
  uint32_t character = first & (0x7F >> count);
  for (size_t i = 1; i < count; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return REPLACEMENT;
    character = character << 6 | (bytes[i] & 0x3F);
  }
  return character;
}

static uint32_t character_before(const uint8_t *bytes, size_t at) {
  if (at == 0) return BLANK;
  size_t start = at - 1;
  while (start > 0 && at - start < 4 && (bytes[start] & 0xC0) == 0x80) start--;
  return decode(bytes + start, at - start);
}

static uint32_t character_at(const uint8_t *bytes, size_t length, size_t at) {
  return at < length ? decode(bytes + at, length - at) : BLANK;
}

typedef struct {
  uint32_t first, last;
} range;

static bool contains(const range *ranges, size_t count, uint32_t character) {
  for (size_t i = 0; i < count; i++) {
    if (character >= ranges[i].first && character <= ranges[i].last) return true;
  }
  return false;
}
#define CONTAINS(ranges, character) contains(ranges, sizeof(ranges) / sizeof *(ranges), character)

static bool is_blank(uint32_t c) {
  static const range blanks[] = {{'\t', '\r'}, {' ', ' '},           {0xA0, 0xA0},
                                 {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029},
                                 {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
  return CONTAINS(blanks, c);
}

// Punctuation of these languages (Unicode categories P*).
static bool is_eastern_punctuation(uint32_t c) {
  static const range marks[] = {
      {0x3001, 0x3003}, {0x3008, 0x3011}, {0x3014, 0x301F}, {0x3030, 0x3030}, {0x303D, 0x303D},
      {0x30A0, 0x30A0}, {0x30FB, 0x30FB}, {0xFF01, 0xFF03}, {0xFF05, 0xFF0A}, {0xFF0C, 0xFF0F},
      {0xFF1A, 0xFF1B}, {0xFF1F, 0xFF20}, {0xFF3B, 0xFF3D}, {0xFF3F, 0xFF3F}, {0xFF5B, 0xFF5B},
      {0xFF5D, 0xFF5D}, {0xFF5F, 0xFF65}};
  return CONTAINS(marks, c);
}

static bool is_punctuation(uint32_t c) {
  static const range marks[] = {
      {'!', '/'},       {':', '@'},       {'[', '`'},       {'{', '~'},       {0xA1, 0xA1},
      {0xA7, 0xA7},     {0xAB, 0xAB},     {0xB6, 0xB7},     {0xBB, 0xBB},     {0xBF, 0xBF},
      {0x2010, 0x2027}, {0x2030, 0x2043}, {0x2045, 0x2051}, {0x2053, 0x205E}};
  return CONTAINS(marks, c) || is_eastern_punctuation(c);
}

// Letters of these languages, and all that stands among them.
static bool is_eastern(uint32_t c) {
  static const range letters[] = {
      {0x0E01, 0x0EDF}, {0x1000, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x17FF}, {0x2E80, 0x2FFF}, {0x3001, 0xA4CF},   {0xA960, 0xA97F},
      {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F},   {0xFF01, 0xFFEE},
      {0x1AFF0, 0x1B16F}, {0x1F200, 0x1F2FF}, {0x20000, 0x3FFFF}};
  return CONTAINS(letters, c);
}

/// Whether asterisks between `near` and `far` lack punctuation on the side of `near`.
static bool needs_mark(uint32_t near, uint32_t far) {
  return !is_blank(near) && !is_punctuation(near) && is_punctuation(far) &&
         (is_eastern(near) || is_eastern_punctuation(far));
}

/// Whether underscores between `near` and `far` stand beside a letter of these languages on the side
/// of `near`: they are no part of a word as those between other letters are.
static bool ends_word(uint32_t near, uint32_t far) {
  return is_eastern(near) && !is_punctuation(near) && !is_blank(near) && !is_blank(far);
}

/// Counts the marks and, unless `marked` is NULL, writes the input with them there.
static size_t walk(const uint8_t *bytes, size_t length, uint8_t *marked) {
  size_t count = 0, copied = 0;
  const uint8_t *next[] = {
      memchr(bytes, '*', length), memchr(bytes, '_', length), memchr(bytes, '~', length)};
  for (;;) {
    const uint8_t **nearest = NULL;
    for (size_t i = 0; i < sizeof next / sizeof *next; i++) {
      if (next[i] && (!nearest || next[i] < *nearest)) nearest = &next[i];
    }
    if (!nearest) break;
    const uint8_t *found = *nearest;
    size_t start = (size_t)(found - bytes), end = start;
    while (end < length && bytes[end] == *found) end++;
    *nearest = memchr(bytes + end, *found, length - end);
    bool is_beside = (start > 0 && bytes[start - 1] >= 0x80) || (end < length && bytes[end] >= 0x80);
    if (!is_beside) continue;
    uint32_t before = character_before(bytes, start), after = character_at(bytes, length, end);
    bool (*needs)(uint32_t, uint32_t) = *found == '_' ? ends_word : needs_mark;
    size_t places[2], place_count = 0;
    if (needs(before, after)) places[place_count++] = start;
    if (needs(after, before)) places[place_count++] = end;
    for (size_t i = 0; i < place_count; i++, count++) {
      if (!marked) continue;
      memcpy(marked, bytes + copied, places[i] - copied);
      marked += places[i] - copied;
      copied = places[i];
      memcpy(marked, mark, sizeof mark);
      marked += sizeof mark;
    }
  }
  if (marked) memcpy(marked, bytes + copied, length - copied);
  return count;
}

bool emphasis_is_marked(const uint8_t *text, size_t length) {
  return length && memmem(text, length, mark, sizeof mark);
}

size_t emphasis_mark_count(const uint8_t *bytes, size_t length) {
  size_t count = length ? walk(bytes, length, NULL) : 0;
  return count && !emphasis_is_marked(bytes, length) ? count : 0;
}

void emphasis_mark(const uint8_t *bytes, size_t length, uint8_t *marked) {
  walk(bytes, length, marked);
}

size_t emphasis_unmark(const uint8_t *text, size_t length, uint8_t *unmarked) {
  uint8_t *to = unmarked;
  for (const uint8_t *from = text, *end = text + length; from < end;) {
    const uint8_t *next = memmem(from, (size_t)(end - from), mark, sizeof mark);
    size_t count = (size_t)((next ? next : end) - from);
    memcpy(to, from, count);
    to += count;
    from += count + (next ? sizeof mark : 0);
  }
  return (size_t)(to - unmarked);
}
