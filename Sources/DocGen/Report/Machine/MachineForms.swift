import Concurrency
import FileSystem
import Model

/// A form of the report that other programs read.
private struct MachineForm: Sendable {
  typealias Write = ([UInt8]) throws(StagedTreeError) -> Void

  /// The file below the folder of such forms.
  let name: StaticString
  /// Makes it; long ones come block by block.
  let render: @Sendable (_ write: Write) throws(StagedTreeError) -> Void

  init(
    _ name: StaticString,
    _ render: @escaping @Sendable (_ write: Write) throws(StagedTreeError) -> Void
  ) {
    self.name = name
    self.render = render
  }
}

/// Writes the forms of the report that other programs read.
enum MachineForms {
  private static let folder = RelativePath(known: "report")

  /// Writes the chosen forms, several at a time; long ones go to the disk block by block.
  static func write(_ request: ReportRequest, into tree: StagedTree) throws(SiteFailure) {
    try forms(request).concurrentForEach(width: request.width) { form throws(SiteFailure) in
      try wrappingTreeErrors { () throws(StagedTreeError) in
        _ = try tree.write(
          folder.appending(RelativePath(known: form.name)), from: "the report",
          blocks: form.render)
      }
    }
  }

  private static func forms(_ request: ReportRequest) throws(SiteFailure) -> [MachineForm] {
    let run = request.run
    var forms: [MachineForm] = []
    if request.formats.contains(.json) {
      forms += [
        MachineForm("summary.json") { write throws(StagedTreeError) in
          try write(SummaryDocument.render(run))
        },
        MachineForm("manifest.json") { write throws(StagedTreeError) in
          try write(ManifestDocument.render(run))
        },
      ]
    }
    if request.formats.contains(.ndjson) {
      forms.append(
        MachineForm("findings.ndjson") { write throws(StagedTreeError) in
          try FindingsDocument.render(run, to: write)
        })
    }
    guard !request.formats.isDisjoint(with: [.csv, .sarif, .oscal, .junit]) else { return forms }
    let report = try MachineReport(
      run, content: request.content, messageFolder: request.messageFolder)
    if request.formats.contains(.csv) { forms += tables(report, run) }
    if request.formats.contains(.sarif) {
      forms += [
        MachineForm("report.sarif") { write throws(StagedTreeError) in
          try SARIFDocument(report: report, form: .full).render(to: write)
        },
        MachineForm("report.github.sarif") { write throws(StagedTreeError) in
          try SARIFDocument(report: report, form: .gitHub).render(to: write)
        },
      ]
    }
    if request.formats.contains(.oscal) {
      forms.append(
        MachineForm("assessment-results.json") { write throws(StagedTreeError) in
          try OSCALDocument.render(report, to: write)
        })
    }
    if request.formats.contains(.junit) {
      forms.append(
        MachineForm("junit.xml") { write throws(StagedTreeError) in
          try JUnitDocument.render(report, to: write)
        })
    }
    return forms
  }

  private static func tables(_ report: MachineReport, _ run: ReportRun) -> [MachineForm] {
    var forms = [
      MachineForm("findings.csv") { write throws(StagedTreeError) in
        try FindingsTable.render(report, to: write)
      },
      MachineForm("disclosures.csv") { write throws(StagedTreeError) in
        try DisclosuresTable.render(report, to: write)
      },
    ]
    if let sample = run.sample {
      forms.append(
        MachineForm("sample.csv") { write throws(StagedTreeError) in
          try write(SampleTable.render(report, Sample(sample, run.result)))
        })
    }
    return forms
  }
}
