import Model
import Testing

@Test(arguments: [
  ("connectoins", "connections"), ("ouput", "output"), ("FAIL-ON", "fail-on"),
  ("lcoale", "locale"),
])
func suggestsWhatWasMeant(word: String, meant: String) {
  let candidates = ["output", "connections", "fail-on", "locale", "exports"]
  #expect(Suggestion.nearest(to: word, among: candidates) == meant)
}

@Test(arguments: ["", "x", "banana", String(repeating: "a", count: 100)])
func suggestsNothingFarFetched(word: String) {
  #expect(Suggestion.nearest(to: word, among: ["output", "connections"]) == nil)
}

@Test func prefersTheNearestThenTheFirst() {
  #expect(Suggestion.nearest(to: "abcdef", among: ["abcdxx", "abcdex", "abcdey"]) == "abcdex")
}
