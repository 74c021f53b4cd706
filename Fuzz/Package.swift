// swift-tools-version: 6.2
import PackageDescription

// Fuzzers for libFuzzer, which the toolchain brings along; `make fuzz` builds and runs them. Each target is a program
// whose entry libFuzzer provides: it calls `LLVMFuzzerTestOneInput` with what it has thought of.
let fuzzing: [SwiftSetting] = [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])]

let package = Package(
    name: "quandian-fuzz",
    dependencies: [.package(name: "quandian", path: "..")],
    targets: [
        .target(name: "Content", swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])])
    ]
        + ["Decode", "Convert", "Validate", "Stream"].map { name in
            .executableTarget(
                name: "Fuzz\(name)",
                dependencies: [
                    "Content", .product(name: "Quandian", package: "quandian"),
                    .product(name: "QuandianBatch", package: "quandian"),
                ],
                path: "Sources/\(name)", swiftSettings: fuzzing,
                linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
        },
    swiftLanguageModes: [.v6]
)
