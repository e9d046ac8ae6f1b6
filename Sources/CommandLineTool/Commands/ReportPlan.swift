import DocGen
import Model

/// What a report was asked to hold beside the findings, checked.
struct ReportPlan {
  var deadlines = Deadlines()
  var sample: SampleRequest?
  var evidence = EvidenceExtent.sampled

  init(_ settings: Settings) throws(CommandFailure) {
    if let (values, origin) = settings.values("evidence"), let name = values.last {
      guard let extent = EvidenceExtent(rawValue: name) else {
        let known = EvidenceExtent.allCases.map(\.rawValue).joined(separator: ", ")
        throw .problem(
          "configuration.evidence", at: origin.location, "'\(name)' is no extent of evidence",
          suggestion: "known are \(known)", .usage)
      }
      evidence = extent
    }
    if let count = try settings.count("sample", atLeast: 1) {
      sample = SampleRequest(count: count, seed: UInt64(try settings.count("seed") ?? 1))
    } else if let origin = settings.values("seed")?.origin {
      throw .problem(
        "configuration.seed", at: origin.location, "a seed without a sample chooses nothing",
        suggestion: "add --sample 25", .usage)
    }
    var problems: [Diagnostic] = []
    for setting in settings.configuration?.parameters ?? [] where setting.rule == Deadlines.name {
      take(setting, &problems)
    }
    if !problems.isEmpty { throw .problems(problems, .usage) }
  }

  private mutating func take(
    _ setting: Configuration.RuleParameterSetting, _ problems: inout [Diagnostic]
  ) {
    let names = deadlines.parameters.map(\.name)
    guard let position = names.firstIndex(of: setting.name) else {
      problems.report(
        .error, "configuration.parameter", at: setting.location,
        "\(Deadlines.name) has no parameter '\(setting.name)'",
        suggestion: Suggestion.nearest(to: setting.name, among: names)
          .map { "did you mean \($0)?" } ?? "known are \(names.joined(separator: ", "))")
      return
    }
    let range = deadlines.parameters[position].range
    guard range.contains(setting.value), setting.value == setting.value.rounded() else {
      problems.report(
        .error, "configuration.parameter", at: setting.location,
        "\(Deadlines.name) \(setting.name) must be whole days from \(Int(range.lowerBound)) to "
          + "\(Int(range.upperBound)), not \(setting.value)")
      return
    }
    deadlines.parameters[position].value = setting.value
    deadlines.parameters[position].origin = AuditPlan.place(setting.location)
  }
}
