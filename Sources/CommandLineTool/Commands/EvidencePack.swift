import Concurrency
import Digests
import FileSystem
import Model
import RunReader

/// The output of a run with the digests that close it.
struct EvidencePack {
  /// The output folder for the system.
  let root: String
  /// The same as the user named it.
  let name: String
  /// The list of digests as it is stored.
  let list: [UInt8]
  let digests: DigestList
  /// Whether the folder `report` was named, not the output.
  private let isInner: Bool
  let environment: Environment

  /// Opens a pack: the output folder, or the folder `report` in it.
  ///
  /// - Throws: What keeps it from being read, with exit status 3.
  init(_ folder: String, _ environment: Environment) throws(CommandFailure) {
    self.environment = environment
    let path = environment.absolute(folder)
    isInner = !Files.exists("\(path)/report") && Files.exists("\(path)/SHA256SUMS")
    root = isInner ? "\(path)/.." : path
    name = isInner ? "\(folder)/.." : folder
    let place = "\(name)/\(DigestList.path)"
    do {
      list = try Files.read(DigestList.path.path(in: root))
    } catch {
      throw .problem(
        "verify.missing", at: SourceLocation(path: place), error.reason,
        suggestion: "name the output folder of a run", .invalidInput)
    }
    let (digests, problems) = DigestList.read(list, path: place)
    guard problems.isEmpty else { throw .problems(problems, .invalidInput) }
    self.digests = digests
  }

  /// Every file that is not as the list says, that is missing, or that the list doesn't name.
  func problems(width: Int) -> [Diagnostic] {
    let paths = digests.digests.keys.sorted()
    let found = paths.concurrentMap(width: width) { problem(of: $0) }
    return found.compactMap { $0 } + unlisted()
  }

  private func problem(of path: RelativePath) -> Diagnostic? {
    do {
      let digest = Digests.sha256(try Files.read(path.path(in: root)))
      guard digest != digests.digests[path] else { return nil }
      return error("changed", path, "it was changed: its SHA-256 is \(digest)")
    } catch let failure {
      return error("missing", path, failure.reason)
    }
  }

  func error(_ code: String, _ path: RelativePath, _ message: String) -> Diagnostic {
    Diagnostic(
      .error, "verify.\(code)", at: SourceLocation(path: "\(name)/\(path)"), message)
  }

  /// What was put beside the files of the run, or in place of their folders.
  ///
  /// The folder `report` may be evidence by itself, if it was named and all that the list names lies
  /// in it; else the whole output is looked at. No file without a digest decides that.
  private func unlisted() -> [Diagnostic] {
    let isWhole = !isInner || digests.digests.keys.contains { $0.components.first != "report" }
    let folder = isWhole ? root : "\(root)/report"
    let listing: FolderListing
    do {
      listing = try FolderListing(of: folder, includesHidden: true)
    } catch {
      return [error.diagnostic]
    }
    let paths = listing.files.compactMap { isWhole ? $0 : RelativePath("report/\($0)") }
    let own: Set<RelativePath> = [
      DigestList.path, DigestList.signaturePath, StagedTree.markerName,
    ]
    let links = listing.omissions.map { omission in
      Diagnostic(
        .error, "verify.added",
        at: SourceLocation(path: "\(name)/\(isWhole ? "" : "report/")\(omission.path)"),
        "no run wrote it as it is: \(omission.reason.rawValue)")
    }
    let added = paths.filter { digests.digests[$0] == nil && !own.contains($0) }
      .map { error("added", $0, "no run wrote it: SHA256SUMS doesn't name it") }
    // Links to what lies in the folder are listed as what they lead to.
    let inner = paths.filter { digests.digests[$0] != nil || own.contains($0) }
      .filter { FileStamp(of: $0.path(in: root)) == nil }
      .map { path in
        let reason = FolderListing.Reason.link.rawValue
        return error("added", path, "no run wrote it as it is: \(reason)")
      }
    return links + added + inner
  }

  /// What is known of the signature.
  enum Signature {
    case none
    case good(String)
    case bad(Diagnostic)
  }

  /// Checks the signature, against a file of allowed signers if one is given.
  func signature(signers: String?) -> Signature {
    let file = DigestList.signaturePath.path(in: root)
    func bad(_ code: String, _ message: String, _ suggestion: String? = nil) -> Signature {
      .bad(
        Diagnostic(
          .error, "verify.\(code)",
          at: SourceLocation(path: "\(name)/\(DigestList.signaturePath)"), message,
          suggestion: suggestion))
    }
    guard Files.exists(file) else {
      return signers == nil ? .none : bad("unsigned", "there is no signature to check")
    }
    let tool = ExternalTool(name: "ssh-keygen", environment: environment)
    func good(_ words: [String]) -> (isTool: Bool, said: String?) {
      let call = words + ["-n", Seal.namespace, "-s", file]
      guard let ending = tool.call(call, input: list) else { return (false, nil) }
      return (true, ending.status == 0 ? Self.lines(ending).first ?? "" : nil)
    }
    let plain = good(["-Y", "check-novalidate"])
    guard plain.isTool else {
      return bad("tool", "ssh-keygen was not found", "install OpenSSH's client")
    }
    guard let said = plain.said else {
      return bad("signature", "the signature is not one of these digests")
    }
    guard let signers else { return .good(said) }
    let allowed = environment.absolute(signers)
    let known: AllowedSigners
    do {
      known = AllowedSigners(try Files.read(allowed, limit: 16 << 20))
    } catch {
      return .bad(
        Diagnostic(
          .error, "verify.signers", at: SourceLocation(path: signers), error.reason,
          suggestion: "--signers names an allowed-signers file of ssh-keygen"))
    }
    // A key may have several lines, of which some are for other uses or times.
    let finding = tool.call(["-Y", "find-principals", "-s", file, "-f", allowed], input: [])
    let first = finding.map { $0.status == 0 ? Self.lines($0) : [] } ?? []
    let fingerprint = said.split(separator: " ").last { $0.hasPrefix("SHA256:") }.map(String.init)
    let others = fingerprint.map(known.principals) ?? []
    for principal in first + others.filter({ !first.contains($0) }) {
      let verified = good(["-Y", "verify", "-f", allowed, "-I", principal])
      if let said = verified.said { return .good(said) }
    }
    guard !(first + others).isEmpty else {
      return bad("signer", "'\(signers)' doesn't name who signed")
    }
    return bad(
      "signer", "'\(signers)' names who signed, but not for this",
      "its lines may be for other namespaces than '\(Seal.namespace)', or for another time")
  }

  private static func lines(_ ending: ExternalTool.Ending) -> [String] {
    String(decoding: ending.output, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
  }
}
