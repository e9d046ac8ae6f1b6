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

  /// The memory of the flat list and of what leads into it.
  private final class Memory {
    let columns: UnsafeMutableBufferPointer<CellMemory>
    let names: UnsafeMutableBufferPointer<String>
    let stretches: UnsafeMutableBufferPointer<Stretch>

    init(_ columns: [CellMemory], _ names: [String], _ stretches: [Stretch]) {
      self.columns = .allocate(capacity: columns.count)
      _ = self.columns.initialize(from: columns)
      self.names = .allocate(capacity: names.count)
      _ = self.names.initialize(from: names)
      self.stretches = .allocate(capacity: stretches.count)
      _ = self.stretches.initialize(from: stretches)
    }

    deinit {
      columns.deinitialize().deallocate()
      names.deinitialize().deallocate()
      stretches.deinitialize().deallocate()
    }
  }

  private let memory: Memory
  @usableFromInline let columns: UnsafeMutableBufferPointer<CellMemory>
  @usableFromInline let names: UnsafeMutableBufferPointer<String>
  /// The section's own columns, then those of the list at each of its columns; by section.
  @usableFromInline let stretches: UnsafeMutableBufferPointer<Stretch>
  /// Stretches of a section.
  @usableFromInline static var width: Int { 64 }

  init(_ tables: [Table]) {
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
    memory = Memory(columns, names, stretches)
    self.columns = memory.columns
    self.names = memory.names
    self.stretches = memory.stretches
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
