// Numbers and escapes of JSON texts.

#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "CSimdJSON.h"

inline bool is_white_space(uint8_t byte) {
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

inline bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

// Whether a token is the beginning of `true`, `false` or `null`, cut off.
inline bool is_start_of_word(const uint8_t *start, size_t size) {
  for (const char *word : {"true", "false", "null"}) {
    if (size < std::strlen(word) && std::memcmp(word, start, size) == 0) return true;
  }
  return false;
}

// Reads a number that must fill the whole token.
inline bool read_number(const uint8_t *start, size_t size, json_kind *kind, int64_t *value) {
  const char *text = reinterpret_cast<const char *>(start);
  size_t at = start[0] == '-' ? 1 : 0;
  size_t first_digit = at;
  while (at < size && is_digit(start[at])) at++;
  size_t digits = at - first_digit;
  if (digits == 0 || (digits > 1 && start[first_digit] == '0')) return false;
  if (at == size) {
    auto [end, error] = std::from_chars(text, text + size, *value);
    *kind = json_kind_integer;
    if (error == std::errc() && end == text + size) return true;
    *kind = json_kind_big_integer;
  } else {
    if (start[at] == '.') {
      size_t fraction = ++at;
      while (at < size && is_digit(start[at])) at++;
      if (at == fraction) return false;
    }
    if (at < size && (start[at] == 'e' || start[at] == 'E')) {
      at++;
      if (at < size && (start[at] == '+' || start[at] == '-')) at++;
      size_t exponent = at;
      while (at < size && is_digit(start[at])) at++;
      if (at == exponent) return false;
    }
    if (at != size) return false;
    *kind = json_kind_number;
  }
  double number = 0;
  auto [end, error] = std::from_chars(text, text + size, number);
  // Out of range: the caller sees an infinity, which no field accepts.
  if (error != std::errc()) number = __builtin_inf();
  std::memcpy(value, &number, sizeof number);
  return true;
}

// Reads the four digits of `\uXXXX`; -1 if they are none.
inline int32_t read_code_unit(const uint8_t *digits) {
  int32_t unit = 0;
  for (int index = 0; index < 4; index++) {
    uint8_t byte = digits[index];
    int32_t digit;
    if (is_digit(byte)) {
      digit = byte - '0';
    } else if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f') {
      digit = (byte | 0x20) - 'a' + 10;
    } else {
      return -1;
    }
    unit = unit << 4 | digit;
  }
  return unit;
}

inline size_t write_utf8(uint32_t scalar, uint8_t *target) {
  if (scalar < 0x80) {
    target[0] = static_cast<uint8_t>(scalar);
    return 1;
  }
  if (scalar < 0x800) {
    target[0] = static_cast<uint8_t>(0xC0 | scalar >> 6);
    target[1] = static_cast<uint8_t>(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    target[0] = static_cast<uint8_t>(0xE0 | scalar >> 12);
    target[1] = static_cast<uint8_t>(0x80 | (scalar >> 6 & 0x3F));
    target[2] = static_cast<uint8_t>(0x80 | (scalar & 0x3F));
    return 3;
  }
  target[0] = static_cast<uint8_t>(0xF0 | scalar >> 18);
  target[1] = static_cast<uint8_t>(0x80 | (scalar >> 12 & 0x3F));
  target[2] = static_cast<uint8_t>(0x80 | (scalar >> 6 & 0x3F));
  target[3] = static_cast<uint8_t>(0x80 | (scalar & 0x3F));
  return 4;
}

// Resolves the escape at `at` (a backslash), which moves past it; 0 bytes written: it is none.
inline size_t resolve_escape(const uint8_t *text, size_t size, size_t *at, uint8_t *target) {
  if (*at + 1 >= size) return 0;
  const char *names = "\"\\/bfnrt";
  const char *values = "\"\\/\b\f\n\r\t";
  uint8_t name = text[*at + 1];
  if (name != 'u') {
    const char *found = name ? std::strchr(names, name) : nullptr;
    if (!found) return 0;
    *target = static_cast<uint8_t>(values[found - names]);
    *at += 2;
    return 1;
  }
  if (*at + 6 > size) return 0;
  int32_t unit = read_code_unit(text + *at + 2);
  if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF)) return 0;
  uint32_t scalar = static_cast<uint32_t>(unit);
  size_t used = 6;
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    if (*at + 12 > size || text[*at + 6] != '\\' || text[*at + 7] != 'u') return 0;
    int32_t low = read_code_unit(text + *at + 8);
    if (low < 0xDC00 || low > 0xDFFF) return 0;
    scalar = 0x10000 + ((scalar - 0xD800) << 10) + (static_cast<uint32_t>(low) - 0xDC00);
    used = 12;
  }
  *at += used;
  return write_utf8(scalar, target);
}

// Writes a text without its escapes; SIZE_MAX and the place in `bad` if one is wrong.
inline size_t resolve_escapes(const uint8_t *text, size_t size, uint8_t *target, size_t *bad) {
  size_t written = 0;
  size_t at = 0;
  while (at < size) {
    if (text[at] != '\\') {
      target[written++] = text[at++];
      continue;
    }
    size_t step = resolve_escape(text, size, &at, target + written);
    if (step == 0) {
      *bad = at;
      return SIZE_MAX;
    }
    written += step;
  }
  return written;
}
