/// The last characters of place names, with the logarithm of how often a token is such a name.
enum PlaceEnds {
    private static let table: [UInt64: Float] = {
        var table: [UInt64: Float] = [:]
        for (score, ends) in [
            (-5.2, "县 镇"),
            (-5.5, "市 乡 村"),
            (-6, "区 街道 社区"),
            (-6.5, "路"),
            (-7, "水库 大道"),
            (-7.5, "街 河 湖 山 岛"),
            (-8, "江 州 小区 半岛 群岛 公园 广场 新村 新区 山脉 海峡 高原 盆地 平原 机场 大桥 大街 冰川 沙漠 胡同 古镇 公墓 校区 陵园"),
            (-8, "马路 宗祠 专区"),
            (-8.5, "垭 巷 庄 苑"),
            (-9, "省 桥 旗 屯 寨 湾 港 川 庙 寺 坳 坪 闸 步道 部落 二桥 老街 冰架 草原 高速 铁路 码头 古城 遗址 口岸 湿地 温泉"),
            (-9, "渡口 达坂 垭口 水闸 租界"),
            (-9.5, "峰 岭 屿 峁 崠 塬 埔 墘 夼 厝 峒 驿 塆 堡 峪 崮 疃 滘 塱 坜 畈 塅 陂 垌 岙 埕 埯 立交 公寓 别墅 景区 峡谷"),
            (-9.5, "新城 灌区 库区 渔港 老城 公路 隧道 大坝 花园 山口 服务区 收费站 度假区 大峡谷 菜市场 开发区 检查站 步行街"),
            (-10, "埠 渡 沟 洼 坝 塘 峡 堰 圩 滩 洲 涧 垴 溪 泾 弄 墟 矶 坞 浜 阁 坂 祠 庵 甸 汊 冈 坨"),
            (-10.5, "堤 嘴 洞 亭 圳 岔 崖"),
            (-11, "岩"),
            (-11.5, "坑 岗"),
        ] as [(Float, String)] {
            for end in ends.split(separator: " ") { table[end.utf16.reduce(0, key)] = score }
        }
        return table
    }()

    /// An end of one to three characters as one number.
    private static func key(_ start: UInt64, _ character: UInt16) -> UInt64 { start << 16 | UInt64(character) }

    /// The characters that ends begin with.
    static var heads: Set<UInt16> {
        Set(
            table.keys.map { key in
                UInt16(truncatingIfNeeded: key >> 32 != 0 ? key >> 32 : key >> 16 != 0 ? key >> 16 : key)
            })
    }

    /// Whether it is a level of the administration.
    static func isLevel(_ c: UInt16) -> Bool {
        switch c {
        case "省", "市", "县", "区", "镇", "乡", "村", "州": true
        default: false
        }
    }

    /// The longest end at an index, and its score.
    static func end(_ text: [UInt16], _ at: Int) -> (length: Int, score: Float)? {
        for length in stride(from: min(3, text.count - at), to: 0, by: -1) {
            if let score = table[text[at..<(at + length)].reduce(0, key)] { return (length, score) }
        }
        return nil
    }
}
