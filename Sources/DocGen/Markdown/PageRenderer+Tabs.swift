import CommonMark
import Localization

/// What the address of a tab's heading says: `#tab/bash+shell/linux`.
struct TabReference: Equatable {
  /// The ids of the tab, of which the first is its own, joined by `+`.
  var ids: String
  /// The tab of another group that this one is for; `nil` for any.
  var condition: String?

  init?(_ address: String) {
    guard address.hasPrefix("#tab/") else { return nil }
    let parts = address.dropFirst(5).split(separator: "/", maxSplits: 1)
    guard let ids = parts.first, ids.utf8.allSatisfy(Self.isIDByte) else { return nil }
    self.ids = String(ids)
    if parts.count > 1, !parts[1].isEmpty { condition = String(parts[1]) }
  }

  private static func isIDByte(_ byte: UInt8) -> Bool { byte > 32 && byte != UInt8(ascii: "\"") }
}

extension PageRenderer {
  /// The tab whose title a heading is: nothing but a link to `#tab/...`, in a bilingual page that
  /// link and its source.
  func tab(_ start: Int, _ end: Int, _ tree: borrowing MarkdownTree) -> TabReference? {
    var tab: TabReference?
    var index = start
    while index < end {
      let event = tree[index]
      switch event.kind {
      case .htmlInline: index += 1
      case .text where event.text.allSatisfy({ $0 <= 32 }): index += 1
      case .link:
        guard let found = TabReference(String(decoding: event.text, as: UTF8.self)) else {
          return nil
        }
        tab = tab ?? found
        index = event.partner + 1
      default: return nil
      }
    }
    return tab
  }

  /// The group whose tab is the innermost block that is open here; `nil` inside of other blocks.
  private var openTabs: Int? {
    var index = open.count
    while index > bases.last ?? 0 {
      index -= 1
      guard case .container(let container) = open[index] else { continue }
      if container != .tab { return container == .tabs ? index : nil }
    }
    return nil
  }

  /// Begins a tab, and the group if none is open in this block.
  mutating func begin(_ tab: TabReference) {
    if let group = openTabs {
      while open.count > group + 1 { closeTop() }
    } else {
      open(.tabs, "<div class=\"tabs\">\n")
    }
    html.raw("<section class=\"tab\" data-tab=\"")
    html.text(tab.ids)
    if let condition = tab.condition {
      html.raw("\" data-condition=\"")
      html.text(condition)
    }
    open(.tab, "\">\n")
  }

  /// Begins a tab of a block of tabs by its title; nothing where no such block is open here.
  mutating func begin(tabTitled title: String) {
    guard let group = open.lastIndex(of: .container(.tabBlock)), group >= bases.last ?? 0 else {
      return
    }
    while open.count > group + 1 { closeTop() }
    html.raw("<section class=\"tab\" data-tab=\"")
    html.text(HeadingAnchor.slug(ofText: title))
    open(.tab, "\">\n")
    html.raw("<p class=\"tab-title\">")
    html.text(title)
    html.raw("</p>\n")
    collect(title.utf8)
    collectBreak()
  }

  /// Ends the group that is open in this block; false if none is.
  mutating func endTabs() -> Bool {
    guard let group = openTabs else { return false }
    while open.count > group { closeTop() }
    return true
  }
}
