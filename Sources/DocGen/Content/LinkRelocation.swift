import FileSystem

/// Rewrites the relative links of a piece of Markdown that moves to another folder.
///
/// Only addresses change: those of links, images and reference definitions, and those of `src`,
/// `href`, `source` and `lightbox` attributes. Code, absolute addresses and anchors stay.
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
    var position = 0
    while position < text.count {
      let end = text[position...].firstIndex(of: 10) ?? text.count
      if code.isCode(position..<end) {
        output += text[position..<end]
      } else {
        relocate(text, position..<end, into: &output)
      }
      if end < text.count { output.append(10) }
      position = end + 1
    }
    return output
  }

  private func relocate(_ text: [UInt8], _ line: Range<Int>, into output: inout [UInt8]) {
    var copied = line.lowerBound
    var position = line.lowerBound
    var isCode = false
    while position < line.upperBound {
      if text[position] == UInt8(ascii: "`") { isCode.toggle() }
      if !isCode, let end = endOfDirective(text, position, line) {
        position = end
        continue
      }
      if !isCode, let start = addressStart(text, position, line) {
        let address = text[start.lowerBound..<start.upperBound]
        if let moved = moved(String(decoding: address, as: UTF8.self)) {
          output += text[copied..<start.lowerBound]
          output += moved.utf8
          copied = start.upperBound
          position = copied
          continue
        }
      }
      position += 1
    }
    output += text[copied..<line.upperBound]
  }

  /// The end of a directive that names a file: it is read where it stands, before the text moves.
  private func endOfDirective(_ text: [UInt8], _ position: Int, _ line: Range<Int>) -> Int? {
    func begins(_ word: StaticString) -> Bool {
      let bytes = word.bytes
      guard line.upperBound - position >= bytes.count else { return false }
      return zip(text[position...], bytes).allSatisfy { byte, letter in
        ((65...90).contains(byte) ? byte | 32 : byte) == letter
      }
    }
    switch text[position] {
    case UInt8(ascii: "["):
      guard begins("[!include") || begins("[! include") || begins("[!code") else { return nil }
      return text[position..<line.upperBound].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
    case UInt8(ascii: ":"): return begins(":::code") || begins("::: code") ? line.upperBound : nil
    default: return nil
    }
  }

  /// The address that begins behind `position`, if an address may begin there.
  private func addressStart(_ text: [UInt8], _ position: Int, _ line: Range<Int>) -> Range<Int>? {
    func ends(_ start: Int, _ stop: (UInt8) -> Bool) -> Range<Int>? {
      let end = text[start..<line.upperBound].firstIndex(where: stop) ?? line.upperBound
      return start < end ? start..<end : nil
    }
    guard position + 2 < line.upperBound else { return nil }
    if text[position] == UInt8(ascii: "]"), text[position + 1] == UInt8(ascii: "(") {
      if text[position + 2] == UInt8(ascii: "<") {
        return ends(position + 3) { $0 == UInt8(ascii: ">") }
      }
      return ends(position + 2) { $0 == UInt8(ascii: ")") || $0 == 32 }
    }
    if text[position] == UInt8(ascii: "]"), text[position + 1] == UInt8(ascii: ":"),
      text[line.lowerBound..<position].first(where: { $0 != 32 }) == UInt8(ascii: "[")
    {
      let start = text[(position + 2)..<line.upperBound].firstIndex { $0 != 32 } ?? line.upperBound
      return ends(start) { $0 == 32 }
    }
    if text[position] == UInt8(ascii: "="), text[position + 1] == UInt8(ascii: "\"") {
      let name = text[line.lowerBound..<position].suffix(while: { (97...122).contains($0 | 0x20) })
      guard ["src", "href", "source", "lightbox"].contains(String(decoding: name, as: UTF8.self))
      else { return nil }
      return ends(position + 2) { $0 == UInt8(ascii: "\"") }
    }
    return nil
  }

  /// An address as it reads from the new place; `nil` if it reads the same.
  private func moved(_ address: String) -> String? {
    guard let first = address.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "/"),
      first != UInt8(ascii: "~"), !address.prefix(while: { $0 != "/" && $0 != "#" }).contains(":")
    else { return nil }
    let cut = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    let path = String(address[..<cut]).replacing("\\", with: "/")
    return from.resolving(path).map { to.reference(to: routes.place(of: $0)) + address[cut...] }
  }
}

extension ArraySlice<UInt8> {
  /// The longest end of the slice whose bytes all fulfil a condition.
  fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, condition(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
