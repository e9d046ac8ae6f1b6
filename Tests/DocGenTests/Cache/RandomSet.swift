import FileSystem
import Foundation
import Localization
import Model
import TestSupport

/// A small set in three languages of everything that pages are made of, and changes to it, by chance.
struct RandomSet {
  private var dice: Dice
  private let folder: TemporaryFolder
  /// Files that were taken away, with their bytes.
  private var removed: [(path: String, bytes: [UInt8])] = []

  private static let locales = ["en-us", "fr-fr", "ar-sa"]
  private static let pages = ["index", "a", "b", "c", "d/e", "d/index"]
  private static let words = [
    "en-us": "save the record when customers change their data".split(separator: " "),
    "fr-fr": "enregistrer la fiche quand les clients changent".split(separator: " "),
    "ar-sa": "احفظ السجل عندما يغير العملاء بياناتهم".split(separator: " "),
  ]
  private static let names =
    pages.map { "\($0).md" } + [
      "toc.yml", "d/toc.yml", "docfx.json", "d/docfx.json", "zone-pivot-groups.yml", "hub.yml",
      "module.yml", "unit.yml", ".openpublishing.redirection.json", "code/s.swift", "media/p.png",
      "media/v.svg", "includes/x.md", "includes/y.md",
    ]

  /// Writes a set below `content/` of a folder.
  init(seed: Int, in folder: TemporaryFolder) throws {
    (dice, self.folder) = (Dice(seed: seed), folder)
    for locale in Self.locales {
      for name in Self.names where locale == "en-us" || dice.roll(2) == 0 {
        if name.hasSuffix("docfx.json"), dice.roll(3) > 0 { continue }
        try write("\(locale)/\(name)")
      }
    }
    // There is always a page.
    try folder.write("content/en-us/start.md", "# Start\n")
  }

  private func file(_ path: String) -> String { "\(folder.path)/content/\(path)" }

  private mutating func write(_ path: String) throws {
    let locale = String(path.prefix(5))
    try folder.write("content/\(path)", text(of: String(path.dropFirst(6)), locale))
  }

  private mutating func phrase(_ locale: String, _ count: Int) -> String {
    let words = Self.words[locale] ?? []
    return (0..<count).map { _ in String(words[dice.roll(words.count)]) }.joined(separator: " ")
  }

  private mutating func text(of name: String, _ locale: String) -> String {
    switch name {
    case _ where name.hasPrefix("includes/"): block(locale) + "\n"
    case _ where name.hasSuffix(".md"): page(name, locale)
    case _ where name.hasSuffix("toc.yml"): contents(locale)
    case _ where name.hasSuffix("docfx.json"): configuration()
    case "zone-pivot-groups.yml":
      "groups:\n- id: g\n  title: \(phrase(locale, 1))\n  pivots:\n  - id: one\n"
        + "    title: \(phrase(locale, 2))\n"
    case "hub.yml":
      "### YamlMime:Landing\ntitle: \(phrase(locale, 2))\nsummary: \(phrase(locale, 3))\n"
        + "landingContent:\n- title: \(phrase(locale, 1))\n  linkLists:\n"
        + "  - linkListType: overview\n    links:\n    - text: \(phrase(locale, 2))\n"
        + "      url: \(dice.pick(Self.pages)).md\n"
    case "module.yml":
      "### YamlMime:Module\nuid: m\ntitle: \(phrase(locale, 2))\nunits:\n- m.u\n"
    case "unit.yml":
      "### YamlMime:ModuleUnit\nuid: m.u\ntitle: \(phrase(locale, 1))\n"
        + "durationInMinutes: \(dice.roll(9))\ncontent: |\n  [!include[](includes/x.md)]\n"
    case ".openpublishing.redirection.json":
      #"{"redirections": [{"source_path": "gone.md", "redirect_url": ""#
        + dice.pick(Self.pages) + #""}]}"#
    case "code/s.swift": "// <part>\nlet a = \(dice.roll(99))\n// </part>\n"
    default: "<svg><!-- \(dice.roll(99)) --></svg>"
    }
  }

  /// A table of contents, some of whose entries lead to pages of other folders, or to parts of pages.
  private mutating func contents(_ locale: String) -> String {
    func page() -> String {
      dice.pick(["", "../", "~/"]) + dice.pick(Self.pages) + ".md" + dice.pick(["", "", "#part"])
    }
    let order = dice.roll(3) == 0 ? "order: \(dice.roll(3) - 1)\nitems:\n" : ""
    return order + "- name: \(phrase(locale, 2))\n  href: \(page())\n"
      + "- name: \(phrase(locale, 1))\n  items:\n  - href: \(page())\n"
  }

  private mutating func configuration() -> String {
    let place = dice.pick([
      "", #", "dest": "x""#, #", "exclude": ["c.md", "d/toc.yml"]"#,
      #", "exclude": ["d/**"]}, {"version": "v", "src": "d", "files": ["*.md"]"#,
    ])
    let value = dice.pick([
      #""globalMetadata": {"robots": "noindex"}"#,
      #""fileMetadata": {"description": {"e.md": "Words", "a.md": "More"}}"#,
      #""globalMetadata": {"titleSuffix": "S", "ms.date": "01/02/2026"}"#,
    ])
    return #"{"build": {"content": [{"files": ["**/*.md", "**/*.yml"]"# + place + "}], " + value
      + #", "resource": [{"files": ["**/*.png", "**/*.svg"]}]}}"#
  }

  private mutating func page(_ name: String, _ locale: String) -> String {
    var lines = ["---", "title: \(phrase(locale, 2))"]
    if dice.roll(3) == 0 { lines.append("description: \(phrase(locale, 3))") }
    if dice.roll(3) == 0 { lines.append("ms.date: 0\(1 + dice.roll(9))/12/2026") }
    if dice.roll(5) == 0 { lines.append("uid: u") }
    if locale != "en-us" { lines += origin(of: name) }
    lines += ["---", "", "# \(phrase(locale, 2))", ""]
    for _ in 0...dice.roll(4) { lines += [block(locale), ""] }
    return lines.joined(separator: "\n")
  }

  /// What a translation says of its source: nothing, something else, nonsense, or its hash.
  private mutating func origin(of name: String) -> [String] {
    switch dice.roll(5) {
    case 0: return []
    case 1: return ["ms.openlocfilehash: \(String(repeating: "0", count: 40))"]
    case 2: return ["ms.openlocfilehash: abc"]
    default:
      guard let source = folder.text("content/en-us/\(name)") else { return [] }
      let hash = SourceFreshness.sha1(ofSource: Array(source.utf8))
      return ["ms.openlocfilehash: \(hash)", "ms.translationtype: \(dice.pick(["HT", "MT"]))"]
    }
  }

  private mutating func block(_ locale: String) -> String {
    let words = phrase(locale, 3)
    let page = dice.pick(Self.pages + ["gone"])
    return switch dice.roll(14) {
    case 0: "## \(dice.pick(["Part", "One", words]))"
    case 1: "[\(words)](\(page).md#\(dice.pick(["part", "one"])))"
    case 2: "[!INCLUDE [x](includes/\(dice.pick(["x", "y"])).md)]"
    case 3: "[!INCLUDE [x](\(page).md)]"
    case 4: ":::code language=\"swift\" source=\"code/s.swift\" id=\"part\":::"
    case 5: ":::code language=\"xml\" source=\"media/v.svg\":::"
    case 6: "![\(words)](\(dice.pick(["", "../"]))media/p.png)"
    case 7: "::: zone pivot=\"one\"\n\n\(words)\n\n::: zone-end"
    case 8: Bilingual.unit(103 + dice.roll(9), words, phrase("en-us", 3))
    case 9: "> [!NOTE]\n> \(words)"
    case 10: "<xref:u> <table><tr><td>\(words)</td></tr></table>"
    case 11: ":::bild source=\"media/p.png\" alt-text=\"\(words)\":::"
    default: "\(words.capitalized)."
    }
  }

  /// Changes something.
  ///
  /// - Returns: What was done, for the words of a failure.
  mutating func change() throws -> String {
    let files = folder.contents().filter {
      $0.hasPrefix("content/") && !$0.hasSuffix("/") && $0 != "content/en-us/start.md"
    }.map { String($0.dropFirst(8)) }
    guard !files.isEmpty else { return "nothing" }
    let path = dice.pick(files)
    let bytes = try Files.read(file(path))
    let kind = dice.roll(12)
    switch kind {
    case 0...2: try write(path)
    case 3: try folder.write("content/\(path)", bytes + Array("\n\nMore.\n".utf8))
    case 4:
      removed.append((path, bytes))
      Files.removeTree(file(path))
    case 5:
      guard let last = removed.popLast() else { break }
      try folder.write("content/\(last.path)", last.bytes)
    case 6: try write("\(dice.pick(Self.locales))/\(dice.pick(Self.names))")
    case 7:
      // To the folder below, or from there; the same name, the same bytes.
      let name = String(path.dropFirst(6))
      let other = name.hasPrefix("d/") ? String(name.dropFirst(2)) : "d/\(name)"
      try folder.write("content/\(path.prefix(6))\(other)", bytes)
      Files.removeTree(file(path))
    case 8: try folder.write("content/\(path)", bytes)
    case 9:
      removed.append((path, bytes))
      let place = dice.roll(bytes.count + 1)
      try folder.write("content/\(path)", bytes[..<place] + [0xFF] + bytes[place...])
    case 10: try folder.write("content/\(path)", bytes.flatMap { $0 == 10 ? [13, 10] : [$0] })
    default: return try damage()
    }
    return "\(kind) \(path)"
  }

  /// Changes what an earlier build left: its output or its cache.
  private mutating func damage() throws -> String {
    let files = folder.contents().filter {
      ($0.hasPrefix("cache/") && !$0.hasPrefix("cache/former") || $0.hasPrefix("public/"))
        && !$0.hasSuffix("/") && $0 != "public/.vouch-output"
    }
    guard !files.isEmpty else { return "nothing" }
    let path = dice.pick(files)
    let bytes = try Files.read("\(folder.path)/\(path)")
    Files.removeTree("\(folder.path)/\(path)")
    switch dice.roll(3) {
    case 0: break
    case 1: try folder.write(path, Array(bytes.prefix(bytes.count / 2)))
    default: try folder.write(path, bytes + [10])
    }
    return "damage \(path)"
  }
}
