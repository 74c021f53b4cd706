import QuandianFilters
import QuandianText
import Testing

/// The forms of figures, of what a page leaves behind, and of the card of a government page.
@Suite struct FigureAndResidueForms {
    private static let sentences = [
        "图书馆在老城的河边，门前有一棵三百年的樟树，树下总有人下棋。", "每年三月，书市在樟树下开张，旧书一块钱一本，新书打七折。",
        "孩子们提着篮子来，挑上半天，一本一本地翻过去，谁也不催他们。",
    ]

    @Test(arguments: [
        "@caption 读者在樟树下挑书。方舟 摄", "@caption 读者在樟树下挑书。 (方舟/摄)", "@caption 读者在樟树下挑书（方舟摄）", "@caption 读者在樟树下挑书 方舟摄影",
        "@caption 读者在樟树下挑书。江州日报记者 方舟 摄", "@caption 樟树下的书市。（江州图书馆供图）", "@caption 樟树下的书市。受访者供图", "@caption 樟树下的书市 资料图",
        "@caption 樟树下的书市（资料图片）", "@caption 图为读者在樟树下挑书。", "@caption 图为：读者在樟树下挑书", "@caption 圖為讀者在樟樹下挑書。",
        "@caption 讀者在樟樹下挑書。方舟 攝",
        "@caption 讀者在樟樹下挑書。（記者方舟攝）", "@caption 讀者在樟樹下挑書。（圖／文化局提供）", "@caption 讀者在樟樹下挑書。圖／方舟攝", "@caption 本报记者 方舟 摄影报道",
        "@caption 方舟 宋知夏 摄影报道", "@caption 图：读者在樟树下挑书", "@caption 图①：读者在樟树下挑书。", "@caption 图1　樟树下的书市",
        "@caption 图1：樟树下的书市", "@caption 图一　樟树下的书市",
        "@caption 图2-1 樟树下的书市", "@caption ▲读者在樟树下挑书", "@caption △ 读者在樟树下挑书。", "@caption ▲读者在樟树下挑书。方舟 摄",
        "@caption 上图：读者在樟树下挑书。", "@caption 左图为读者在挑书，右图为孩子在看书。",
        "@caption 新华社发（方舟 摄）", "@caption 读者在樟树下挑书。新华社发（方舟 摄）", "@caption 读者在樟树下挑书。新华社记者 方舟 摄", "@caption 图片来源：江州图书馆",
        "@caption 图片说明：读者在樟树下挑书",
        "@caption 摄影/方舟", "@caption 攝影：方舟", "@caption 资料图：读者在樟树下挑书。", "@caption 資料圖：讀者在樟樹下挑書。", "@caption ↑读者在樟树下挑书。",
        "@caption 3月5日，读者在樟树下的书市上挑书。方舟摄",
        "@caption 樟树下的书市。（图片由江州图书馆提供）", "@caption 樟树下的书市。江州图书馆 图", "@caption 照片：读者在樟树下挑书", "@caption 图／江州图书馆提供",
        "@caption 《樟树下的书市》 方舟 摄",
        "@caption 图为读者在樟树下挑书。\n@caption 图为孩子在台阶上看书。\n@caption 图为老人在下棋。",
        "@caption 读者在樟树下挑书。方舟 摄\n@caption 孩子在台阶上看书。方舟 摄",
        "@alt 樟树下的书市\n@caption 樟树下的书市，读者在挑书。方舟 摄",
        "@caption 樟树下的书市，读者在挑书。方舟 摄\n@alt 樟树下的书市",
        "@alt 老城的图书馆\n@caption 读者在樟树下挑书。方舟 摄",
        "@alt 老城的图书馆", "@alt DSC_0123.JPG", "@alt [图片]", "@alt [image]", "@alt 【图片】", "@alt 点击查看大图", "@alt （图片）",
        "@alt 老城的图书馆\n@caption 图为读者在樟树下挑书。\n@alt 老城的图书馆\n@caption 图为孩子在台阶上看书。",
    ])
    func captionsAndTheTextsThatStandForPictures(_ figure: String) {
        MarkedLines(
            "@title 老城的图书馆\n@p \(Self.sentences[0])\n\(figure)\n@p \(Self.sentences[1])\n@p \(Self.sentences[2])"
        ).check()
    }

    @Test(arguments: [
        ("分享到：", "share"), ("分享到：微信 微博 QQ空间", "share"), ("分享至:", "share"), ("分享", "share"), ("打印", "share"),
        ("【打印】【关闭】", "share"),
        ("打印本页　关闭窗口", "share"), ("[打印] [关闭]", "share"), ("字号：大 中 小", "share"), ("【字体：大 中 小】", "share"),
        ("字體：大 中 小", "share"),
        ("字級：大 中 小", "share"), ("大 中 小", "share"), ("列印", "share"), ("友善列印", "share"), ("轉寄友人", "share"),
        ("分享到 Facebook", "share"), ("分享至 Line", "share"),
        ("扫一扫在手机打开当前页", "share"), ("扫描二维码关注我们", "share"), ("微信扫一扫分享", "share"), ("A- A+", "share"), ("收藏本页", "share"),
        ("一键分享", "share"), ("複製連結", "share"),
        ("责任编辑：方舟", "editor"), ("（责任编辑：方舟）", "editor"), ("[责任编辑: 方舟]", "editor"), ("责编：方舟", "editor"),
        ("編輯：方舟", "editor"), ("責任編輯：方舟", "editor"),
        ("(责编：方舟、宋知夏)", "editor"), ("编辑：方舟　审核：宋知夏", "editor"), ("【编辑:方舟】", "editor"), ("审核：方舟", "editor"),
        ("一审：方舟　二审：宋知夏　三审：林知秋", "editor"),
        ("值班编辑 方舟", "editor"), ("核稿編輯：方舟", "editor"), ("（编辑 方舟）", "editor"), ("新媒体编辑：方舟", "editor"),
        ("责任校对：方舟", "editor"), ("执行编辑：方舟", "editor"),
        ("浏览次数：1234", "counter"), ("阅读次数：1234", "counter"), ("点击量：1234次", "counter"), ("瀏覽人次：1234", "counter"),
        ("點閱數：1234", "counter"), ("访问量：1234", "counter"),
        ("阅读 1234", "counter"), ("您是第1234位访客", "counter"), ("瀏覽數 1234", "counter"), ("累計瀏覽人次：1,234", "counter"),
        ("已有 1234 人阅读", "counter"), ("人氣：1234", "counter"),
        ("版权所有 江州市图书馆", "copyright"), ("Copyright © 2020 江州市图书馆", "copyright"), ("©2020 江州市图书馆", "copyright"),
        ("版權所有 江州市立圖書館", "copyright"),
        ("未经授权，不得转载", "copyright"), ("本文为原创，转载请注明出处", "copyright"), ("京ICP备00000000号", "copyright"),
        ("江公网安备 00000000000000号", "copyright"), ("版权声明：本文版权归江州日报所有", "copyright"),
        ("未經授權，請勿轉載", "copyright"), ("著作權所有，轉載請註明出處", "copyright"), ("主办单位：江州市图书馆 承办单位：江州市信息中心", "copyright"),
        ("广告", "advert"), ("廣告", "advert"), ("【广告】", "advert"), ("- 广告 -", "advert"), ("赞助商链接", "advert"),
        ("廣告（請繼續閱讀本文）", "advert"), ("推广", "advert"), ("贊助內容", "advert"),
        ("发表评论", "comment"), ("网友评论", "comment"), ("评论（12）", "comment"), ("我要评论", "comment"), ("網友評論", "comment"),
        ("發表評論", "comment"), ("登录后发表评论", "comment"), ("已有12人参与评论", "comment"),
        ("留言（12）", "comment"), ("還沒有評論", "comment"), ("查看全部评论>>", "comment"), ("暂无评论", "comment"),
        ("返回首页", "navigation"), ("返回顶部", "navigation"), ("返回列表", "navigation"), ("回首頁", "navigation"),
        ("回頂端", "navigation"), ("网站地图 | 联系我们 | 关于我们", "navigation"),
        ("網站導覽 | 聯絡我們", "navigation"), ("设为首页 | 加入收藏", "navigation"), ("回上一頁", "navigation"), ("无障碍浏览", "navigation"),
        ("跳到主要內容區塊", "navigation"), ("首页 上一页 下一页 尾页", "navigation"),
        ("上一篇：河边的茶馆", "related"), ("下一篇：没有了", "related"), ("下一則：河邊的茶館", "related"), ("上一页 下一页", "related"),
        ("阅读原文", "related"), ("查看更多", "related"), ("更多>>", "related"),
        ("原标题：河边的图书馆", "related"), ("标签：图书馆 书市", "related"), ("關鍵字：圖書館", "related"), ("更多新聞", "related"),
        ("https://example.org/a/1.html", "related"), ("延伸閱讀", "related"),
    ])
    func residueAfterTheText(_ line: String, _ kind: String) {
        for document in [
            "老城的图书馆\n\(Self.sentences[0])\n\(Self.sentences[1])\n\(Self.sentences[2])\n\(line)",
            "老城的图书馆\n\(Self.sentences[0])\n\(Self.sentences[1])\n\(line)\n\(Self.sentences[2])",
        ] {
            let text = Text(document)
            let block = StructureFilter().annotate(Document(text)).blocks.first { text[$0.range] == line }
            let found: String? = if case .residue(let kind)? = block?.kind { kind.rawValue } else { nil }
            #expect(
                found == kind, "\(line): \(block.map(MarkedLines.name) ?? "nothing") by \(block?.provenance.rule ?? "")"
            )
        }
    }

    @Test(arguments: [
        "首页 > 新闻 > 本馆动态", "首页>>新闻>>正文", "您的位置：首页 > 新闻 > 正文", "当前位置：首页 - 新闻 - 正文", "您现在的位置： 首页 » 新闻", "首頁 > 新聞 > 本館動態",
        "目前位置：首頁 > 新聞", "首页 / 新闻 / 正文", "江州日报 > 文化 > 正文", "Home > News", "::: 首頁 / 最新消息", "网站首页 > 新闻中心",
        "您当前所在位置：首页 → 新闻 → 正文", "首页→新闻→正文",
    ])
    func breadcrumbsBeforeTheTitle(_ line: String) {
        MarkedLines(
            "@residue \(line)\n@title 老城的图书馆\n@p \(Self.sentences[0])\n@p \(Self.sentences[1])\n@p \(Self.sentences[2])"
        ).check()
    }

    @Test(arguments: [
        ["相关新闻", "河边的茶馆", "老街修缮完工", "书市下月开张"], ["相关阅读：", "·河边的茶馆", "·老街修缮完工", "·书市下月开张"],
        ["相關新聞", "河邊的茶館", "老街修繕完工", "書市下月開張"],
        ["延伸閱讀：", "河邊的茶館", "老街修繕完工"], ["推荐阅读", "河边的茶馆 03-05", "老街修缮完工 03-04", "书市下月开张 03-02"],
        ["热门文章", "1 河边的茶馆", "2 老街修缮完工", "3 书市下月开张"],
        ["猜你喜欢", "河边的茶馆", "老街修缮完工"], ["更多新聞", "河邊的茶館", "老街修繕完工"], ["相关链接", "河边的茶馆(2020-03-05)", "老街修缮完工(2020-03-04)"],
        ["【相关文章】", "河边的茶馆", "老街修缮完工"],
        ["上一篇：河边的茶馆", "下一篇：老街修缮完工"], ["相关专题", "老城记忆"], ["热门评论", "写得真好", "我小时候常去"],
    ])
    func listsOfLinksAfterTheText(_ lines: [String]) {
        MarkedLines(
            "@title 老城的图书馆\n@p \(Self.sentences[0])\n@p \(Self.sentences[1])\n@p \(Self.sentences[2])\n"
                + lines.map { "@residue \($0)" }.joined(separator: "\n")
        ).check()
    }

    @Test(arguments: [
        [
            "索引号：0001/2018-2", "主题分类：文化", "发文机关：江州市文化局", "成文日期：2018年3月1日", "标题：关于开展读书活动的通知", "发文字号：江文发〔2018〕3号",
            "发布日期：2018年3月5日",
        ],
        [
            "索 引 号： 0001/2018-2　　　主题分类： 文化", "发文机关： 江州市文化局　　　成文日期： 2018年3月1日", "标　　题： 关于开展读书活动的通知",
            "发文字号： 江文发〔2018〕3号　　　发布日期： 2018年3月5日",
        ],
        ["索引号:\t0001/2018-2\t主题分类:\t文化", "发文机关:\t江州市文化局\t成文日期:\t2018年3月1日"],
        ["【索引号】0001/2018-2", "【发文机关】江州市文化局", "【成文日期】2018年3月1日"],
        ["索引号|0001/2018-2|主题分类|文化", "发文机关|江州市文化局|成文日期|2018年3月1日"],
        ["索引号", "0001/2018-2", "发文机关", "江州市文化局", "成文日期", "2018年3月1日"],
        ["發文機關：江州市立圖書館", "發文日期：中華民國107年3月1日", "發文字號：江圖字第1070000003號"],
        [
            "信息索引号：0001/2018-2", "生成日期：2018-03-01", "公开日期：2018-03-05", "发布机构：江州市文化局", "公开形式：主动公开", "内容概述：关于读书活动",
            "有效性：有效",
        ],
    ])
    func theCardOfAGovernmentPageIsMetadata(_ card: [String]) {
        let document = MarkedLines(
            card.map { "@residue \($0)" }.joined(separator: "\n")
                + "\n@title 关于开展读书活动的通知\n@salute 各分馆：\n@p 读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n@signed 江州市文化局\n@date 2018年3月1日"
        )
        document.check()
        let furniture = StructureFilter().annotate(Document(document.text)).metadata.furniture
        #expect(furniture.contains { $0.label.hasSuffix("机关") || $0.label.hasSuffix("機關") || $0.label.hasSuffix("机构") })
        #expect(furniture.contains { $0.value.hasPrefix("江州市") }, "\(furniture)")
    }

    @Test func aDecisionThatWasCloseNamesItsRunnerUp() {
        let text = Text("老城的图书馆\n\(Self.sentences[0])\n春天的书市\n\(Self.sentences[1])\n第一，开门。\(Self.sentences[2])")
        let blocks = StructureFilter().annotate(Document(text)).blocks
        #expect(blocks[2].kind == .heading(level: 1))
        #expect(blocks[2].runnerUp == "paragraph")
        for block in blocks where block.provenance.certainty < 0.8 { #expect(block.runnerUp != nil) }
        for block in blocks { #expect(!block.provenance.rule.isEmpty) }
    }
}
