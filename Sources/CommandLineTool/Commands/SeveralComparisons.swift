import FileSystem
import Model

/// Two reports on several environments, compared environment by environment.
struct SeveralComparisons {
  private let before: String
  private let after: String
  /// The comparisons by the folders of the environments that both reports are on.
  private let compared: [(folder: String, comparison: Comparison)]
  /// The folders of the environments that only one of them is on.
  private let onlyBefore: [String]
  private let onlyAfter: [String]

  /// Compares two reports.
  ///
  /// - Throws: Everything that is wrong with one of them, with exit status 3.
  init(_ before: String, _ after: String, _ environment: Environment) throws(CommandFailure) {
    self.before = before
    self.after = after
    let old = try Self.folders(of: before, environment)
    let new = try Self.folders(of: after, environment)
    onlyBefore = old.subtracting(new).sorted()
    onlyAfter = new.subtracting(old).sorted()
    var compared: [(folder: String, comparison: Comparison)] = []
    for folder in old.intersection(new).sorted() {
      compared.append(
        (folder, try DiffCommand.compare("\(before)/\(folder)", "\(after)/\(folder)", environment)))
    }
    self.compared = compared
  }

  /// The folders of the environments below the output; they are named by the ids.
  private static func folders(
    of output: String, _ environment: Environment
  ) throws(CommandFailure) -> Set<String> {
    let root = "\(environment.absolute(output))/environments"
    do {
      return Set(try FolderListing(of: root).files.map { "environments/\($0.components[0])" })
    } catch {
      throw .problem(
        "baseline.missing", at: SourceLocation(path: "\(output)/environments"),
        "the reports on its environments are not there", .invalidInput)
    }
  }

  private func sum(_ change: FindingChange) -> Int {
    compared.reduce(0) { $0 + $1.comparison.count(change) }
  }

  /// The comparison of each environment below its folder, and the sums.
  func text() -> String {
    var text = ""
    for (folder, comparison) in compared {
      text += "\(DiagnosticPrinter.visible(folder)):\n\(DiffCommand.text(comparison))"
    }
    for (folders, other) in [(onlyBefore, after), (onlyAfter, before)] {
      for folder in folders {
        text +=
          DiagnosticPrinter.visible("\(folder): not in \(other), so nothing is compared") + "\n"
      }
    }
    return text + "all: \(DiffCommand.counts(sum))\n"
  }

  /// The same as JSON.
  func json() -> String {
    var json = JSONWriter(indentation: 2)
    json.object { root in
      root.objectMember("counts") { DiffCommand.write(sum, to: &$0) }
      root.arrayMember("environments") { list in
        for (folder, comparison) in compared {
          list.objectElement { environment in
            environment.member("folder", folder)
            DiffCommand.write(comparison, to: &environment)
          }
        }
      }
      root.member("onlyBefore", onlyBefore)
      root.member("onlyAfter", onlyAfter)
    }
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
