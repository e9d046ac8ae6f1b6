import FileSystem

/// Finds where docsets lie on their server: what redirections say in front of the places of pages.
struct DocsetAddressFinder {
  /// The addresses on the server that redirections lead to, in small letters.
  private let targets: Set<String>

  init(_ redirections: Redirections) {
    targets = Set(
      redirections.entries.lazy.filter { $0.target.hasPrefix("/") && !$0.target.hasPrefix("//") }
        .map { entry in
          let address = entry.target.prefix { $0 != "#" && $0 != "?" }
          return ContentTree.withoutLocale(String(address)).lowercased()
        })
  }

  /// How many folders of a server an address may begin with.
  private static let depthLimit = 8

  /// Whether no redirection leads to an address on the server.
  var isEmpty: Bool { targets.isEmpty }

  /// Where pages lie: what most of them have in front of their places, two at least, since one may be
  /// a coincidence.
  ///
  /// - Parameter places: The places of the pages without their extensions, in small letters.
  /// - Returns: What the addresses of the pages begin with; `nil` where nothing says it.
  /// - Complexity: Linear in the length of the redirections.
  func address(ofPages places: Set<String>) -> String? {
    var hits: [Substring: Set<Substring>] = [:]
    for target in targets {
      let slashes = target.utf8.indices.lazy.filter { target.utf8[$0] == UInt8(ascii: "/") }
      for cut in slashes.dropFirst().prefix(Self.depthLimit) {
        let rest = target[target.utf8.index(after: cut)...]
        if places.contains(String(rest)) { hits[target[..<cut], default: []].insert(rest) }
      }
    }
    let best = hits.filter { $0.value.count > 1 }.max { left, right in
      (left.value.count, right.key.utf8.count, right.key)
        < (right.value.count, left.key.utf8.count, left.key)
    }
    return best.map { String($0.key) }
  }
}
