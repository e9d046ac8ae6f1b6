import Digests
import FileSystem
import Foundation
import Model
import Synchronization
import Testing

@testable import DocGen

/// The files of an index as a browser reads them, with nothing of what wrote them.
struct SearchReader {
  /// The pages of each word, in the order of the words.
  private(set) var words: [(word: String, pages: [Int])] = []
  /// The entries of the pages.
  private(set) var pages: [[Any]] = []
  /// The sizes of the files but for the first, in bytes.
  private(set) var sizes: [Int] = []
  /// All files.
  let files: [String: [UInt8]]
  private var letters: [Character: String] = [:]

  private struct Unreadable: Error {}

  /// Writes the index of some pages and reads it.
  init(_ searchPages: [SearchPage], width: Int = 1) throws {
    let index = SearchIndex(
      locale: .source, pages: searchPages.map(SearchIndex.Page.init), width: width)
    let written = Mutex<[String: [UInt8]]>([:])
    _ = try index.write(unreadable: Unreadable()) { path, bytes throws(Unreadable) in
      written.withLock { $0[path.description] = bytes }
    } keep: { _ throws(Unreadable) in
    }
    files = written.withLock { $0 }
    let entry = try #require(call("search/en-us.js").first as? [String: Any])
    let table = try #require(entry["letters"] as? String)
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      for letter in parts[1] { letters[letter] = String(parts[0]) }
    }
    for shard in try #require(entry["terms"] as? [[String]]) {
      let content = try #require(load(shard[1]) as? String)
      for (number, line) in content.split(separator: "\n").enumerated() {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        #expect(parts.count == 2)
        if number == 0 { #expect(parts[0] == shard[0]) }
        words.append((parts[0], Self.pages(parts[1])))
      }
    }
    for shard in try #require(entry["texts"] as? [[Any]]) {
      #expect(shard[0] as? Int == pages.count)
      let name = try #require(shard[1] as? String)
      pages += try #require(load(name) as? [[Any]])
    }
    #expect(entry["pages"] as? Int == pages.count)
  }

  /// The words of a call of `vouchSearch`.
  private func call(_ path: String) throws -> [Any] {
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    #expect(text.hasPrefix("vouchSearch(") && text.hasSuffix(");\n"))
    let arguments = "[\(text.dropFirst(12).dropLast(3))]"
    return try #require(JSONSerialization.jsonObject(with: Data(arguments.utf8)) as? [Any])
  }

  /// What a file holds, which is named by its digest.
  private mutating func load(_ name: String) throws -> Any {
    let path = "assets/search/en-us/\(name).js"
    let bytes = try #require(files[path])
    sizes.append(bytes.count)
    let content = bytes.dropFirst("vouchSearch(\"0123456789\",".utf8.count).dropLast(3)
    #expect(Digests.sha256(Array(content)).hasPrefix(name))
    let parts = try call(path)
    #expect(parts[0] as? String == name)
    return parts[1]
  }

  /// Numbers of five bits a digit, the lowest first; a page is the distance from the one before.
  private static func pages(_ text: String) -> [Int] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var pages: [Int] = []
    var (page, number, scale) = (-1, 0, 1)
    for digit in text {
      let value = digits.firstIndex(of: digit) ?? 0
      number += (value & 31) * scale
      scale *= 32
      guard value < 32 else { continue }
      page += number / 8 + 1
      pages.append(page)
      (number, scale) = (0, 1)
    }
    return pages
  }

  /// The pages with a word that begins as written, small and without marks.
  func pages(with word: String) -> Set<Int> {
    Set(words.filter { $0.word.utf8.starts(with: word.utf8) }.flatMap(\.pages))
  }

  /// The pages with exactly this word.
  func pages(ofWord word: String) -> Set<Int> {
    Set(words.filter { Array($0.word.utf8) == Array(word.utf8) }.flatMap(\.pages))
  }
}

extension SearchPage {
  /// What there is to find on a page in Markdown.
  init(markdown: String, title: String = "T", path: String = "p.md") {
    var options = MarkdownOptions(path: path, locale: .source)
    options.collectsText = true
    let rendered = MarkdownRenderer.render(Array(markdown.utf8), options)
    var problems: [Diagnostic] = []
    let path = RelativePath(path) ?? RelativePath(known: "p.md")
    let page = ContentPage(
      locale: .source, path: path, file: "p.md", bytes: Array("---\ntitle: \(title)\n---\n".utf8),
      docset: nil, sourceHash: nil, diagnostics: &problems)
    self.init(rendered, of: page, at: path, for: .source)
  }

  /// The words in their order of being met, without those of the title `T`.
  var words: [String] {
    var words: [String] = []
    var position = 0
    while position < terms.count {
      let end = position + 1 + Int(terms[position])
      words.append(String(decoding: terms[position + 1..<end], as: UTF8.self))
      position = end + 1
    }
    return words.filter { $0 != "t" }
  }
}
