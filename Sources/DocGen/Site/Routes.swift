import FileSystem
import Model

/// Where pages and files lie in the output, and how they reach each other.
enum Routes {
  /// The page of a content path in a locale: `fr-fr/a/b.html`.
  static func page(_ path: RelativePath, in locale: LocaleTag) -> RelativePath {
    file(path.replacingExtension(with: "html"), in: locale)
  }

  /// The Markdown page beside it: `fr-fr/a/b.md`.
  static func markdown(_ path: RelativePath, in locale: LocaleTag) -> RelativePath {
    file(path.replacingExtension(with: "md"), in: locale)
  }

  /// A copied file of a locale.
  static func file(_ path: RelativePath, in locale: LocaleTag) -> RelativePath {
    RelativePath(locale).appending(path)
  }

  /// The page at the top of the output.
  static let home = RelativePath(known: "index.html")

  /// How a page reaches the top of the output: empty, or `../` for each folder.
  static func rootPrefix(of path: RelativePath) -> String {
    String(repeating: "../", count: path.components.count - 1)
  }
}

extension String {
  /// A path as it stands in an address: what isn't a letter, digit or `-._~/` is percent-encoded.
  var addressEncoded: String {
    if utf8.allSatisfy(\.isAddressByte) { return self }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      if byte.isAddressByte {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An address's path without percent escapes; as it is where they don't make text.
  var addressDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let source = Array(utf8)
    var bytes: [UInt8] = []
    var position = 0
    while position < source.count {
      if source[position] == UInt8(ascii: "%"), position + 2 < source.count,
        let value = UInt8(
          String(decoding: source[position + 1...position + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        position += 3
      } else {
        bytes.append(source[position])
        position += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}

extension UInt8 {
  fileprivate var isAddressByte: Bool {
    switch self {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
