// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Where the program is built for release, as `scripts/test` does, the tests themselves needn't be
/// fast: building them so takes longer than it saves.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// Modules that touch C memory mark every unsafe use.
let bindingSettings = settings + [.strictMemorySafety()]

let package = Package(
  name: "vouch",
  products: [.executable(name: "vouch", targets: ["vouch"])],
  targets: [
    // C libraries, each behind one wrapper module.
    .systemLibrary(
      name: "CCMarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZLib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "CMarkGuard", dependencies: ["CCMarkGFM"],
      linkerSettings: [
        .linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("dl"),
      ]),
    .target(name: "CSQLiteGuard", dependencies: ["CSQLite"]),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CPlatform"),

    // Values.
    .target(name: "Model", dependencies: ["CPlatform"], swiftSettings: settings),

    // Wrappers and tools that know only values.
    .target(name: "Concurrency", dependencies: ["CPlatform"], swiftSettings: bindingSettings),
    .target(name: "Digests", dependencies: ["Model", "CCrypto"], swiftSettings: bindingSettings),
    .target(
      name: "FileSystem", dependencies: ["Model", "Concurrency", "CPlatform", "Digests"],
      swiftSettings: bindingSettings),
    .target(name: "YAML", dependencies: ["Model", "CLibYAML"], swiftSettings: bindingSettings),
    .target(
      name: "SQLite", dependencies: ["CSQLite", "CSQLiteGuard"], swiftSettings: bindingSettings),
    .target(
      name: "CommonMark", dependencies: ["CMarkGuard", "CCMarkGFM"],
      swiftSettings: bindingSettings),
    .target(
      name: "HTMLTree", dependencies: ["CGumbo"], swiftSettings: bindingSettings),
    .target(
      name: "Localization",
      dependencies: ["Model", "Concurrency", "FileSystem", "Digests", "YAML"],
      swiftSettings: settings),
    .target(
      name: "CatalogueReader", dependencies: ["Model", "FileSystem", "Digests", "YAML"],
      swiftSettings: settings),
    .target(
      name: "SnapshotReader",
      dependencies: [
        "Model", "Concurrency", "FileSystem", "Digests", "CSimdJSON", "CZLib", "CZstd",
      ],
      swiftSettings: bindingSettings),

    .target(
      name: "Importers",
      dependencies: ["Model", "FileSystem", "YAML", "SnapshotReader"], swiftSettings: settings),
    .target(
      name: "RunReader", dependencies: ["Model", "FileSystem", "Digests", "SnapshotReader"],
      swiftSettings: settings),

    // The two jobs; they don't know each other.
    .target(
      name: "Audit", dependencies: ["Model", "Concurrency", "Digests", "YAML"],
      swiftSettings: settings),
    .target(
      name: "CustomRules",
      dependencies: ["Model", "FileSystem", "Digests", "YAML", "SQLite", "Audit"],
      swiftSettings: settings),
    .target(
      name: "DocGen",
      dependencies: [
        "Model", "Concurrency", "FileSystem", "Digests", "YAML", "CommonMark", "CSimdJSON",
        "HTMLTree", "Localization",
      ],
      swiftSettings: settings),

    .target(
      name: "CommandLineTool",
      dependencies: [
        "Model", "Concurrency", "FileSystem", "Digests", "YAML", "Localization",
        "CatalogueReader", "SnapshotReader", "Importers", "RunReader", "Audit", "SQLite",
        "CustomRules", "DocGen",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "vouch", dependencies: ["CommandLineTool", "CPlatform"], swiftSettings: settings),

    // Tests, one target a module.
    .target(
      name: "TestSupport", dependencies: ["Model"], path: "Tests/TestSupport",
      swiftSettings: testSettings),
    .testTarget(
      name: "ModelTests", dependencies: ["Model", "TestSupport"], swiftSettings: testSettings),
    .testTarget(
      name: "ConcurrencyTests", dependencies: ["Concurrency"], swiftSettings: testSettings),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: testSettings),
    .testTarget(
      name: "FileSystemTests",
      dependencies: ["FileSystem", "Concurrency", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: testSettings),
    .testTarget(
      name: "YAMLTests", dependencies: ["YAML", "TestSupport"], swiftSettings: testSettings),
    .testTarget(
      name: "CommonMarkTests", dependencies: ["CommonMark", "CMarkGuard"],
      swiftSettings: testSettings),
    .testTarget(
      name: "LocalizationTests", dependencies: ["Localization", "TestSupport", "YAML"],
      exclude: ["Checks/Golden", "Checks/Languages"], swiftSettings: testSettings),
    .testTarget(
      name: "CatalogueReaderTests", dependencies: ["CatalogueReader", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "SnapshotReaderTests",
      dependencies: ["SnapshotReader", "TestSupport", "CZLib", "CZstd"], exclude: ["Golden"],
      swiftSettings: testSettings),
    .testTarget(
      name: "ImportersTests",
      dependencies: ["Importers", "CatalogueReader", "SnapshotReader", "YAML", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "CustomRulesTests",
      dependencies: [
        "CustomRules", "SQLite", "Audit", "CatalogueReader", "SnapshotReader", "TestSupport",
      ], swiftSettings: testSettings),
    .testTarget(
      name: "RunReaderTests", dependencies: ["RunReader", "FileSystem", "Model", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "AuditTests",
      dependencies: ["Audit", "CatalogueReader", "Digests", "SnapshotReader", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "DocGenTests",
      dependencies: ["DocGen", "Audit", "CatalogueReader", "SnapshotReader", "TestSupport"],
      exclude: ["Golden", "Report/Golden"], swiftSettings: testSettings),
    .testTarget(
      name: "CommandLineToolTests",
      dependencies: ["CommandLineTool", "vouch", "Audit", "Model", "TestSupport"],
      exclude: ["Transcripts"], swiftSettings: testSettings),
  ],
  cxxLanguageStandard: .cxx17
)
