import CommandLineTool
import Foundation

signal(SIGPIPE, SIG_DFL)  // `vouch rules | head` ends quietly.
let words = Array(CommandLine.arguments.dropFirst())
exit(Tool.main(words, in: .process()).rawValue)
