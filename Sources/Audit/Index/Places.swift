/// Where the elements of a new list are written to, each place once and by one thread.
struct Places<Element>: @unchecked Sendable {
  let memory: UnsafeMutableBufferPointer<Element>

  init(_ memory: UnsafeMutableBufferPointer<Element>) { self.memory = memory }

  /// Writes an element.
  func put(_ element: Element, at position: Int) {
    precondition(position >= 0 && position < memory.count, "no such place in a list")
    memory.initializeElement(at: position, to: element)
  }
}
