import FileSystem
import Model

/// Writes the forms of the report that other programs read.
enum MachineForms {
  private static let folder = RelativePath(known: "report")

  /// Writes the chosen forms; long ones go to the disk block by block.
  static func write(_ request: ReportRequest, into tree: StagedTree) throws(SiteFailure) {
    if request.formats.contains(.json) {
      try write("summary.json", to: tree) { write throws(StagedTreeError) in
        try write(SummaryDocument.render(request.run))
      }
      try write("manifest.json", to: tree) { write throws(StagedTreeError) in
        try write(ManifestDocument.render(request.run))
      }
    }
    if request.formats.contains(.ndjson) {
      try write("findings.ndjson", to: tree) { write throws(StagedTreeError) in
        try FindingsDocument.render(request.run, to: write)
      }
    }
    guard !request.formats.isDisjoint(with: [.csv, .sarif, .oscal, .junit]) else { return }
    let report = try MachineReport(
      request.run, content: request.content, messageFolder: request.messageFolder)
    if request.formats.contains(.csv) {
      try write("findings.csv", to: tree) { write throws(StagedTreeError) in
        try FindingsTable.render(report, to: write)
      }
      try write("disclosures.csv", to: tree) { write throws(StagedTreeError) in
        try DisclosuresTable.render(report, to: write)
      }
      if let sample = request.run.sample {
        try write("sample.csv", to: tree) { write throws(StagedTreeError) in
          try write(SampleTable.render(report, Sample(sample, request.run.result)))
        }
      }
    }
    if request.formats.contains(.sarif) {
      try write("report.sarif", to: tree) { write throws(StagedTreeError) in
        try SARIFDocument(report: report, form: .full).render(to: write)
      }
      try write("report.github.sarif", to: tree) { write throws(StagedTreeError) in
        try SARIFDocument(report: report, form: .gitHub).render(to: write)
      }
    }
    if request.formats.contains(.oscal) {
      try write("assessment-results.json", to: tree) { write throws(StagedTreeError) in
        try OSCALDocument.render(report, to: write)
      }
    }
    if request.formats.contains(.junit) {
      try write("junit.xml", to: tree) { write throws(StagedTreeError) in
        try JUnitDocument.render(report, to: write)
      }
    }
  }

  private static func write(
    _ name: StaticString, to tree: StagedTree,
    blocks: (_ write: ([UInt8]) throws(StagedTreeError) -> Void) throws(StagedTreeError) -> Void
  ) throws(SiteFailure) {
    try wrappingTreeErrors { () throws(StagedTreeError) in
      _ = try tree.write(
        folder.appending(RelativePath(known: name)), from: "the report", blocks: blocks)
    }
  }
}
