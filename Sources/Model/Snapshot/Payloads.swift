/// Whole numbers in a list whose elements are as wide as the largest one needs.
struct Payloads: Sendable {
  /// How wide elements are.
  private enum Width: Int, Comparable {
    /// All are the same; nothing is stored for each.
    case none
    case one, four, eight

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    init(_ range: ClosedRange<Int64>) {
      if range.lowerBound >= 0, range.upperBound <= Int64(UInt8.max) {
        self = .one
      } else if range.lowerBound >= Int64(Int32.min), range.upperBound <= Int64(Int32.max) {
        self = .four
      } else {
        self = .eight
      }
    }
  }

  /// How many there will be, as far as is known.
  var expectedCount = 0 {
    didSet { reserve(expectedCount) }
  }

  private var count = 0
  private var width = Width.none
  private var uniform: Int64 = 0
  private var bytes: [UInt8] = []
  private var narrow: [Int32] = []
  private var wide: [Int64] = []

  /// An element.
  subscript(index: Int) -> Int64 {
    switch width {
    case .none: uniform
    case .one: Int64(bytes[index])
    case .four: Int64(narrow[index])
    case .eight: wide[index]
    }
  }

  /// Adds elements.
  mutating func append(_ added: [Int64]) {
    guard var low = added.first else { return }
    var high = low
    for value in added {
      low = min(low, value)
      high = max(high, value)
    }
    if count == 0 { uniform = low }
    if width == .none, low != uniform || high != uniform {
      low = min(low, uniform)
      high = max(high, uniform)
    }
    if width != .none || low != high { store(added, Width(low...high)) }
    count += added.count
  }

  /// Adds zeros to an empty list.
  mutating func appendZeros(_ zeroCount: Int) {
    precondition(count == 0, "zeros come first")
    count = zeroCount
  }

  private mutating func store(_ added: [Int64], _ needed: Width) {
    if needed > width { widen(to: needed, count + added.count) }
    switch width {
    case .none: break
    case .one: bytes.append(contentsOf: added.map { UInt8(truncatingIfNeeded: $0) })
    case .four: narrow.append(contentsOf: added.map { Int32(truncatingIfNeeded: $0) })
    case .eight: wide.append(contentsOf: added)
    }
  }

  private mutating func widen(to needed: Width, _ total: Int) {
    let earlier = self
    width = needed
    reserve(max(total, expectedCount))
    switch needed {
    case .none: break
    case .one:
      bytes.append(contentsOf: repeatElement(UInt8(truncatingIfNeeded: uniform), count: count))
    case .four:
      for index in 0..<count { narrow.append(Int32(truncatingIfNeeded: earlier[index])) }
    case .eight:
      for index in 0..<count { wide.append(earlier[index]) }
    }
    if needed > .one { bytes = [] }
    if needed > .four { narrow = [] }
  }

  private mutating func reserve(_ count: Int) {
    switch width {
    case .none: break
    case .one: bytes.reserveCapacity(count)
    case .four: narrow.reserveCapacity(count)
    case .eight: wide.reserveCapacity(count)
    }
  }
}
