import CommonMark

/// What a piece of Markdown leaves open: code or raw HTML that only its own end closes, and tabs.
///
/// Pieces that follow each other on one page are to be as if each stood alone.
enum OpenMarkdown {
  /// The lines that close what a piece leaves open; nothing where nothing is open.
  static func end(of piece: String) -> String {
    guard mayBeOpen(piece) else { return "" }
    let end = ends(of: piece).first { !isOpen(piece + $0) } ?? ""
    return end + (hasOpenTabs(piece + end) ? "\n\n---" : "")
  }

  /// Whether anything in a piece begins such a block; cheap, and true too often rather than too
  /// seldom.
  private static func mayBeOpen(_ piece: String) -> Bool {
    ["```", "~~~", "<", "(#tab/"].contains(where: piece.contains)
  }

  /// What may close a piece, nothing at all first.
  private static func ends(of piece: String) -> [String] {
    let fences = ["`", "~"].map { mark in
      var length = 3
      while piece.contains(String(repeating: mark, count: length + 1)) { length += 1 }
      return "\n" + String(repeating: mark, count: length)
    }
    return [""] + fences + ["\n-->", "\n</pre>", "\n?>", "\n]]>", "\n>"]
  }

  private static let probe = "a paragraph of its own"

  /// Whether a paragraph behind the piece wouldn't be one.
  private static func isOpen(_ piece: String) -> Bool {
    let probe = Array(probe.utf8)
    let outcome = withMarkdown(Array("\(piece)\n\n".utf8) + probe) { tree in
      (1..<tree.count).contains { index in
        tree[index].kind == .text && tree[index].text.elementsEqual(probe)
          && tree[index - 1].kind == .paragraph
      }
    }
    return (try? outcome.get()) == false
  }

  /// Whether the last tab isn't ended by a break.
  private static func hasOpenTabs(_ piece: String) -> Bool {
    guard piece.contains("(#tab/") else { return false }
    let outcome = withMarkdown(Array(piece.utf8)) { tree in
      var isOpen = false
      for index in 1..<tree.count {
        switch tree[index].kind {
        case .heading where tree[index].phase == .enter:
          let link = tree[index + 1]
          isOpen = isOpen || (link.kind == .link && link.text.starts(with: "#tab/".utf8))
        case .thematicBreak: isOpen = false
        default: break
        }
      }
      return isOpen
    }
    return (try? outcome.get()) == true
  }
}
