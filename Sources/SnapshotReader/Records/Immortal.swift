/// A list that is made once and lives as long as the process, read without counting references.
///
/// The plans of the snapshot's sections are used millions of times a second; an array would be
/// retained and released at each use.
@safe struct Immortal<Element: BitwiseCopyable>: BitwiseCopyable, @unchecked Sendable {
  private let elements: UnsafeBufferPointer<Element>

  /// Keeps a copy of a list for ever.
  init(_ list: [Element]) {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: list.count)
    _ = unsafe copy.initialize(fromContentsOf: list)
    unsafe elements = UnsafeBufferPointer(copy)
  }

  /// How many elements there are.
  var count: Int { unsafe elements.count }

  /// An element.
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "no such element of a plan")
    return unsafe elements[index]
  }
}

extension Immortal<UInt8> {
  /// A view of the bytes, which never ends.
  var view: ByteView { unsafe ByteView(elements) }
}
