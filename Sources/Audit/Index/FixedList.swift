/// A list that never changes, read without counting references.
///
/// Reading an array that several threads share counts a reference up and down each time, for which
/// the threads wait for each other; rules read some lists for every subject.
struct FixedList<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The memory of a list.
  private final class Memory {
    let elements: UnsafeMutableBufferPointer<Element>

    init(_ list: [Element]) {
      elements = .allocate(capacity: list.count)
      _ = elements.initialize(from: list)
    }

    deinit { elements.deallocate() }
  }

  private let memory: Memory
  private let elements: UnsafeBufferPointer<Element>

  /// A list with the elements of an array.
  init(_ list: [Element]) {
    memory = Memory(list)
    elements = UnsafeBufferPointer(memory.elements)
  }

  /// How many elements there are.
  var count: Int { elements.count }

  /// An element.
  subscript(_ position: Int) -> Element {
    precondition(position >= 0 && position < elements.count, "no such element of a list")
    return elements[position]
  }
}
