#include "CSimdJSON.h"

#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "Locate.h"
#include "Scalars.h"

namespace {

constexpr size_t depth_limit = 1024;
constexpr size_t minimum_capacity = 64 * 1024;

}  // namespace

struct json_parser {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> implementation;
  size_t capacity = 0;
  size_t maximum_depth = 0;

  json_event *events = nullptr;
  size_t count = 0;
  size_t event_capacity = 0;

  // Texts whose escapes were resolved. A document's texts never need more room than the document,
  // so that the block is not moved while events point into it.
  uint8_t *arena = nullptr;
  size_t arena_capacity = 0;
  size_t arena_used = 0;

  // The open objects and arrays, by the positions of their start events.
  uint32_t open[depth_limit];

  ~json_parser() {
    std::free(events);
    std::free(arena);
  }

  bool prepare(size_t length) {
    if (length > capacity) {
      size_t size = length < minimum_capacity ? minimum_capacity : length;
      if (!implementation) {
        auto error = simdjson::get_active_implementation()->create_dom_parser_implementation(
            size, depth_limit, implementation);
        if (error) return false;
      } else if (implementation->allocate(size, depth_limit)) {
        return false;
      }
      capacity = size;
    }
    count = 0;
    arena_used = 0;
    return true;
  }

  // Makes room for the events of a document, of which no token gives more than one.
  bool reserve_events(size_t tokens) {
    if (tokens <= event_capacity) return true;
    size_t size = tokens < 256 ? 256 : tokens;
    std::free(events);
    events = static_cast<json_event *>(std::malloc(size * sizeof(json_event)));
    event_capacity = events ? size : 0;
    return events != nullptr;
  }

  void add(json_kind kind, size_t offset, size_t length, const uint8_t *text, size_t text_length,
           int64_t value) {
    json_event &event = events[count++];
    event.text = text;
    event.value = value;
    event.text_length = static_cast<uint32_t>(text_length);
    event.offset = static_cast<uint32_t>(offset);
    event.length = static_cast<uint32_t>(length);
    event.kind = kind;
  }

  uint8_t *reserve_text(size_t document_length) {
    if (arena_capacity < document_length) {
      if (arena_used > 0) return nullptr;
      std::free(arena);
      arena = static_cast<uint8_t *>(std::malloc(document_length));
      arena_capacity = arena ? document_length : 0;
      if (!arena) return nullptr;
    }
    return arena + arena_used;
  }
};

namespace {

// What the grammar allows next.
enum class Expected { value, first_value, first_key, key, colon, comma };

struct Walk {
  json_parser &parser;
  const uint8_t *bytes;
  size_t length;
  // Most documents have none, which spares a search in each text.
  bool has_escapes = false;
  size_t error_offset = 0;

  json_status fail(json_status status, size_t offset) {
    error_offset = offset;
    return status;
  }

  // The position after the scalar token at `offset`, given where the next token begins.
  size_t token_end(size_t offset, size_t next) const {
    while (next > offset + 1 && is_white_space(bytes[next - 1])) next--;
    return next;
  }

  json_status text(json_kind kind, size_t offset, size_t next) {
    size_t end = token_end(offset, next);
    if (end < offset + 2 || bytes[end - 1] != '"') {
      return fail(json_status_expected_comma, string_end(bytes, length, offset));
    }
    const uint8_t *start = bytes + offset + 1;
    size_t size = end - offset - 2;
    if (has_escapes && std::memchr(start, '\\', size)) {
      uint8_t *target = parser.reserve_text(length);
      if (!target) return fail(json_status_out_of_memory, offset);
      size_t bad = 0;
      size_t written = resolve_escapes(start, size, target, &bad);
      if (written == SIZE_MAX) return fail(json_status_invalid_escape, offset + 1 + bad);
      parser.arena_used += written;
      start = target;
      size = written;
    }
    parser.add(kind, offset, end - offset, start, size, 0);
    return json_status_ok;
  }

  json_status scalar(size_t offset, size_t next) {
    size_t end = token_end(offset, next);
    const uint8_t *start = bytes + offset;
    size_t size = end - offset;
    json_kind kind;
    int64_t value = 0;
    if (*start == '-' || (*start >= '0' && *start <= '9')) {
      if (!read_number(start, size, &kind, &value)) {
        return fail(json_status_invalid_number, offset);
      }
    } else if (size == 4 && std::memcmp(start, "null", 4) == 0) {
      kind = json_kind_null_value;
    } else if (size == 4 && std::memcmp(start, "true", 4) == 0) {
      kind = json_kind_true_value;
    } else if (size == 5 && std::memcmp(start, "false", 5) == 0) {
      kind = json_kind_false_value;
    } else {
      return fail(is_start_of_word(start, size) && end == length ? json_status_truncated
                                                                 : json_status_unexpected_token,
                  offset);
    }
    parser.add(kind, offset, size, start, size, value);
    return json_status_ok;
  }

  json_status run() {
    const uint32_t *tokens = parser.implementation->structural_indexes.get();
    size_t token_count = parser.implementation->n_structural_indexes;
    if (!parser.reserve_events(token_count)) return fail(json_status_out_of_memory, 0);
    size_t depth = 0;
    bool in_object = false;
    Expected expected = Expected::value;
    has_escapes = std::memchr(bytes, '\\', length) != nullptr;
    for (size_t index = 0; index < token_count; index++) {
      size_t offset = tokens[index];
      size_t next = index + 1 < token_count ? tokens[index + 1] : length;
      uint8_t byte = bytes[offset];
      switch (expected) {
        case Expected::first_key:
        case Expected::key:
          if (byte == '"') {
            json_status status = text(json_kind_key, offset, next);
            if (status != json_status_ok) return status;
            expected = Expected::colon;
            if (next < length && bytes[next] == ':') {
              // Nearly always: the colon is taken along.
              index++;
              expected = Expected::value;
            }
            continue;
          }
          if (byte != '}' || expected == Expected::key) {
            return fail(json_status_expected_key, offset);
          }
          break;
        case Expected::colon:
          if (byte != ':') return fail(json_status_expected_colon, offset);
          expected = Expected::value;
          continue;
        case Expected::comma:
          if (depth == 0) return fail(json_status_trailing_content, offset);
          if (byte == ',') {
            expected = in_object ? Expected::key : Expected::value;
            continue;
          }
          if (byte != '}' && byte != ']') return fail(json_status_expected_comma, offset);
          break;
        case Expected::first_value:
          if (byte == ']') break;
          [[fallthrough]];
        case Expected::value:
          if (byte == '{' || byte == '[') {
            if (depth == parser.maximum_depth) return fail(json_status_too_deep, offset);
            parser.open[depth++] = static_cast<uint32_t>(parser.count);
            in_object = byte == '{';
            parser.add(in_object ? json_kind_object_start : json_kind_array_start, offset, 1,
                       nullptr, 0, 0);
            expected = in_object ? Expected::first_key : Expected::first_value;
            continue;
          }
          if (byte == ',' || byte == ':' || byte == '}' || byte == ']') {
            return fail(json_status_unexpected_token, offset);
          }
          json_status status =
              byte == '"' ? text(json_kind_string, offset, next) : scalar(offset, next);
          if (status != json_status_ok) return status;
          expected = Expected::comma;
          if (depth > 0 && next < length && bytes[next] == ',') {
            index++;
            expected = in_object ? Expected::key : Expected::value;
          }
          continue;
      }
      // The end of an object or array.
      json_event *start = &parser.events[parser.open[--depth]];
      bool is_object = start->kind == json_kind_object_start;
      if (is_object != (byte == '}')) return fail(json_status_expected_comma, offset);
      start->value = static_cast<int64_t>(parser.count) - (start - parser.events);
      start->length = static_cast<uint32_t>(offset + 1 - start->offset);
      parser.add(is_object ? json_kind_object_end : json_kind_array_end, offset, 1, nullptr, 0, 0);
      in_object = depth > 0 && parser.events[parser.open[depth - 1]].kind == json_kind_object_start;
      expected = Expected::comma;
    }
    if (depth > 0 || expected != Expected::comma) return fail(json_status_truncated, length);
    return json_status_ok;
  }
};

json_status first_stage(json_parser &parser, const uint8_t *bytes, size_t length, size_t *offset) {
  auto error =
      parser.implementation->stage1(bytes, length, simdjson::stage1_mode::regular);
  switch (error) {
    case simdjson::SUCCESS:
      return json_status_ok;
    case simdjson::EMPTY:
      return json_status_empty;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return json_status_out_of_memory;
    default:
      return locate_fault(bytes, length, offset);
  }
}

}  // namespace

json_parser *json_parser_create(size_t maximum_depth) {
  if (maximum_depth == 0 || maximum_depth > depth_limit) return nullptr;
  auto *parser = new (std::nothrow) json_parser;
  if (parser) parser->maximum_depth = maximum_depth;
  return parser;
}

void json_parser_destroy(json_parser *parser) { delete parser; }

json_result json_parse(json_parser *parser, const uint8_t *bytes, size_t length) {
  json_result result{nullptr, 0, 0, json_status_ok};
  if (length >= UINT32_MAX) {
    result.status = json_status_too_large;
    return result;
  }
  if (length == 0) {
    result.status = json_status_empty;
    return result;
  }
  if (!parser->prepare(length)) {
    result.status = json_status_out_of_memory;
    return result;
  }
  result.status = first_stage(*parser, bytes, length, &result.error_offset);
  if (result.status != json_status_ok) return result;
  Walk walk{*parser, bytes, length};
  result.status = walk.run();
  result.error_offset = walk.error_offset;
  result.events = parser->events;
  result.count = result.status == json_status_ok ? parser->count : 0;
  return result;
}

bool text_is_utf8(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}

size_t json_value_end(const uint8_t *bytes, size_t length, size_t start) {
  size_t depth = 0;
  size_t at = start;
  while (at < length) {
    uint8_t byte = bytes[at];
    if (byte == '"') {
      at = string_end(bytes, length, at);
      if (at > length || depth == 0) return at;
      continue;
    }
    if (byte == '{' || byte == '[') {
      depth++;
    } else if (byte == '}' || byte == ']') {
      if (depth == 0) return at;
      if (--depth == 0) return at + 1;
    } else if (depth == 0 && (byte == ',' || is_white_space(byte))) {
      return at;
    }
    at++;
  }
  return depth == 0 ? length : length + 1;
}
