/// Where the cells of a snapshot's tables lie: one flat list over all sections and fields.
///
/// The columns of the tables own the cells; a snapshot keeps both.
@usableFromInline
struct SnapshotCells: @unchecked Sendable {
  /// The columns of a section, or of the list at a field, in the flat list.
  @usableFromInline
  struct Stretch {
    /// The position of the first column.
    @usableFromInline let first: Int
    /// How many columns there are.
    @usableFromInline let count: Int
  }

  @usableFromInline let columns: UnsafeMutableBufferPointer<CellMemory>
  @usableFromInline let names: UnsafeMutableBufferPointer<String>
  /// The section's own columns, then those of the list at each of its columns; by section.
  @usableFromInline let stretches: UnsafeMutableBufferPointer<Stretch>
  /// The snapshot that keeps this memory.
  @usableFromInline let owner: Unmanaged<Snapshot>
  /// Stretches of a section.
  @usableFromInline static var width: Int { 64 }

  init(_ tables: [Table], owner: Snapshot) {
    var columns: [CellMemory] = []
    var names: [String] = []
    func add(_ table: Table) -> Stretch {
      let first = columns.count
      columns += table.columns.map(\.cells)
      names += table.shape.fields.map(\.name)
      return Stretch(first: first, count: table.columns.count)
    }
    var stretches: [Stretch] = []
    for table in tables {
      precondition(table.columns.count < Self.width, "a section has too many fields")
      stretches.append(add(table))
      stretches += table.children.map { $0.map(add) ?? Stretch(first: 0, count: 0) }
      let rest = Self.width - 1 - table.children.count
      stretches += repeatElement(Stretch(first: 0, count: 0), count: rest)
    }
    self.columns = .copy(of: columns)
    self.names = .copy(of: names)
    self.stretches = .copy(of: stretches)
    self.owner = .passUnretained(owner)
  }

  /// The cells of a section's column.
  @inlinable func column(_ section: Int, _ column: Int) -> CellMemory {
    columns[stretches[section * Self.width].first + column]
  }

  /// The cells of a named field of the list at a column; `nil` if there is none.
  @inlinable func inner(_ section: Int, _ column: Int, _ name: String) -> CellMemory? {
    let stretch = stretches[section * Self.width + 1 + column]
    for position in stretch.first..<stretch.first + stretch.count where names[position] == name {
      return columns[position]
    }
    return nil
  }

  /// The cells of the first field of the list at a column; `nil` if it is no list.
  @inlinable func inner(_ section: Int, _ column: Int) -> CellMemory? {
    let stretch = stretches[section * Self.width + 1 + column]
    return stretch.count > 0 ? columns[stretch.first] : nil
  }
}

/// The snapshot of a record, without a counted reference.
///
/// Rules copy records hundreds of millions of times, and counting took a third of an audit. Whoever
/// looks at records keeps their snapshot.
@frozen public struct SnapshotReference: @unchecked Sendable {
  @usableFromInline let memory: UnsafeMutablePointer<SnapshotCells>

  init(_ memory: UnsafeMutablePointer<SnapshotCells>) { self.memory = memory }

  /// Gives the memory back; nobody may look at records any more.
  func deallocate() {
    memory.pointee.columns.deinitialize().deallocate()
    memory.pointee.names.deinitialize().deallocate()
    memory.pointee.stretches.deinitialize().deallocate()
    memory.deallocate()
  }

  /// The snapshot.
  @inlinable public var snapshot: Snapshot { memory.pointee.owner.takeUnretainedValue() }

  @inlinable var cells: SnapshotCells { memory.pointee }
}

extension UnsafeMutableBufferPointer {
  /// Memory of its own for some elements.
  fileprivate static func copy(of elements: [Element]) -> Self {
    let memory = allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    return memory
  }
}
