import Testing

/// Times of the snapshot as `<time>` elements.
@Suite struct TimeMarkupTests {
  /// The HTML standard takes three digits of a second at most; RFC 3339, as the snapshot has it,
  /// takes any number.
  @Test(arguments: [
    ("2025-03-13T02:01:00Z", "2025-03-13T02:01:00Z"),
    ("2025-03-13T02:01:00.25Z", "2025-03-13T02:01:00.25Z"),
    ("2025-03-13T02:01:00.123456Z", "2025-03-13T02:01:00.123Z"),
    ("2025-03-13T02:01:00.000456Z", "2025-03-13T02:01:00Z"),
    ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999Z"),
    ("2025-03-13", "2025-03-13"),
  ])
  func timesHaveThousandthsAtMost(written: String, expected: String) throws {
    let report = try ReportFixture(
      """
      {"schema":"connections-snapshot/1",
       "environment":{"instanceId":"i-1"},
       "collection":{"collectedUtc":"2026-09-30T00:00:00Z","timeZone":"UTC"},
       "connections":[{"connectionId":"c-1","type":"mailchimp","createdUtc":"\(written)"}]}
      """
    ).render()
    let pages = report.paths(".html").compactMap { report.files[$0] }
    #expect(pages.contains { $0.contains("<time datetime=\"\(expected)\">") })
    #expect(expected == written || !pages.contains { $0.contains("datetime=\"\(written)\"") })
  }
}
