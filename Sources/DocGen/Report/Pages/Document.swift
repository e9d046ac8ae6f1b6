import Model

/// A page that is made of blocks, in HTML and in Markdown alike.
struct Document: Sendable {
  /// What the page is about.
  var lead: [Message] = []
  /// A word that says how it stands, such as "adds up".
  var verdict: (title: Message, text: Message?, isGood: Bool)?
  /// What a reader must bear in mind.
  var cautions: [Message] = []
  /// The links to pages that belong to this one.
  var links: [(name: MessageValue, href: String)] = []
  var blocks: [Block] = []

  func make(_ wording: Wording) -> TemplateObject {
    [
      "lead": .list(lead.map { ["text": wording.markup($0)] }),
      "verdict": verdict.map { verdict in
        [
          "title": wording.markup(verdict.title),
          "text": verdict.text.map(wording.markup) ?? .null,
          "state": .text(verdict.isGood ? "open" : "failed"),
        ]
      } ?? .null,
      "cautions": .list(cautions.map { ["text": wording.markup($0)] }),
      "hasLinks": .boolean(!links.isEmpty),
      "links": .list(
        links.map { ["name": wording.markup($0.name), "href": .text($0.href)] }),
      "parts": .list(blocks.map { $0.make(wording) }),
    ]
  }
}

extension Wording {
  /// The address of another page of the report, whose path has no suffix.
  func page(_ path: String, anchor: String? = nil) -> String {
    "\(path).\(form == .html ? "html" : "md")"
      + (form == .html ? anchor.map { "#\($0)" } ?? "" : "")
  }
}
