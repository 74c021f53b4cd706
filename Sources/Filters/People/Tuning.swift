import Glibc
enum Tuning {
    static func get(_ n: String, _ d: Float) -> Float { unsafe getenv(n).map { unsafe Float(atof($0)) } ?? d }
    static let unseen = get("UNSEEN", -4)
    static let seen = get("SEEN", 1)
    static let weight = get("WEIGHT", 1)
    static let accepted = get("ACCEPTED", 0.3)
    static let clear = get("CLEAR", 2.5)
    static let placeTrusted = get("PTRUST", 0.8)
    static let bodyTrusted = get("BTRUST", 0.9)
    static let bodySure = get("BSURE", 0.5)
    static let slope = get("SLOPE", 0)
    static let mid = get("MID", -5)
    static let umin = get("UMIN", -8)
    static let umax = get("UMAX", -1)
    static let foreign = get("FOREIGN", -3.4)
    static let latin = get("LATIN", -6)
    static let three = get("THREE", -0.5)
    static let two = get("TWO", -1.2)
    static let oddsOffset = get("ODDS", 0)
}
