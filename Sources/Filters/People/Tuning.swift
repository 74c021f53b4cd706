import Glibc
enum Tuning {
    static func value(_ name: String, _ standard: Float) -> Float {
        unsafe getenv(name).flatMap { unsafe Float(String(cString: $0)) } ?? standard
    }
    static let unseen = value("Q_UNSEEN", -4)
    static let seen = value("Q_SEEN", 1)
    static let weight = value("Q_WEIGHT", 1)
    static let other = value("Q_OTHER", 0.6)
    static let accepted = value("Q_ACCEPTED", 0.3)
    static let addPlace = value("Q_ADDPLACE", 2)
    static let swapPlace = value("Q_SWAPPLACE", 2)
    static let dropPlace = value("Q_DROPPLACE", 0)
    static let sureBody = value("Q_SUREBODY", 0.5)
    static let trustBody = value("Q_TRUSTBODY", 2)
    static let dropBody = value("Q_DROPBODY", 0)
    static let addPerson = value("Q_ADDPERSON", 2)
    static let dropPerson = value("Q_DROPPERSON", -99)
}
