import DocGen
import FileSystem
import Model
import RunReader

/// The packs that a report on several environments was put together from.
extension EvidencePack {
  /// What is known of the packs of the environments.
  struct Parts {
    /// How many there are.
    var count = 0
    /// How many of them have a signature.
    var signed = 0
    /// What is wrong with their lists and signatures.
    var problems: [Diagnostic] = []
  }

  /// Checks the lists and the signatures of the environments; another output has none.
  ///
  /// Their files are hashed with those of the whole: what is left to ask is whether each list says
  /// the same as that of the whole, and whether its signature is one of it.
  func parts() -> Parts {
    var parts = Parts()
    let files = Dictionary(grouping: digests.digests.keys, by: Self.folder)
    for (folder, files) in files.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard let folder, files.contains(folder.appending(DigestList.path)) else { continue }
      parts.count += 1
      let part: EvidencePack
      do {
        part = try EvidencePack("\(name)/\(folder)", environment)
      } catch {
        if case .problems(let found, _) = error { parts.problems += found }
        continue
      }
      parts.problems += differences(of: part, folder, files)
      switch part.signature(signers: nil) {
      case .none: break
      case .good: parts.signed += 1
      case .bad(let problem):
        parts.signed += 1
        parts.problems.append(problem)
      }
    }
    return parts
  }

  /// Where the list of an environment says something else than that of the whole.
  private func differences(
    of part: EvidencePack, _ folder: RelativePath, _ files: [RelativePath]
  ) -> [Diagnostic] {
    let own = part.digests.digests.map { (path: folder.appending($0), digest: $1) }
    let changed = own.filter { digests.digests[$0.path] != $0.digest }.map {
      error("changed", $0.path, "it was changed: the list of its environment has another digest")
    }
    let seals = [DigestList.path, DigestList.signaturePath].map(folder.appending)
    let known = Set(own.map(\.path) + seals)
    let added = files.filter { !known.contains($0) }.map {
      error("added", $0, "no run wrote it: the list of its environment doesn't name it")
    }
    return (changed + added).sorted {
      $0.location.path.utf8.lexicographicallyPrecedes($1.location.path.utf8)
    }
  }

  /// The folder of the environment that a file belongs to.
  private static func folder(of path: RelativePath) -> RelativePath? {
    let components = path.components
    guard components.count > 2, components[0] == RollUpBuild.folder.description else { return nil }
    return RelativePath("\(components[0])/\(components[1])")
  }
}
