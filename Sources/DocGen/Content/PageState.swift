/// How a page stands in a locale.
///
/// Computed once; every view of it shows the same.
public enum PageState: String, Hashable, Sendable, CaseIterable {
  /// The page is in the source language.
  case source
  /// A translation of the source page as it is now, or one that doesn't say of which.
  case translated
  /// A translation of an earlier version of the source page, whoever made it.
  case stale
  /// A translation of a later version than the source page at hand.
  case ahead
  /// A current translation by a machine.
  case machineTranslated = "machine-translated"
  /// There is no translation, and the source page is shown in its place.
  case fallback
  /// There is no translation, and nothing is shown.
  case missing
  /// A translation whose source page is gone.
  case orphan

  /// Whether the page is really written in the locale's language, so that it counts as an
  /// alternate of the others.
  public var isOwnLanguage: Bool { self != .fallback && self != .missing }
}

/// What a translated page says of its making.
public struct Provenance: Hashable, Sendable {
  /// `ms.translationtype`: whether a machine translated it; `nil` if the page doesn't say.
  public var isMachineTranslated: Bool?
  /// `ms.openlocfilehash`: the hash of the source file it was made from.
  public var sourceHash: String?
  /// `ms.sourcegitcommit`: the version of the source it was made from.
  public var sourceCommit: String?
  /// `ms.lasthandoff`: the date of that version, as written.
  public var handoffDate: String?

  /// Makes what a page without such metadata has.
  public init() {}
}
