import Model

extension Block {
  /// A cell of a table.
  struct Cell: Sendable {
    /// How a cell looks.
    enum Style: Sendable {
      case plain, number, heading
      case outcome(Outcome), severity(FindingSeverity)
      /// A word that says whether something is in order.
      case state(isGood: Bool)
      /// A box for a pen, empty.
      case blank
    }

    let value: MessageValue?
    var href: String?
    var style: Style
    /// The language and direction of words that are not in the page's language.
    var language: (tag: String, direction: String)?
    /// What the cell is sorted by where its words say a time in a sentence: that, as ISO 8601 has it.
    var order: String?

    init(_ value: MessageValue?, href: String? = nil, _ style: Style = .plain) {
      self.value = value
      self.href = href
      self.style = style
    }

    /// A whole number.
    static func number(_ number: Int?) -> Self { Self(number.map { .integer($0) }, .number) }

    /// What names its row.
    static func heading(_ value: MessageValue?, href: String? = nil) -> Self {
      Self(value, href: href, .heading)
    }

    /// An outcome in its word and colour.
    static func outcome(_ outcome: Outcome) -> Self {
      Self(.message(Message("outcome.\(outcome)")), .outcome(outcome))
    }

    /// A severity in its word and sign.
    static func severity(_ severity: FindingSeverity) -> Self {
      Self(.message(Message("severity.\(severity)")), .severity(severity))
    }

    /// A word that says whether something is in order.
    static func state(_ word: Message, isGood: Bool) -> Self {
      Self(.message(word), .state(isGood: isGood))
    }

    /// Room for what somebody writes by hand.
    static let blank = Self(.message(Message("report.blank")), .blank)

    /// The title of a rule after its id, in the language of its page.
    static func rule(_ id: String, _ words: RuleWords, href: String?) -> Self {
      var cell = Self(.text("\(id) \(words.title)"), href: href, .heading)
      cell.language = (words.tag, words.direction)
      return cell
    }

    var isNumber: Bool {
      if case .number = style { return true }
      return false
    }

    /// Whether somebody writes into it by hand.
    var isBlank: Bool {
      if case .blank = style { return true }
      return false
    }

    /// Whether it holds one long word, such as a digest or a path, that may be broken anywhere.
    private var isLong: Bool {
      guard case .code(let text) = value else { return false }
      return text.utf8.count > (text.utf8.contains(UInt8(ascii: "/")) ? 24 : 40)
    }

    /// Whether it holds a time, which in a narrow column would take a line for each word.
    private var isInstant: Bool {
      if case .instant = value { return true }
      return false
    }

    private var chip: String? {
      switch style {
      case .outcome(let outcome): "outcome outcome-\(outcome)"
      case .severity(let severity): "severity severity-\(severity)"
      case .state(let isGood): isGood ? "outcome outcome-pass" : "outcome outcome-fail"
      case .plain, .number, .heading, .blank: nil
      }
    }

    private var cellClass: String? {
      switch style {
      case .number: "number"
      case .outcome, .severity: "state"
      case .state: "state reasons"
      case .blank: "blank"
      case .plain, .heading: isLong ? "long" : isInstant ? "instant" : nil
      }
    }

    /// What the cell is sorted by where its words don't tell.
    private var sortKey: TemplateValue {
      switch style {
      case .severity(let severity): .integer(Int(severity.rawValue))
      case .outcome(let outcome):
        .integer(TotalsContext.order.firstIndex(of: outcome) ?? TotalsContext.order.count)
      case .number:
        if case .integer(let number) = value { .integer(number) } else { .integer(-1) }
      case .plain, .heading, .state, .blank:
        if let order {
          .text(order)
        } else {
          switch value {
          case .instant(let instant): .text(instant.iso8601)
          // Its separators would divide it into several numbers.
          case .integer(let number) where number >= 1000: .integer(number)
          default: .null
          }
        }
      }
    }

    func make(
      _ wording: Wording, label: String?, address: (String) -> String?
    ) -> TemplateValue {
      var isHeading = false
      if case .heading = style { isHeading = true }
      var markup = wording.markup(
        value ?? .message(Message("report.notStated")),
        address: href == nil ? address : { _ in nil })
      // The cell says its direction, which an element that finds its own would lose to an id.
      if language != nil, wording.form == .html, case .text(let text) = value {
        markup = wording.slim(text)
      }
      return [
        "href": .text(href), "isHeading": .boolean(isHeading), "isBlank": .boolean(isBlank),
        "value": markup,
        "label": .text(label), "class": .text(cellClass), "chip": .text(chip),
        "sort": sortKey, "tag": .text(language?.tag), "direction": .text(language?.direction),
      ]
    }
  }
}
