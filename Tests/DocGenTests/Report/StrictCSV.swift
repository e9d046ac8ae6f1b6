/// Reads CSV exactly as RFC 4180 defines it and refuses everything else.
enum StrictCSV {
  struct Fault: Error, Equatable {
    let position: Int
  }

  /// The records with their fields; each record ends with CRLF.
  static func records(_ text: String) throws -> [[String]] {
    let bytes = Array(text.utf8)
    var records: [[String]] = []
    var record: [String] = []
    var position = 0
    while position < bytes.count {
      record.append(try field(bytes, &position))
      guard position < bytes.count else { throw Fault(position: position) }
      if bytes[position] == UInt8(ascii: ",") {
        position += 1
      } else if bytes[position...].starts(with: [0x0D, 0x0A]) {
        position += 2
        records.append(record)
        record = []
      } else {
        throw Fault(position: position)
      }
    }
    guard record.isEmpty else { throw Fault(position: position) }
    return records
  }

  /// A field; the position is then at what ends it.
  private static func field(_ bytes: [UInt8], _ position: inout Int) throws -> String {
    let quote = UInt8(ascii: "\"")
    var field: [UInt8] = []
    guard position < bytes.count, bytes[position] == quote else {
      while position < bytes.count, ![0x2C, 0x0D, 0x0A].contains(bytes[position]) {
        if bytes[position] == quote { throw Fault(position: position) }
        field.append(bytes[position])
        position += 1
      }
      return String(decoding: field, as: UTF8.self)
    }
    position += 1
    while position < bytes.count {
      if bytes[position] == quote {
        position += 1
        guard position < bytes.count, bytes[position] == quote else {
          return String(decoding: field, as: UTF8.self)
        }
      }
      field.append(bytes[position])
      position += 1
    }
    throw Fault(position: position)
  }
}
