/// The largest size that a contract allows an export, as the settings of a run state it.
///
/// It takes the place of the documented limit: what a provider agreed to in writing binds, whatever
/// the documents say of others.
public struct AgreedLimit: Hashable, Sendable {
  /// What the contract is about.
  public enum Target: Hashable, Sendable {
    /// All connections to a destination, by its name in the catalogue.
    case destination(String)
    /// One connection, by its id.
    case connection(String)
  }

  /// What the contract is about.
  public var target: Target
  /// The most that may be sent, in the unit of the destination's limit, at least 0.
  public var maximum: Int
  /// What is counted; `nil`: what the documented limit counts, without one each export.
  public var scope: LimitScope?
  /// The contract and the place in it, as the settings name it.
  public var source: String
  /// Where it was set, such as `vouch.yaml:25`.
  public var origin: String

  /// A limit from its parts.
  public init(
    _ target: Target, maximum: Int, scope: LimitScope? = nil, source: String, origin: String
  ) {
    self.target = target
    self.maximum = maximum
    self.scope = scope
    self.source = source
    self.origin = origin
  }

  /// The largest number that may be agreed.
  public static let largest = 1_000_000_000_000

  /// A name that no other limit of the run has, such as `contract-limits.destination.klaviyo`; with
  /// it the limit stands among the parameters of its rules.
  public var name: String {
    switch target {
    case .destination(let destination): "contract-limits.destination.\(destination)"
    case .connection(let connection): "contract-limits.connection.\(connection)"
    }
  }

  /// The limit with its scope as one text, so that two runs can be told apart.
  public var stated: String { "\(maximum) \(scope?.rawValue ?? "documented")" }
}
