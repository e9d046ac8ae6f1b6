import Model

extension LinkResolver {
  /// Where a link or an image of a page leads, with what is wrong with it.
  ///
  /// The place in the diagnostic is the one that the reference was given.
  func resolve(_ reference: LinkReference) -> ResolvedLink {
    let link = link(to: reference.address)
    var resolved = ResolvedLink(link.address)
    if case .page(_, _, isFallback: true) = link.destination {
      resolved.language = tree.source.tag
    }
    resolved.diagnostic = problem(reference, link.destination, link.rightCase)
    return resolved
  }

  private func problem(
    _ reference: LinkReference, _ destination: Destination, _ rightCase: String?
  ) -> Diagnostic? {
    let isImage = reference.kind == .image
    func warning(_ code: String, _ message: String, _ suggestion: String?) -> Diagnostic {
      Diagnostic(.warning, code, at: reference.location, message, suggestion: suggestion)
    }
    switch destination {
    case .nowhere(let suggestion):
      return warning(
        isImage ? "image.missing" : "link.broken",
        "no \(isImage ? "image" : "page or file") '\(reference.address)'",
        suggestion.map { "did you mean '\($0)'?" })
    case .refused(let scheme):
      return warning(
        "link.scheme", "addresses that begin with '\(scheme):' are not published", nil)
    default:
      return rightCase.map {
        warning(
          isImage ? "image.case" : "link.case",
          "'\(reference.address)' differs in case from the file's name", "write '\($0)'")
      }
    }
  }
}
