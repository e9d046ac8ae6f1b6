import FileSystem
import Model
import RunReader

/// `vouch verify DIR`: whether an output is as it was written, who signed it, and whether the same
/// input gives it again.
enum VerifyCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let environment = settings.environment
    let companions = ["exceptions", "baseline", "custom-rules", "content", "templates"]
    if settings.value("snapshot") == nil,
      let name = companions.first(where: { settings.arguments.values[$0] != nil })
    {
      throw .usage(
        UsageError(
          "--\(name) has no use without --snapshot",
          suggestion: "name the snapshot too to make the run again, or leave it out"))
    }
    let jobs = try Publication.jobs(settings)
    let pack = try EvidencePack(settings.arguments.operands[0], environment)
    var statuses: [ExitStatus] = []

    let parts = pack.parts()
    var problems = pack.problems(width: jobs) + parts.problems
    let count = pack.digests.digests.count
    var text =
      problems.isEmpty
      ? "Files: all \(count) as recorded\n"
      : "Files: \(counted(problems.count, "problem")) in \(counted(count, "recorded file"))\n"
    switch pack.signature(signers: settings.path("signers")) {
    case .none: text += "Signature: none\n"
    case .good(let said): text += "Signature: \(said)\n"
    case .bad(let problem):
      text += "Signature: not good\n"
      problems.append(problem)
    }
    if parts.signed > 0 {
      text += "Environments: \(parts.signed) of \(parts.count) signed\n"
    }
    if !problems.isEmpty { statuses.append(.invalidInput) }
    DiagnosticPrinter(environment).print(problems)

    if settings.value("snapshot") == nil {
      text += "Reproduced: not tried; --snapshot names what was audited\n"
    } else {
      let outcome = try Repetition(pack, settings, jobs: jobs).compare()
      text += "Reproduced: \(outcome.text)\n"
      if !outcome.isSame { statuses.append(.findings) }
    }
    environment.output(text)
    return ExitStatus.decisive(statuses)
  }
}
