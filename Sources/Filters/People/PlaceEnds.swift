/// The last characters of place names, with the logarithm of how often a token is such a name.
enum PlaceEnds {
    private static let single: [UInt16: Float] = [
        0x7701: -9, 0x5E02: -5.5, 0x53BF: -5.2, 0x533A: -6, 0x9547: -5.2, 0x4E61: -5.5, 0x6751: -5.5, 0x8DEF: -6.5,
        0x8857: -7.5, 0x6C5F: -8, 0x6CB3: -7.5, 0x6E56: -7.5, 0x5C71: -7.5, 0x5C9B: -7.5, 0x6865: -9, 0x5DDE: -8,
        0x65D7: -9, 0x5C6F: -9, 0x5BE8: -9, 0x6E7E: -9, 0x6E2F: -9, 0x5CF0: -9.5, 0x5CAD: -9.5, 0x5DDD: -9,
        // 庙 寺 垭 坳 坪
        0x5E99: -9, 0x5BFA: -9, 0x57AD: -8.5, 0x5773: -9, 0x576A: -9,
        // 埠 渡 沟 洼 坝 塘 峡 堰 圩 滩
        0x57E0: -10, 0x6E21: -10, 0x6C9F: -10, 0x6D3C: -10, 0x575D: -10, 0x5858: -10,
        0x5CE1: -10, 0x5830: -10, 0x5729: -10, 0x6EE9: -10,
        // 洲 涧 垴
        0x6D32: -10, 0x6DA7: -10, 0x57B4: -10,
        // 溪 巷 庄 闸
        0x6EAA: -10, 0x5DF7: -8.5, 0x5E84: -8.5, 0x95F8: -9,
        // 泾 弄 墟 堤 矶 坞 浜 嘴 洞 岩 阁 亭
        0x6CFE: -10, 0x5F04: -10, 0x589F: -10, 0x5824: -10.5, 0x77F6: -10, 0x575E: -10, 0x6D5C: -10, 0x5634: -10.5,
        0x6D1E: -10.5, 0x5CA9: -11, 0x9601: -10, 0x4EAD: -10.5,
        // 屿 峁 崠 塬 埔 墘 夼 坂 坑 岗
        0x5C7F: -9.5, 0x5CC1: -9.5, 0x5D20: -9.5, 0x586C: -9.5, 0x57D4: -9.5, 0x5898: -9.5, 0x593C: -9.5, 0x5742: -10,
        0x5751: -11.5, 0x5C97: -11.5,
        // 厝 峒 驿 塆 祠 庵 堡 甸 峪 崮 疃
        0x539D: -9.5, 0x5CD2: -9.5, 0x9A7F: -9.5, 0x5846: -9.5, 0x7960: -10, 0x5EB5: -10, 0x5821: -9.5, 0x7538: -10,
        0x5CEA: -9.5, 0x5D2E: -9.5, 0x7583: -9.5,
        // 滘 塱 坜 畈 塅 汊 圳 陂 冈 垌 坨 岙 埕 埯 岔
        0x6ED8: -9.5, 0x5871: -9.5, 0x575C: -9.5, 0x7548: -9.5, 0x5845: -9.5, 0x6C4A: -10, 0x5733: -10.5, 0x9642: -9.5,
        0x5188: -10, 0x578C: -9.5, 0x5768: -10, 0x5C99: -9.5, 0x57D5: -9.5, 0x57EF: -9.5, 0x5C94: -10.5,
        // 崖
        0x5D16: -10.5,
    ]

    /// 街道 社区 水库 步道 小区 大道 半岛 群岛 公园 广场 新村 新区 部落
    private static let double: [UInt32: Float] = {
        var table: [UInt32: Float] = [:]
        for (word, score) in [
            ("街道", -6), ("社区", -6), ("水库", -7), ("步道", -9), ("小区", -8), ("大道", -7), ("半岛", -8), ("群岛", -8),
            ("公园", -8), ("广场", -8), ("新村", -8), ("新区", -8), ("部落", -9), ("山脉", -8), ("海峡", -8), ("高原", -8),
            ("盆地", -8), ("平原", -8), ("机场", -8), ("大桥", -8), ("二桥", -9), ("大街", -8), ("老街", -9), ("冰川", -8),
            ("冰架", -9), ("沙漠", -8), ("草原", -9), ("公路", -9.5), ("高速", -9), ("铁路", -9), ("胡同", -8), ("码头", -9),
            ("隧道", -9.5), ("古镇", -8), ("古城", -9), ("遗址", -9), ("口岸", -9), ("湿地", -9), ("公墓", -8), ("校区", -8),
            ("温泉", -9), ("陵园", -8),
            ("渡口", -9), ("大坝", -9.5),
            ("达坂", -9), ("垭口", -9),
            ("水闸", -9), ("花园", -9.5), ("山口", -9.5), ("马路", -8), ("宗祠", -8), ("专区", -8), ("租界", -9),
        ] as [(String, Float)] {
            let scalars = word.unicodeScalars.map { UInt32($0.value) }
            table[scalars[0] << 16 | scalars[1]] = score
        }
        return table
    }()

    /// The characters that ends begin with.
    static var heads: [UInt16] { single.keys + double.keys.map { UInt16($0 >> 16) } }

    /// 省 市 县 区 镇 乡 村 州: the levels of the administration.
    static func isLevel(_ c: UInt16) -> Bool {
        switch c {
        case 0x7701, 0x5E02, 0x53BF, 0x533A, 0x9547, 0x4E61, 0x6751, 0x5DDE: true
        default: false
        }
    }

    static func end(_ text: [UInt16], _ at: Int) -> (length: Int, score: Float)? {
        if at + 1 < text.count, let score = double[UInt32(text[at]) << 16 | UInt32(text[at + 1])] { return (2, score) }
        if at < text.count, let score = single[text[at]] { return (1, score) }
        return nil
    }
}
