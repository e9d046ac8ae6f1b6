import Digests

/// The front matter of a bilingual page: the translator's keys, then those of the translation
/// system, which always come last and in one order.
struct BilingualFrontMatter {
  /// The keys of the translation system.
  static let systemKeys = [
    "ms.openlocfilehash", "ms.sourcegitcommit", "ms.translationtype", "ms.contentlocale",
    "ms.lasthandoff", "ms.locfileid",
  ]

  var sourceHash: String
  var sourceCommit: String?
  var localeTag: String
  var handoff: String
  var fileNumber: String

  /// Writes the front matter with both `---` lines.
  func write(_ page: [UInt8], _ bounds: FrontMatterBounds) -> [UInt8] {
    var output = Array("---\n".utf8)
    for line in page[bounds.content ?? 0..<0].split(separator: UInt8(ascii: "\n")) {
      let text = line.last == 13 ? line.dropLast() : line
      if !Self.systemKeys.contains(where: { text.starts(with: "\($0):".utf8) }) {
        output += text
        output.append(UInt8(ascii: "\n"))
      }
    }
    for (key, value) in zip(Self.systemKeys, values) {
      if let value { output += "\(key): \(value)\n".utf8 }
    }
    return output + "---\n".utf8
  }

  private var values: [String?] {
    [sourceHash, sourceCommit, "HT", localeTag, handoff, "\"\(fileNumber)\""]
  }

  /// Numbers that depend on the page and the locale alone, so that writing a page again changes
  /// only what has changed.
  static func identity(path: String, locale: String) -> (prefix: String, fileNumber: String) {
    let digest = Digests.sha256("\(locale)/\(path)")
    let number = Int(digest.suffix(12), radix: 16) ?? 0
    return (String(digest.prefix(5)), String(1_000_000 + number % 9_000_000))
  }
}
