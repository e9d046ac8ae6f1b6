import FileSystem
import Foundation
import Model
import TestSupport
import Testing

@testable import DocGen

/// The pages about single connections, exports and enrichments.
@Suite struct InventoryTests {
  @Test(arguments: [
    ["a", "b-1", "0c"],
    ["", "", "A", "a/b", "../../etc/passwd", ".", "..", "a b", "é", "a.b", "CON", "a_b"],
    ["a", "a", "a"],
    // The third would be `a-record-3`, which the first one has.
    ["a-record-3", "a", "a"],
    ["record-2", "A", "record-3", "A", "a-record-6", "a"],
    [String(repeating: "x", count: 64), String(repeating: "x", count: 65)],
  ])
  func everyRecordHasASafeFileOfItsOwn(ids: [String]) throws {
    var paths = InventoryPaths(.exports)
    let made = ids.enumerated().map { paths.next($1, $0) }
    #expect(Set(made.map { $0.lowercased() }).count == ids.count, "\(made)")
    for path in made {
      #expect(path.wholeMatch(of: /inventory\/exports\/[a-z0-9-]{1,100}\.html/) != nil, "\(path)")
      #expect(RelativePath(path) != nil)
    }
  }

  @Test func aPlainIdIsTheName() {
    var paths = InventoryPaths(.connections)
    #expect(paths.next("c-1", 0) == "inventory/connections/c-1.html")
    #expect(paths.next("C 1", 1) == "inventory/connections/record-2.html")
  }

  /// Nobody looked, looked and found none, an empty text, and something that is no text.
  @Test func absentNullEmptyAndUnreadableAreToldApart() throws {
    var fixture = ReportFixture(
      """
      {"schema": "connections-snapshot/1", "connections": [
        {"connectionId": "absent", "type": "mailchimp"},
        {"connectionId": "null", "type": "mailchimp", "purpose": null, "allowedRoles": null},
        {"connectionId": "empty", "type": "mailchimp", "purpose": "", "allowedRoles": []},
        {"connectionId": "wrong", "type": "mailchimp", "purpose": 5, "allowedRoles": 5},
        {"connectionId": "given", "type": "mailchimp", "purpose": "News",
         "allowedRoles": ["viewer"]}
      ]}
      """)
    fixture.formats = [.html]
    fixture.rules = "SHR-01"
    let report = try fixture.render()
    func value(_ label: String, _ id: String) throws -> String {
      let html = try report.text("en-us/report/inventory/connections/\(id).html")
      let rest = try #require(html.split(separator: "<dt>\(label)</dt><dd>").dropFirst().first)
      return String(rest.split(separator: "</dd>")[0])
    }
    let ids = ["absent", "null", "empty", "wrong", "given"]
    let purposes = try ids.map { try value("Purpose", $0) }
    #expect(Set(purposes).count == 5, "\(purposes)")
    #expect(purposes[4] == "<bdi>News</bdi>")
    #expect(purposes[3].contains("<code dir=\"ltr\">5</code>"))
    let roles = try ids.map { try value("Roles that may use it", $0) }
    #expect(Set(roles).count == 5, "\(roles)")
  }

  @Test func recordsBeyondTheLimitAreCounted() throws {
    let records = (1...5).map { #"{"connectionId": "c-\#($0)", "type": "mailchimp"}"# }
    var fixture = ReportFixture(
      """
      {"schema": "connections-snapshot/1", "connections": [\(records.joined(separator: ","))]}
      """)
    fixture.formats = [.html]
    fixture.rules = "SHR-01"
    fixture.limit = 2
    let report = try fixture.render()
    #expect(report.paths(".html").filter { $0.contains("inventory/connections/") }.count == 2)
    let list = try report.text("en-us/report/inventory/index.html")
    #expect(list.contains("3 "), "the page says how many records have no page of their own")
    #expect(list.contains("<span class=\"badge\">5</span>"))
  }
}
