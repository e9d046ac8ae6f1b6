/// A reference by the id of what it leads to: `xref:System.String.Format*?displayProperty=fullName`.
struct UIDReference: Equatable {
  /// The id, percent escapes resolved.
  var uid: String
  /// What is shown where the link has no words of its own.
  var name: String

  /// Reads an address that begins with `xref:`.
  init(_ address: String) {
    let rest = address.dropFirst("xref:".count)
    let cut = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
    uid = String(rest[..<cut]).addressDecoded
    let options = rest[cut...].dropFirst().split(separator: "&").map {
      $0.split(separator: "=", maxSplits: 1).map { String($0).addressDecoded }
    }
    func option(_ name: String) -> String? {
      options.first { $0.first == name && $0.count == 2 }?[1]
    }
    name = option("text") ?? Self.name(of: uid, property: option("displayProperty"))
  }

  /// The last part of an id, or its last two, or all of it.
  private static func name(of uid: String, property: String?) -> String {
    let whole = uid.hasSuffix("*") ? String(uid.dropLast()) : uid
    if property == "fullName" { return whole }
    let stem = whole.prefix { $0 != "(" }
    var parts = stem.split(separator: ".")
    // Constructors have the name of their type.
    if parts.count > 1, parts.last == "#ctor" || parts.last == "#cctor" { parts.removeLast() }
    let count = property == "nameWithType" ? 2 : 1
    return parts.suffix(count).map(withParameters).joined(separator: ".")
      + whole.dropFirst(stem.count)
  }

  /// ``List`1`` is `List<T>`, ``Dictionary`2`` is `Dictionary<T1,T2>`.
  private static func withParameters(_ part: Substring) -> String {
    let name = part.prefix { $0 != "`" }
    guard let count = Int(part.dropFirst(name.count).drop { $0 == "`" }), (1...16).contains(count)
    else { return String(part) }
    let parameters = count == 1 ? "T" : (1...count).map { "T\($0)" }.joined(separator: ",")
    return "\(name)<\(parameters)>"
  }
}
