/// The last characters of place names, with the logarithm of how often a token is such a name.
enum PlaceEnds {
    private static let single: [UInt16: Float] = {
        var table: [UInt16: Float] = [:]
        for (score, ends) in [
            (-5.2, "县镇"),
            (-5.5, "市乡村"),
            (-6, "区"),
            (-6.5, "路"),
            (-7.5, "街河湖山岛"),
            (-8, "江州"),
            (-8.5, "垭巷庄苑"),
            (-9, "省桥旗屯寨湾港川庙寺坳坪闸"),
            (-9.5, "峰岭屿峁崠塬埔墘夼厝峒驿塆堡峪崮疃滘塱坜畈塅陂垌岙埕埯"),
            (-10, "埠渡沟洼坝塘峡堰圩滩洲涧垴溪泾弄墟矶坞浜阁坂祠庵甸汊冈坨"),
            (-10.5, "堤嘴洞亭圳岔崖"),
            (-11, "岩"),
            (-11.5, "坑岗"),
        ] as [(Float, String)] {
            for end in ends.utf16 { table[end] = score }
        }
        return table
    }()

    private static let double: [UInt32: Float] = {
        var table: [UInt32: Float] = [:]
        for (score, ends) in [
            (-6, "街道 社区"),
            (-7, "水库 大道"),
            (-8, "小区 半岛 群岛 公园 广场 新村 新区 山脉 海峡 高原 盆地 平原 机场 大桥 大街 冰川 沙漠 胡同 古镇 公墓 校区 陵园 马路 宗祠 专区"),
            (-9, "步道 部落 二桥 老街 冰架 草原 高速 铁路 码头 古城 遗址 口岸 湿地 温泉 渡口 达坂 垭口 水闸 租界"),
            (-9.5, "立交 公寓 别墅 景区 峡谷 新城 灌区 库区 渔港 老城 公路 隧道 大坝 花园 山口"),
        ] as [(Float, String)] {
            for end in ends.split(separator: " ").map({ Array($0.utf16) }) {
                table[UInt32(end[0]) << 16 | UInt32(end[1])] = score
            }
        }
        return table
    }()

    private static let triple: [StaticWord] = ["服务区", "收费站", "度假区", "大峡谷", "菜市场", "开发区", "检查站", "步行街"]
    private static let ofThree: Float = -9.5

    /// The characters that ends begin with.
    static var heads: [UInt16] { single.keys + double.keys.map { UInt16($0 >> 16) } + triple.map(\.first) }

    /// Whether it is a level of the administration.
    static func isLevel(_ c: UInt16) -> Bool {
        switch c {
        case "省", "市", "县", "区", "镇", "乡", "村", "州": true
        default: false
        }
    }

    static func end(_ text: [UInt16], _ at: Int) -> (length: Int, score: Float)? {
        if at + 2 < text.count,
            triple.contains(where: { $0.first == text[at] && $0.elementsEqual(text[at..<(at + 3)]) })
        {
            return (3, ofThree)
        }
        if at + 1 < text.count, let score = double[UInt32(text[at]) << 16 | UInt32(text[at + 1])] { return (2, score) }
        if at < text.count, let score = single[text[at]] { return (1, score) }
        return nil
    }
}
