import Model
import SnapshotReader
import TestSupport
import Testing

/// Records with something wrong in them: kept, and reported with what would be right.
@Suite struct RecordLevelTests {
  @Test(arguments: [
    (
      #"{"exportId": "a", "state": "actve"}"#,
      [
        "1:43: warning: exports.state: 'actve' is none of its words; the nearest word is 'active' [field.word]"
      ]
    ),
    (
      #"{"exportId": "ünïcode ✓", "state": 5}"#,
      [
        "1:55: warning: exports.state: '5' can't be read; expected a word in quotes [field.malformed]"
      ]
    ),
    (
      #"{"exportId": 12}"#,
      [
        "1:29: warning: exports.exportId: '12' can't be read; expected an id in quotes, or null for none [field.malformed]"
      ]
    ),
    (
      #"{"exportId": ""}"#,
      [
        "1:29: warning: exports.exportId: '' can't be read; expected an id in quotes, or null for none [field.malformed]"
      ]
    ),
    (
      #"{"createdUtc": "2022-02-30T00:00:00Z"}"#,
      [
        "1:31: warning: exports.createdUtc: '2022-02-30T00:00:00Z' is not a possible time; write it as 2026-04-03T09:30:00Z [field.malformed]"
      ]
    ),
    (
      #"{"createdUtc": "03/04/26"}"#,
      [
        "1:31: warning: exports.createdUtc: '03/04/26' can be read in more than one way; write year, month, day: 2026-04-03 [field.ambiguous]"
      ]
    ),
    (
      #"{"createdUtc": "1601-01-01T00:00:00Z"}"#,
      [
        "1:31: note: exports.createdUtc: '1601-01-01T00:00:00Z' stands for no time; write null [field.sentinel]"
      ]
    ),
    (
      #"{"contractLimit": -1}"#,
      [
        "1:34: warning: exports.contractLimit: '-1' can't be read; expected a whole number from 0 to 9223372036854775807 [field.malformed]"
      ]
    ),
    (
      #"{"contractLimit": 1.5}"#,
      [
        "1:34: warning: exports.contractLimit: '1.5' can't be read; expected a whole number from 0 to 9223372036854775807 [field.malformed]"
      ]
    ),
    (
      #"{"contractLimit": 9223372036854775808}"#,
      [
        "1:34: warning: exports.contractLimit: '9223372036854775808' can't be read; expected a whole number from 0 to 9223372036854775807 [field.malformed]"
      ]
    ),
    (
      #"{"contractLimit": "12"}"#,
      [
        "1:34: warning: exports.contractLimit: '12' can't be read; expected a whole number from 0 to 9223372036854775807 [field.malformed]"
      ]
    ),
    (
      #"{"items": {"kind": "segment"}}"#,
      ["1:26: warning: exports.items: an object can't be read; expected a list [field.malformed]"]
    ),
    (
      #"{"items": [{"kind": "segmnt"}, 7]}"#,
      [
        "1:36: warning: exports.items.kind: 'segmnt' is none of its words; the nearest word is 'segment' [field.word]",
        "1:47: warning: exports.items: a number in place of a record; expected an object with exports.items.kind [record.malformed]",
      ]
    ),
    (
      #"{"fields": ["a", null, 3]}"#,
      [
        "1:39: warning: exports.fields[]: '3' can't be read; expected a text in quotes [field.malformed]"
      ]
    ),
    (
      #"{"stat": "active"}"#,
      ["1:17: warning: exports has no field 'stat'; did you mean 'state'? [field.unknown]"]
    ),
    (
      #"{"state": "active", "state": "inactive"}"#,
      [
        "1:36: warning: exports.state stands twice in one object; keep one; neither value is used [field.duplicate]"
      ]
    ),
    (
      #"{"state": "active", "\u0073tate": "active"}"#,
      [
        "1:36: warning: exports.state stands twice in one object; keep one; neither value is used [field.duplicate]"
      ]
    ),
    (
      #""text""#,
      [
        "1:16: warning: exports: a text in place of a record; expected an object with exports.exportId [record.malformed]"
      ]
    ),
    (
      #"{"displayName": true, "state": "\u001b[31m\u202eevil"}"#,
      [
        "1:32: warning: exports.displayName: 'true' can't be read; expected a text in quotes [field.malformed]",
        #"1:47: warning: exports.state: '\u{1B}[31m\u{202E}evil' is none of its words; known: active, inactive [field.word]"#,
      ]
    ),
  ])
  func isReported(record: String, expected: [String]) throws {
    let result = SnapshotReader.read(fragment: "{\"exports\": [  \(record)]}", path: "f")
    #expect(result.diagnostics.map { String($0.description.dropFirst(2)) } == expected)
    let snapshot = try #require(result.snapshot)
    #expect(snapshot.count(.exports) == 1)
  }

  @Test(arguments: [
    (
      #"{"sharing": 5}"#,
      "1:32: warning: connections.sharing: '5' can't be read; expected an object [field.malformed]"
    ),
    (
      #"{"sharing": {"reason": "a"}, "sharing": null}"#,
      "1:49: warning: connections.sharing stands twice in one object; keep one; neither value is used [field.duplicate]"
    ),
    (
      #"{"credential": {"secret": "x"}}"#,
      "1:36: warning: connections.credential has no field 'secret' [field.unknown]"
    ),
    (
      #"{"target": {"accountIds": {"cid": 4}}}"#,
      "1:54: warning: connections.target.accountIds.value: '4' can't be read; expected a text in quotes [field.malformed]"
    ),
    (
      #"{"target": {"accountIds": []}}"#,
      "1:46: warning: connections.target.accountIds: a list can't be read; expected an object [field.malformed]"
    ),
  ])
  func isReportedInNestedObjects(record: String, expected: String) throws {
    let result = SnapshotReader.read(fragment: "{\"connections\": [  \(record)]}", path: "f")
    #expect(result.diagnostics.map { String($0.description.dropFirst(2)) } == [expected])
    #expect(result.snapshot?.count(.connections) == 1)
  }

  /// What a problem quotes is masked like the report: it stands in consoles and logs.
  @Test(arguments: [
    #"{"exportId": "e", "state": "SECRET"}"#, #"{"exportId": "e", "createdUtc": "SECRET"}"#,
    #"{"exportId": "e", "contractLimit": "SECRET"}"#, #"{"exportId": "e", "SECRET": 1}"#,
    #"{"exportId": "e", "items": "SECRET"}"#,
  ])
  func problemsQuoteNoSecret(record: String) throws {
    // Put together here so that no scanner takes this file for a leak.
    let keys = ["sk-live" + "-51H8abcdefghijklmnop", "https://a.example/c?sv=1&sig=zzzzzzzzzzzz"]
    for key in keys {
      let read = SnapshotReader.read(
        fragment: "{\"exports\": [\(record.replacing("SECRET", with: key))]}")
      #expect(!read.diagnostics.isEmpty)
      let said = read.diagnostics.map(\.description).joined(separator: "\n")
      #expect(!said.contains("51H8") && !said.contains("zzzz"), "\(said)")
    }
  }

  @Test func unreadableCellsKeepWhatWasWritten() throws {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"exports": [{"exportId": "e", "state": "On", "createdUtc": "yesterday",
          "updatedUtc": "9999-12-31T23:59:59Z", "contractLimit": -7, "items": {"a": [1]},
          "purpose": "a", "purpose": "b"}]}
        """)
    let export = try #require(snapshot.rows(Export.self).first)
    func written<Value>(_ field: Field<Value>) -> String? {
      guard case .unreadable(let text) = field else { return nil }
      return snapshot.text(text)
    }
    #expect(written(export[.state]) == "On")
    #expect(written(export[.createdUtc]) == "yesterday")
    #expect(export[.updatedUtc].isAbsent)
    #expect(written(export[.contractLimit]) == "-7")
    #expect(written(export[.items]) == "{\"a\": [1]}")
    #expect(written(export[.purpose]) == "b")
  }

  @Test func nothingOfTheInputIsDropped() throws {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"passwords": {"ftp": ["p1", {"deep": "p2"}]},
         "connections": [{}, {"credential": {"password": "p3", "more": {"k": [true, "p4"]}},
           "displayName": "a", "displayName": "p5"}]}
        """)
    let values = snapshot.unknownValues.map {
      "\($0.section?.name ?? "-") \($0.row) \(snapshot.text($0.path)) \(snapshot.text($0.value))"
    }
    #expect(
      values == [
        "- 0 passwords.ftp p1", "- 0 passwords.ftp.deep p2",
        "connections 1 credential.password p3", "connections 1 credential.more.k true",
        "connections 1 credential.more.k p4", "connections 1 displayName p5",
      ])
  }

  @Test func aFloodIsCounted() throws {
    let bad = (0..<1000).map { "{\"exportId\": \"\($0)\", \"state\": \"x\", \"stat\": 1}" }
    let result = SnapshotReader.read(
      fragment: "{\"exports\": [\n\(bad.joined(separator: ",\n"))\n]}", path: "f")
    #expect(result.snapshot?.count(.exports) == 1000)
    #expect(result.diagnostics.count == 7)
    #expect(
      result.diagnostics.first?.description
        == "f:2:28: warning: exports.state: 'x' is none of its words; known: active, inactive [field.word]"
    )
    #expect(
      result.diagnostics.map(\.description).contains(
        "f:2:33: warning: exports has no field 'stat' (in 1000 records, here first); did you mean 'state'? [field.unknown]"
      ))
    #expect(
      result.diagnostics.last?.description
        == "f:7:28: warning: exports.state: 995 more of this kind from here on [field.word]")
  }
}
