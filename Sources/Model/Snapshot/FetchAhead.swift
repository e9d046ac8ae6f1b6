import CPlatform

extension UnsafeBufferPointer {
  /// Has an element fetched, so that it is in the cache when it is read a little later.
  ///
  /// Elements that are read in no order make the processor wait for memory each time; fetched ahead,
  /// their waits overlap. It is a hint, and positions outside of the buffer are passed over.
  public func fetchAhead(_ position: Int) {
    guard let baseAddress, position >= 0, position < count else { return }
    platform_fetch_ahead(baseAddress + position)
  }
}

extension Record {
  /// Has a field fetched; see ``Swift/UnsafeBufferPointer/fetchAhead(_:)``.
  public func fetchAhead<Value>(_ key: FieldKey<Self, Value>) {
    reference.cells.column(Self.section.rawValue, key.column).fetchAhead(row)
  }
}

extension CellMemory {
  fileprivate func fetchAhead(_ row: Int) {
    guard row >= 0, row < count else { return }
    if let marks { platform_fetch_ahead(marks + row) }
    if let payloads { platform_fetch_ahead(payloads + row * Int(width)) }
  }
}
