import Testing

@testable import DocGen

@Suite struct TemplateObjectTests {
  /// Names of every length around what is read at a time, some of which differ in one byte only.
  static let names = (0...20).flatMap { length in
    let name = String(repeating: "n", count: length)
    return [name]
      + (0..<length).map { position in
        String(name.enumerated().map { $0.offset == position ? "x" : $0.element })
      }
  }

  @Test func findsEachNameAmongMany() {
    let object = TemplateObject(Self.names.enumerated().map { ($0.element, .integer($0.offset)) })
    for (index, name) in Self.names.enumerated() { #expect(object[name] == .integer(index)) }
    #expect(object["nnnnnx_"] == nil)
    #expect(TemplateObject()["n"] == nil)
  }

  /// Marks only spare comparing: names that share one are still told apart.
  @Test func namesWithOneMarkAreTwoNames() throws {
    // Only the first and the last eight bytes are mixed.
    let (first, second) = ("beginning-A-the-end", "beginning-B-the-end")
    #expect(TemplateKey.mark(of: first) == TemplateKey.mark(of: second))
    let object: TemplateObject = [first: 1]
    #expect(object[second] == nil)
    #expect(TemplateObject([(first, 1), (second, 2)])[first] == 1)
  }

  @Test func theLaterOfTwoCounts() {
    var object = TemplateObject([("a", 1), ("b", 2), ("a", 3)])
    #expect(object["a"] == 3)
    #expect(object == ["b": 2, "a": 3])
    object["a"] = 4
    #expect(object["a"] == 4)
    object["a"] = nil
    #expect(object["a"] == nil)
    #expect(object == ["b": 2])
  }

  @Test func mergingReplaces() {
    var object: TemplateObject = ["a": 1, "b": ["c": 2]]
    object.merge(["b": "new", "d": true])
    #expect(object == ["d": true, "b": "new", "a": 1])
    #expect(object != ["d": true, "b": "new"])
  }

  @Test(arguments: [
    ("a", "1"), ("o.a", "2"), ("o.o.a", "3"), ("o.none.a", ""), ("a.o", ""), ("none.a", ""),
    // The first part is found inside; what it lacks isn't looked for further out.
    ("o.b", ""),
  ])
  func namesAreFollowedInwards(name: String, text: String) throws {
    let inner: TemplateValue = ["o": ["a": 2, "o": ["a": 3]]]
    let outer: TemplateValue = ["a": 1, "o": ["b": 4]]
    let context = TemplateContext([outer, inner])
    let found = context[TemplateName(name)]
    #expect(found == (Int(text).map { .integer($0) }))
  }
}
