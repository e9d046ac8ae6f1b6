extension [UInt8] {
  /// Whether bytes stand in these, one after the other.
  func holds(_ wanted: some Collection<UInt8>) -> Bool {
    guard let first = wanted.first, wanted.count <= count else { return wanted.isEmpty }
    for start in 0...(count - wanted.count)
    where self[start] == first && self[start..<start + wanted.count].elementsEqual(wanted) {
      return true
    }
    return false
  }
}
