import Foundation

/// Reads the texts of units and of the whole article from a page, independently of what wrote it.
struct ArticleReader {
  /// The texts of the units' translations, and of their sources, letters and digits alone.
  private(set) var targets: [String] = []
  private(set) var sources: [String] = []
  /// What a reader sees with the translation chosen.
  private(set) var visibleText = ""
  /// The addresses of links.
  private(set) var addresses: [String] = []

  private static let voidElements: Set<Substring> = ["br", "hr", "img", "input", "col", "wbr"]

  init(_ page: String) {
    guard let start = page.firstRange(of: "<article"), let end = page.firstRange(of: "</article>")
    else { return }
    var classes: [Substring] = []
    var target: String?
    var source: String?
    // What has become of a source since is no part of it.
    var isChange = false
    for token in page[start.lowerBound..<end.lowerBound].matches(of: /<[^>]+>|[^<]+/) {
      let text = token.output
      if text.hasPrefix("</") {
        switch classes.popLast() {
        case "unit-target"?:
          targets.append((target ?? "").lettersAlone)
          target = nil
        case "unit-source"?:
          sources.append((source ?? "").lettersAlone)
          source = nil
        case "unit-drift"?: isChange = false
        default: break
        }
      } else if text.hasPrefix("<") {
        let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber }
        if let address = text.firstMatch(of: /href="([^"]*)"/) {
          addresses.append(String(address.output.1))
        }
        if Self.voidElements.contains(name) { continue }
        let kind = text.firstMatch(of: /class="([^"]*)"/)?.output.1 ?? ""
        classes.append(kind)
        if kind == "unit-target" { target = "" }
        if kind == "unit-source" { source = "" }
        if kind == "unit-drift" { isChange = true }
      } else if !isChange {
        target?.append(contentsOf: text)
        source?.append(contentsOf: text)
        if source == nil { visibleText.append(contentsOf: text) }
      }
    }
    visibleText = visibleText.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}

extension String {
  /// Letters and digits, without markup: enough to tell one sentence from another.
  var lettersAlone: String {
    var text = replacing(/\]\([^)\s]*(?:\s"[^"]*")?\)/, with: "]")
    text = text.replacing(/&(?:#?[A-Za-z0-9]+);/, with: "")
    text = text.replacing(/<\/?(?:a|b|i|br|em|strong|span|sub|sup|u)\b[^>]*>/, with: "")
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }))
  }
}
