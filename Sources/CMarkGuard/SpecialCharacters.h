// The cure for cmark-gfm's shared special-character tables.
#pragma once

#include <stdbool.h>

/// Starts forwarding: "add" calls only if `additions_only`, otherwise all calls.
void special_characters_forward(bool additions_only);

/// Makes further calls do nothing, so that the tables stay as they are.
void special_characters_freeze(void);

/// How often cmark-gfm has called our replacement.
unsigned special_characters_calls(void);
