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
  let pages: [Page]
  /// The texts that the last build left; `nil` where there are none.
  private let former: FormerTexts?
  /// The files of words of the last build, if every page has the words that it had.
  private let formerTerms: [CachedSearch.Terms]?
  private let entry: RelativePath
  private let folder: RelativePath
  private let width: Int

  /// The index of a locale's site, or of something else where its files are to lie elsewhere.
  ///
  /// - Parameters:
  ///   - locale: The language of its readers.
  ///   - pages: What is found, in the order that equal hits keep.
  ///   - former: The texts that the last build left; `nil` where there are none.
  ///   - formerTerms: The files of words of the last build, if every page has the words that it had.
  ///   - entry: The script that a page loads first.
  ///   - folder: The folder of all the others.
  ///   - width: How many files are made at once.
  init(
    locale: LocaleTag, pages: [Page], former: FormerTexts? = nil,
    formerTerms: [CachedSearch.Terms]? = nil, entry: RelativePath? = nil,
    folder: RelativePath? = nil, width: Int
  ) {
    self.locale = locale
    self.pages = pages
    self.former = former
    self.formerTerms = formerTerms
    self.entry = entry ?? Self.entry(of: locale)
    self.folder = folder ?? Self.folder(of: locale)
    self.width = width
  }

  /// What the index has of a page.
  struct Page: Sendable {
    /// The page's words, as ``SearchPage/terms`` has them.
    var terms: ArraySlice<UInt8>
    /// The length of its text.
    var textLength: Int
    /// Its text; `nil` where it is as the last build left it.
    var text: [UInt8]?
    /// Its number in the last build.
    var formerNumber = 0
  }

  /// Makes the files.
  ///
  /// - Parameters:
  ///   - unreadable: What is thrown if texts of the last build can't be read.
  ///   - write: Takes the bytes of a file; called from several threads.
  ///   - keep: Takes a file that is as the last build left it.
  /// - Returns: What the index is made of.
  /// - Throws: `unreadable`, and what the two throw.
  func write<Failure: Error>(
    unreadable: Failure,
    _ write: @Sendable (RelativePath, [UInt8]) throws(Failure) -> Void,
    keep: @Sendable (CachedLocale.SharedFile) throws(Failure) -> Void
  ) throws(Failure) -> CachedSearch {
    var search = CachedSearch()
    search.texts = try textRanges().concurrentMap(width: width) { range throws(Failure) in
      try texts(of: range, unreadable, write, keep)
    }
    if let formerTerms {
      search.terms = formerTerms
      for terms in formerTerms { try keep(terms.file) }
    } else {
      search.terms = try termShards().map { first, shard throws(Failure) in
        try write(shard.path, shard.bytes)
        return CachedSearch.Terms(file: .init(path: shard.path), first: first)
      }
    }
    try write(entry, script(search))
    search.entry = .init(path: entry)
    return search
  }

  /// The script that says where everything is.
  private func script(_ search: CachedSearch) -> [UInt8] {
    func name(_ file: CachedLocale.SharedFile) -> Substring { file.path.name.prefix { $0 != "." } }
    var script = ScriptText(capacity: 8192)
    script.raw("vouchSearch({\"locale\":\"\(locale.folder)\",\"pages\":\(pages.count),\"letters\":")
    script.string(FoldingTable.lines.utf8)
    script.raw(",\n\"terms\":[")
    for (number, shard) in search.terms.enumerated() {
      script.raw(number == 0 ? "[" : ",[")
      script.string(shard.first)
      script.raw(",\"\(name(shard.file))\"]")
    }
    script.raw("],\n\"texts\":[")
    for (number, shard) in search.texts.enumerated() {
      script.raw("\(number == 0 ? "" : ",")[\(shard.first),\"\(name(shard.file))\"]")
    }
    script.raw("]});\n")
    return script.bytes
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
      "pages": .text("\(root)\(locale.folder)/"), "also": .null,
    ]
  }

  /// A file of words or texts.
  private struct Shard {
    let path: RelativePath
    let bytes: [UInt8]

    /// Makes a file of a literal, named by its digest; `literal` writes it.
    init(in folder: RelativePath, capacity: Int, literal: (inout ScriptText) -> Void) {
      var script = ScriptText(capacity: capacity + 40)
      script.raw("vouchSearch(\"0123456789\",")
      let start = script.bytes.count
      literal(&script)
      let name = String(
        Digests.digest(.sha256, of: script.bytes.span.extracting(start...)).prefix(10))
      script.replace(at: start - 12, with: name)
      script.raw(");\n")
      bytes = script.bytes
      // Digests are hexadecimal, so this is always a path.
      let file = RelativePath("\(name).js") ?? RelativePath(known: "index.js")
      path = folder.appending(file)
    }
  }

  /// Where the first text begins in a file of texts.
  static let textStart = "vouchSearch(\"0123456789\",[".utf8.count
  /// What stands between two texts.
  static let textSeparator: StaticString = ",\n"

  /// The consecutive pages whose texts lie in one file.
  private func textRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var size = 0
    for (number, page) in pages.enumerated() {
      if size > 0, size + page.textLength > Self.shardSize {
        ranges.append(start..<number)
        (start, size) = (number, 0)
      }
      size += page.textLength
    }
    if start < pages.count { ranges.append(start..<pages.count) }
    return ranges
  }

  /// The file with the texts of some pages: the last build's, or a new one.
  private func texts<Failure: Error>(
    of range: Range<Int>, _ unreadable: Failure,
    _ write: (RelativePath, [UInt8]) throws(Failure) -> Void,
    _ keep: (CachedLocale.SharedFile) throws(Failure) -> Void
  ) throws(Failure) -> CachedSearch.Texts {
    let start = pages[range.lowerBound].formerNumber
    if let former,
      range.allSatisfy({
        pages[$0].text == nil && pages[$0].formerNumber == start + $0 - range.lowerBound
      }), let number = former.file(of: start..<start + range.count)
    {
      let file = former.search.texts[number].file
      try keep(file)
      return CachedSearch.Texts(file: file, first: range.lowerBound, count: range.count)
    }
    var around: (first: Int, texts: [ArraySlice<UInt8>])?
    var isComplete = true
    let size = pages[range].reduce(2) { $0 + $1.textLength + 2 }
    let shard = Shard(in: folder, capacity: size) { script in
      script.raw("[")
      for (index, page) in pages[range].enumerated() {
        if index > 0 { script.raw(Self.textSeparator) }
        if let text = page.text {
          script.literal(text)
          continue
        }
        let known = page.formerNumber
        if around.map({ !($0.first..<$0.first + $0.texts.count).contains(known) }) ?? true {
          around = former?.texts(around: known)
        }
        guard let around, (around.first..<around.first + around.texts.count).contains(known) else {
          isComplete = false
          return
        }
        script.literal(around.texts[known - around.first])
      }
      script.raw("]")
    }
    guard isComplete else { throw unreadable }
    try write(shard.path, shard.bytes)
    return CachedSearch.Texts(
      file: .init(path: shard.path), first: range.lowerBound, count: range.count)
  }

  /// The words with the pages that have them.
  private func termShards() -> [(first: [UInt8], file: Shard)] {
    let postings = Postings(pages.map(\.terms))
    var shards: [(first: [UInt8], file: Shard)] = []
    var first: [UInt8] = []
    var text: [UInt8] = []
    func close() {
      guard !text.isEmpty else { return }
      let shard = Shard(in: folder, capacity: text.count) { script in
        // Neither words nor the letters of numbers need escaping.
        script.raw("\"")
        script.literal(text)
        script.raw("\"")
      }
      shards.append((first, shard))
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
