import FileSystem
import Model
import Synchronization

/// Links that were resolved before.
///
/// The pages of a folder link to the same places again and again, and a bilingual page has each
/// link twice.
final class LinkCache: Sendable {
  struct Key: Hashable {
    var locale: LocaleTag
    var folder: RelativePath?
    var address: String
  }

  /// How many links are kept.
  private static let limit = 32_768

  private let known = Mutex<[Key: LinkResolver.Link]>([:])

  /// The link of an address, made where it isn't known.
  func link(_ key: Key, make: () -> LinkResolver.Link) -> LinkResolver.Link {
    if let link = known.withLock({ $0[key] }) { return link }
    let link = make()
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[key] = link
    }
    return link
  }
}
