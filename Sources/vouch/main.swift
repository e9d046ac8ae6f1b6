import CPlatform
import CommandLineTool
import Foundation

signal(SIGXFSZ, SIG_IGN)  // A limit on file sizes is an error to report, not to die of.
signal(SIGPIPE, SIG_DFL)  // `vouch rules | head` ends quietly.
platform_return_memory()
let words = Array(CommandLine.arguments.dropFirst())
exit(Tool.main(words, in: .process()).rawValue)
