// The typed names of the fields of `segments`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Segment, Value == Identifier {
  /// Name of the segment.
  public static var name: Self { Self(column: 0, "name") }
  /// Display name.
  public static var displayName: Self { Self(column: 1, "displayName") }
  /// Include or exclude.
  public static var consentRuleMode: Self { Self(column: 7, "consentRule.mode") }
  /// Purpose of the consent rule.
  public static var consentRulePurpose: Self { Self(column: 8, "consentRule.purpose") }
  /// Value of the consent rule.
  public static var consentRuleValue: Self { Self(column: 9, "consentRule.value") }
  /// Owner of the segment.
  public static var ownerPrincipalId: Self { Self(column: 11, "ownerPrincipalId") }
  /// Who allowed the override.
  public static var consentOverrideApprovedBy: Self {
    Self(column: 13, "consentOverride.approvedBy")
  }
  /// Decision on how long the members are kept.
  public static var retention: Self { Self(column: 15, "retention") }
}

extension FieldKey where Owner == Segment, Value == SegmentKind {
  /// How the segment is made.
  public static var kind: Self { Self(column: 2, "kind") }
}

extension FieldKey where Owner == Segment, Value == SegmentState {
  /// State.
  public static var state: Self { Self(column: 3, "state") }
}

extension FieldKey where Owner == Segment, Value == Int {
  /// Members at the last count.
  public static var members: Self { Self(column: 4, "members") }
}

extension FieldKey where Owner == Segment, Value == Instant {
  /// When the members were counted.
  public static var countedUtc: Self { Self(column: 5, "countedUtc") }
  /// When the override was allowed.
  public static var consentOverrideApprovedUtc: Self {
    Self(column: 14, "consentOverride.approvedUtc")
  }
}

extension FieldKey where Owner == Segment, Value == SegmentBase {
  /// What the members are.
  public static var base: Self { Self(column: 6, "base") }
}

extension FieldKey where Owner == Segment, Value == Bool {
  /// Whether default consent rules are switched off.
  public static var defaultConsentOverridden: Self { Self(column: 10, "defaultConsentOverridden") }
}

extension ListKey where Owner == Segment {
  /// Earlier counts.
  public static var history: Self { Self(column: 12, "history") }
}
