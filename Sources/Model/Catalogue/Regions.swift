/// Where the regions of clouds are: which legal area each name belongs to.
///
/// Data may move freely inside an area; between two areas a transfer needs a legal mechanism.
public struct Regions: Hashable, Sendable {
  /// What a name of a region means.
  public struct Place: Hashable, Sendable {
    /// The legal area, such as `eea`.
    public let area: String
    /// The region, folded; `nil`: the name stands for the whole area.
    public let region: String?

    /// A place from its parts.
    public init(area: String, region: String?) {
      self.area = area
      self.region = region
    }
  }

  /// The document that the list was read from, with its date.
  public let source: String
  private let places: [String: Place]

  /// The regions by their names; names are compared without case, spaces and punctuation.
  public init(source: String = "", _ places: [String: Place] = [:]) {
    self.source = source
    self.places = Dictionary(
      places.map { (Self.fold($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a name means; `nil` if the list doesn't have it.
  public func place(_ name: String) -> Place? { places[Self.fold(name)] }

  /// Whether two names stand for one region; missing if the list doesn't tell.
  public func isSameRegion(_ left: String, _ right: String) -> Truth {
    if Self.fold(left) == Self.fold(right) {
      // The name of an area doesn't say which region is meant.
      return place(left).map { $0.region == nil ? .missing : .true } ?? .true
    }
    guard let first = place(left), let second = place(right) else { return .missing }
    if first.area != second.area { return .false }
    guard let region = first.region, let other = second.region else { return .missing }
    return Truth(region == other)
  }

  /// Whether two names lie in one legal area; missing if the list doesn't tell.
  public func isSameArea(_ left: String, _ right: String) -> Truth {
    if Self.fold(left) == Self.fold(right) { return .true }
    guard let first = place(left), let second = place(right) else { return .missing }
    return Truth(first.area == second.area)
  }

  /// A name in lower case, letters and digits only.
  public static func fold(_ name: String) -> String {
    String(
      decoding: name.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x30...0x39, 0x61...0x7A, 0x80...: byte
        default: nil
        }
      }, as: UTF8.self)
  }
}
