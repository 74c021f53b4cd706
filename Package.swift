// swift-tools-version: 6.2
import PackageDescription

// Rules of the house, enforced by the compiler: no warnings, and no unsafe code that does not say so.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "quandian",
    products: [
        .library(name: "Quandian", targets: ["Quandian"]),
        .library(name: "QuandianBatch", targets: ["QuandianBatch"]),
        .executable(name: "quandian", targets: ["QuandianCommand"]),
        .executable(name: "quandian-quality", targets: ["QuandianQuality"]),
        .executable(name: "quandian-train", targets: ["QuandianTrain"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "CModels", path: "Sources/CModels", exclude: ["names.tables", "tagger.weights"]),
        .target(name: "CSchema", path: "Sources/CSchema"),
        .target(name: "QuandianText", path: "Sources/Text", swiftSettings: strict),
        .target(
            name: "QuandianFilters", dependencies: ["QuandianText", "CModels"], path: "Sources/Filters",
            swiftSettings: strict),
        .target(name: "QuandianTEI", dependencies: ["QuandianText"], path: "Sources/TEI", swiftSettings: strict),
        .target(
            name: "QuandianValidation", dependencies: ["CLibXML2", "CSchema"], path: "Sources/Validation",
            swiftSettings: strict),
        .target(
            name: "Quandian",
            dependencies: ["QuandianText", "QuandianFilters", "QuandianTEI", "QuandianValidation"],
            path: "Sources/Quandian", swiftSettings: strict),
        .target(
            name: "QuandianBatch", dependencies: ["Quandian", "QuandianTEI"], path: "Sources/Batch",
            swiftSettings: strict),
        .executableTarget(
            name: "QuandianCommand",
            dependencies: [
                "Quandian", "QuandianBatch",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Sources/CommandLine", swiftSettings: strict),

        // For developers; not part of what is shipped.
        .executableTarget(
            name: "QuandianQuality", dependencies: ["Quandian", "QuandianText", "QuandianFilters"],
            path: "Sources/Quality", swiftSettings: strict),
        .executableTarget(
            name: "QuandianTrain", dependencies: ["QuandianText", "QuandianFilters"],
            path: "Sources/Training", exclude: ["Names", "Teacher", "Documents"], swiftSettings: strict),

        .target(name: "TestSupport", dependencies: ["QuandianText"], path: "Tests/TestSupport", swiftSettings: strict),
    ]
        + [
            "Text", "Decode", "Structure", "Dates", "People", "Tagger", "TEI", "Validation", "Batch", "CommandLine",
            "Promise",
        ]
        .map {
            room in
            .testTarget(
                name: "\(room)Tests",
                dependencies: [
                    "Quandian", "QuandianText", "QuandianFilters", "QuandianTEI", "QuandianValidation", "QuandianBatch",
                    "TestSupport",
                ], path: "Tests/\(room)Tests",
                exclude: room == "People"
                    ? [
                        "Documents", "Ordinary", "Hard", "Later", "Newer", "Latest", "HeldOut", "Unseen", "Unread",
                        "UnreadOld",
                        "Fresh", "HeldBack",
                    ]
                    : ["Dates", "Promise", "Validation"].contains(room) ? ["Documents"] : [],
                swiftSettings: strict
            )
        } + [
            .testTarget(
                name: "TrainingTests", dependencies: ["QuandianTrain", "QuandianFilters", "TestSupport"],
                path: "Tests/TrainingTests", swiftSettings: strict)
        ],
    swiftLanguageModes: [.v6]
)
