import Model
import SnapshotReader
import Testing

@testable import Audit

/// A secret that is a key of an object isn't printed by the pointers that lead to it.
@Suite struct SecretKeyTests {
  @Test(arguments: [
    #""target":{"accountIds":{"ghp_abcdefghijklmnopqrstuvwxyz0123456789":"b"}}"#,
    #""target":{"accountIds":{"https://svc:Winter2026pw@sftp.example/in":"a"}}"#,
    #""notes":{"ghp_abcdefghijklmnopqrstuvwxyz0123456789":"https://a:Winter2026pw@b.example/"}"#,
  ])
  func pointersAreMasked(member: String) throws {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: #"{"connections":[{"connectionId":"c-1",\#(member)}]}"#)
    let context = AuditContext(
      snapshot, catalogue: Catalogue(date: "", digest: "", services: []), asOf: nil)
    let result = Auditor.audit(context, configuration: AuditConfiguration(), diagnostics: [])
    let rule = try #require(result.rules.firstIndex { $0.rule.id == "CRD-04" })
    #expect(result.rules[rule].totals[.fail] == 1)
    for finding in result.findings(rule: rule, with: [.fail]) {
      let shown = "\(finding)"
      #expect(!shown.contains("ghp_abc") && !shown.contains("Winter2026pw"), "\(shown)")
    }
  }
}
