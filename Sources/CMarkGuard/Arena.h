// A bump allocator with an upper limit, in the shape that cmark-gfm asks for.
#pragma once

#include <cmark-gfm.h>
#include <setjmp.h>
#include <stddef.h>

/// Memory for one document: a list of blocks, the newest first.
typedef struct arena_block {
  struct arena_block *older;
  size_t size;
  size_t used;
} arena_block;

typedef struct {
  arena_block *newest;
  /// The most that a document may ask for, in bytes, and what it has asked for so far.
  size_t limit;
  size_t spent;
  /// Where to continue when the limit is reached.
  jmp_buf exhausted;
} arena;

/// Takes the calling thread's spare arena, or makes one. NULL if the system has no memory.
arena *arena_take(size_t limit);

/// Gives an arena back: one becomes the calling thread's spare, further ones are freed.
void arena_give_back(arena *a);

/// Makes `a` the arena of the calling thread's allocations; NULL ends that.
void arena_set_current(arena *a);

/// Zeroed memory from the current arena. Jumps to `exhausted` when the limit is reached.
void *arena_allocate(size_t size);

/// The allocator to give to cmark-gfm: it allocates from the calling thread's current arena.
extern cmark_mem arena_cmark_mem;
