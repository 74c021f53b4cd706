/// What names of Tibetans, Mongols, Uyghurs and Kazakhs are made of, in the usual Chinese spelling.
enum NameParts {
    private static let parts: [StaticWord] = [
        // Tibetan
        "扎西", "卓玛", "央金", "次仁", "多吉", "旺堆", "平措", "尼玛", "达瓦", "巴桑", "拉姆", "格桑", "丹增", "顿珠", "旺久", "罗布", "边巴", "普布",
        "强巴", "白玛", "曲珍", "洛桑", "益西", "仁青", "索朗", "索南", "桑吉", "才让", "措姆", "德吉", "旦增", "旺姆", "加措", "嘉措", "坚赞", "贡布",
        "拉巴", "米玛", "次旦", "次旺", "欧珠", "群培", "热布", "江村", "贡嘎", "晋美", "赤列", "阿旺", "土登", "仓决", "央宗", "吉美", "泽仁", "泽郎",
        // Mongol
        "巴特尔", "其其格", "格日勒", "乌云", "巴雅尔", "乌力吉", "高娃", "图雅", "萨仁", "娜仁", "朝鲁", "那日苏", "额尔敦", "宝音", "呼和", "斯琴",
        "托娅", "塔娜", "毕力格", "孟和", "朝克图", "哈斯", "乌恩", "阿拉坦", "苏和", "满都拉", "呼日勒", "吉日嘎拉", "乌兰", "齐木德", "敖登", "道尔吉",
        "托雅", "巴图", "布和", "达来", "铁木尔", "苏日娜", "乌日娜", "通拉嘎", "查干", "仓布", "德力格尔", "朋斯克", "琪琪格",
        // Uyghur and Kazakh
        "阿不都", "阿卜杜", "阿布都", "热合曼", "热依木", "卡德尔", "买买提", "艾买提", "吐尔逊", "艾山", "玉山", "古丽", "娜尔", "努尔", "木拉提", "哈力克",
        "依明", "依布拉音", "艾力", "艾合买提", "麦麦提", "吾买尔", "肉孜", "帕提古丽", "阿依", "阿孜古丽", "热娜", "图尔荪", "阿迪力", "塔依尔", "吐尔洪",
        "巴哈尔", "库尔班", "司马义", "托合提", "卡哈尔", "克里木", "外力", "居来提", "叶尔肯", "哈提", "米吉提", "热西提", "阿里木", "迪丽", "热巴", "买合木提",
        "玉素甫", "赛买提", "加帕尔", "伊敏",
    ]

    private static let known = Set(parts.map { NameEvidence.hash($0) })
    private static let longest = parts.map(\.count).max() ?? 0

    /// The first characters of the parts.
    static var heads: Set<UInt16> { Set(parts.map { $0.first }) }

    /// The length of the longest part at an index; nil where there is none.
    static func longest(_ sentence: NameSentence, _ at: Int) -> Int? {
        guard sentence.character(at).has(.namePart) else { return nil }
        var hash = NameEvidence.seed
        var found: Int?
        for size in 1...longest where at + size <= sentence.count {
            hash = NameEvidence.extend(hash, sentence[at + size - 1])
            if size > 1, known.contains(hash) { found = size }
        }
        return found
    }
}
