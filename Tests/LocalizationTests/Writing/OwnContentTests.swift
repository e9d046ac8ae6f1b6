import Foundation
import Localization
import Model
import TestSupport
import Testing

@Suite struct OwnContentTests {
  /// A page is its own translation: every block and sentence pairs, and stripping gives it back.
  @Test func everySourcePageCanBeWritten() throws {
    let root = SharedMaterial.projectFolder.appending(path: "content/en-us")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    #expect(!paths.isEmpty)
    for path in paths {
      let source = Array(try Data(contentsOf: root.appending(path: path)))
      let output = BilingualWriter.write(
        source: source, translation: source, path: path, locale: .source, handoff: "11/21/2026")
      #expect(output.diagnostics.isEmpty, "\(path)")
      #expect(output.unitCount > 3, "\(path)")
      let scan = Units.scan(output.page)
      #expect(scan.problems.isEmpty, "\(path)")
      #expect(scan.units.allSatisfy { output.page[$0.target] == output.page[$0.source] })
      let plain = string(Units.plainSource(of: output.page))
      let body = string(source[FrontMatterBounds(source).bodyStart...])
      #expect(plain.hasSuffix(body), "\(path)")
    }
  }
}
