/// Changes what the front matter of a bilingual page says of its translation; all else keeps its
/// bytes.
struct FrontMatterUpdate {
  /// What a key becomes; `nil` takes it away.
  private var values: [(key: String, value: String?)] = []

  /// The keys that a translated file may set: from which version, when and how it was translated.
  static let settable = ["ms.sourcegitcommit", "ms.translationtype", "ms.lasthandoff"]

  /// Whether nothing changes.
  var isEmpty: Bool { values.isEmpty }

  /// Sets or takes away a key.
  mutating func set(_ key: String, _ value: String?) { values.append((key, value)) }

  /// Whether a value may stand for a key as it is, and if not, what it would have to be.
  static func problem(_ key: String, _ value: String) -> String? {
    switch key {
    case "ms.sourcegitcommit":
      let isHex = value.utf8.allSatisfy { $0.isDigit || (97...102).contains($0 | 32) }
      return isHex && (7...64).contains(value.utf8.count) ? nil : "a commit is 7 to 64 hex digits"
    case "ms.lasthandoff":
      return HandoffDate(value) == nil ? "a day is written MM/DD/YYYY" : nil
    case "ms.translationtype":
      let isWord = value.utf8.allSatisfy { $0.isDigit || $0.isLetter }
      return isWord && (1...16).contains(value.utf8.count)
        ? nil : "a translation type is a word such as HT or MT"
    default: return nil
    }
  }

  /// The page with the changes; the same bytes without front matter.
  func applied(to page: [UInt8]) -> [UInt8] {
    guard let content = FrontMatterBounds(page).content, !isEmpty else { return page }
    let endOfLine: [UInt8] = page[content].contains(13) ? [13, 10] : [10]
    var lines = page[content].split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (key, value) in values {
      let found = lines.firstIndex { $0.starts(with: "\(key):".utf8) }
      let line = value.map { Array("\(key): \($0)".utf8) + endOfLine.dropLast() }
      switch (found, line) {
      case (let index?, let line?): lines[index] = line
      case (let index?, nil): lines.remove(at: index)
      case (nil, let line?): lines.insert(line, at: Self.place(of: key, in: lines))
      case (nil, nil): break
      }
    }
    var output = Array(page[..<content.lowerBound])
    for line in lines {
      output += line
      output.append(10)
    }
    return output + page[content.upperBound...]
  }

  /// Where a new key goes: among the keys of the translation system in their order, others first.
  private static func place(of key: String, in lines: [[UInt8]]) -> Int {
    guard let rank = BilingualFrontMatter.systemKeys.firstIndex(of: key) else { return 0 }
    let before = BilingualFrontMatter.systemKeys[..<rank]
    let last = lines.lastIndex { line in before.contains { line.starts(with: "\($0):".utf8) } }
    return last.map { $0 + 1 } ?? lines.count
  }
}
