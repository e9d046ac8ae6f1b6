import Model
import YAML

/// The former kind of landing pages, `### YamlMime:YamlDocument` with `documentType: LandingData`:
/// sections of paragraphs, lists of cards and links, and tables of links.
extension YAMLPage {
  mutating func addLandingData(_ root: YAMLNode) {
    addText(root["abstract"]?["description"])
    addCard(root["abstract"]?["aside"])
    add("\n", from: nil)
    for section in root["sections"]?.sequence ?? [] {
      addHeading(section["title"], level: 2)
      for block in section["items"]?.sequence ?? [] { addBlock(block) }
    }
  }

  private mutating func addBlock(_ block: YAMLNode) {
    addHeading(block["title"], level: 3)
    addText(block["text"])
    addMarkdown(block["html"])
    if block["items"]?.sequence?.isEmpty == false || block["rows"]?.sequence?.isEmpty == false {
      beginList()
    }
    for card in block["items"]?.sequence ?? [] { addCard(card) }
    for row in block["rows"]?.sequence ?? [] { addRow(row, of: block["columns"]?.sequence ?? []) }
    add("\n", from: nil)
  }

  /// A card or an entry of a list: a title that may be a link, and words in HTML.
  private mutating func addCard(_ card: YAMLNode?, indent: String = "") {
    guard let card else { return }
    let title = Self.inline(card["title"] ?? card["text"])
    let words = Self.line(card["html"])
    let name = title.isEmpty ? words : title
    guard !name.isEmpty else { return }
    let address = Self.address(card["href"])
    add(
      "\(indent)- " + (address.isEmpty || title.isEmpty ? name : "[\(name)](<\(address)>)") + "\n",
      from: card["href"] ?? card["html"] ?? card)
    guard !title.isEmpty, !words.isEmpty else { return }
    add("\n\(indent)  \(words)\n", from: card["html"])
  }

  /// A row of a table of links, as a list: its cells have no words of their own.
  private mutating func addRow(_ row: YAMLNode, of columns: [YAMLNode]) {
    add("- \(Self.inline(row["title"]))\n", from: row["title"] ?? row)
    for (column, cell) in zip(columns, row["values"]?.sequence ?? []) {
      let address = Self.address(cell["href"])
      let name = Self.inline(cell["text"] ?? cell["title"] ?? column["title"] ?? column["text"])
      guard !address.isEmpty || cell["text"] != nil || cell["title"] != nil else { continue }
      add("  - " + (address.isEmpty ? name : "[\(name)](<\(address)>)") + "\n", from: cell["href"])
    }
  }
}
