import Concurrency
import Digests
import FileSystem
import Model

/// The search index of one locale, in scripts that a page loads as it needs them.
///
/// They are scripts, not data, so that they also load where the site is opened from a folder.
/// `search/<locale>.js` says where everything is; words and texts lie in files of about the same
/// size below `assets/search/<locale>/`, named by their digests: words in their order, so that a
/// search loads the one or two files with the words that begin like what was typed; texts in the
/// order of the pages, so that a result costs one file more.
struct SearchIndex {
  /// How large a file of words or texts becomes, in bytes.
  static let shardSize = 24 << 10

  let locale: LocaleTag
  let pages: [SearchPage]

  /// The files, each with its bytes.
  func files() -> [(path: RelativePath, bytes: [UInt8])] {
    let terms = termShards()
    let texts = textShards()
    var script = ScriptText(capacity: 8192)
    script.raw("vouchSearch({\"locale\":\"\(locale.folder)\",\"pages\":\(pages.count),\"letters\":")
    script.string(FoldingTable.lines.utf8)
    script.raw(",\n\"terms\":[")
    for (number, shard) in terms.enumerated() {
      script.raw(number == 0 ? "[" : ",[")
      script.string(shard.first)
      script.raw(",\"\(shard.file.name)\"]")
    }
    script.raw("],\n\"texts\":[")
    for (number, shard) in texts.enumerated() {
      script.raw("\(number == 0 ? "" : ",")[\(shard.first),\"\(shard.file.name)\"]")
    }
    script.raw("]});\n")
    var files = [(path: Self.entry(of: locale), bytes: script.bytes)]
    files += terms.map { ($0.file.path, $0.file.bytes) }
    files += texts.map { ($0.file.path, $0.file.bytes) }
    return files
  }

  /// The script that a page loads first.
  static func entry(of locale: LocaleTag) -> RelativePath {
    RelativePath(known: "search").appending(RelativePath(locale)).replacingExtension(with: "js")
  }

  /// The folder of all the others.
  static func folder(of locale: LocaleTag) -> RelativePath {
    RelativePath(known: "assets/search").appending(RelativePath(locale))
  }

  /// Where a page finds the index of a locale, for templates; `root` leads to the top of the output.
  static func values(of locale: LocaleTag, from root: String) -> TemplateValue {
    [
      "entry": .text(root + entry(of: locale).description),
      "files": .text(root + folder(of: locale).description + "/"),
      "pages": .text("\(root)\(locale.folder)/"),
    ]
  }

  /// A file of words or texts.
  private struct Shard {
    let name: String
    let path: RelativePath
    let bytes: [UInt8]

    /// Makes a file of a literal, named by its digest.
    init(_ literal: [UInt8], in locale: LocaleTag) {
      name = String(Digests.sha256(literal).prefix(10))
      var script = ScriptText(capacity: literal.count + 40)
      script.raw("vouchSearch(\"\(name)\",")
      script.literal(literal)
      script.raw(");\n")
      bytes = script.bytes
      // Digests are hexadecimal, so this is always a path.
      let file = RelativePath("\(name).js") ?? RelativePath(known: "index.js")
      path = SearchIndex.folder(of: locale).appending(file)
    }
  }

  /// The texts of consecutive pages.
  private func textShards() -> [(first: Int, file: Shard)] {
    var ranges: [Range<Int>] = []
    var start = 0
    var size = 0
    for (number, page) in pages.enumerated() {
      if size > 0, size + page.entry.count > Self.shardSize {
        ranges.append(start..<number)
        (start, size) = (number, 0)
      }
      size += page.entry.count
    }
    if start < pages.count { ranges.append(start..<pages.count) }
    return ranges.map { range in
      var literal: [UInt8] = []
      literal.reserveCapacity(pages[range].reduce(2) { $0 + $1.entry.count + 2 })
      for page in pages[range] {
        literal += literal.isEmpty ? "[".utf8 : ",\n".utf8
        literal += page.entry
      }
      literal.append(UInt8(ascii: "]"))
      return (range.lowerBound, Shard(literal, in: locale))
    }
  }

  /// The words with the pages that have them.
  private func termShards() -> [(first: [UInt8], file: Shard)] {
    let postings = Postings(pages)
    var shards: [(first: [UInt8], file: Shard)] = []
    var first: [UInt8] = []
    var text: [UInt8] = []
    func close() {
      guard !text.isEmpty else { return }
      var script = ScriptText(capacity: text.count + 100)
      // Neither words nor the letters of numbers need escaping.
      script.raw("\"")
      script.literal(text)
      script.raw("\"")
      shards.append((first, Shard(script.bytes, in: locale)))
      text.removeAll(keepingCapacity: true)
    }
    for number in postings.terms.sorted() {
      let term = postings.terms[number]
      let pages = postings.encoded(number)
      if text.count + term.count + pages.count > Self.shardSize { close() }
      if text.isEmpty { first = Array(term) } else { text += "\\n".utf8 }
      text += term
      text.append(UInt8(ascii: " "))
      text += pages
    }
    close()
    return shards
  }
}
