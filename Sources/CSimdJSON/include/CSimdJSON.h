// One JSON document as a flat list of events, for callers in Swift.
//
// simdjson's first stage finds the tokens; the grammar is checked here, so that duplicate keys,
// escaped keys and the place of every token reach the caller. No exception leaves this library.

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What an event stands for.
typedef enum __attribute__((enum_extensibility(closed))) json_kind : uint8_t {
  json_kind_object_start,
  json_kind_object_end,
  json_kind_array_start,
  json_kind_array_end,
  json_kind_key,
  json_kind_string,
  // A number without fraction and exponent that fits a signed integer of 64 bits.
  json_kind_integer,
  // A number without fraction and exponent that does not.
  json_kind_big_integer,
  // Any other number.
  json_kind_number,
  json_kind_true_value,
  json_kind_false_value,
  json_kind_null_value,
} json_kind;

typedef struct json_event {
  // Of a key or string: its text without quotes and escapes. Of other scalars: the token as written.
  // Valid until the next document is parsed.
  const uint8_t *text;
  // Of an integer: its value. Of a number or big integer: the bits of the nearest double. Of the
  // start of an object or array: how many events later the matching end is.
  int64_t value;
  // Length of `text` in bytes.
  uint32_t text_length;
  // Where the token begins in the document, in bytes.
  uint32_t offset;
  // Length of the token as written; of an object or array, with everything in it.
  uint32_t length;
  json_kind kind;
} json_event;

// Why a document was refused.
typedef enum __attribute__((enum_extensibility(closed))) json_status : uint8_t {
  json_status_ok,
  // Nothing but white space.
  json_status_empty,
  // The document ends inside a value or a string.
  json_status_truncated,
  json_status_invalid_utf8,
  // A control character in a string that is not written as an escape.
  json_status_control_character,
  json_status_invalid_escape,
  json_status_invalid_number,
  // A word that is none of true, false, null, or any other stray character.
  json_status_unexpected_token,
  json_status_expected_key,
  json_status_expected_colon,
  json_status_expected_comma,
  // Something follows the document.
  json_status_trailing_content,
  json_status_too_deep,
  // 4 GiB or more.
  json_status_too_large,
  json_status_out_of_memory,
} json_status;

typedef struct json_result {
  const json_event *events;
  size_t count;
  // Where a refused document is wrong, in bytes from its beginning.
  size_t error_offset;
  json_status status;
} json_result;

typedef struct json_parser json_parser;

// Makes a parser that refuses documents nested deeper than `maximum_depth` (1 to 1024); NULL if
// there is no memory. A parser may be used by one thread at a time.
json_parser *json_parser_create(size_t maximum_depth);

void json_parser_destroy(json_parser *parser);

// Parses one document. The events are valid until the next call, and only as long as `bytes` is.
json_result json_parse(json_parser *parser, const uint8_t *bytes, size_t length);

// Finds the end of the value that begins at `start`, without checking the value: the position after
// it, or `length` + 1 if the document ends before it does.
size_t json_value_end(const uint8_t *bytes, size_t length, size_t start);

// Whether all bytes of a text, which need not be JSON, are UTF-8.
bool text_is_utf8(const uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif
