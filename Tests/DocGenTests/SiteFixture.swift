import DocGen
import FileSystem
import Foundation
import Localization
import Model
import TestSupport
import Testing

/// A site built from files that stand in a test, with the project's own templates and its English
/// words: translations of those come and go while the site stays the same.
struct TestSite {
  let folder: TemporaryFolder
  let summary: SiteSummary

  /// Writes the files below `content/` and builds them into `public/`.
  init(
    _ files: [String: String], _ change: (inout SiteRequest) -> Void = { _ in }
  ) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("content/\(name)", text) }
    let words = SharedMaterial.projectFolder.appending(path: "content/messages/en-us.po")
    try folder.write("words/en-us.po", String(contentsOf: words, encoding: .utf8))
    summary = try Self.build(in: folder, change)
  }

  /// The project's own templates.
  static let templates = "\(SharedMaterial.projectFolder.path)/templates"

  @discardableResult
  static func build(
    in folder: TemporaryFolder, _ change: (inout SiteRequest) -> Void = { _ in }
  ) throws -> SiteSummary {
    var request = SiteRequest(
      layers: try ContentLayer.layers(in: "\(folder.path)/content"),
      templateFolders: [templates], messageFolder: "\(folder.path)/words")
    change(&request)
    let tree = try StagedTree(replacing: "\(folder.path)/public")
    let summary = try SiteBuild(request).run(into: tree)
    _ = try tree.commit()
    return summary
  }

  /// A file of the output.
  subscript(path: String) -> String { folder.text("public/\(path)") ?? "" }

  /// What lies in the output, without the folders and the marker.
  var files: [String] {
    folder.contents().filter { $0.hasPrefix("public/") && !$0.hasSuffix("/") }
      .map { String($0.dropFirst(7)) }.filter { !$0.hasPrefix(".") }
  }

  /// The problems, with paths below the content folder.
  var problems: [String] {
    summary.diagnostics.map {
      $0.description.replacing("\(folder.path)/content/", with: "")
    }
  }

  /// A page's article alone.
  func article(_ path: String) -> String {
    let page = self[path]
    guard let start = page.firstRange(of: "<article"), let end = page.firstRange(of: "</article>")
    else { return "" }
    return String(page[start.lowerBound..<end.lowerBound])
  }

  /// The places above a page, each with the address that it leads to.
  func crumbs(of path: String) -> [(name: String, address: String?)] {
    let page = self[path]
    guard let start = page.firstRange(of: "class=\"crumbs\""),
      let end = page[start.upperBound...].firstRange(of: "</nav>")
    else { return [] }
    return page[start.upperBound..<end.lowerBound]
      .matches(of: /<li[^>]*>(?:<bdi[^>]*>)?(?:<a href="([^"]*)">)?([^<]*)/)
      .map { (String($0.output.2), $0.output.1.map(String.init)) }
  }
}

/// Makes the text of bilingual pages for tests.
enum Bilingual {
  /// A unit as localized pages have it.
  static func unit(_ number: Int, _ target: String, _ source: String) -> String {
    "<span data-ttu-id=\"0a1b2-\(number)\">\(target)</span>"
      + "<span class=\"sxs-lookup\"><span data-stu-id=\"0a1b2-\(number)\">\(source)</span></span>"
  }

  /// Front matter as translations have it, with the hash of the source they were made from.
  static func frontMatter(title: String, source: String, kind: String = "HT") -> String {
    """
    ---
    title: \(title)
    ms.openlocfilehash: \(SourceFreshness.sha1(ofSource: Array(source.utf8)))
    ms.sourcegitcommit: 0123456789abcdef0123456789abcdef01234567
    ms.translationtype: \(kind)
    ms.contentlocale: fr-FR
    ms.lasthandoff: 06/24/2021
    ms.locfileid: "6304923"
    ---

    """
  }
}
