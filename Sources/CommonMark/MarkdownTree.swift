internal import CMarkGuard

/// A parsed document as a list of events in document order.
///
/// It owns C memory: it can't be copied, and its bytes are valid only while it lives. Parsing and
/// reading are safe on any number of threads at once; one tree belongs to one of them.
@safe
public struct MarkdownTree: ~Copyable {
  private var document: cmark_guard_document

  fileprivate init(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: MarkdownLimits
  ) throws(MarkdownRefusal) {
    var document = unsafe cmark_guard_document()
    var limits = limits.guardLimits
    let outcome = unsafe cmark_guard_parse(bytes.baseAddress, bytes.count, &limits, &document)
    unsafe self.document = unsafe document
    if let refusal = MarkdownRefusal(outcome) { throw refusal }
  }

  deinit {
    var document = unsafe document
    unsafe cmark_guard_release(&document)
  }

  /// The number of events; at least two, for the document itself.
  public var count: Int { unsafe document.count }

  /// The event at an index from 0 to `count - 1`; traps outside.
  public subscript(index: Int) -> MarkdownEvent {
    precondition(index >= 0 && index < count, "index outside the events")
    let event = unsafe document.events[index]
    return unsafe MarkdownEvent(
      kind: .init(rawValue: event.kind) ?? .text,
      phase: .init(rawValue: event.phase) ?? .leaf,
      detail: event.detail, isTight: event.tight != 0,
      line: Int(event.line), number: Int(event.number), partner: Int(event.partner),
      text: .init(UnsafeBufferPointer(start: event.text, count: Int(event.text_length))),
      title: .init(UnsafeBufferPointer(start: event.title, count: Int(event.title_length))))
  }
}

/// Parses GitHub-flavoured Markdown (tables, strikethrough, autolinks, footnotes) and lends the
/// tree to `body`.
///
/// Raw HTML comes out as events; nothing is sanitised here.
///
/// - Returns: What `body` returned, or why the document was not parsed.
/// - Complexity: Linear in the bytes for honest documents, bounded by `limits` for all others.
public func withMarkdown<Value>(
  _ bytes: [UInt8], limits: MarkdownLimits = .standard,
  _ body: (borrowing MarkdownTree) throws -> Value
) rethrows -> Result<Value, MarkdownRefusal> {
  try unsafe bytes.withUnsafeBufferPointer { buffer in
    let tree: MarkdownTree
    do throws(MarkdownRefusal) {
      tree = try unsafe MarkdownTree(buffer, limits: limits)
    } catch {
      return .failure(error)
    }
    return .success(try body(tree))
  }
}
