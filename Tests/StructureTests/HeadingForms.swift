import QuandianFilters
import QuandianText
import Testing

/// Every numbering that headings use, and their depth, which is nesting.
@Suite struct HeadingForms {
    private static let texts = [
        "全年新增藏书三万册，办理读者证一万二千张，接待读者四十万人次。", "各分馆延长开放时间，周末开放到晚上九点，读者反映很好。", "今年要把流动书车开到更远的村子里去，每月两次。",
        "经费由总馆统一安排，专款专用，年底向读者公布。", "全馆职工参加培训六次，新招聘馆员八名，平均年龄二十九岁。", "讲座办了二十四场，听众最多的一场有五百人。",
    ]

    /// Two headings of each of three styles, nested, with prose under the innermost.
    private func nested(_ outer: [String], _ middle: [String], _ inner: [String]) -> String {
        var lines = ["@title 江州市图书馆年度工作报告"]
        var text = 0
        for (number, head) in outer.enumerated() {
            lines.append("@head1 \(head)\(["过去一年的工作", "今年的打算"][number])")
            for (number, head) in middle.enumerated() {
                lines.append("@head2 \(head)\(["藏书建设", "读者服务"][number])")
                for (number, head) in inner.enumerated() {
                    lines.append("@head3 \(head)\(["纸书", "电子书"][number])")
                    lines.append("@p \(Self.texts[text % Self.texts.count])")
                    text += 1
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: [
        (["一、", "二、"], ["（一）", "（二）"], ["1.", "2."]),
        (["一、", "二、"], ["(一)", "(二)"], ["1．", "2．"]),
        (["一.", "二."], ["（一）", "（二）"], ["1、", "2、"]),
        (["一．", "二．"], ["(一) ", "(二) "], ["1. ", "2. "]),
        (["一 、", "二 、"], ["（ 一 ）", "（ 二 ）"], ["（1）", "（2）"]),
        (["（一）", "（二）"], ["1.", "2."], ["（1）", "（2）"]),
        (["（一）", "（二）"], ["1.", "2."], ["①", "②"]),
        (["1.", "2."], ["（1）", "（2）"], ["①", "②"]),
        (["1、", "2、"], ["1）", "2）"], ["①", "②"]),
        (["１．", "２．"], ["（１）", "（２）"], ["①", "②"]),
        (["1 ", "2 "], ["1.1 ", "1.2 "], ["1.1.1 ", "1.1.2 "]),
        (["壹、", "贰、"], ["一、", "二、"], ["（一）", "（二）"]),
        (["壹、", "貳、"], ["一、", "二、"], ["（一）", "（二）"]),
        (["甲、", "乙、"], ["一、", "二、"], ["（一）", "（二）"]),
        (["I. ", "II. "], ["A. ", "B. "], ["1. ", "2. "]),
        (["Ⅰ. ", "Ⅱ. "], ["A. ", "B. "], ["a. ", "b. "]),
        (["Ⅰ、", "Ⅱ、"], ["A、", "B、"], ["a) ", "b) "]),
        (["A. ", "B. "], ["1. ", "2. "], ["(1) ", "(2) "]),
        (["A．", "B．"], ["一、", "二、"], ["1．", "2．"]),
        (["第一部分　", "第二部分　"], ["一、", "二、"], ["（一）", "（二）"]),
        (["第一部分：", "第二部分："], ["一、", "二、"], ["1.", "2."]),
        (["第一编　", "第二编　"], ["第一章　", "第二章　"], ["第一节　", "第二节　"]),
        (["第 一 编　", "第 二 编　"], ["第 一 章　", "第 二 章　"], ["第 一 节　", "第 二 节　"]),
        (["第一編　", "第二編　"], ["第一章　", "第二章　"], ["第一節　", "第二節　"]),
        (["第一章", "第二章"], ["第一节", "第二节"], ["一、", "二、"]),
        (["第1章 ", "第2章 "], ["第1节 ", "第2节 "], ["一、", "二、"]),
        (["第一篇　", "第二篇　"], ["第一章　", "第二章　"], ["第一节　", "第二节　"]),
        (["第一卷　", "第二卷　"], ["第一章　", "第二章　"], ["一、", "二、"]),
        (["第一章　", "第二章　"], ["第一节　", "第二节　"], ["第一目　", "第二目　"]),
        (["# ", "# "], ["## ", "## "], ["### ", "### "]),
        (["## ", "## "], ["### ", "### "], ["#### ", "#### "]),
        (["＃ ", "＃ "], ["＃＃ ", "＃＃ "], ["＃＃＃ ", "＃＃＃ "]),
        (["#", "#"], ["##", "##"], ["###", "###"]),
        (["一、", "二、"], ["第一，", "第二，"], ["1.", "2."]),
        (["一、", "二、"], ["1.", "2."], ["（1）", "（2）"]),
        (["㈠", "㈡"], ["⒈", "⒉"], ["⑴", "⑵"]),
        (["一、", "二、"], ["㈠", "㈡"], ["⒈", "⒉"]),
        (["一　", "二　"], ["（一）", "（二）"], ["1.", "2."]),
        (["【一】", "【二】"], ["（一）", "（二）"], ["1.", "2."]),
        (["〇一　", "〇二　"], ["（一）", "（二）"], ["1.", "2."]),
        (["01 ", "02 "], ["（一）", "（二）"], ["1.", "2."]),
        (["其一、", "其二、"], ["（一）", "（二）"], ["1.", "2."]),
        (["❶", "❷"], ["（一）", "（二）"], ["1.", "2."]),
        (["1.", "2."], ["一、", "二、"], ["（一）", "（二）"]),
    ])
    func depthIsNestingWhateverTheStyle(_ outer: [String], _ middle: [String], _ inner: [String]) {
        MarkedLines(nested(outer, middle, inner)).check()
    }

    @Test func decimalNumbersNestByTheirParts() {
        MarkedLines(
            """
            @title 图书馆照明规范
            @head1 1 范围
            @p 本规范规定了图书馆各类阅览室的照度、色温和眩光限值。
            @head1 2 一般要求
            @head2 2.1 照度
            @p 阅览室桌面照度不低于三百勒克斯，书库不低于五十勒克斯。
            @head2 2.2 色温
            @head3 2.2.1 阅览室
            @p 阅览室的色温在三千三百到五千三百开之间，应当均匀。
            @head3 2.2.2 书库
            @p 书库的色温不作规定，但不得使用含有紫外线的光源。
            @head1 3 验收
            @p 验收时在每个阅览室取九个点测量，结果记入附录。
            """
        ).check()
    }

    @Test func theUnitsOfALawNestByRank() {
        MarkedLines(
            """
            @title 江州市图书馆条例
            @head1 第一编　总则
            @head2 第一章　一般规定
            @phead3 第一条　为了发展图书馆事业，制定本条例。
            @phead3 第二条　本条例所称图书馆，包括下列各类：
            @item （一）公共图书馆；
            @item （二）学校图书馆。
            @head2 第二章　设立
            @head3 第一节　条件
            @head4 第一目　馆舍
            @phead5 第三条　馆舍面积不得少于五百平方米。
            @p 书库应当防火、防潮。
            @head4 第二目　人员
            @phead5 第四条　馆员应当具有相应的专业知识。
            @head1 第二编　附则
            @phead2 第五条　本条例自公布之日起施行。
            """
        ).check()
    }

    @Test func articlesOnALineOfTheirOwnAndParagraphsOf款() {
        MarkedLines(
            """
            @title 縣立圖書館自治條例
            @head1 第 一 章 總則
            @head2 第 1 條
            @p 為發展縣內圖書館事業，特制定本自治條例。
            @head2 第 2 條
            @p 圖書館設下列各組：
            @item 一、典藏組。
            @item 二、閱覽組。
            @head1 第 二 章 組織
            @head2 第 2-1 條
            @p 館長一人，綜理館務，由縣長任命之。
            @head2 第 3 條
            @p 本自治條例自公布日施行。
            """
        ).check()
    }

    @Test func bareNumbersOfArticlesInALaw() {
        MarkedLines(
            """
            @title 縣立圖書館閱覽規則
            @head1 1
            @p 為管理閱覽事務，特訂定本規則。
            @head1 2
            @p 讀者應憑閱覽證入館，並遵守館內秩序。
            @head1 3
            @p 館藏圖書分為下列各類：
            @item 一、普通圖書。
            @item 二、珍善本圖書。
            @head1 4
            @p 本規則自發布日施行，修正時亦同。
            """
        ).check()
    }

    @Test(arguments: [
        "@phead1 第一，建好新馆。新馆今年六月开工，两年建成，投资三千万元。\n@phead1 第二，办好讲座。每周一场，听众不限，免费入场，先到先坐。\n@phead1 第三，管好经费。每一笔钱都要公开，接受读者监督。",
        "@phead1 （一）建好新馆。新馆今年六月开工，两年建成，投资三千万元。\n@phead1 （二）办好讲座。每周一场，听众不限，免费入场，先到先坐。",
        "@phead1 1.建好新馆。新馆今年六月开工，两年建成，投资三千万元。\n@phead1 2.办好讲座。每周一场，听众不限，免费入场，先到先坐。",
        "@phead1 一、建好新馆。新馆今年六月开工，两年建成，投资三千万元。\n@phead1 二、办好讲座。每周一场，听众不限，免费入场，先到先坐。",
        "@phead1 ①建好新馆。新馆今年六月开工，两年建成，投资三千万元。\n@phead1 ②办好讲座。每周一场，听众不限，免费入场，先到先坐。",
        "@phead1 （1）建好新馆。新馆今年六月开工，两年建成，投资三千万元。\n@phead1 （2）办好讲座。每周一场，听众不限，免费入场，先到先坐。",
        "@phead1 壹、興建新館。新館今年六月動工，兩年完成，經費三千萬元。\n@phead1 貳、辦理講座。每週一場，聽眾不限，免費入場，先到先坐。",
    ])
    func runInHeadingsAreSplit(_ body: String) {
        let document = MarkedLines("@title 今年的工作安排\n@p 为了办好图书馆，馆务会议研究决定，今年抓好以下几件事。\n" + body)
        document.check()
        let blocks = StructureFilter().annotate(Document(document.text)).blocks
        for block in blocks {
            guard case .runInHeading = block.kind else { continue }
            let head = block.parts.first { $0.role == .heading }
            #expect(head.map { document.text[$0.range].hasSuffix("。") } == true, "\(document.text[block.range])")
        }
    }

    @Test(arguments: [
        "@p 活动分三步：1.宣传发动；2.组织实施；3.总结表彰。各分馆要按时完成。",
        "@p 报名条件如下：（一）年满十八岁；（二）有读者证；（三）身体健康。符合条件的都可报名。",
        "@p 一是加强领导。二是落实经费。三是搞好宣传。各分馆要认真抓好落实，年底检查。",
        "@p 要做到三个到位：一是人员到位，二是经费到位，三是场地到位，确保活动顺利进行。",
        "@p 第一步宣传发动，第二步组织实施，第三步总结表彰，全部工作在年底以前完成。",
        "@p 会议强调，①人员到位，②经费到位，③场地到位，缺一不可，各分馆要认真落实。",
        "@p 首先，要抓好宣传。其次，要落实经费。最后，要认真总结，年底前报送书面材料。",
    ])
    func whatIsNumberedInsideAParagraphStaysThere(_ paragraph: String) {
        MarkedLines("@title 读书活动安排\n@p 为了办好读书活动，馆务会议作了研究，现将安排通知各分馆。\n\(paragraph)\n@p 各分馆接到通知后要立即行动起来，认真做好各项准备工作。")
            .check()
    }

    @Test(arguments: [
        "@p 一是加强领导。各分馆要成立工作组，馆长任组长，一级抓一级。\n@p 二是落实经费。活动经费由总馆安排，专款专用，不得挪用。\n@p 三是搞好宣传。各分馆门口要有横幅，馆内要有展板。",
        "@p 一要加强领导，成立工作组，馆长任组长，一级抓一级。\n@p 二要落实经费，由总馆统一安排，专款专用，不得挪用。\n@p 三要搞好宣传，各分馆门口要有横幅，馆内要有展板。",
    ])
    func paragraphsThatBeginWith一是(_ body: String) {
        MarkedLines("@title 读书活动安排\n@p 为了办好读书活动，馆务会议作了研究，现将安排通知各分馆。\n\(body)\n@p 各分馆接到通知后要立即行动起来，认真做好各项准备工作。").check()
    }

    @Test(arguments: ["", "1.", "·", "● "])
    func aMenuAtTheTopIsAList(_ mark: String) {
        let heads = ["新馆六月开工", "流动书车开进山村", "讲座听众创新高"]
        let menu = heads.enumerated().map { "@item \(mark == "1." ? "\($0.offset + 1)." : mark)\($0.element)" }
        let body = heads.enumerated().map { "@head1 \($0.element)\n@p \(Self.texts[$0.offset])" }
        MarkedLines((["@title 江州图书馆通讯"] + menu + body).joined(separator: "\n")).check()
    }

    @Test func aTableOfContentsIsAListUnderItsHead() {
        MarkedLines(
            """
            @title 图书馆工作手册
            @head1 目　录
            @item 第一章　入馆……………1
            @item 第二章　借书……………5
            @item 第三章　还书……………9
            @head1 第一章　入馆
            @p 读者凭读者证入馆，保持安静，不带食物和饮料。
            @head1 第二章　借书
            @p 每人每次可借书十册，期限三十天，可续借一次。
            @head1 第三章　还书
            @p 还书可到任何一家分馆，也可投入还书箱，次日入账。
            """
        ).check()
    }

    @Test func unnumberedHeadingsBetweenParagraphs() {
        MarkedLines(
            """
            @title 一座图书馆的四季
            @p 图书馆在老城的河边，门前有一棵三百年的樟树，树下总有人下棋。
            @head1 春天的书市
            @p 每年三月，书市在樟树下开张，旧书一块钱一本，新书打七折。
            @p 孩子们提着篮子来，挑上半天，一本一本地翻过去。
            @head1 夏夜的讲座
            @p 七月的晚上，讲座在天井里举行，听众自带板凳和蒲扇。
            @head1 秋日的晒书
            @p 晒书是老规矩，每年霜降前后，古籍要搬到廊下吹三天的风。
            """
        ).check()
    }

    /// A short heading that always stands over others of its kind is the outer one.
    @Test func unnumberedHeadingsHaveTheDepthThatTheirPatternShows() {
        MarkedLines(
            """
            @title 图书馆工作年报
            @head1 【读者服务】
            @head2 办证
            @p 全年办理读者证一万二千张，其中少儿证四千张，比上年增长。
            @head2 借阅
            @p 全年外借图书四十万册次，期刊六万册次，人均三点五册。
            @head1 【藏书建设】
            @head2 采购
            @p 全年采购图书三万册，其中少儿图书一万册，地方文献八百种。
            @head2 捐赠
            @p 全年接受捐赠图书二千册，捐赠者一百二十人，均发给证书。
            """
        ).check()
    }

    /// The same without brackets: the outer one is what stands over others time and again.
    @Test func unnumberedHeadingsOverGroupsOfOthersAreTheOuterOnes() {
        MarkedLines(
            """
            @title 图书馆工作年报
            @head1 读者服务
            @head2 办证
            @p 全年办理读者证一万二千张，其中少儿证四千张，比上年增长。
            @head2 借阅
            @p 全年外借图书四十万册次，期刊六万册次，人均三点五册。
            @head1 藏书建设
            @head2 采购
            @p 全年采购图书三万册，其中少儿图书一万册，地方文献八百种。
            @head2 捐赠
            @p 全年接受捐赠图书二千册，捐赠者一百二十人，均发给证书。
            """
        ).check()
    }

    @Test func numbersUnderUnnumberedHeadingsLieDeeper() {
        MarkedLines(
            """
            @title 图书馆工作年报
            @head1 读者服务
            @head2 一、办证
            @p 全年办理读者证一万二千张，其中少儿证四千张，比上年增长。
            @head2 二、借阅
            @p 全年外借图书四十万册次，期刊六万册次，人均三点五册。
            @head1 藏书建设
            @head2 一、采购
            @p 全年采购图书三万册，其中少儿图书一万册，地方文献八百种。
            @head2 二、捐赠
            @p 全年接受捐赠图书二千册，捐赠者一百二十人，均发给证书。
            """
        ).check()
    }

    @Test func aDocumentThatBeginsWithTheSecondStyleHasItAtDepthOne() {
        MarkedLines(
            """
            @head1 （一）办证
            @p 全年办理读者证一万二千张，其中少儿证四千张，比上年增长。
            @head1 （二）借阅
            @p 全年外借图书四十万册次，期刊六万册次，人均三点五册。
            @head2 1.图书
            @p 图书外借以文学类为最多，占全部外借册次的百分之四十二。
            @head2 2.期刊
            @p 期刊外借以科普类为最多，占全部外借册次的百分之三十一。
            """
        ).check()
    }
}
