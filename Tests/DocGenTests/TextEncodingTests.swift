import Foundation
import Model
import TestSupport
import Testing

@testable import DocGen

@Suite struct TextEncodingTests {
  /// Bytes at the borders of what UTF-8 allows.
  private static let borders: [UInt8] = [
    0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
    0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test(arguments: borders)
  func saysWhatIsUTF8AsSwiftDoes(lead: UInt8) {
    var wrong: [[UInt8]] = []
    for second in Self.borders {
      for third in Self.borders {
        for fourth in Self.borders {
          let bytes = Array("nine byte".utf8) + [lead, second, third, fourth] + Array("end".utf8)
          let isWhole = String(validating: bytes, as: UTF8.self) != nil
          if (TextEncoding.firstFault(in: bytes) == nil) != isWhole { wrong.append(bytes) }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: 1...4)
  func seesATextThatEndsTooEarly(length: Int) {
    let text = Array(["", "a", "é", "€", "😀"][length].utf8)
    for end in 1...text.count {
      let isWhole = end == text.count
      #expect((TextEncoding.firstFault(in: Array("x".utf8) + text[..<end]) == nil) == isWhole)
    }
  }

  @Test func readsUTF16ThatSaysSo() {
    let little: [UInt8] =
      [0xFF, 0xFE] + "é😀\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + "é😀\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for text in [little, big, big + [0x41]] {
      #expect(TextEncoding.repaired(text) == Array("é😀\n".utf8))
      let problem = TextEncoding.problem(in: text, path: "a.md")
      #expect(
        problem?.description
          == "a.md:1:1: note: this is UTF-16; save the file as UTF-8, which all tools read "
          + "[content.encoding]")
    }
    #expect(TextEncoding.repaired([0xFF, 0xFE]) == [])
    #expect(TextEncoding.repaired([0xFF, 0xFE, 0x00, 0xD8]) == Array("\u{FFFD}".utf8))
  }

  /// At each position of a text that is read many bytes at a time.
  @Test(arguments: UInt8.min...UInt8.max)
  func findsControlsWhereverTheyAre(byte: UInt8) {
    let isControl = byte < 0x20 ? ![9, 10, 12, 13].contains(byte) : byte == 0x7F
    for count in [1, 31, 32, 33, 70] {
      for position in 0..<count {
        var text = Array(repeating: UInt8(ascii: "a"), count: count)
        text[position] = byte
        #expect(TextEncoding.hasControls(text) == isControl)
      }
    }
    #expect(!TextEncoding.hasControls([]))
  }

  @Test func saysWhereTheFirstFaultIs() {
    #expect(TextEncoding.firstFault(in: Array("é ab".utf8) + [0xFF, 0x41, 0xFE]) == 5)
    #expect(TextEncoding.repaired([0x61, 0xFF]) == Array("a\u{FFFD}".utf8))
  }

  /// Tables and other files of a set are read as pages are.
  @Test(
    arguments: [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE], "note: this is UTF-16"),
      (.utf16BigEndian, [0xFE, 0xFF], "note: this is UTF-16"),
      (.isoLatin1, [], "warning: this is not UTF-8"),
    ] as [(String.Encoding, [UInt8], String)])
  func readsFilesInOtherEncodings(
    encoding: String.Encoding, mark: [UInt8], expected: String
  ) throws {
    let files = [
      "toc.yml": "- name: Prélude\n  href: a.md\n", "sub/TOC.md": "# [Été](b.md)\n",
      "docfx.json": "{\"build\": {\"content\": [{\"files\": [\"**/*.md\"]}], "
        + "\"globalMetadata\": {\"x\": \"é\"}}}",
      ".openpublishing.redirection.json":
        "{\"redirections\": [{\"source_path\": \"é.md\", \"redirect_url\": \"a\"}]}",
    ]
    let folder = try TemporaryFolder()
    for name in ["a.md", "sub/b.md"] { try folder.write("content/en-us/\(name)", "# Page\n") }
    for (name, text) in files {
      try folder.write("content/en-us/\(name)", "")
      let bytes = mark + Array(try #require(text.data(using: encoding)))
      try Data(bytes).write(to: URL(filePath: "\(folder.path)/content/en-us/\(name)"))
    }
    let words = SharedMaterial.projectFolder.appending(path: "content/messages/en-us.po")
    try folder.write("words/en-us.po", String(contentsOf: words, encoding: .utf8))
    let summary = try TestSite.build(in: folder)
    let problems = summary.diagnostics.map {
      $0.description.replacing("\(folder.path)/content/", with: "")
    }
    for name in files.keys {
      #expect(
        problems.contains { $0.hasPrefix("en-us/\(name):") && $0.contains(expected) },
        "\(name) \(problems)")
    }
    #expect(summary.diagnostics.allSatisfy { $0.severity != .error }, "\(problems)")
    let page = folder.text("public/en-us/a.html") ?? ""
    #expect(page.contains(mark.isEmpty ? "Pr\u{FFFD}lude" : "Prélude"), "\(page)")
  }
}
