import Foundation
import Localization
import Model
import TestSupport

/// A page of the project's own documentation in one language.
struct OwnPage {
  /// The path below the language's folder, such as `rules/con-01.md`.
  let path: String
  let locale: LocaleTag
  let bytes: [UInt8]
  /// The units of a translated page; none of a source page.
  let scan: UnitScan

  static let folder = SharedMaterial.projectFolder.appending(path: "content")

  /// The languages that have a folder.
  static let locales: [LocaleTag] = LocaleTag.shipped.filter {
    FileManager.default.fileExists(atPath: folder.appending(path: "\($0)").path)
  }

  /// The languages with a folder but the source.
  static let translations = locales.filter { $0 != .source }

  /// All pages by language and path.
  static let all: [LocaleTag: [String: OwnPage]] = {
    var all: [LocaleTag: [String: OwnPage]] = [:]
    for locale in locales {
      let root = folder.appending(path: "\(locale)")
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
      for path in paths where path.hasSuffix(".md") {
        guard let data = try? Data(contentsOf: root.appending(path: path)) else { continue }
        all[locale, default: [:]][path] = OwnPage(
          path: path, locale: locale, bytes: Array(data), scan: Units.scan(Array(data)))
      }
    }
    return all
  }()

  /// The pages of a language in the order of their paths.
  static func pages(_ locale: LocaleTag) -> [OwnPage] {
    (all[locale] ?? [:]).values.sorted { $0.path < $1.path }
  }

  /// The pages about one rule each.
  static func rules(_ locale: LocaleTag) -> [OwnPage] {
    pages(locale).filter { $0.path.hasPrefix("rules/") && $0.path != "rules/index.md" }
  }

  /// The text of some bytes of the page.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The page without front matter, as its readers have it: no spans, no anchors.
  var body: String {
    let plain = scan.units.isEmpty ? bytes : Units.plainTarget(of: bytes, scan)
    return String(decoding: plain[FrontMatterBounds(plain).bodyStart...], as: UTF8.self)
  }

  /// The values of the front matter by name, as written.
  var frontMatter: [String: String] {
    guard let range = FrontMatterBounds(bytes).content else { return [:] }
    var values: [String: String] = [:]
    for line in text(range).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      values[String(line[..<colon])] = line[line.index(after: colon)...]
        .trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "\"")))
    }
    return values
  }
}
