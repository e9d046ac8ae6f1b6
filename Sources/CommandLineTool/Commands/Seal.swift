import FileSystem
import Model
import RunReader

/// What closes an output: the digests of all its files and, if asked for, their signature.
struct Seal {
  /// The namespace of signatures, as `ssh-keygen` asks for one.
  static let namespace = "vouch"

  /// The private key as the user needs it; `nil`: no signature.
  let key: String?
  let environment: Environment

  init(_ settings: Settings) {
    key = settings.path("sign")
    environment = settings.environment
  }

  /// Writes the list and the signature, when everything else is written.
  func close(_ tree: StagedTree) throws(CommandFailure) {
    let list = DigestList(tree.digests).bytes
    do throws(StagedTreeError) {
      try tree.write(DigestList.path, list, from: "the digests of the output")
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    guard let key else { return }
    let signature = try sign(list, with: key)
    do throws(StagedTreeError) {
      try tree.write(DigestList.signaturePath, signature, from: "the signature of the output")
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
  }

  private func sign(_ list: [UInt8], with key: String) throws(CommandFailure) -> [UInt8] {
    let place = SourceLocation(path: key)
    guard Files.exists(environment.absolute(key)) else {
      throw .problem(
        "sign.key", at: place, "there is no such key",
        suggestion: "'ssh-keygen -t ed25519 -f \(key)' makes one", .usage)
    }
    let tool = ExternalTool(name: "ssh-keygen", environment: environment)
    let words = ["-Y", "sign", "-n", Self.namespace, "-f", environment.absolute(key)]
    guard let ending = tool.call(words, input: list) else {
      throw .problem(
        "sign.tool", at: place, "ssh-keygen was not found, so nothing can be signed",
        suggestion: "install OpenSSH's client", .usage)
    }
    guard ending.status == 0, !ending.output.isEmpty else {
      let said = ending.diagnostics.split(whereSeparator: \.isNewline).last.map(String.init)
      throw .problem(
        "sign.failed", at: place, "ssh-keygen could not sign: \(said ?? "it said nothing")",
        suggestion: "give the file of a private key", .usage)
    }
    return ending.output
  }
}
