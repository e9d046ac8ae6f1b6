import CPlatform

/// The number of processors this process may use: at least 1, and no more than its affinity allows.
public func availableProcessorCount() -> Int { max(1, Int(platform_processor_count())) }
