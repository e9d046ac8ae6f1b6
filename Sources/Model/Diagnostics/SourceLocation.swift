import Glibc

/// A place in an input file.
public struct SourceLocation: Hashable, Sendable {
  /// The path as the user gave it or would give it; `-` is standard input.
  public var path: String
  /// The line, counted from 1; 0 where the problem concerns the whole file.
  public var line: Int
  /// The column, counted from 1 in UTF-8 bytes; 0 where it concerns the whole line.
  public var column: Int

  /// Makes a place from its parts; leave out what is not known.
  public init(path: String, line: Int = 0, column: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension SourceLocation: Comparable, CustomStringConvertible {
  /// Orders places by path in bytes, then by line, then by column.
  public static func < (left: Self, right: Self) -> Bool {
    let order = left.path.orderOfBytes(to: right.path)
    if order != 0 { return order < 0 }
    return (left.line, left.column) < (right.line, right.column)
  }

  /// `path`, `path:line` or `path:line:column`, as far as known.
  public var description: String {
    if line == 0 { return path }
    return column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
  }
}

extension String {
  /// Below, at or above 0 as this text's bytes come before, with or after another's.
  fileprivate func orderOfBytes(to other: String) -> Int {
    var (left, right) = (self, other)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let length = min(left.count, right.count)
        if length > 0, let first = left.baseAddress, let second = right.baseAddress {
          let order = memcmp(first, second, length)
          if order != 0 { return Int(order) }
        }
        return left.count - right.count
      }
    }
  }
}
