import SnapshotReader

/// Tells JSON that stands in place of a list of the user interface.
enum ListHeaders {
  /// What is wrong with a document: a list was wanted, or it holds the headers of lists alone, as
  /// `{"exports": ["Export name", "Status"]}` does.
  static func problem(
    of root: JSONNode, _ kind: ImportKind
  ) -> (message: String, suggestion: String)? {
    let lists = [ImportKind.auto, .webAPI].contains(kind) ? headers(in: root) : []
    guard kind.isList || !lists.isEmpty else { return nil }
    let list = lists.first ?? ListLabels.List.exports.rawValue
    let wanted = kind.isList ? kind.rawValue : "ui-\(list)"
    let advice = "save the list as CSV, its headers in the first row, and name it \(wanted):FILE"
    return lists.isEmpty && headers(in: root).isEmpty
      ? ("this is JSON, and a list of the user interface is read as CSV", advice)
      : ("these are the headers of lists of the user interface, without any record", advice)
  }

  /// The lists whose headers a document holds.
  private static func headers(in root: JSONNode) -> [String] {
    ListLabels.List.allCases.map(\.rawValue).filter { list in
      guard let entries = root[list]?.entries, !entries.isEmpty else { return false }
      return entries.allSatisfy { $0.text != nil }
    }
  }
}
