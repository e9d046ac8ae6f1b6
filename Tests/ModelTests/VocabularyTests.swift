import Model
import Testing

/// The closed lists of words.
@Suite struct VocabularyTests {
  private static func vocabularies(_ shape: RecordShape) -> [Vocabulary] {
    shape.fields.flatMap { field -> [Vocabulary] in
      if case .word(let vocabulary) = field.kind { return [vocabulary] }
      return field.kind.child.map(vocabularies) ?? []
    }
  }

  @Test func wordsDifferInMoreThanCase() {
    for vocabulary in SnapshotShape.shapes.flatMap(Self.vocabularies) {
      #expect(!vocabulary.words.isEmpty)
      let folded = vocabulary.words.map { $0.lowercased() }
      #expect(Set(folded).count == folded.count, "\(vocabulary.name)")
      #expect(
        vocabulary.words.allSatisfy { word in
          word.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          }
        }, "\(vocabulary.name)")
    }
  }

  @Test func positionsAreThoseOfTheCases() {
    expectPositions(RunStatus.self)
    expectPositions(Audience.self)
    expectPositions(SegmentKind.self)
    expectPositions(SourceKind.self)
    #expect(Audience.vocabulary.words == ["B2C", "B2B"])
    #expect(SegmentKind.vocabulary.words == ["dynamic", "static", "expansion"])
  }

  private func expectPositions<Word: VocabularyWord & Equatable>(_: Word.Type) {
    for (index, word) in Word.allCases.enumerated() {
      #expect(Word.decode(Int64(index), CellMark(.value)) == word)
      #expect(Word.vocabulary.words[index] == word.rawValue)
    }
    #expect(Word.decode(-1, CellMark(.value)) == nil)
    #expect(Word.decode(Int64(Word.allCases.count), CellMark(.value)) == nil)
  }
}
