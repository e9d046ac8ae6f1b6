import Model

/// The settings of a call: words first, then variables such as `VOUCH_LOCALE`, then the file, and
/// what is built in last.
struct Settings: Sendable {
  var arguments: Arguments
  let environment: Environment
  /// The file, once it is read.
  var configuration: Configuration?
  /// The pages of pseudo-locales.
  let pseudo: PseudoContent

  /// Where a value comes from, for messages.
  enum Origin: Sendable {
    case word(option: String)
    case variable(name: String)
    case file(SourceLocation)

    /// The place to print.
    var location: SourceLocation {
      switch self {
      case .word(let option): SourceLocation(path: "--\(option)")
      case .variable(let name): SourceLocation(path: name)
      case .file(let location): location
      }
    }
  }

  /// The values of a setting with their origin; `nil` if nobody gave any.
  func values(_ name: String) -> (values: [String], origin: Origin)? {
    if let words = arguments.values[name] { return (words, .word(option: name)) }
    let variable = "VOUCH_" + name.uppercased().replacing("-", with: "_")
    if let value = environment.variables[variable], !value.isBlank {
      return ([value], .variable(name: variable))
    }
    if let configuration, let values = configuration.settings[name] {
      let place = configuration.places[name] ?? SourceLocation(path: configuration.path)
      return (values, .file(place))
    }
    return nil
  }

  /// The last value of a setting.
  func value(_ name: String) -> String? { values(name)?.values.last }

  /// All values of a list setting, split at commas.
  func list(_ name: String) -> [String]? {
    values(name)?.values.flatMap(\.listed)
  }

  /// Whether a flag is set.
  func flag(_ name: String) throws(CommandFailure) -> Bool {
    guard let (values, origin) = values(name), let value = values.last else { return false }
    switch value.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default:
      throw .problem(
        "configuration.flag", at: origin.location, "'\(value)' is neither true nor false", .usage)
    }
  }

  /// The address of a site, with its scheme.
  func address(_ name: String) throws(CommandFailure) -> String? {
    guard let (values, origin) = values(name), let value = values.last else { return nil }
    let isAddress = ["https://", "http://"].contains { scheme in
      value.lowercased().hasPrefix(scheme) && value.utf8.count > scheme.utf8.count
    }
    guard isAddress, value.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw .problem(
        "configuration.address", at: origin.location, "'\(value)' is not the address of a site",
        suggestion: "write its beginning, such as https://docs.example.com", .usage)
    }
    return value
  }

  /// A path as the user wrote it, relative to the working folder or, from the file, to its folder.
  func path(_ name: String) -> String? {
    guard let (values, origin) = values(name), let value = values.last else { return nil }
    guard case .file = origin, let configuration, !value.hasPrefix("/"),
      configuration.folder != "."
    else { return value }
    return "\(configuration.folder)/\(value)"
  }

  /// A whole number of `least` or more, which isn't negative.
  func count(_ name: String, atLeast least: Int = 0) throws(CommandFailure) -> Int? {
    guard let (values, origin) = values(name), let value = values.last else { return nil }
    guard let number = Int(value), number >= least else {
      throw .problem(
        "configuration.number", at: origin.location,
        "'\(value)' is not a whole number of \(least) or more", .usage)
    }
    return number
  }

  /// The locales to make, `nil` if nobody chose; `fr-fr=DIR` chooses none, it only adds a folder.
  func locales() throws(CommandFailure) -> [LocaleTag]? {
    let choices = try localeChoices()
    guard choices.contains(where: { $0.folder == nil }) else { return nil }
    return choices.map(\.locale)
  }

  /// The folders of locales that lie apart, as `fr-fr=DIR` gives them.
  func localeFolders() throws(CommandFailure) -> [(locale: LocaleTag, folder: String)] {
    try localeChoices().compactMap { choice in choice.folder.map { (choice.locale, $0) } }
  }

  private func localeChoices() throws(CommandFailure) -> [(locale: LocaleTag, folder: String?)] {
    guard let names = list("locale"), let origin = values("locale")?.origin else { return [] }
    var choices: [(locale: LocaleTag, folder: String?)] = []
    for name in names {
      let parts = name.split(separator: "=", maxSplits: 1).map(String.init)
      guard let first = parts.first, let locale = LocaleTag(first) else {
        throw .problem(
          "configuration.locale", at: origin.location, "'\(name)' is not a locale",
          suggestion: "write a language and a region, such as fr-fr", .usage)
      }
      let folder = parts.count > 1 ? parts[1] : nil
      if !choices.contains(where: { $0.locale == locale && $0.folder == folder }) {
        choices.append((locale, folder))
      }
    }
    return choices
  }
}
