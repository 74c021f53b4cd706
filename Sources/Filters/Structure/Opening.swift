import QuandianText

// The head of a document: title, number, byline, addressee.

extension Sketch {
    mutating func judgeOpening() {
        guard let first = (body.lowerBound..<body.upperBound).first(where: { isOpen($0) }) else { return }
        var at = first
        var titles = 0
        var sawRest = false  // a number, byline or date under the title: nothing after it is title
        let single = next(after: first) == nil
        // Where each short line stands for the last time.
        var lastPlaces: [UInt64: Int] = [:]
        for index in body where lines[index].isShort { lastPlaces[lines[index].hash] = index }
        while at < body.upperBound {
            guard isOpen(at) else {
                if kind(at) == .paragraph { sawRest = true }
                at += 1
                continue
            }
            let line = lines[at]
            if isDocumentNumber(at) {
                judge(at, Verdict(.documentNumber, "docnum.form", 0.98))
                sawRest = titles > 0
            } else if titles > 0, line.length <= 8, line.digits > 0, line.ideographs + line.latin == 0,
                wholeDate(at) == nil, line.digits == line.length,
                (at + 1..<min(at + 4, body.upperBound)).contains(where: { lines[$0].cues.contains(.source) })
            {
                judge(at, Verdict(.residue(.counter), "residue.number-under-title", 0.7, runnerUp: "paragraph"))
            } else if titles > 0, let verdict = headDate(at) {
                judge(at, verdict)
                sawRest = true
            } else if titles > 0, let verdict = byline(at) {
                judge(at, verdict)
                sawRest = true
            } else if isSalute(at) {
                judge(at, Verdict(.salute, "salute.colon", 0.9, runnerUp: "paragraph"))
                return
            } else if titles > 0, isSignedName(at) {
                judge(at, Verdict(.byline, "byline.name", 0.75, runnerUp: "title"))
                sawRest = true
            } else if titles > 0, isIssuer(at) {
                judge(at, Verdict(.byline, "byline.issuer", 0.7, runnerUp: "title"))
                sawRest = true
            } else if titles > 0, isSubtitle(at) {
                judge(at, Verdict(.subtitle, "subtitle.dash", 0.95))
                sawRest = true
            } else if !sawRest, !single, isTitle(at, after: titles, lastPlaces) {
                judge(
                    at, Verdict(.title, titles == 0 ? "title.first" : "title.continued", titles == 0 ? 0.9 : 0.75))
                titles += 1
            } else if titles == 0, at == first, isByline(at), let verdict = byline(at) {
                judge(at, verdict)
            } else {
                return
            }
            if line.isLong, kind(at) != .date, kind(at) != .title || line.stops > 1 { return }
            at += 1
            if at - first > 24 { return }
        }
    }

    private func isByline(_ index: Int) -> Bool { !lines[index].cues.isDisjoint(with: [.source, .reporter]) }

    private func isTitle(_ index: Int, after titles: Int, _ lastPlaces: [UInt64: Int]) -> Bool {
        let line = lines[index]
        guard line.length <= 90, line.ideographs + line.latin > 0 || titles > 0 && bracketed(index) != nil else {
            return false
        }
        guard
            line.ending == .none || line.ending == .bracket
                || (line.ending == .stop && line.stops <= 1
                    && line.length <= 30 && !endsWithFullStop(index))
        else { return false }
        if line.stops > 1 { return false }
        if starts(index, "问：") || starts(index, "問：") || starts(index, "答：") || starts(index, "问:") { return false }
        if line.enumerator != nil, line.enumerator?.style != .hash(depth: 1) { return false }
        if let next = next(after: index), titles == 0 {
            // A title stands over something longer than itself, or over the lines of a document's head.
            if lines[next].enumerator == nil, !lines[next].isProse, lines[next].length < 4, line.length < 4 {
                return false
            }
        }
        guard titles > 0 else { return true }
        // Further lines of a title touch it; those that head sections further down are a menu.
        if titles >= 4 || line.blankBefore || line.enumerator != nil { return false }
        if let again = lastPlaces[line.hash], again > index + 1 { return false }
        if line.length > 45 || (line.stops > 0 && line.ending != .stop) { return false }
        guard let next = next(after: index) else { return false }
        // 一月, 7月8日　雨 under a title: headings.
        if line.length <= 4 && bracketed(index) == nil && !endsAsTitle(index) || startsWithDay(index) { return false }
        if let inner = bracketed(index) { return isTitleNote(inner) }
        return lines[next].length > 0
    }

    /// 管理办法, 的通知: the last words of a title.
    func endsAsTitle(_ index: Int) -> Bool {
        for word: StaticString in [
            "办法", "辦法", "规定", "規定", "通知", "条例", "條例", "方案", "细则", "細則", "意见", "意見", "规则", "規則", "报告", "報告", "纪要", "紀要",
            "决定",
            "决议", "公告", "通告", "要点", "要點", "计划", "計畫",
        ] where ends(index, word) {
            return true
        }
        return false
    }

    /// （征求意见稿） （试行） （共12项）: part of the title; other brackets under it are notes.
    func isTitleNote(_ inner: Range<Int>) -> Bool {
        for word: StaticString in [
            "稿", "试行", "试用", "暂行", "修订", "草案", "摘要", "节选", "共", "版", "摘登", "全文", "試行", "（上", "年度",
        ]
        where bytes.contains(word, in: inner) {
            return true
        }
        return inner.count <= 6 || isYears(inner)
    }

    /// 1956—1986, 1956年至1986年
    private func isYears(_ range: Range<Int>) -> Bool {
        guard let first = Numerals.read(bytes, range.lowerBound, range.upperBound), first.count == 4 else {
            return false
        }
        var at = first.end
        while at < range.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            switch scalar {
            case "年", "至", "-", "–", "—", "~", "－", "～", "、": break
            case let other where Scalar.isDigit(other) || Numerals.digit(other) != nil || Scalar.isSpace(other): break
            default: return false
            }
            at += size
        }
        return true
    }

    /// 7月8日 or 3日 at the start of a line.
    func startsWithDay(_ index: Int) -> Bool {
        let ink = lines[index].ink
        guard let number = Numerals.read(bytes, ink.lowerBound, ink.upperBound), number.value <= 31 else {
            return false
        }
        if bytes.spells("日", at: number.end, before: ink.upperBound) { return true }
        guard bytes.spells("月", at: number.end, before: ink.upperBound) else { return false }
        return number.end + 3 == ink.upperBound || Numerals.read(bytes, number.end + 3, ink.upperBound) != nil
    }

    private func endsWithFullStop(_ index: Int) -> Bool {
        lines[index].last == "。" || lines[index].last == "｡"
    }

    private func isSubtitle(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 60, !endsWithFullStop(index) else { return false }
        if let inner = bracketed(index), !isTitleNote(inner) {
            for word: StaticString in ["讲话", "講話", "致辞", "致詞", "发言", "發言", "演讲", "演講", "侧记", "側記", "纪实", "紀實"]
            where bytes.range(inner, endsWith: word) {
                return true
            }
        }
        return starts(index, "——") || starts(index, "--") || starts(index, "─") || starts(index, "—")
    }

    /// A full date under the title, or a bracketed note with the day on which a regulation was passed.
    private func headDate(_ index: Int) -> Verdict? {
        if let date = wholeDate(index) {
            return date.hasClock
                ? Verdict(.byline, "byline.time", 0.9) : Verdict(.date, "date.under-title", 0.85, runnerUp: "byline")
        }
        let line = lines[index]
        guard line.length <= 400 else { return nil }
        let zone = bracketed(index) ?? line.ink
        let isBracketed = zone != line.ink
        if isBracketed, isMonth(zone) { return Verdict(.date, "date.month-under-title", 0.85, runnerUp: "title") }
        guard isBracketed || LineDate.read(bytes, zone.lowerBound, zone.upperBound) != nil else { return nil }
        guard LineDate.first(in: zone, bytes) != nil else { return nil }
        for word: StaticString in ["通过", "公布", "施行", "修订", "修正", "批准", "发布", "通過", "修正", "印发", "起执行", "制定", "備查", "核定"]
        where bytes.contains(word, in: zone) {
            return Verdict(.date, "date.adoption", isBracketed ? 0.95 : 0.85)
        }
        return nil
    }

    /// A body alone under the title of what it wrote: 县政协调研组 under …调研报告.
    private func isIssuer(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 24, line.length >= 3, line.ideographs == line.length, line.commas == 0,
            let above = previous(before: index), kind(above) == .title || kind(above) == .subtitle,
            next(after: index) != nil
        else { return false }
        var title = lines[above].ink
        if let inner = bracketed(above) {
            guard isTitleNote(inner), above > body.lowerBound else { return kind(above) == .subtitle }
            title = lines[above - 1].ink
        }
        let isWriting =
            kind(above) == .subtitle || ends(index, "组") || ends(index, "組") || ends(index, "编辑部")
            || Self.writings.contains { title.count >= $0.count && bytes[title].suffix($0.count).elementsEqual($0) }
        return isWriting && Self.bodies.contains { bytes[line.ink].suffix($0.count).elementsEqual($0) }
    }

    private static let writings: [[UInt8]] = [
        "报告", "報告", "总结", "總結", "汇报", "讲话", "致辞", "方案", "规划", "計畫", "计划", "纪实", "要点", "说明", "材料", "述评", "综述", "启示",
        "探索",
        "实践", "思考", "倡议书", "献词", "建议", "调查", "概况", "概況", "简介", "大事记", "公开信", "一封信",
    ].map { Array($0.utf8) }

    static let bodies: [[UInt8]] = [
        "组", "組", "办公室", "辦公室", "委员会", "委員會", "编辑部", "局", "厅", "處", "处", "室", "中心", "协会", "協會", "学会", "學會", "研究院",
        "研究所",
        "党委", "党组", "支部", "政府", "联合会", "图书馆", "圖書館", "大学", "大學", "学院", "學院", "编委会", "联盟", "部", "院", "公所", "公司", "社",
    ].map { Array($0.utf8) }

    /// 来源：… 记者 … 2020-02-20 09:15
    private func byline(_ index: Int) -> Verdict? {
        let line = lines[index]
        guard line.length <= 120, line.stops == 0 || line.cues.contains(.source) else { return nil }
        if line.ending == .stop && line.length > 40 { return nil }
        if line.cues.contains(.source) { return Verdict(.byline, "byline.source", 0.95) }
        let date = LineDate.first(in: line.ink, bytes)
        if let date, date.hasClock, line.length <= 60 { return Verdict(.byline, "byline.time", 0.9) }
        if line.cues.contains(.reporter), line.length <= 50, !isReportersWords(index) {
            return Verdict(.byline, "byline.reporter", 0.9)
        }
        if let date, date.range.upperBound == line.ink.upperBound, line.gaps + line.bars > 0, line.length <= 40 {
            return Verdict(.byline, "byline.date", 0.8)
        }
        if let date, date.range.lowerBound == line.ink.lowerBound, line.length <= 50 {
            return Verdict(.byline, "byline.date", 0.8)
        }
        return nil
    }

    /// 津社科〔2020〕3号, （2019）沪01民终123号, 证券代码：600000
    func isDocumentNumber(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 40, line.stops == 0, line.digits + line.ideographs > 2 else { return false }
        if starts(index, "证券代码") || starts(index, "證券代碼") || starts(index, "股票代码") { return true }
        var zone = line.ink
        // …　签发人：…
        for label: StaticString in ["签发人", "簽發人"] {
            guard line.gaps > 0, let signer = bytes.find(label, in: zone) else { continue }
            var end = signer
            while end > zone.lowerBound {
                let before = bytes.scalarStart(endingAt: end)
                guard Scalar.isSpace(UTF8Scalar.decode(bytes, before).value) else { break }
                end = before
            }
            zone = zone.lowerBound..<end
        }
        for label: StaticString in ["发文字号：", "發文字號：", "文号：", "文號：", "案号：", "案號："] where starts(index, label) {
            zone = zone.lowerBound + label.utf8CodeUnitCount..<zone.upperBound
            if zone.count > 6 { return true }
        }
        if let inner = bracketed(index) { zone = inner }
        // 字第1090002345號
        if let ordinal = bytes.find("字第", in: zone),
            bytes.range(zone, endsWith: "號") || bytes.range(zone, endsWith: "号")
        {
            return ordinal + 6 < zone.upperBound
                && (line.digits >= 3 || Numerals.read(bytes, ordinal + 6, zone.upperBound, spaced: true) != nil)
        }
        // 第7期（总第120期）
        if line.length <= 20, starts(index, "第"), ends(index, "期）") || ends(index, "期)"),
            bytes.contains("总第", in: zone)
                || bytes.contains("總第", in: zone)
        {
            return true
        }
        // 〔2021〕第7期
        if line.length <= 16, bytes.range(zone, endsWith: "期"),
            Scalar.isOpeningBracket(line.first) || starts(index, "第")
        {
            return line.digits + line.ideographs >= line.length - 3 && line.ideographs <= 8
        }
        // …〔year〕number号 to the end, with nothing that a sentence has.
        guard line.commas == 0 else { return false }
        if bytes.range(zone, endsWith: "号文") || bytes.range(zone, endsWith: "號文") {
            zone = zone.lowerBound..<zone.upperBound - 3
        }
        guard bytes.range(zone, endsWith: "号") || bytes.range(zone, endsWith: "號") else { return false }
        var at = zone.lowerBound
        var bracket = false
        var year = false
        var number = false
        while at < zone.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if Scalar.isOpeningBracket(scalar), let reading = Numerals.read(bytes, at + size, zone.upperBound),
                reading.value >= 1900, reading.value < 2200, reading.end < zone.upperBound,
                Scalar.isClosingBracket(UTF8Scalar.decode(bytes, reading.end).value)
            {
                bracket = true
                year = true
                at = reading.end
                continue
            }
            if year, Scalar.isDigit(scalar) || Numerals.digit(scalar) != nil { number = true }
            at += size
        }
        if bracket, number { return true }
        // 国务院令 第715号, 第3号 standing alone: 令 or 公告 before 第…号
        guard line.length <= 24, let ordinal = bytes.find("第", in: zone) else { return false }
        guard
            let reading = Numerals.read(
                bytes, bytes.skippingSpaces(from: ordinal + 3, before: zone.upperBound), zone.upperBound, spaced: true)
        else { return false }
        let rest = bytes.skippingSpaces(from: reading.end, before: zone.upperBound)
        guard
            bytes.spells("号", at: rest, before: zone.upperBound)
                || bytes.spells("號", at: rest, before: zone.upperBound),
            rest + 3 == zone.upperBound
        else { return false }
        // 2020年第5号
        if let year = Numerals.read(bytes, zone.lowerBound, ordinal), year.count == 4, year.end + 3 == ordinal,
            bytes.spells("年", at: year.end, before: ordinal)
        {
            return true
        }
        return ordinal == zone.lowerBound || bytes.contains("令", in: zone) || bytes.contains("公告", in: zone)
            || bytes.contains("字", in: zone)
    }

    /// 各区人民政府： 同志们：
    func isSalute(_ index: Int) -> Bool {
        let line = lines[index]
        for label: StaticString in ["主送机关：", "主送機關：", "主送：", "受文者："] where starts(index, label) {
            return line.length <= 200 && line.stops == 0
        }
        // 亲爱的同学们！
        if line.last == "！", line.length <= 20, line.stops == 1, line.enumerator == nil {
            return starts(index, "亲爱的") || starts(index, "親愛的") || starts(index, "尊敬的")
                || (starts(index, "各位") && line.commas == 0 && line.length <= 8) || ends(index, "们！")
                || ends(index, "們！")
        }
        guard line.ending == .colon, line.stops == 0, line.enumerator == nil else { return false }
        let inner = line.ink.lowerBound..<bytes.scalarStart(endingAt: line.ink.upperBound)
        guard !inner.isEmpty, let after = next(after: index), lines[after].length > 0 else { return false }
        for ending: StaticString in [
            "如下", "以下", "通知", "下", "说", "道", "称", "指出", "表示", "强调", "認為", "认为", "內容", "内容", "要求", "說",
        ]
        where bytes.range(inner, endsWith: ending) {
            return false
        }
        if starts(index, "附") || starts(index, "一、") { return false }
        for ending: StaticString in [
            "政府", "同志", "同志们", "先生", "女士", "小姐", "代表", "委员", "委員", "朋友们", "朋友", "同学们", "同學們", "同事们", "局", "厅", "部",
            "部门", "机构", "单位", "公司", "院", "委员会", "办公室", "中心", "处", "校", "大学", "学院", "银行", "总局", "署", "会", "社", "所", "们",
            "們", "厂", "站", "党委", "支部", "县", "市", "区", "省", "乡", "镇", "街道", "办事处", "集团", "鈞鑒", "台鑒", "阁下", "閣下", "您好",
            "大家好", "團體", "團",
            "學校", "機關", "單位", "老师", "校长", "主任", "主席", "部长", "市长", "书记", "总理", "医院", "协会", "领导小组", "指挥部", "人员", "群众",
            "居民", "家长", "读者", "讀者", "党员", "黨員", "会员", "會員", "员工", "職員", "业主", "旅客", "用户", "客户", "网友", "學員", "学员", "先進",
            "同仁", "觀眾", "观众", "听众",
            "）",
        ] where bytes.range(inner, endsWith: ending) {
            return line.length <= 400
        }
        // 王馆长：
        if line.length <= 10, bytes.range(inner, endsWith: "长") || bytes.range(inner, endsWith: "長") { return true }
        return starts(index, "各") && line.length <= 200 || starts(index, "尊敬的") || starts(index, "亲爱的")
            || starts(index, "親愛的")
    }
}
