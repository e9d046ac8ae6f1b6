/// Values by name, in which a template looks names up.
///
/// A flat list with a number for each name, which nearly always tells names apart: a report makes
/// objects of some twenty members by the hundred thousand, and making a hash table of each would cost
/// more than all that is ever asked of it. Looking a name up takes time in proportion to the members.
public struct TemplateObject: Sendable {
  private var marks: [UInt32]
  private var members: [(String, TemplateValue)]

  /// Values by name; of two with one name the later counts.
  public init(_ members: [(String, TemplateValue)] = []) {
    self.members = members
    marks = members.map { TemplateKey.mark(of: $0.0) }
  }

  /// Values by name.
  public init(_ members: [String: TemplateValue]) { self.init(members.map { ($0.key, $0.value) }) }

  /// The names, in no order.
  var names: [String] { members.map(\.0) }

  /// The values, in no order.
  var values: [TemplateValue] { members.map(\.1) }

  /// The value of a name; `nil` if there is none.
  ///
  /// Setting `nil` takes the member away.
  public subscript(name: String) -> TemplateValue? {
    get { self[TemplateKey(name)] }
    set {
      let key = TemplateKey(name)
      switch (position(of: key), newValue) {
      case (let position?, let value?): members[position].1 = value
      case (let position?, nil):
        members.remove(at: position)
        marks.remove(at: position)
        // One of the same name that counted for nothing until now goes too.
        self[name] = nil
      case (nil, let value?):
        members.append((name, value))
        marks.append(key.mark)
      case (nil, nil): break
      }
    }
  }

  subscript(key: TemplateKey) -> TemplateValue? { position(of: key).map { members[$0].1 } }

  /// Takes over the members of another object, in place of those of the same names.
  mutating func merge(_ other: TemplateObject) {
    for (name, value) in other.members { self[name] = value }
  }

  private func position(of key: TemplateKey) -> Int? {
    var position = marks.count
    while position > 0 {
      position -= 1
      if marks[position] == key.mark, members[position].0 == key.name { return position }
    }
    return nil
  }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
  /// Values by name; of two with one name the later counts.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) { self.init(elements) }
}

extension TemplateObject: Equatable {
  /// Whether both have the same values by the same names.
  public static func == (left: Self, right: Self) -> Bool {
    Dictionary(left.members, uniquingKeysWith: { $1 })
      == Dictionary(right.members, uniquingKeysWith: { $1 })
  }
}

/// A name as it is looked up in objects.
struct TemplateKey: Sendable {
  let name: String
  /// Tells most names apart.
  let mark: UInt32

  init(_ name: String) {
    self.name = name
    mark = Self.mark(of: name)
  }

  /// The length of a name and its first and last eight bytes, mixed.
  static func mark(of name: String) -> UInt32 {
    var name = name
    return name.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var mixed = UInt64(raw.count)
      if raw.count >= 8 {
        mixed ^= raw.loadUnaligned(as: UInt64.self) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
      } else {
        for byte in raw { mixed = mixed << 8 ^ UInt64(byte) }
      }
      let product = mixed.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      return UInt32(truncatingIfNeeded: product.high ^ product.low)
    }
  }
}
