import FileSystem
import Model

extension LinkResolver {
  /// Where a link or an image of a page leads, with what is wrong with it.
  ///
  /// The place in the diagnostic is the one that the reference was given.
  func resolve(_ reference: LinkReference) -> ResolvedLink {
    let link = link(to: reference.address)
    var resolved = ResolvedLink(link.address, text: link.title)
    if case .page(_, _, isFallback: true) = link.destination {
      resolved.language = tree.source.tag
    }
    if !reference.hasWords, resolved.text == nil {
      resolved.text = title(of: link.destination)
    }
    resolved.diagnostic = problem(reference, link)
    return resolved
  }

  /// What a link without words shows: the title of its page, or the name of its file.
  private func title(of destination: Destination) -> String? {
    switch destination {
    case .page(let path, _, _): tree.page(at: path, in: locale)?.displayTitle
    case .file(let file, _, _): file.name
    default: nil
    }
  }

  private func problem(_ reference: LinkReference, _ link: Link) -> Diagnostic? {
    let kind = reference.kind == .image ? "image" : "link"
    func problem(
      _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ suggestion: String?
    ) -> Diagnostic {
      Diagnostic(severity, code, at: reference.location, message, suggestion: suggestion)
    }
    func missing(_ suggestion: String?) -> Diagnostic {
      problem(
        .warning, kind == "image" ? "image.missing" : "link.broken",
        "no \(kind == "image" ? "image" : "page or file") '\(reference.address)'", suggestion)
    }
    switch link.destination {
    case .nowhere(let suggestion):
      return missing(
        tree.reason(forMissing: reference.address, from: path, in: locale)
          ?? suggestion.map { "did you mean '\($0)'?" })
    case .withheld: return missing("'docfx.json' excludes it from 'resource'")
    case .noPage(let kind):
      return missing("'\(reference.address)' is of the kind '\(kind)', which no page is made of")
    case .refused(let scheme):
      return problem(
        .warning, "link.scheme", "addresses that begin with '\(scheme):' are not published",
        "use http, https, mailto or tel")
    case .unknownID(let uid):
      return problem(
        .note, "link.id", "no page of this set has the id '\(uid)'; its name is shown alone", nil)
    default: break
    }
    if let right = link.rightCase {
      if link.isMoved {
        return problem(
          .note, "link.moved", "'\(reference.address)' moved; the link follows the redirection",
          "write '\(right)'")
      }
      return problem(
        .warning, "\(kind).case", "'\(reference.address)' differs in case from the file's name",
        "write '\(right)'")
    }
    if case .page(_, _, isFallback: true) = link.destination {
      return problem(
        .note, "link.untranslated",
        "'\(reference.address)' is not translated; the link leads to the page in \(tree.source.tag)",
        nil)
    }
    return nil
  }
}
