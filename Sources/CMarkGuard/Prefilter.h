// Counts what cmark-gfm handles in quadratic time, before it sees the input.
#pragma once

#include "CMarkGuard.h"

/// Whether `bytes` stay within the limits on markers.
bool prefilter_accepts(const uint8_t *bytes, size_t length, const cmark_guard_limits *limits);
