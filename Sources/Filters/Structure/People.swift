import QuandianText

// Lines that are a person's name, with an office before it or not: who wrote or who signs.

extension Sketch {
    /// A name alone, or an office, a space and a name: 田　野, 市委书记　康健.
    func isSignedName(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 18, line.ideographs == line.length, line.stops == 0, !line.blankBefore || line.gaps > 0,
            let next = next(after: index), lines[next].length > 0
        else { return false }
        // 易中和 over 易中和，男，1958年生 is a heading.
        let below = lines[next].ink
        if below.count > line.ink.count,
            (0..<line.ink.count).allSatisfy({ bytes[below.lowerBound + $0] == bytes[line.ink.lowerBound + $0] })
        {
            return false
        }
        let words = self.words(line.ink)
        guard let last = words.last else { return false }
        if words.count == 1 {
            return isName(last) && line.length >= 2 && line.length <= 3 || isOfficeJoinedToName(last)
        }
        // A padded name of two characters.
        if words.count == 2, line.length == 2 { return isName(line.ink) }
        return endsWithOffice(words[0]) && (isName(last) || isName(words[words.count - 2].lowerBound..<last.upperBound))
    }

    /// 国务院总理李鹏
    private func isOfficeJoinedToName(_ range: Range<Int>) -> Bool {
        var start = range.upperBound
        for length in 1...3 where start > range.lowerBound {
            start = bytes.scalarStart(endingAt: start)
            if length >= 2, isName(start..<range.upperBound), endsWithOffice(range.lowerBound..<start) { return true }
        }
        return false
    }

    /// 记者手记, 记者调查：…: what a reporter wrote, not who.
    func isReportersWords(_ index: Int) -> Bool {
        let ink = lines[index].ink
        for word: StaticString in [
            "手记", "手記", "札记", "观察", "觀察", "调查", "調查", "连线", "直击", "直擊", "感言", "点评", "来信", "述评", "见闻",
        ]
        where bytes.contains(word, in: ink) {
            return bytes.find("记者", in: ink) == ink.lowerBound || bytes.find("記者", in: ink) == ink.lowerBound
        }
        return false
    }

    /// 鄉長　高進財, 审　判　长　　赵公明 under a text.
    func isOfficeAndName(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 16, line.ideographs == line.length, line.gaps >= 1 else { return false }
        let ink = line.ink
        // The office may be spaced out too: read it without its spaces.
        var office: [UInt8] = []
        var at = ink.lowerBound
        while at < ink.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if !Scalar.isSpace(scalar) { office += bytes[at..<at + size] }
            at += size
        }
        for word in Sketch.courtOffices where office.starts(with: word) { return true }
        let words = self.words(ink)
        guard words.count >= 2, let last = words.last else { return false }
        // 鄉長　曾　國　樑
        return endsWithOffice(words[words.count - 2]) && isName(last)
            || endsWithOffice(words[0]) && isName(words[1].lowerBound..<last.upperBound)
    }

    /// 江州市中医院　沈月
    func isBodyAndName(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.ideographs == line.length, line.length <= 24 else { return false }
        let words = self.words(line.ink)
        guard words.count == 2, words[0].count >= 12, isName(words[1]) else { return false }
        return Self.bodies.contains { bytes[words[0]].suffix($0.count).elementsEqual($0) }
    }

    private func words(_ range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if Scalar.isSpace(scalar) {
                if start < at { result.append(start..<at) }
                start = at + size
            }
            at += size
        }
        if start < range.upperBound { result.append(start..<range.upperBound) }
        return result
    }

    func isName(_ range: Range<Int>) -> Bool {
        var count = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            at += size
            if Scalar.isSpace(scalar) { continue }
            if count == 0, !Sketch.surnames.contains(scalar) { return false }
            count += 1
        }
        return count >= 2 && count <= 4
    }

    private func endsWithOffice(_ range: Range<Int>) -> Bool {
        for word: StaticString in [
            "长", "長", "书记", "書記", "主任", "主席", "总理", "總理", "代表", "委员", "教授", "经理", "總統", "总统", "编辑", "理事", "干事",
        ]
        where bytes.range(range, endsWith: word) {
            return true
        }
        return false
    }

    private static let courtOffices: [[UInt8]] = [
        "审判长", "审判员", "代理审判员", "人民陪审员", "书记员", "法官助理", "代书记员", "審判長", "法官", "書記官", "检察员", "检察官",
    ].map { Array($0.utf8) }

    /// The surnames of most people, by the Hundred Surnames and present frequency.
    static let surnames: Set<UInt32> = Set(
        """
        王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧肖蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范範汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊\
        孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯向常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關焦左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單\
        季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛欧靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦麦麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊\
        卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺官封谈談匡鞠惠荆荊乐樂冀郁胥南班储儲原栗燕楚鄢劳勞谌諶奚皮粟冼蔺藺楼樓盘盤满滿闻聞位厉厲伊仝区區郜海阚闞花权權强強帅帥屠豆朴盖\
        练練廉禹井祖漆巴丰豐支卿国國狄平计計索宣晋晉相初门門云雲容敬来來扈晁芮都普阙闕浦戈伏鹿薄邸雍辜羊阿乌烏母裘亓修邰赫杭况況那宿鲜鮮印逯隆茹诺諾战戰慕危玉银銀亢嵇公哈湛宾賓戎勾茅利於呼居揭干但尉冶斯元束檀衣信\
        展阴陰昝智幸奉植衡富尧堯闭閉由欧司
        """.unicodeScalars.map(\.value))
}
