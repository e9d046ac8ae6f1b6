/// Whether an exception counts at the audit's clock.
public enum ExceptionStanding: String, Sendable, CaseIterable {
  /// It counts.
  case inForce
  /// Its first day hasn't begun.
  case notYet
  /// Its last day is over.
  case expired
  /// There is no clock to tell by, so it doesn't count.
  case undecided
  /// It is for another environment than the audited one, or the snapshot doesn't name its own.
  case elsewhere
}

/// What a reviewer of exceptions has to look at.
public enum ExceptionRemark: Hashable, Sendable {
  /// It ends within 30, 60 or 90 days; the smallest of them that is true.
  case expiring(days: Int)
  /// It matches subjects, but none of them needs it.
  case unused
  /// No subject of its rules is what it names.
  case unmatched
  /// Not all of its rules were in the run, so whether it matches is not known.
  case notRun
  /// It is a pattern that matches more outcomes than the file allows.
  case broad
  /// Who granted it also asked for it.
  case selfApproved
  /// Nobody is named who asked for it.
  case withoutRequester
  /// No ticket documents it.
  case withoutTicket

  /// The spans in which an end counts as near, in days.
  public static let spans = [30, 60, 90]

  /// All remarks, in the order in which a register counts them.
  public static let all: [ExceptionRemark] =
    spans.map { .expiring(days: $0) } + [
      .unused, .unmatched, .notRun, .broad, .selfApproved, .withoutRequester, .withoutTicket,
    ]

  /// A stable name such as `expiring30` or `selfApproved`.
  public var name: String {
    switch self {
    case .expiring(let days): "expiring\(days)"
    case .unused: "unused"
    case .unmatched: "unmatched"
    case .notRun: "notRun"
    case .broad: "broad"
    case .selfApproved: "selfApproved"
    case .withoutRequester: "withoutRequester"
    case .withoutTicket: "withoutTicket"
    }
  }
}

/// An exception and what became of it in a run.
public struct RegisteredException: Hashable, Sendable {
  /// The exception.
  public let exception: GrantedException
  /// Whether it counts.
  public let standing: ExceptionStanding
  /// How many outcomes it names: of each of its rules, one a subject.
  public let matched: Int
  /// How many of them are fail or unknown without exceptions.
  public let open: Int
  /// How many outcomes are accepted because of it.
  public let accepted: Int
  /// What a reviewer has to look at.
  public let remarks: [ExceptionRemark]

  /// Whether all its rules ran on the environment that it is for, and it names no subject of theirs.
  public var lacksSubject: Bool {
    matched == 0 && standing != .elsewhere && !remarks.contains(.notRun)
  }

  /// An exception with what became of it.
  public init(
    _ exception: GrantedException, _ standing: ExceptionStanding, matched: Int, open: Int,
    accepted: Int, remarks: [ExceptionRemark]
  ) {
    self.exception = exception
    self.standing = standing
    self.matched = matched
    self.open = open
    self.accepted = accepted
    self.remarks = remarks
  }
}

/// The exceptions of a run, in the order of their file.
public struct ExceptionRegister: Hashable, Sendable {
  /// The file as the report names it.
  public let path: String
  /// SHA-256 of the file.
  public let sha256: String
  /// The zone whose days count.
  public let timeZone: String
  /// How many outcomes a pattern may match before it is called too broad.
  public let broadAbove: Int
  /// The time by which standings were judged; `nil` if there was none.
  public let judgedAt: Instant?
  /// The exceptions.
  public let entries: [RegisteredException]

  /// A register from its parts.
  public init(
    path: String, sha256: String, timeZone: String, broadAbove: Int, judgedAt: Instant?,
    entries: [RegisteredException]
  ) {
    self.path = path
    self.sha256 = sha256
    self.timeZone = timeZone
    self.broadAbove = broadAbove
    self.judgedAt = judgedAt
    self.entries = entries
  }

  /// How many exceptions have a standing.
  public func count(_ standing: ExceptionStanding) -> Int {
    entries.count { $0.standing == standing }
  }

  /// How many exceptions have a remark; those that end within 30 days also end within 60.
  public func count(_ remark: ExceptionRemark) -> Int {
    entries.count { entry in
      entry.remarks.contains { own in
        if case .expiring(let days) = own, case .expiring(let span) = remark {
          return days <= span
        }
        return own == remark
      }
    }
  }
}
