// cmark-gfm 0.29.0.gfm.6 keeps the characters that extensions listen to (`~`, `w`, `:`) in two
// process-wide tables, which every document sets at its beginning and clears at its end. With two
// threads, one document's end takes the characters from under the other's feet: no crash, only
// links and strikethrough missing here and there.
//
// All our documents use the same extensions. So the tables are filled once and then left alone:
// the library calls this function through its procedure linkage table, where a definition in the
// executable comes first.
#define _GNU_SOURCE
#include "SpecialCharacters.h"

#include <cmark-gfm-extension_api.h>
#include <dlfcn.h>
#include <stdatomic.h>

enum { FORWARD_ALL, FORWARD_ADDITIONS, FROZEN };

static atomic_int mode = FORWARD_ALL;
static atomic_uint calls;

// `visibility` and `used` keep the function in the executable's dynamic symbol table, also where
// unreferenced sections are removed.
__attribute__((visibility("default"), used))
void cmark_manage_extensions_special_characters(cmark_parser *parser, int add) {
  int now = atomic_load_explicit(&mode, memory_order_acquire);
  if (now == FROZEN) return;
  atomic_fetch_add(&calls, 1);
  if (now == FORWARD_ADDITIONS && !add) return;
  void (*original)(cmark_parser *, int) =
      (void (*)(cmark_parser *, int))dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
  if (original) original(parser, add);
}

void special_characters_forward(bool additions_only) {
  atomic_store_explicit(
      &mode, additions_only ? FORWARD_ADDITIONS : FORWARD_ALL, memory_order_release);
}

void special_characters_freeze(void) {
  atomic_store_explicit(&mode, FROZEN, memory_order_release);
}

unsigned special_characters_calls(void) { return atomic_load(&calls); }
