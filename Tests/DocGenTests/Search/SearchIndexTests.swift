import FileSystem
import Model
import Synchronization
import Testing

@testable import DocGen

@Suite("The search index")
struct SearchIndexTests {
  @Test("Words are in the order in which scripts compare them")
  func order() {
    var table = TermTable(capacity: 1)
    let words = ["b", "a", "ab", "z", "ж", "\u{FFE5}", "😀", "", "語"].filter { !$0.isEmpty }
    for word in words { _ = table.number(of: Array(word.utf8)) }
    let sorted = table.sorted().map { String(decoding: table[$0], as: UTF8.self) }
    #expect(sorted == words.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
  }

  @Test("A word has one number, however many there are")
  func numbers() {
    var table = TermTable(capacity: 1)
    let words = (0..<5000).map { Array("word\($0)".utf8) }
    for word in words { _ = table.number(of: word) }
    #expect(words.indices.allSatisfy { table.number(of: words[$0]) == $0 })
    #expect(table.count == 5000)
  }

  /// Reads what a script reads: digits of five bits, the lowest first.
  private func pages(_ written: [UInt8]) -> [[Int]] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var pages: [[Int]] = []
    var (page, number, shift) = (-1, 0, 0)
    for byte in written {
      let value = digits.firstIndex(of: byte) ?? 0
      number += (value & 31) << shift
      shift += 5
      guard value < 32 else { continue }
      page += number >> 3 + 1
      pages.append([page, number & 7])
      (number, shift) = (0, 0)
    }
    return pages
  }

  @Test("The pages of a word can be read again")
  func postings() throws {
    let pages = (0..<3000).map { number in
      var text = "all"
      if number % 700 == 3 { text += " rare rare rare rare" }
      return page(number, text)
    }
    let postings = Postings(pages.map { $0.terms[...] })
    var terms = postings.terms
    let rare = terms.number(of: Array("rare".utf8))
    #expect(
      self.pages(postings.encoded(rare)) == [
        [3, 2], [703, 2], [1403, 2], [2103, 2], [2803, 2],
      ])
    let all = terms.number(of: Array("all".utf8))
    #expect(self.pages(postings.encoded(all)).map { $0[0] } == Array(0..<3000))
    #expect(terms.count == 3)
  }

  private func page(_ number: Int, _ text: String) -> SearchPage {
    var rendered = RenderedPage()
    rendered.text = Array(text.utf8)
    var problems: [Diagnostic] = []
    let path = RelativePath("p\(number).md") ?? RelativePath(known: "p.md")
    let page = ContentPage(
      locale: .source, path: path, file: "p.md", bytes: Array("---\ntitle: T\n---\n".utf8),
      docset: nil, sourceHash: nil, diagnostics: &problems)
    return SearchPage(rendered, of: page, at: path, for: .source)
  }

  @Test("Files stay small, and each is named by what it holds")
  func sharding() throws {
    let pages = (0..<400).map { number in
      page(number, (0..<60).map { "word\($0 * 7 + number * 11)" }.joined(separator: " "))
    }
    let files = try files(pages)
    #expect(files.last?.path.description == "search/en-us.js")
    #expect(files.count > 12)
    #expect(files.allSatisfy { $0.bytes.count < 2 * SearchIndex.shardSize })
    #expect(Set(files.map(\.path)).count == files.count)
    #expect(files.map(\.bytes) == (try self.files(pages)).map(\.bytes))
  }

  private struct Unreadable: Error {}

  /// All files of an index, in the order of their making.
  private func files(_ pages: [SearchPage]) throws -> [(path: RelativePath, bytes: [UInt8])] {
    let index = SearchIndex(
      locale: .source, pages: pages.map(SearchIndex.Page.init), width: 1)
    let files = Mutex<[(path: RelativePath, bytes: [UInt8])]>([])
    _ = try index.write(unreadable: Unreadable()) { path, bytes throws(Unreadable) in
      files.withLock { $0.append((path, bytes)) }
    } keep: { _ throws(Unreadable) in
    }
    return files.withLock { $0 }
  }

  @Test("A page's entry holds its sections, and what scripts can't hold is escaped")
  func entry() {
    var rendered = RenderedPage()
    rendered.text = Array("before\nFirst\nsome \"text\" \\\nSecond\nmore\n".utf8)
    rendered.headings = [
      .init(id: "first", level: 1, text: "First", textStart: 7),
      .init(id: "second", level: 2, text: "Second", textStart: 27),
    ]
    var problems: [Diagnostic] = []
    let path = RelativePath(known: "a b.md")
    let page = ContentPage(
      locale: .source, path: path, file: "p.md", bytes: Array("---\ntitle: T\n---\n".utf8),
      docset: nil, sourceHash: nil, diagnostics: &problems)
    let entry = SearchPage(rendered, of: page, at: path, for: LocaleTag("fr-fr") ?? .source).entry
    #expect(
      String(decoding: entry, as: UTF8.self) == #"""
        ["a%20b.html","T","en-US",[["","","before"],["first","First","some \"text\" \\"],\#
        ["second","Second","more"]]]
        """#)
  }
}
