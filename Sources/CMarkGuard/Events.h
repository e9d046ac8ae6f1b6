// Turns cmark-gfm's tree into a flat list of events.
#pragma once

#include "CMarkGuard.h"

#include <cmark-gfm.h>

/// Writes the events of `root` into memory of the current arena. False if nodes are nested deeper
/// than `depth`. `marked`: the texts hold marks of `emphasis_mark`, which are taken out. `defines`:
/// there may be link definitions, whose lines the library doesn't count.
bool events_list(
    cmark_node *root, uint32_t depth, bool marked, bool defines, cmark_guard_document *document);
