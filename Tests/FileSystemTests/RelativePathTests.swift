import FileSystem
import TestSupport
import Testing

@Suite struct RelativePathTests {
  @Test(arguments: [
    "a", "a/b.md", ".hidden/...", "a b/é", "..a", "a..", String(repeating: "a", count: 255),
  ])
  func accepts(text: String) throws {
    #expect(try #require(RelativePath(text)).description == text)
  }

  @Test(arguments: [
    "", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b", "a/../b", "a\0b",
    String(repeating: "a", count: 256), String(repeating: "a/", count: 2100) + "a",
  ])
  func refuses(text: String) {
    #expect(RelativePath(text) == nil)
  }

  @Test func partsOfAPath() throws {
    let path = try #require(RelativePath("a/b/page.tar.md"))
    #expect(path.name == "page.tar.md")
    #expect(path.folder?.description == "a/b")
    #expect(path.folder?.folder?.folder == nil)
    #expect(path.fileExtension == "md")
    #expect(path.replacingExtension(with: "html").description == "a/b/page.tar.html")
    #expect(path.path(in: "root/") == "root/a/b/page.tar.md")
    #expect(path.path(in: "root") == "root/a/b/page.tar.md")
    #expect(RelativePath("x/.hidden")?.fileExtension == "")
    #expect(RelativePath("x.y/z")?.replacingExtension(with: "html").description == "x.y/z.html")
  }

  @Test func composedAndDecomposedNamesAreTwoFiles() {
    #expect(RelativePath("e\u{301}") != RelativePath("\u{E9}"))
    #expect(Set([RelativePath("e\u{301}"), RelativePath("\u{E9}")]).count == 2)
  }

  @Test func orderIsThatOfBytes() {
    let paths = ["a/b", "a-b", "B", "é", "a"].compactMap(RelativePath.init).sorted()
    #expect(paths.map(\.description) == ["B", "a", "a-b", "a/b", "é"])
  }

  @Test(arguments: [
    ("b.md", "docs/en/b.md"), ("./b.md", "docs/en/b.md"), ("../fr/b.md", "docs/fr/b.md"),
    ("../../b.md", "b.md"), ("/b.md", "b.md"), ("x/", "docs/en/x"), ("x//y", "docs/en/x/y"),
  ])
  func resolves(reference: String, expected: String) throws {
    let page = try #require(RelativePath("docs/en/a.md"))
    let resolved = try #require(page.resolving(reference))
    #expect(resolved.description == expected)
    #expect(page.resolving(page.reference(to: resolved)) == resolved)
  }

  @Test(arguments: ["", "../../..", "../../../b.md", "/", "/../a", "..\0"])
  func refusesToLeaveTheRoot(reference: String) {
    #expect(RelativePath("docs/en/a.md")?.resolving(reference) == nil)
  }

  @Test(arguments: [
    ("a.md", "b.md", "b.md"), ("x/a.md", "b.md", "../b.md"), ("a.md", "x/b.md", "x/b.md"),
    ("x/y/a.md", "x/z/b.md", "../z/b.md"), ("x/a", "x", "../x"), ("x/a", "x/a", "a"),
  ])
  func references(from: String, to: String, expected: String) throws {
    let (from, to) = (try #require(RelativePath(from)), try #require(RelativePath(to)))
    #expect(from.reference(to: to) == expected)
  }

  /// What a reference leads to, told part by part.
  static func destination(of reference: String, from page: [String]) -> [String]? {
    var parts = reference.hasPrefix("/") ? [] : Array(page.dropLast())
    for part in reference.split(separator: "/").map(String.init) where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.isEmpty ? nil : parts
  }

  /// Paths and references put together at random.
  @Test(arguments: 0..<4)
  func referencesLeadWhereTheirPartsSay(part: Int) throws {
    for seed in part * 500..<(part + 1) * 500 {
      var dice = Dice(seed: seed)
      let page = (0...dice.roll(4)).map { _ in dice.pick(["a", "b", "c.md", "é", "..a"]) }
      let path = try #require(RelativePath(page.joined(separator: "/")))
      var reference = dice.pick(["", "/", "./", "../"])
      for _ in 0...dice.roll(5) {
        reference += dice.pick(["a/", "..", "../", "./", "b.md", "é", "//", "..a/"])
      }
      let expected = Self.destination(of: reference, from: page)
      #expect(
        path.resolving(reference)?.components.map(String.init) == expected, "\(path) \(reference)")
      guard let found = path.resolving(reference) else { continue }
      #expect(path.resolving(path.reference(to: found)) == found)
      #expect(found.resolving(found.reference(to: path)) == path)
    }
  }

  @Test func findsFilesInAnotherCase() throws {
    let paths = ["Media/Shot.PNG", "a.md", "A.md", "É.md"].compactMap(RelativePath.init)
    let index = CaseInsensitiveIndex(paths)
    func match(_ text: String) throws -> CaseInsensitiveIndex.Match {
      index.match(try #require(RelativePath(text)))
    }
    #expect(try match("Media/Shot.PNG") == .exact(paths[0]))
    #expect(try match("media/shot.png") == .differsInCase(paths[0]))
    #expect(try match("é.MD") == .differsInCase(paths[3]))
    #expect(try match("a.md") == .exact(paths[1]))
    #expect(try match("a.MD") == .ambiguous([paths[2], paths[1]]))
    #expect(try match("b.md") == .missing)
  }
}
