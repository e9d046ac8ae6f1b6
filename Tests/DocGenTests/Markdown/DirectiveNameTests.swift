import Testing

@testable import DocGen

/// The one table of the directives that are written with colons.
@Suite struct DirectiveNameTests {
  @Test func eachNameIsOneThatIsRead() {
    #expect(Set(ColonDirective.names).count == ColonDirective.names.count)
    for name in ColonDirective.names where !["code", "no-loc", "form"].contains(name) {
      #expect(ColonDirective(name, nil) != nil, "\(name)")
    }
  }

  @Test func eachKindHasItsNames() {
    for kind in ColonDirective.Kind.allCases {
      let names = Set([kind.rawValue, "\(kind.rawValue)-end"])
      #expect(names.isSubset(of: ColonDirective.names) == kind.isWrittenWithColons, "\(kind)")
    }
  }
}
