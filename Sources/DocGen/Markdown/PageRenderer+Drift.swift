import Localization
import Model

extension PageRenderer {
  /// What changed in the source of a unit since it was translated.
  func change(of tag: some Collection<UInt8>) -> PageDrift.Change? {
    let id = tag.drop { $0 != UInt8(ascii: "\"") }.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
    return options.changes[String(decoding: id, as: UTF8.self)]
  }

  /// Writes, at the end of a unit's source, what became of it: words that were removed and added.
  mutating func writeChange() {
    guard let change else { return }
    self.change = nil
    let locale = options.words.locale ?? options.locale
    let isRemoved = change.new == nil
    html.raw("<span class=\"unit-drift\"><span class=\"unit-drift-label\" lang=\"")
    html.text(locale.tag)
    html.raw("\" dir=\"")
    html.text(locale.direction)
    html.raw("\">")
    html.text(isRemoved ? options.words.sourceRemoved : options.words.sourceChanged)
    html.raw("</span>")
    if let new = change.new {
      let (old, new) = (Array(change.old.utf8), Array(new.utf8))
      let (plainOld, plainNew) = (HeadingAnchor.plainText(old), HeadingAnchor.plainText(new))
      if plainOld.elementsEqual(plainNew) {
        // Only the markup changed, such as where a link leads; so the markup is what there is to show.
        html.raw(" <code>")
        write(WordDifference.pieces(from: old[...], to: new[...]))
        html.raw("</code>")
      } else {
        html.raw(" ")
        write(WordDifference.pieces(from: Array(plainOld)[...], to: Array(plainNew)[...]))
      }
    }
    html.raw("</span>")
  }

  private mutating func write(_ pieces: [WordDifference.Piece]) {
    for (number, piece) in pieces.enumerated() {
      if number > 0 { html.raw(" ") }
      switch piece.change {
      case .same: html.text(piece.text)
      case .removed: write(piece.text, in: "del")
      case .added: write(piece.text, in: "ins")
      }
    }
  }

  private mutating func write(_ text: String, in element: String) {
    html.raw("<")
    html.text(element)
    html.raw(">")
    html.text(text)
    html.raw("</")
    html.text(element)
    html.raw(">")
  }
}
