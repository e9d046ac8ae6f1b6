// Finds the byte that made the first stage refuse a document, which tells only the kind of fault.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "CSimdJSON.h"
#include "Scalars.h"

// The position after the string that begins at `start`; `length` + 1 if it has no end.
inline size_t string_end(const uint8_t *bytes, size_t length, size_t start) {
  size_t at = start + 1;
  while (at < length) {
    if (bytes[at] == '"') return at + 1;
    at += bytes[at] == '\\' ? 2 : 1;
  }
  return length + 1;
}

// The length of the UTF-8 sequence at `at`; 0 if it is none.
inline size_t sequence_length(const uint8_t *bytes, size_t length, size_t at) {
  uint8_t lead = bytes[at];
  if (lead < 0x80) return 1;
  size_t count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + count > length) return 0;
  for (size_t index = 1; index < count; index++) {
    if ((bytes[at + index] & 0xC0) != 0x80) return 0;
  }
  uint8_t second = bytes[at + 1];
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
      (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) {
    return 0;
  }
  return count;
}

inline json_status locate_fault(const uint8_t *bytes, size_t length, size_t *offset) {
  for (size_t at = 0; at < length;) {
    size_t step = sequence_length(bytes, length, at);
    if (step == 0) {
      *offset = at;
      return json_status_invalid_utf8;
    }
    at += step;
  }
  for (size_t at = 0; at < length;) {
    if (bytes[at] != '"') {
      at++;
      continue;
    }
    size_t end = string_end(bytes, length, at);
    for (size_t inner = at + 1; inner < end && inner < length; inner++) {
      if (bytes[inner] < 0x20) {
        *offset = inner;
        return json_status_control_character;
      }
    }
    if (end > length) {
      *offset = at;
      return json_status_truncated;
    }
    at = end;
  }
  *offset = 0;
  return json_status_unexpected_token;
}
