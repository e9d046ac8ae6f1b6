import Model

extension DestinationMaximum {
  /// What runs tell of the size, and what they don't.
  static let runExamples = [
    example(
      .fail, "a run that failed tells nothing of the size", .overLimit,
      sized("microsoft-advertising", 500_001)
        + run(0, "recorded", "2025-05-01T00:00:00Z")
        .replacing("}]", with: #","status":"failed"}]"#)),
    example(
      .fail, "nor does one whose status can't be read", .overLimit,
      sized("microsoft-advertising", 500_001)
        + run(0, "recorded", "2025-05-01T00:00:00Z").replacing("}]", with: #","status":"well"}]"#)),
    example(
      .fail, "nor does one that is dated after the collection", .overLimit,
      sized("microsoft-advertising", 500_001) + run(0, "recorded", "2031-05-01T00:00:00Z")),
    example(
      .fail, "nor does one that sent something else", .overLimit,
      sized("microsoft-advertising", 500_001) + runs(("r-1", 0, #","items":["Other"]"#))),
    example(
      .fail, "nor does one of a segment, whatever id it names", .overLimit,
      sized("microsoft-advertising", 500_001) + runs(("r-1", 0, #","targetKind":"segment""#))),
    example(
      .pass, "the latest run that sent what the export sends",
      sized("microsoft-advertising", 300_000, 300_000)
        + runs(
          ("r-1", 500_000, #","items":["S1","S0"],"targetKind":"export""#),
          (
            "r-2", 500_001,
            #","startUtc":"2025-05-02T00:00:00Z","items":["S0","S1","Other"]"#
          ))),
    example(
      .pass, "a run that sent the table of customers, which the export needn't name",
      LimitExamples.sections(
        "sftp", items: #"[{"kind":"customer"}]"#,
        more: runs(("r-1", 100, #","items":["Customer"]"#)))),
    example(
      .unknown, "nobody can read how many the latest run sent", .countMissing,
      sized("microsoft-advertising", 5)
        + runs(
          ("r-1", 12, #","startUtc":"2025-04-01T00:00:00Z""#), ("r-2", 0, "")
        )
        .replacing(#""r-2","recordCount":0"#, with: #""r-2","recordCount":"many""#)),
    example(
      .fail, "of two records of one run the stricter one counts", .overLimit,
      sized("microsoft-advertising", 5)
        + runs(("r-1", 500_001, ""), ("r-1", 12, ""))),
    example(
      .fail, "by one record of a run it failed, so what the segments have may count", .overLimit,
      sized("microsoft-advertising", 500_001)
        + runs(("r-1", 12, ""), ("r-1", 12, #","status":"failed""#))),
    example(
      .fail, "by one record of a run it was of something else, so the run before may count",
      .overLimit,
      sized("microsoft-advertising", 5)
        + runs(
          ("r-1", 500_001, #","startUtc":"2025-04-01T00:00:00Z""#), ("r-2", 12, ""),
          ("r-2", 12, #","targetId":"e-2""#))),
    example(
      .pass, "a later run doesn't depend on which record is right",
      sized("microsoft-advertising", 500_001)
        + runs(
          ("r-1", 500_001, ""), ("r-1", 12, #","status":"failed""#),
          ("r-2", 12, #","startUtc":"2025-05-02T00:00:00Z""#))),
    example(
      .pass, "both records are within",
      sized("microsoft-advertising", 500_001) + runs(("r-1", 500_000, ""), ("r-1", 12, ""))),
    example(
      .fail, "of two records of another export's segment the stricter one counts", .overLimit,
      total(5, 10).replacing(
        #"{"name":"B""#, with: #"{"name":"B","members":100001},{"name":"B""#)),
  ]

  /// Runs of the export `e-1`, each with its id, its number and members that take the place of others.
  private static func runs(_ runs: (id: String, count: Int, members: String)...) -> String {
    let records = runs.map { run in
      let usual = [
        ("targetId", #""e-1""#), ("startUtc", #""2025-05-01T00:00:00Z""#),
        ("status", #""successful""#),
      ].filter { !run.members.contains(#""\#($0.0)""#) }.map { #","\#($0.0)":\#($0.1)"# }
      return #"{"runId":"\#(run.id)","recordCount":\#(run.count),"recordCountSource":"recorded""#
        + usual.joined() + run.members + "}"
    }
    return #","runs":[\#(records.joined(separator: ","))]"#
  }
}
