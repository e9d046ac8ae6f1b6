import DocGen
import Foundation
import Model
import TestSupport
import Testing

/// The description of what templates are told, against what they are told.
@Suite struct PageModelTests {
  /// The names that a template sees, as the problem of a name that isn't there lists them.
  private func names(in scope: String) throws -> Set<String> {
    let folder = try TemporaryFolder()
    let templates = URL(filePath: TestSite.templates)
    try FileManager.default.copyItem(
      at: templates, to: URL(filePath: "\(folder.path)/templates"))
    try folder.write("templates/site/page.mustache", "{{#page}}{{\(scope)nothing}}{{/page}}")
    try folder.write("content/en-us/index.md", "# Home\n")
    try folder.write("content/fr-fr/index.md", "# Accueil\n")
    let words = SharedMaterial.projectFolder.appending(path: "content/messages/en-us.po")
    try folder.write("words/en-us.po", String(contentsOf: words, encoding: .utf8))
    let summary = try TestSite.build(in: folder) { request in
      request.templateFolders = ["\(folder.path)/templates"]
    }
    let problem = try #require(summary.diagnostics.first { $0.code == "template.missing" })
    #expect(problem.location.path.hasSuffix("templates/site/page.mustache"))
    #expect(problem.location.line == 1 && problem.location.column == 10)
    let list = try #require(problem.message.components(separatedBy: "in scope: ").last)
    return Set(list.components(separatedBy: ", "))
  }

  private func names(of field: String) -> Set<String> {
    guard let found = PageModel.fields.first(where: { $0.name == field }) else { return [] }
    switch found.kind {
    case .object(let members), .list(let members): return Set(members.map(\.name))
    default: return []
    }
  }

  @Test func describesEveryValue() throws {
    // Inside the page's own values both are in scope.
    #expect(
      try names(in: "") == Set(PageModel.fields.map(\.name)).union(names(of: "page")))
    #expect(try names(in: "assets.") == names(of: "assets"))
    #expect(try names(in: "site.") == names(of: "site"))
  }

  @Test func schemaIsJSON() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(PageModel.schema()))
    let properties = try #require((schema as? [String: Any])?["properties"] as? [String: Any])
    #expect(properties.count == PageModel.fields.count)
  }
}
