import FileSystem
import Localization

/// Rewrites the relative links of a piece of Markdown that moves to another folder.
///
/// Only addresses change, see ``AddressFinder``; absolute ones and anchors stay.
struct LinkRelocation {
  private let from: RelativePath
  private let to: RelativePath
  private let routes: Routes

  /// Prepares to move text from one file into another.
  ///
  /// - Parameters:
  ///   - from: The file that the text is in.
  ///   - to: The file that it goes to.
  ///   - routes: The places of the files that links lead to.
  init(from: RelativePath, to: RelativePath, routes: Routes = Routes(nil)) {
    self.from = from
    self.to = to
    self.routes = routes
  }

  /// The moved text; the same bytes if both files lie in one folder.
  func apply(to text: [UInt8]) -> [UInt8] {
    guard from.folder != to.folder || !routes.keepsPlaces else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var code = CodeLines(text)
    var finder = AddressFinder(text)
    var (position, copied) = (0, 0)
    while position < text.count {
      let end = text.position(of: 10, in: position..<text.count) ?? text.count
      let line = position..<end
      position = end + 1
      guard !code.isCode(line) else {
        finder.skip()
        continue
      }
      for address in finder.addresses(line, code: code.spans) {
        guard let moved = moved(String(decoding: text[address], as: UTF8.self)) else { continue }
        output += text[copied..<address.lowerBound]
        output += moved.utf8
        copied = address.upperBound
      }
    }
    return output + text[copied...]
  }

  /// An address as it reads from the new place; `nil` if it reads the same.
  private func moved(_ address: String) -> String? {
    guard let first = address.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "/"),
      first != UInt8(ascii: "~"), !address.prefix(while: { $0 != "/" && $0 != "#" }).contains(":")
    else { return nil }
    let cut = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    let path = Self.path(address[..<cut])
    return from.resolving(path).map { to.reference(to: routes.place(of: $0)) + address[cut...] }
  }

  /// A path as it is meant: a backslash before a letter or behind `..` parts folders, before another
  /// sign it makes the sign one of the name, and brackets are then written so that they end no address.
  private static func path(_ written: Substring) -> String {
    guard written.contains("\\") else { return String(written) }
    var path = ""
    var isEscaped = false
    for character in written {
      if isEscaped {
        switch character {
        case _ where path.hasSuffix(".."): path += "/\(character)"
        case "(": path += "%28"
        case ")": path += "%29"
        case _ where character.isASCII && (character.isPunctuation || character.isSymbol):
          path.append(character)
        default: path += "/\(character)"
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        path.append(character)
      }
    }
    return path
  }
}
