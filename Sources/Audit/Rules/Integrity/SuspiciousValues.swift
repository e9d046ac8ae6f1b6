import Model

/// Finds the records whose dates, counts or states have to be looked at, column by column.
enum SuspiciousValues {
  /// The records that aren't plain: at least all those that are impossible or unclear.
  static func flags(_ context: AuditContext, _ limits: ValueLimits) -> RowFlags {
    var flags = RowFlagging(context.snapshot)
    let bound = context.clock.collected.map { $0.microseconds + limits.skew }
    flags.insert(in: context.snapshot) { field, column, count, flag in
      var isInstant = false
      switch field.kind {
      case .word, .service: return
      case .instant: isInstant = !EventOrder.isPlanned(field.name) && field.name != "collectedUtc"
      default: break
      }
      for row in 0..<count {
        let mark = column.mark(row)
        switch mark.state {
        case .absent, .null: continue
        case .value:
          guard isInstant else { continue }
          // A day or a time without a zone is looked at if it comes near.
          let slack = mark.isDayOnly || mark.isZoneAssumed ? 2 * Instant.day : 0
          if bound.map({ column.payload(row) > $0 - slack }) ?? true { flag(row) }
        default: flag(row)
        }
      }
    }
    for section in Section.allCases { flagOrder(section, context.snapshot, &flags) }
    flagStates(context.snapshot, &flags)
    return flags.flags
  }

  private static func flagOrder(
    _ section: Section, _ snapshot: Snapshot, _ flags: inout RowFlagging
  ) {
    let table = snapshot.table(section)
    for order in EventOrder.orders(of: section) {
      let earlier = table.columns[order.earlier]
      let later = table.columns[order.later]
      for row in 0..<table.count {
        let (left, right) = (earlier.mark(row), later.mark(row))
        guard left.state == .value, right.state == .value else { continue }
        let isVague =
          left.isDayOnly || left.isZoneAssumed || right.isDayOnly || right.isZoneAssumed
        let slack = isVague ? 2 * Instant.day : 0
        if later.payload(row) < earlier.payload(row) + slack {
          flags.insert(row, of: section)
        }
      }
    }
  }

  private static func flagStates(_ snapshot: Snapshot, _ flags: inout RowFlagging) {
    for connection in snapshot.rows(Connection.self) {
      guard let created = connection[.createdUtc].known,
        created.microseconds < ValueLimits.firstConnectionDay + 2 * Instant.day
      else { continue }
      flags.insert(connection.row, of: .connections)
    }
    for export in snapshot.rows(Export.self)
    where export[.connectionId].isNull && export[.state].known == .active {
      flags.insert(export.row, of: .exports)
    }
    var zones: [Identifier: Bool] = [:]
    for schedule in snapshot.rows(Schedule.self) {
      var isKnown = !schedule.lacksZone
      if isKnown, let name = schedule[.timezoneId].known {
        isKnown = zones[name] ?? TimeZoneNames.contains(snapshot.text(name))
        zones[name] = isKnown
      }
      if !isKnown { flags.insert(schedule.row, of: .schedules) }
    }
  }
}
