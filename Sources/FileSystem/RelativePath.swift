import Glibc

/// A path below some root that cannot leave it: `a/b.md`.
///
/// It has no empty, `.` or `..` part, isn't absolute and holds no NUL byte. Two paths are equal if
/// their bytes are: `é` as one and as two code points are two files.
public struct RelativePath: Sendable, LosslessStringConvertible {
  /// The path with `/` between its parts.
  public let description: String

  /// Checks a path; `nil` if it could leave the root or no file system could hold it.
  public init?(_ description: String) {
    guard description.utf8.count < 4096 else { return nil }
    var length = 0
    var isDots = true
    for byte in description.utf8 {
      if byte == UInt8(ascii: "/") {
        if length == 0 || (isDots && length <= 2) { return nil }
        length = 0
        isDots = true
      } else {
        if byte == 0 || length == 255 { return nil }
        length += 1
        if byte != UInt8(ascii: ".") { isDots = false }
      }
    }
    if length == 0 || (isDots && length <= 2) { return nil }
    self.description = description
  }

  /// Takes a path that is known to be right.
  init(unchecked description: String) { self.description = description }

  /// The parts between the slashes: at least one.
  public var components: [Substring] {
    description.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
  }

  /// The last part, such as `index.md`.
  public var name: String {
    lastSlash.map { String(description[description.utf8.index(after: $0)...]) } ?? description
  }

  /// The folder that holds it; `nil` where that is the root.
  public var folder: RelativePath? {
    lastSlash.map { RelativePath(unchecked: String(description[..<$0])) }
  }

  private var lastSlash: String.Index? { description.utf8.lastIndex(of: UInt8(ascii: "/")) }

  /// What follows the last dot of the name, without it, such as `md`; empty for `.hidden` and `a`.
  public var fileExtension: String {
    dotOfExtension.map { String(description[description.utf8.index(after: $0)...]) } ?? ""
  }

  /// The last dot of the name, unless the name begins with it.
  private var dotOfExtension: String.Index? {
    let bytes = description.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > bytes.startIndex,
      bytes[bytes.index(before: dot)] != UInt8(ascii: "/"),
      !bytes[dot...].contains(UInt8(ascii: "/"))
    else { return nil }
    return dot
  }

  /// The path with another extension, such as `html`, given without the dot.
  public func replacingExtension(with fileExtension: String) -> RelativePath {
    guard let dot = dotOfExtension, dot != description.utf8.index(before: description.utf8.endIndex)
    else { return RelativePath(unchecked: "\(description).\(fileExtension)") }
    return RelativePath(unchecked: "\(description[..<dot]).\(fileExtension)")
  }

  /// The path of `other` below this one.
  public func appending(_ other: RelativePath) -> RelativePath {
    RelativePath(unchecked: "\(description)/\(other)")
  }

  /// The path for the system to open: below `folder`, which may be empty or end with a slash.
  public func path(in folder: String) -> String {
    if folder.isEmpty { return description }
    return folder.hasSuffix("/") ? folder + description : "\(folder)/\(description)"
  }
}

extension RelativePath: Hashable, Comparable {
  /// Whether the bytes are the same.
  public static func == (left: Self, right: Self) -> Bool {
    guard left.description.utf8.count == right.description.utf8.count else { return false }
    return compare(left, right) == 0
  }

  /// Orders paths by their bytes.
  public static func < (left: Self, right: Self) -> Bool {
    compare(left, right) < 0
  }

  /// Below, at or above 0 as the one path's bytes come before, with or after the other's.
  private static func compare(_ left: Self, _ right: Self) -> Int {
    var (left, right) = (left.description, right.description)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let length = min(left.count, right.count)
        guard length > 0, let first = left.baseAddress,
          let second = right.baseAddress
        else { return left.count - right.count }
        let order = unsafe memcmp(first, second, length)
        return order != 0 ? Int(order) : left.count - right.count
      }
    }
  }

  /// Feeds the bytes to the hasher.
  public func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
