import Digests
public import FileSystem
import Localization
import Model

/// The style sheets, scripts and the icon of a publication.
///
/// Their names hold a digest of their bytes, so that a browser never takes an old one for a new
/// one.
public struct PublicationAssets: Sendable {
  private struct Asset: Sendable {
    var path: RelativePath
    var bytes: [UInt8]
  }

  private var assets: [String: Asset] = [:]

  /// What each file is made of, in this order.
  ///
  /// The report's parts may be absent.
  private static let bundles: [(key: String, name: String, parts: [String])] = [
    ("style", "site.css", ["base.css", "search.css", "content.css", "site.css"]),
    ("script", "site.js", ["site.js", "content.js"]),
    ("reportStyle", "report.css", ["base.css", "search.css", "report.css"]),
    ("reportScript", "report.js", ["site.js", "report.js"]),
    ("searchScript", "search.js", ["search.js"]),
    ("icon", "icon.svg", ["icon.svg"]),
  ]

  /// Reads the files of the `assets` folders of some folders of templates.
  ///
  /// - Parameter folders: A file of a later folder takes the place of an earlier one's.
  /// - Throws: If a file can't be read, or none of the folders has it.
  public init(templateFolders folders: [String]) throws(SiteFailure) {
    for bundle in Self.bundles {
      var bytes: [UInt8] = []
      for part in bundle.parts {
        guard let found = try Self.read("assets/\(part)", in: folders) else {
          if part.hasPrefix("report.") { continue }
          let place = SourceLocation(path: folders.last ?? "")
          throw SiteFailure([
            Diagnostic(.error, "template.asset", at: place, "no file 'assets/\(part)'")
          ])
        }
        bytes += found
      }
      if bundle.name.hasSuffix(".js") { bytes = Self.compact(bytes) }
      if bundle.name.hasSuffix(".css") { bytes = Self.compact(style: bytes) }
      let digest = Digests.sha256(bytes).prefix(10)
      let dot = bundle.name.firstIndex(of: ".") ?? bundle.name.endIndex
      let name = "assets/\(bundle.name[..<dot]).\(digest)\(bundle.name[dot...])"
      if let path = RelativePath(name) { assets[bundle.key] = Asset(path: path, bytes: bytes) }
    }
  }

  /// A script without lines that hold only a comment, without what lines begin with, and without the
  /// ends of lines that end nothing.
  ///
  /// Lines with what may be a comment or a text of several lines stay on their own.
  static func compact(_ script: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(script.count)
    let hasTemplates = script.position(of: UInt8(ascii: "`"), in: 0..<script.count) != nil
    var wasPlain = false
    var start = 0
    while start < script.count {
      let end = script.position(of: 10, in: start..<script.count) ?? script.count
      var code = start
      while code < end, script[code] == 32 { code += 1 }
      start = end + 1
      if code == end || script.hasBytes("//", at: code) { continue }
      let isPlain = !hasTemplates && script.range(of: "//", in: code..<end) == nil
      let isJoined = script[code] == UInt8(ascii: "}") || output.last.map(endsNothing) ?? true
      if !isJoined || !isPlain || !wasPlain, !output.isEmpty { output.append(10) }
      output += script[code..<end]
      wasPlain = isPlain
    }
    output.append(10)
    return output
  }

  private static func endsNothing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "("): true
    default: false
    }
  }

  /// A style sheet without comments on lines of their own, and without what lines begin with.
  static func compact(style sheet: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(sheet.count)
    var start = 0
    while start < sheet.count {
      if sheet[start] == 32 || sheet[start] == 10 {
        start += 1
      } else if let end = endOfComment(in: sheet, at: start) {
        start = end
      } else {
        let end = sheet.position(of: 10, in: start..<sheet.count) ?? sheet.count
        output += sheet[start..<end]
        output.append(10)
        start = end
      }
    }
    return output
  }

  /// The end of a comment that begins at a place, if its last line holds nothing else.
  private static func endOfComment(in sheet: [UInt8], at start: Int) -> Int? {
    guard sheet.hasBytes("/*", at: start),
      let close = sheet.range(of: "*/", in: start + 2..<sheet.count)
    else { return nil }
    let end = sheet.position(of: 10, in: close.upperBound..<sheet.count) ?? sheet.count
    return sheet[close.upperBound..<end].allSatisfy { $0 == 32 } ? end : nil
  }

  private static func read(_ path: String, in folders: [String]) throws(SiteFailure) -> [UInt8]? {
    for folder in folders.reversed() {
      let file = folder.appendingPathPart(path)
      guard Files.exists(file) else { continue }
      do throws(FileError) { return try Files.read(file, limit: 4 << 20) } catch {
        throw SiteFailure([error.diagnostic])
      }
    }
    return nil
  }

  /// The path of each file below the top of the output, by the names that templates use: `style`
  /// and `script` for the site, `reportStyle` and `reportScript` for the report, `icon`.
  public var values: TemplateValue {
    .object(TemplateObject(assets.mapValues { .text($0.path.description) }))
  }

  /// Writes the files.
  ///
  /// Once for a publication, however many parts it has.
  public func write(into tree: StagedTree) throws(StagedTreeError) {
    for key in assets.keys.sorted() {
      guard let asset = assets[key] else { continue }
      try tree.write(asset.path, asset.bytes, from: "templates/assets (\(key))")
    }
  }
}
