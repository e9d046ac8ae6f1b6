import FileSystem

/// What the cache knows of the search index of a locale.
///
/// Its texts lie in the output alone; they are taken from there for pages that are as they were.
struct CachedSearch: Sendable {
  /// A file with the texts of consecutive pages.
  struct Texts: Sendable {
    var file: CachedLocale.SharedFile
    /// The number of the first page, and how many there are.
    var first: Int
    var count: Int
  }

  /// A file with consecutive words.
  struct Terms: Sendable {
    var file: CachedLocale.SharedFile
    /// The first word.
    var first: [UInt8]
  }

  /// The file that says where everything is; `nil` where there is no index.
  var entry: CachedLocale.SharedFile?
  var texts: [Texts] = []
  var terms: [Terms] = []

  /// All files.
  var files: [CachedLocale.SharedFile] {
    (entry.map { [$0] } ?? []) + texts.map(\.file) + terms.map(\.file)
  }

  init() {}

  init(_ reader: inout RecordReader) throws(BrokenRecord) {
    entry = try reader.list { reader throws(BrokenRecord) in try reader.sharedFile() }.first
    texts = try reader.list { reader throws(BrokenRecord) in
      let texts = Texts(
        file: try reader.sharedFile(), first: try reader.number(), count: try reader.number())
      guard texts.first >= 0, texts.count >= 0 else { throw BrokenRecord() }
      return texts
    }
    terms = try reader.list { reader throws(BrokenRecord) in
      Terms(file: try reader.sharedFile(), first: Array(try reader.data()))
    }
  }

  func write(to writer: inout RecordWriter) {
    writer.list(entry.map { [$0] } ?? []) { $0.sharedFile($1) }
    writer.list(texts) { writer, texts in
      writer.sharedFile(texts.file)
      writer.number(texts.first)
      writer.number(texts.count)
    }
    writer.list(terms) { writer, terms in
      writer.sharedFile(terms.file)
      writer.data(terms.first)
    }
  }

  /// The index with the stamps and digests of the files that were written, as `file` gives them.
  func stamped(_ file: (RelativePath) -> CachedLocale.File?) -> CachedSearch {
    func stamp(_ shared: inout CachedLocale.SharedFile) {
      if shared.file == nil { shared.file = file(shared.path) }
    }
    var copy = self
    copy.entry = entry.map { entry in
      var entry = entry
      stamp(&entry)
      return entry
    }
    for number in texts.indices { stamp(&copy.texts[number].file) }
    for number in terms.indices { stamp(&copy.terms[number].file) }
    return copy
  }
}

/// The texts of pages in the files that the last build left.
struct FormerTexts: Sendable {
  let search: CachedSearch
  /// The lengths of the pages' texts, by their numbers.
  let lengths: [Int]
  let tree: StagedTree

  /// The number of the file that holds exactly some consecutive pages, unchanged.
  func file(of pages: Range<Int>) -> Int? {
    guard let number = fileNumber(of: pages.lowerBound),
      search.texts[number].count == pages.count,
      search.texts[number].first == pages.lowerBound, isFileKept(number)
    else { return nil }
    return number
  }

  /// Whether the file with a page's text is as it was left.
  func isKept(page: Int) -> Bool { fileNumber(of: page).map(isFileKept) ?? false }

  private func isFileKept(_ number: Int) -> Bool {
    tree.isUnchanged(search.texts[number].file.kept)
  }

  /// The texts of the pages of the file that holds a page, with the number of its first page; `nil`
  /// if they can't be read.
  func texts(around page: Int) -> (first: Int, texts: [ArraySlice<UInt8>])? {
    guard let number = fileNumber(of: page), isFileKept(number) else { return nil }
    let shard = search.texts[number]
    guard let bytes = try? Files.read(shard.file.path, in: tree.path) else { return nil }
    var texts: [ArraySlice<UInt8>] = []
    var position = SearchIndex.textStart
    for length in lengths[shard.first..<min(lengths.count, shard.first + shard.count)] {
      guard position + length <= bytes.count else { return nil }
      texts.append(bytes[position..<position + length])
      position += length + SearchIndex.textSeparator.utf8CodeUnitCount
    }
    return (shard.first, texts)
  }

  private func fileNumber(of page: Int) -> Int? {
    var (low, high) = (0, search.texts.count)
    while low < high {
      let middle = (low + high) / 2
      if search.texts[middle].first + search.texts[middle].count <= page {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < search.texts.count && search.texts[low].first <= page ? low : nil
  }
}
