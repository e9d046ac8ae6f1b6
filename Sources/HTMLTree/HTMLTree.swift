internal import CGumbo
import Glibc

/// HTML through a real HTML5 parser.
public enum HTMLTree {
  /// Parses a fragment as a browser would and writes the tree it gives.
  ///
  /// The result is balanced and follows the content model as far as the parser enforces it: a
  /// block ends the paragraph it stands in, stray end tags are gone. Scripts, other elements that
  /// content may not have, event handlers, and addresses that run something are left out.
  ///
  /// - Parameter fragment: The inside of a `body`. Its nesting must be limited by the caller; some
  ///   hundreds of levels are safe.
  /// - Returns: The HTML of the tree.
  public static func normalized(fragment: [UInt8]) -> [UInt8] {
    unsafe fragment.withUnsafeBufferPointer { buffer in
      var options = unsafe kGumboDefaultOptions
      unsafe options.max_errors = 0
      unsafe options.fragment_context = GUMBO_TAG_BODY
      // The parser never says whether a fragment is read as pages without a document type once were:
      // it would be as what lay in the memory before has it.
      unsafe options.allocator = { _, size in unsafe calloc(1, size) }
      return unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        guard
          let output = unsafe gumbo_parse_with_options(
            &options, characters.baseAddress, characters.count)
        else { return [] }
        defer { unsafe gumbo_destroy_output(&options, output) }
        var serializer = HTMLSerializer(capacity: fragment.count + fragment.count / 8)
        unsafe serializer.writeChildren(of: output.pointee.root)
        return serializer.bytes
      }
    }
  }
}
