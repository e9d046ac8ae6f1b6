// Lets emphasis begin and end beside Chinese, Japanese and Korean text.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many marks `emphasis_mark` puts in; 0 if the input needs none or may not get any.
size_t emphasis_mark_count(const uint8_t *bytes, size_t length);

/// The number of bytes of a mark.
enum { EMPHASIS_MARK_LENGTH = 4 };

/// Copies the input with the marks into `marked`, which has room for all of it.
void emphasis_mark(const uint8_t *bytes, size_t length, uint8_t *marked);

/// Whether a text holds a mark.
bool emphasis_is_marked(const uint8_t *text, size_t length);

/// Copies a text without the marks in it; returns the length of the copy.
size_t emphasis_unmark(const uint8_t *text, size_t length, uint8_t *unmarked);
