// swift-tools-version: 6.2
import PackageDescription

// What each stage costs; `make bench` builds and runs it, and times the whole program beside xmllint.
let package = Package(
    name: "quandian-benchmarks",
    dependencies: [.package(name: "quandian", path: "..")],
    targets: [
        .target(name: "CAllocations"),
        .executableTarget(
            name: "Stages", dependencies: ["CAllocations", .product(name: "Quandian", package: "quandian")]),
    ],
    swiftLanguageModes: [.v6]
)
