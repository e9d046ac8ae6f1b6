import YAML

/// The former kind of landing pages, `### YamlMime:YamlDocument` with `documentType: LandingData`:
/// sections of paragraphs, lists of cards and links, and tables of links.
extension YAMLPage {
  mutating func addLandingData(_ root: YAMLNode) {
    addText(root.value("abstract")?.value("description"))
    addCard(root.value("abstract")?.value("aside"))
    add("\n", from: nil)
    for section in entries(of: root.value("sections")) {
      addHeading(section.value("title"), level: 2)
      for block in entries(of: section.value("items")) { addBlock(block) }
    }
  }

  private mutating func addBlock(_ block: YAMLNode) {
    addHeading(block.value("title"), level: 3)
    addText(block.value("text"))
    addMarkdown(block.value("html"))
    let (cards, rows) = (entries(of: block.value("items")), entries(of: block.value("rows")))
    if !cards.isEmpty || !rows.isEmpty { beginList() }
    for card in cards { addCard(card) }
    // Of cards it is the number of columns.
    let columns = rows.isEmpty ? [] : entries(of: block.value("columns"))
    for row in rows { addRow(row, of: columns) }
    add("\n", from: nil)
  }

  /// A card or an entry of a list: a title that may be a link, and words in HTML.
  private mutating func addCard(_ card: YAMLNode?) {
    guard let card else { return }
    let title = Self.inline(card.value("title") ?? card.value("text"))
    let words = Self.line(card.value("html"))
    let name = Self.block(title.isEmpty ? words : title)
    guard !name.isEmpty else { return }
    let address = Self.address(card.value("href"))
    add(
      "- " + (address.isEmpty || title.isEmpty ? name : "[\(name)](<\(address)>)") + "\n",
      from: card.value("href") ?? card.value("html") ?? card)
    guard !title.isEmpty, !words.isEmpty else { return }
    add("\n  \(words)\n", from: card.value("html"))
  }

  /// A row of a table of links, as a list: its cells have no words of their own.
  private mutating func addRow(_ row: YAMLNode, of columns: [YAMLNode]) {
    add("- \(Self.block(Self.inline(row.value("title"))))\n", from: row.value("title") ?? row)
    for (column, cell) in zip(columns, row.value("values")?.sequence ?? []) {
      let address = Self.address(cell.value("href"))
      let text = cell.value("text") ?? cell.value("title")
      let name = Self.inline(text ?? column.value("title") ?? column.value("text"))
      guard !address.isEmpty || text != nil else { continue }
      add(
        "  - " + (address.isEmpty ? Self.block(name) : "[\(name)](<\(address)>)") + "\n",
        from: cell.value("href"))
    }
  }
}
