import Model
import SnapshotReader
import Testing

@testable import Audit

/// The runs laid out by what ran agree with the runs of the snapshot.
@Suite struct RunsByTargetTests {
  private static let runs = [
    #"{"runId":"r1","targetId":"e1","status":"successful","submissionKind":"scheduled","startUtc":"2026-01-02T00:00:00Z","recordCount":5,"recordCountSource":"recorded"}"#,
    #"{"runId":"r2","targetId":"e2","status":"skipped","submissionKind":"onDemand","startUtc":"2026-01-01"}"#,
    #"{"runId":"r3","targetId":"e1","status":"failed","submittedUtc":"2026-01-03T00:00:00Z","endUtc":"2026-01-03T01:00:00Z","recordCount":7,"recordCountSource":"recorded"}"#,
    #"{"runId":"r4","targetId":"e1","status":"half-way"}"#,
    #"{"runId":"r5","targetId":"gone","status":"successful"}"#,
    #"{"runId":"r6","targetId":"e1","recordCount":9,"recordCountSource":"derived","startUtc":"2026-02-01T00:00:00Z"}"#,
  ]

  private func context(threads: Int = 1) throws -> AuditContext {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"exports":[{"exportId":"e1"},{"exportId":"e2"},{"exportId":"e3"}],
         "runs":[\(Self.runs.joined(separator: ","))]}
        """)
    return AuditContext(
      snapshot, catalogue: Catalogue(date: "", digest: "", services: []), asOf: nil,
      threads: threads)
  }

  private func identifier(_ name: String, _ context: AuditContext) throws -> Identifier {
    let texts = context.snapshot.texts
    let index = try #require(
      (0..<Int32(texts.count)).first { texts.text(Identifier(index: $0)) == name })
    return Identifier(index: index)
  }

  @Test(arguments: [("e1", [0, 2, 3, 5]), ("e2", [1]), ("e3", []), ("gone", [])], [1, 3])
  func listsTheRunsOfATargetInTheirOrder(_ target: (String, [Int32]), threads: Int) throws {
    let context = try context(threads: threads)
    let entries = context.runEntries(of: try identifier(target.0, context))
    #expect(entries.map(\.row) == target.1)
    for entry in entries {
      let run = Run(context.snapshot, Int(entry.row))
      #expect(entry.status == run[.status].known)
      #expect(entry.mayHaveSent == run.mayHaveSent)
      #expect(entry.start(context) == run.start(context.clock))
    }
  }

  @Test func tellsWhatAScheduleStarted() throws {
    let context = try context()
    let kinds = [("e1", 0, Truth.true), ("e1", 1, .missing), ("e2", 0, .false)]
    for (target, position, truth) in kinds {
      let entries = Array(context.runEntries(of: try identifier(target, context)))
      #expect(entries[position].isScheduled == truth)
    }
  }

  /// What failed has not sent all of it.
  @Test(arguments: [("e1", 0), ("e2", nil), ("e3", nil)])
  func theLatestRecordedNumberCounts(_ target: String, _ row: Int32?) throws {
    let context = try context()
    let number = context.index.number(try identifier(target, context))
    let found = context.runsByTarget.latestRecorded(
      of: number, choice: 0, context.snapshot, context.clock, where: { _ in true })
    #expect(found.recorded?.row == row && found.choices == 1)
  }

  /// What a run sent is found by its row alone, as it is by the id that the run names.
  @Test(arguments: [1, 3]) func leadsFromARunToItsExport(threads: Int) throws {
    let context = try context(threads: threads)
    for run in context.snapshot.rows(Run.self) {
      let expected = run[.targetId].known.flatMap { context.find(Export.self, $0) }
      #expect(context.export(of: run)?.row == expected?.row)
    }
  }

  @Test(arguments: [
    (["{}", #"{"targetId":null}"#, #"{"targetId":7}"#], [0, 1, 2] as [Int32]),
    ([#"{"targetId":"gone"}"#, #"{"targetId":"e1"}"#, "{}"], [2]), ([], []),
  ])
  func tellsWhichRunsNameNothing(_ runs: [String], _ rows: [Int32]) throws {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"exports":[{"exportId":"e1"}],"runs":[\(runs.joined(separator: ","))]}
        """)
    let context = AuditContext(
      snapshot, catalogue: Catalogue(date: "", digest: "", services: []), asOf: nil)
    #expect(Array(context.runsByTarget.nameless) == rows)
  }
}
