import FileSystem
import Localization
import Model

/// Scripts in images in SVG, which rest in a page, and run where a browser opens the image by itself.
///
/// Only what is plain to see is found: what is hidden behind character references, the policy that
/// `_headers` has for such images keeps from running.
enum ImageScript {
  /// Whether a file may have any.
  static func mayOccur(in path: RelativePath) -> Bool {
    path.fileExtension.lowercased() == "svg"
  }

  /// What is said of an image; `nil` of one without a script, and of one that can't be read, which is
  /// said when it is copied.
  static func diagnostic(of file: String) -> Diagnostic? {
    guard let bytes = try? Files.read(file), let place = position(in: bytes) else { return nil }
    return Diagnostic(
      .warning, "image.script", at: LineTable(bytes).location(of: place, path: file),
      "a script is in this image, which browsers run that open it by itself",
      suggestion: "remove it from the image")
  }

  /// Where the first script of an image begins: an element, an attribute such as `onload`, or an address.
  ///
  /// - Complexity: Linear in the bytes.
  static func position(in image: [UInt8]) -> Int? {
    [element(in: image), address(in: image), handler(in: image)].compactMap { $0 }.min()
  }

  /// `<script`, with a prefix too: `<svg:script`.
  private static func element(in image: [UInt8]) -> Int? {
    first("script", in: image) { name in
      let before = image[..<name].suffix(100)
      let prefix = before.reversed().prefix { !"< >/\"=".utf8.contains($0) }
      let start = name - prefix.count - 1
      let isName = prefix.isEmpty || prefix.first == UInt8(ascii: ":")
      return isName && start >= 0 && image[start] == UInt8(ascii: "<") ? start : nil
    }
  }

  private static func address(in image: [UInt8]) -> Int? {
    first("javascript:", in: image) { isInTag($0, of: image) ? $0 : nil }
  }

  /// ` onload="`: of attributes nothing but these begins with `on`.
  private static func handler(in image: [UInt8]) -> Int? {
    first("on", in: image) { name in
      guard name > 0, image[name - 1] <= 32 else { return nil }
      let event = image[(name + 2)...].prefix(100)
      let rest = event.drop { $0.isLetter }.drop { $0 <= 32 }
      guard event.first?.isLetter == true, rest.first == UInt8(ascii: "=") else { return nil }
      let value = rest.dropFirst().first { $0 > 32 }
      let isQuoted = value == UInt8(ascii: "\"") || value == UInt8(ascii: "'")
      return isQuoted && isInTag(name, of: image) ? name : nil
    }
  }

  /// Whether a place is in a tag and not in the text behind it, as far as a part before it tells; values
  /// of attributes may have a `>`.
  private static func isInTag(_ place: Int, of image: [UInt8]) -> Bool {
    let before = image[..<place].suffix(1_000)
    guard let start = before.lastIndex(of: UInt8(ascii: "<")) else { return true }
    var quote: UInt8?
    for byte in before[start...] {
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return false
      }
    }
    return true
  }

  /// The first place that a text stands at and `place` says.
  private static func first(
    _ text: StaticString, in image: [UInt8], _ place: (Int) -> Int?
  ) -> Int? {
    var position = 0
    while let found = image.range(of: text, in: position..<image.count) {
      if let place = place(found.lowerBound) { return place }
      position = found.upperBound
    }
    return nil
  }
}
