import FileSystem
import Testing

@testable import DocGen

/// What of an included text changes when it goes to another folder.
@Suite struct ContentRelocationTests {
  private func moved(_ text: String) throws -> String {
    let from = try #require(RelativePath("topics/includes/x.md"))
    let to = try #require(RelativePath("docs/deep/a.md"))
    let bytes = LinkRelocation(from: from, to: to).apply(to: Array(text.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("[a](../t.md)", "[a](../../topics/t.md)"), ("[a](../t.md#x)", "[a](../../topics/t.md#x)"),
    ("[a](<../sp ace.md>)", "[a](<../../topics/sp ace.md>)"),
    ("[a]( ../t.md )", "[a]( ../../topics/t.md )"),
    ("[a](../t.md \"title\")", "[a](../../topics/t.md \"title\")"),
    ("[a](\n../t.md)", "[a](\n../../topics/t.md)"),
    ("[over\nlines](../t.md)", "[over\nlines](../../topics/t.md)"),
    ("[![i](../i.png)](../t.md)", "[![i](../../topics/i.png)](../../topics/t.md)"),
    ("[a](../p(1).md)", "[a](../../topics/p(1).md)"),
    ("[a](../p\\(1\\).md)", "[a](../../topics/p%281%29.md)"),
    ("[a](..\\t.md)", "[a](../../topics/t.md)"), ("[a](..\\..\\t.md)", "[a](../../t.md)"),
    ("<img src=\"..\\..\\i.png\">", "<img src=\"../../i.png\">"),
    ("It's a ` mark [a](../t.md).", "It's a ` mark [a](../../topics/t.md)."),
    ("``a ` b`` [a](../t.md)", "``a ` b`` [a](../../topics/t.md)"),
    ("[d]: ../t.md", "[d]: ../../topics/t.md"), ("[d]:\t../t.md", "[d]:\t../../topics/t.md"),
    ("[d]: <../sp ace.md>", "[d]: <../../topics/sp ace.md>"),
    ("> [d]: ../t.md 'title'", "> [d]: ../../topics/t.md 'title'"),
    ("<a href='../t.md'>", "<a href='../../topics/t.md'>"),
    ("<a HREF = \"../t.md\">", "<a HREF = \"../../topics/t.md\">"),
    ("<a href=../t.md>x</a>", "<a href=../../topics/t.md>x</a>"),
    ("<img alt=\"a\"\n  src=\"../i.png\">", "<img alt=\"a\"\n  src=\"../../topics/i.png\">"),
    (
      ":::image source='../i.png' alt-text=\"d\":::",
      ":::image source='../../topics/i.png' alt-text=\"d\":::"
    ),
    (
      ":::image source = \"../i.png\"\n  lightbox=\"../j.png\":::",
      ":::image source = \"../../topics/i.png\"\n  lightbox=\"../../topics/j.png\":::"
    ),
  ])
  func moves(text: String, expected: String) throws { #expect(try moved(text) == expected) }

  /// Text that only looks like an address, code, and what is read where it stands.
  @Test(arguments: [
    "[^1]: See the list.", "[hint]: read this first", "Set source=\"conf.txt\" there.",
    "a](../t.md)", "\\[a](../t.md)", "`[a](../t.md)`", "`[a\n](../t.md)`", "    [a](../t.md)",
    "```\n[a](../t.md)\n```", "[a](#x)", "[a](/t.md)", "[a](~/t.md)", "[a](https://e.example/t.md)",
    "If a <b && c == d", "<p title==\"\">", "<p \"= =1>", "[a](mailto:a@e.example)",
    "[!INCLUDE [a](../t.md)]", "[!code-cs[a](../t.cs)]",
    ":::code language=\"cs\" source=\"../t.cs\":::", "[quoted]", "[ ](", "[a](<../t.md",
    "Set src=\"../t.md\":",
  ])
  func leavesAlone(text: String) throws { #expect(try moved(text) == text) }
}
