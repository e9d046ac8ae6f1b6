import Model

/// The comment at the top of a rule's file, as YAML.
struct RuleHeader {
  /// The YAML; lines count as in the file.
  let yaml: String
  /// How many bytes of a line, counted from 1, stand before the YAML.
  private let indentation: (Int) -> Int
  /// The query behind it.
  let query: String

  /// Takes the comment off; `nil` if the file doesn't begin with one.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      return nil
    }
    if lines[first].hasPrefix("/*") {
      guard let end = lines[first...].firstIndex(where: { $0.contains("*/") }) else { return nil }
      var header = lines[...end].map(String.init)
      header[first] = String(header[first].dropFirst(2).drop { $0 == " " })
      let last = header[end].components(before: "*/")
      header[end] = last.before
      yaml = header.joined(separator: "\n")
      indentation = { $0 == first + 1 ? lines[first].count - header[first].count : 0 }
      query =
        ([last.after] + lines[(end + 1)...].map(String.init)).joined(separator: "\n")
        .trimmingLines
    } else if lines[first].hasPrefix("--") {
      let end = lines[first...].firstIndex { !$0.hasPrefix("--") } ?? lines.endIndex
      yaml = lines[..<end].map { line in
        let rest = line.dropFirst(min(2, line.count))
        return String(rest.hasPrefix(" ") ? rest.dropFirst() : rest)
      }.joined(separator: "\n")
      indentation = { lines[$0 - 1].hasPrefix("-- ") ? 3 : 2 }
      query = lines[end...].joined(separator: "\n").trimmingLines
    } else {
      return nil
    }
  }

  /// The place in the file of a place in the YAML.
  func location(_ place: SourceLocation) -> SourceLocation {
    var place = place
    if place.column > 0 { place.column += indentation(place.line) }
    return place
  }
}

extension String {
  fileprivate func components(before mark: String) -> (before: String, after: String) {
    guard let range = firstRange(of: mark) else { return (self, "") }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }

  /// The text without empty lines at its ends.
  fileprivate var trimmingLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
