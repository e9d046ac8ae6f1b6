extension Collection {
  /// Calls `body` with each element whose key no element before it has, and with those without one.
  func forEachDistinct<Key: Hashable>(by key: (Element) -> Key?, _ body: (Element) -> Void) {
    // A set is worth its memory only where there is much to compare.
    var seen: Set<Key>? = count > 8 ? [] : nil
    for index in indices {
      let element = self[index]
      if let own = key(element) {
        let isNew = seen?.insert(own).inserted ?? !self[..<index].contains { key($0) == own }
        guard isNew else { continue }
      }
      body(element)
    }
  }
}
