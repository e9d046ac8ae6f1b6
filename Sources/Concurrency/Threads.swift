import Glibc

/// What one group of threads runs; the group keeps it alive until every thread has ended.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Runs `body` on `count` threads at once and returns when all have ended.
///
/// The threads have stacks of 8 MB, whatever the limits of the shell are, so that the depth a
/// parser may reach doesn't depend on where it runs. Where the system refuses a thread, the
/// others do its share; where it refuses all of them, the calling thread does the work.
func runOnThreads(_ count: Int, _ body: @Sendable () -> Void) {
  withoutActuallyEscaping(body) { body in
    let shared = ThreadBody(body)
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
    var threads: [pthread_t] = []
    for _ in 0..<count {
      var thread = pthread_t()
      let argument = unsafe Unmanaged.passRetained(shared)
      let status = unsafe pthread_create(
        &thread, &attributes,
        { argument in
          if let argument = unsafe argument {
            unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
          }
          return nil
        }, argument.toOpaque())
      if status == 0 { threads.append(thread) } else { unsafe argument.release() }
    }
    if threads.isEmpty { shared.run() }
    for thread in threads { pthread_join(thread, nil) }
  }
}
