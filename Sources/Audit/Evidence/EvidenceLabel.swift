/// The labels of values that are computed or counted; words at `evidence.<label>` of the message
/// catalog.
public enum EvidenceLabel: String, Sendable, CaseIterable {
  /// How many records of a section were read.
  case recordsRead = "records-read"
  /// An age in days.
  case age
  /// How many runs started since sharing was narrowed.
  case runsSince = "runs-since"
  /// How many exports and enrichments use a connection.
  case dependants
  /// The date of the catalogue.
  case catalogueDate = "catalogue-date"
  /// Since when a service is retired or removed.
  case goneSince = "gone-since"
  /// The service that took the place of another one.
  case successor
  /// How many people the sharing reaches, groups expanded.
  case peopleReached = "people-reached"
  /// How many exports use a connection.
  case exportsReached = "exports-reached"
  /// The smallest and the largest possible number of profiles.
  case sizeAtLeast = "size-at-least"
  case sizeAtMost = "size-at-most"
  /// A limit, and the other figure where two are stated.
  case maximum
  case otherMaximum = "other-maximum"
  case minimum
  /// What a limit counts.
  case limitScope = "limit-scope"
  /// The contract or the document that a limit comes from.
  case contract
  case document
  /// Where the settings of a run state something.
  case setIn = "set-in"
  /// A size as a share of the limit.
  case share
  /// The name of something that is exported.
  case item
  /// Another export that counts in the same total.
  case otherExport = "other-export"
  /// The size at the end of the horizon, at least and at most.
  case projectedAtLeast = "projected-at-least"
  case projectedAtMost = "projected-at-most"
  /// The smallest group that the policy allows.
  case policyMinimum = "policy-minimum"
  /// A field of a mapping.
  case mappedField = "mapped-field"
  /// The share of rows in which a field has a value.
  case fillRate = "fill-rate"
  /// How many runs were looked at.
  case runCount = "run-count"
  /// The longest allowed time of a run.
  case timeAllowed = "time-allowed"
  /// Where a value stands, as a JSON pointer.
  case place
  /// What a secret looks like and, of its text, two characters at most.
  case maskedValue = "masked-value"
  /// A value as the snapshot writes it.
  case value
  /// The nearest known word: a hint, never applied.
  case nearest
  /// The services that a name may stand for.
  case candidates
  /// An id that leads to no record.
  case missingId = "missing-id"
  /// The sections in which an id was looked for.
  case searched
  /// Another record with the same id or content.
  case otherRecord = "other-record"
  /// A field in which two records differ.
  case differingField = "differing-field"
  /// The number of records that a segment's counts allow, at least and at most.
  case expectedAtLeast = "expected-at-least"
  case expectedAtMost = "expected-at-most"
  /// Where a source was.
  case source
  /// How many records a section has, and how many its sources claim.
  case recordCount = "record-count"
  case claimedCount = "claimed-count"
  /// The digest that was computed, and the one that is claimed.
  case digest
  case claimedDigest = "claimed-digest"
  /// A field that is sent, and the class of its data.
  case sentField = "sent-field"
  case fieldClass = "field-class"
  /// How many runs lack what a disclosure needs.
  case runsWithoutEntry = "runs-without-entry"
  /// The start and the end of a logged period.
  case windowStart = "window-start"
  case windowEnd = "window-end"
  /// How many contributors there are, who all may use an enrichment connection.
  case contributors
  /// How many people are administrators, at least and at most.
  case administratorsAtLeast = "administrators-at-least"
  case administratorsAtMost = "administrators-at-most"
  /// Somebody or something that is an administrator.
  case administrator
  /// What stands in the way of a removal, with what is to be done about it.
  case blocker
  /// The privacy text that was agreed to, the present one, and what came in between.
  case textAgreed = "text-agreed"
  case textPresent = "text-present"
  case textChanges = "text-changes"
  /// A change after a consent: what, when, by whom.
  case change
  /// When something last succeeded.
  case lastSuccess = "last-success"
}
