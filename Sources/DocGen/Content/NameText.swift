import Localization

/// Titles, descriptions and names in front matter and tables of contents, which aren't Markdown.
enum NameText {
  /// The words that a reader sees: of units, which older translations have there too, the translation;
  /// nothing of marks around labels and untranslated words; and `&lt;` as readers know it.
  static func plain(_ written: String) -> String {
    var text = LabelMark.removed(from: Units.plainTarget(of: written))
    if text.utf8.contains(UInt8(ascii: ":")), text.contains(":::") {
      text = String(decoding: DirectiveMarks.withoutTerms(Array(text.utf8)), as: UTF8.self)
    }
    return CharacterReferences.resolved(withoutAnchors(text))
  }

  /// A text without empty anchors: tools for translators took the number sign of `#region` for a
  /// heading, and put its anchor there.
  static func withoutAnchors(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    return text.replacing(/<a (?:name|id)="[^"<>]*"><\/a>/, with: "")
  }
}
