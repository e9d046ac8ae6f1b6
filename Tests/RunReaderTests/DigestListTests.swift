import FileSystem
import Model
import RunReader
import Testing

@Suite struct DigestListTests {
  private static let digest = String(repeating: "0a", count: 32)

  @Test func whatIsWrittenIsRead() throws {
    var digests: [RelativePath: String] = [:]
    for path in ["report/a.json", "fr-fr/report/x y.html", "assets/s.css"] {
      digests[try #require(RelativePath(path))] = Self.digest
    }
    let list = DigestList(digests)
    #expect(
      String(decoding: list.bytes, as: UTF8.self) == """
        \(Self.digest)  ../assets/s.css
        \(Self.digest)  ../fr-fr/report/x y.html
        \(Self.digest)  a.json

        """)
    let (read, problems) = DigestList.read(list.bytes, path: "S")
    #expect(problems == [] && read.digests == list.digests)
  }

  @Test(arguments: [
    "short  a", "\(digest) a", "\(digest)  ", "\(digest)  ../../a", "\(digest)  /etc/passwd",
    "\(digest)  a/../../b", digest.uppercased() + "  a", "\(digest)  a\n\(digest)  a",
  ])
  func whatIsNoListIsRefused(text: String) {
    let (_, problems) = DigestList.read(Array("\(text)\n".utf8), path: "S")
    #expect(problems.count == 1)
    #expect(problems.first?.code == "verify.list")
  }
}
