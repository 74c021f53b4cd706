import QuandianText

/// What the words of a line hint at.
struct Cues: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let share = Cues(rawValue: 1 << 0)
    static let related = Cues(rawValue: 1 << 1)
    static let editor = Cues(rawValue: 1 << 2)
    static let navigation = Cues(rawValue: 1 << 3)
    static let counter = Cues(rawValue: 1 << 4)
    static let advert = Cues(rawValue: 1 << 5)
    static let copyright = Cues(rawValue: 1 << 6)
    static let comment = Cues(rawValue: 1 << 7)
    /// 来源 作者 发布时间
    static let source = Cues(rawValue: 1 << 8)
    /// 记者 通讯员
    static let reporter = Cues(rawValue: 1 << 9)
    /// 摄 供图 资料图 图为
    static let photograph = Cues(rawValue: 1 << 10)
    /// 抄送 主题词 印发 此件公开发布
    static let note = Cues(rawValue: 1 << 11)
    static let attachment = Cues(rawValue: 1 << 12)

    static let residue: Cues = [.share, .related, .editor, .navigation, .counter, .advert, .copyright, .comment]

    /// The kind of residue that these hints speak for.
    var residue: Residue? {
        if contains(.copyright) { return .copyright }
        if contains(.editor) { return .editor }
        if contains(.navigation) { return .navigation }
        if contains(.counter) { return .counter }
        if contains(.comment) { return .comment }
        if contains(.share) { return .share }
        if contains(.advert) { return .advert }
        if contains(.related) { return .related }
        return nil
    }
}
