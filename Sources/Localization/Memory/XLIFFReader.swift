import Foundation
import FoundationXML
import Model

/// Reads XLIFF 2.x and 1.2 with libxml2: no external entities, no network.
final class XLIFFReader: NSObject, XMLParserDelegate {
  private var file = ExchangeFile()
  private let path: String
  private var text: [UInt8] = []
  private var collects = false
  private var metadataKey: String?
  private var data: [String: [UInt8]] = [:]
  private var dataID: String?
  private var pairEnds: [[UInt8]] = []
  private var unit: ExchangeFile.Text?
  /// The segments of the unit, and what stands between them.
  private var parts: [Part] = []
  private var isIgnored = 0
  /// Whether the unit is approved, as XLIFF 1.2 has it; `nil` if it doesn't say.
  private var isApproved: Bool?
  private var ids: Set<String> = []

  /// A segment, or what isn't translated between two.
  private struct Part {
    var isIgnorable: Bool
    var source: [UInt8] = []
    var target: [UInt8]?
  }

  private init(path: String) { self.path = path }

  /// Reads a file; what is wrong with it stands among its diagnostics.
  static func read(_ bytes: [UInt8], path: String) -> ExchangeFile {
    let reader = XLIFFReader(path: path)
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    if !parser.parse(), !reader.file.diagnostics.contains(where: { $0.severity == .error }) {
      reader.report("syntax", "this is not well-formed XML", parser)
    }
    if reader.file.pages.isEmpty, reader.file.diagnostics.isEmpty {
      reader.report("empty", "there is no <file> of XLIFF in it", nil)
    }
    return reader.file
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
    report("syntax", "this is not well-formed XML", parser)
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name(element) {
    case "xliff": readLocale(attributes["trgLang"], parser)
    case "file":
      readLocale(attributes["target-language"], parser)
      file.pages.append(ExchangeFile.Page(path: attributes["original"] ?? ""))
    case "meta": begin(metadata: attributes["type"])
    case "note" where unit == nil: begin(metadata: attributes["from"])
    case "unit", "trans-unit":
      unit = ExchangeFile.Text(
        id: attributes["id"] ?? "", source: [], target: nil, isFinished: true,
        location: place(parser))
      isApproved = attributes["approved"].map { $0 == "yes" }
      (parts, data) = ([], [:])
    case "data":
      dataID = attributes["id"]
      begin()
    case "ignorable": parts.append(Part(isIgnorable: true))
    case "segment":
      parts.append(Part(isIgnorable: false))
      if attributes["state"] == "initial" { unit?.isFinished = false }
    case "source", "seg-source": begin()
    case "target":
      if isIgnored == 0 {
        // Without a state of its own a translation is as far as its unit is approved.
        let isUnfinished =
          attributes["state"].map { $0 == "new" || $0.hasPrefix("needs-") } ?? (isApproved == false)
        if isUnfinished { unit?.isFinished = false }
      }
      begin()
    case "alt-trans", "matches", "glossary": isIgnored += 1
    default: if collects, isIgnored == 0 { code(name(element), attributes, parser) }
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch name(element) {
    case "meta": end(metadata: metadataKey)
    case "note" where unit == nil: end(metadata: metadataKey)
    case "data":
      if let dataID { data[dataID] = text }
      end()
    case "source" where isIgnored == 0:
      withPart { $0.source += text }
      end()
    case "target" where isIgnored == 0:
      withPart { $0.target = ($0.target ?? []) + text }
      end()
    case "seg-source": end()
    case "pc": if collects { text += pairEnds.popLast() ?? [] }
    case "unit", "trans-unit": finishUnit()
    case "alt-trans", "matches", "glossary": isIgnored = max(0, isIgnored - 1)
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if collects, isIgnored == 0 { text += string.utf8 }
  }

  private func code(_ name: String, _ attributes: [String: String], _ parser: XMLParser) {
    func bytes(_ reference: String?) -> [UInt8]? { reference.flatMap { data[$0] } }
    switch name {
    case "pc":
      text += bytes(attributes["dataRefStart"]) ?? []
      pairEnds.append(bytes(attributes["dataRefEnd"]) ?? [])
      if bytes(attributes["dataRefStart"]) == nil { unknown(name, parser) }
    case "ph", "sc", "ec":
      if let raw = bytes(attributes["dataRef"]) {
        text += raw
      } else if attributes["dataRef"] != nil {
        unknown(name, parser)
      }
    case "cp":
      let scalar = attributes["hex"].flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init)
      if let scalar { text += String(scalar).utf8 }
    case "bpt", "ept", "it", "mrk", "sub", "sm", "em": break
    default: unknown(name, parser)
    }
  }

  private func unknown(_ name: String, _ parser: XMLParser) {
    report(
      "code", "this <\(name)> stands for markup that the file doesn't hold", parser,
      suggestion: "keep the codes of the exported file")
  }

  private func finishUnit() {
    guard var text = unit else { return }
    text.source = parts.flatMap(\.source)
    // What stands between segments needs no translation; a segment without one leaves the text open.
    let isTranslated = parts.contains { !$0.isIgnorable && $0.target?.isEmpty == false }
    let isWhole = parts.allSatisfy { $0.isIgnorable || $0.target != nil }
    text.target =
      isTranslated && isWhole ? parts.flatMap { $0.target ?? $0.source } : nil
    if file.pages.isEmpty { file.pages.append(ExchangeFile.Page(path: "")) }
    let last = file.pages.count - 1
    if !ids.insert("\(last) \(text.id)").inserted {
      file.diagnostics.report(
        .error, "exchange.duplicate", at: text.location,
        "the page has another text '\(text.id)'")
    } else {
      file.pages[last].texts.append(text)
    }
    unit = nil
  }

  /// Changes the part that is being read; XLIFF 1.2 has one without an element of its own.
  private func withPart(_ change: (inout Part) -> Void) {
    if parts.isEmpty { parts.append(Part(isIgnorable: false)) }
    change(&parts[parts.count - 1])
  }

  private func readLocale(_ name: String?, _ parser: XMLParser) {
    guard let name else { return }
    guard let locale = LocaleTag(name) else {
      return report("locale", "'\(name)' is not a locale", parser)
    }
    file.locale = locale
  }

  private func begin(metadata key: String?) {
    metadataKey = key
    begin()
  }

  private func begin() {
    (text, collects, pairEnds) = ([], true, [])
  }

  private func end(metadata key: String?) {
    if let key, !file.pages.isEmpty {
      file.pages[file.pages.count - 1].metadata[key] = String(decoding: text, as: UTF8.self)
    }
    end()
  }

  private func end() { (text, collects) = ([], false) }

  private func name(_ element: String) -> String {
    element.lastIndex(of: ":").map { String(element[element.index(after: $0)...]) } ?? element
  }

  private func place(_ parser: XMLParser?) -> SourceLocation {
    SourceLocation(
      path: path, line: parser?.lineNumber ?? 0, column: max(0, parser?.columnNumber ?? 0))
  }

  private func report(
    _ code: String, _ message: String, _ parser: XMLParser?, suggestion: String? = nil
  ) {
    file.diagnostics.report(
      .error, "exchange.\(code)", at: place(parser), message, suggestion: suggestion)
  }
}
