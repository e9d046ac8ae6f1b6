/// A list that never changes, read without counting references.
///
/// Reading an array that several threads share counts a reference up and down each time, for which
/// the threads wait for each other; rules read some lists for every subject.
struct FixedList<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The memory of a list.
  private final class Memory {
    let elements: UnsafeMutableBufferPointer<Element>

    init(count: Int) { elements = .allocate(capacity: count) }

    deinit { elements.deallocate() }
  }

  private let memory: Memory
  private let elements: UnsafeBufferPointer<Element>

  /// A list with the elements of an array.
  init(_ list: [Element]) {
    self.init(count: list.count) { _ = $0.initialize(from: list) }
  }

  /// A list of which `fill` writes all elements.
  init(count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
    memory = Memory(count: count)
    fill(memory.elements)
    elements = UnsafeBufferPointer(memory.elements)
  }

  /// How many elements there are.
  var count: Int { elements.count }

  /// An element.
  subscript(_ position: Int) -> Element {
    precondition(position >= 0 && position < elements.count, "no such element of a list")
    return elements[position]
  }

  /// A part of the list.
  subscript(_ range: Range<Int>) -> FixedSlice<Element> {
    FixedSlice(UnsafeBufferPointer(rebasing: elements[range]))
  }
}

/// A part of a list that never changes; it is good as long as somebody keeps the list.
public struct FixedSlice<Element: BitwiseCopyable & Sendable>:
  RandomAccessCollection, @unchecked Sendable
{
  private let elements: UnsafeBufferPointer<Element>

  fileprivate init(_ elements: UnsafeBufferPointer<Element>) { self.elements = elements }

  /// A part without elements.
  init() { elements = UnsafeBufferPointer(start: nil, count: 0) }

  /// The first position.
  public var startIndex: Int { 0 }
  /// The position after the last.
  public var endIndex: Int { elements.count }

  /// An element.
  public subscript(_ position: Int) -> Element {
    precondition(position >= 0 && position < elements.count, "no such element of a list")
    return elements[position]
  }
}
