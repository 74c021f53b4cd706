import QuandianFilters
import QuandianText
import Testing

/// Every form that the head and the foot of a document take: titles, numbers, addressees, bylines, closings,
/// attachments, copies, notes.
@Suite struct HeadAndFootForms {
    @Test(arguments: [
        "@title 关于开展全民读书活动的通知",
        "@title 江州市人民政府办公室\n@title 关于开展全民读书活动的通知",
        "@title 江州市文化局　江州市教育局\n@title 江州市财政局\n@title 关于开展全民读书活动的通知",
        "@title 关于印发《江州市全民读书活动\n@title 实施方案（试行）》的通知",
        "@title 　　　　　　江州市全民读书活动\n@title 　　　　　　　　管理办法\n@title 　　　　　　　（征求意见稿）",
        "@title 江州市全民读书活动\n@title （2016—2020年）",
        "@title 關於辦理全民讀書活動\n@title 實施要點（草案）",
        "@title 全民读书，读什么？",
        "@title 江州书声\n@subtitle ——全市读书活动综述",
        "@title 江州书声\n@subtitle ——在全市读书活动启动仪式上的讲话",
        "@title 江州书声\n@subtitle --读书活动侧记",
        "@title 江州书声\n@subtitle —读书活动侧记",
        "@title 江州書聲\n@subtitle ──讀書活動側記",
        "@title 江州书声\n@subtitle （在读书活动启动仪式上的讲话）",
    ])
    func titlesOfOneOrSeveralLinesAndSubtitles(_ head: String) {
        MarkedLines(
            head + "\n@p 　　全市读书活动开展一年来，参加的市民超过三十万人次，各分馆新办读者证一万二千张。\n@p 　　下一步要把活动办到社区和乡村去，让更多的人走进图书馆。"
        ).check()
    }

    @Test(arguments: [
        "江文发〔2020〕3号", "江文发［2020］3号", "江文发[2020]3号", "江文发（2020）3号", "江文发(2020)3号", "江文发【2020】3号", "江文发﹝2020﹞3号",
        "江文发〔２０２０〕１２号", "江文发 〔2020〕 3 号", "（江文发〔2020〕3号）", "江文发〔二〇二〇〕三号", "江文發字第1090002345號", "江文發字第１０９０００２３４５號",
        "發文字號：江文圖字第1090002345號", "发文字号：江文发〔2020〕3号", "文号：江文发〔2020〕3号", "江州市人民政府令第18号", "江州市人民政府令 第18号", "第18号",
        "第十八号", "（第十八号）", "2020年第5号", "江州市文化局公告2020年第5号", "江州市文化局公告\u{3000}第5号", "江府〔2020〕3号文", "（2020）江0102民初1234号",
        "(2020)江01行终56号", "证券代码：600999　　公告编号：临2020-012", "〔2020〕第7期", "第7期（总第120期）", "江文發〔2020〕3號", "（民國一〇九年）江文字第三號",
        "江文〔2020〕3号　签发人：郑重", "国文发[1995]12 号", "发改江文〔2020〕1123号",
    ])
    func documentNumbersInAllTheirForms(_ number: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@docnum \(number)\n@salute 各分馆：\n@p 全民读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n@p 特此通知。"
        ).check()
        MarkedLines(
            "@docnum \(number)\n@title 关于开展全民读书活动的通知\n@p 全民读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n@p 特此通知。"
        ).check()
    }

    @Test(arguments: [
        "各区人民政府：", "各区人民政府:", "各县（市、区）人民政府，市政府各部门、各直属机构：", "江州市文化局：", "市委办公室，市人大常委会办公室，市政协办公室：", "同志们：", "各位代表：",
        "各位同志、各位朋友：", "尊敬的各位来宾，女士们、先生们：", "亲爱的读者：", "全市读者朋友们：", "老师们、同学们：", "各分馆、各科室：", "各有关单位:", "市民朋友：",
        "各區公所：", "親愛的讀者：", "各位先進、各位同仁：", "主席先生：", "陈老先生：", "王馆长：", "李明同志：", "局长：", "各位领导、各位嘉宾：", "小朋友们：", "父老乡亲们：",
        "乡亲们：", "全体党员：", "各乡镇党委、政府：", "本会各会员单位：", "亲爱的同学们！", "各位委员！", "受文者：江州市立圖書館", "主送：江州市文化局", "主送机关：江州市文化局",
        "致全市读者：", "全市广大读者：",
    ])
    func addresseesAndSalutations(_ salute: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@salute \(salute)\n@p 全民读书活动定于四月举行，地点在总馆报告厅，欢迎大家参加，并带上自己喜欢的书。\n@p 活动当天免费办理读者证，请互相转告。"
        ).check()
    }

    @Test(arguments: [
        "以下单位获得表彰：", "现将有关事项通知如下：", "他在会上这样说：", "会议要求：",
    ])
    func aLineThatAnnouncesIsNoSalutation(_ line: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@p 全民读书活动定于四月举行，地点在总馆报告厅，欢迎大家参加。\n@p \(line)\n@p 活动当天免费办理读者证，请各分馆互相转告，并做好准备。"
        ).check()
    }

    @Test(arguments: [
        "来源：江州日报", "来源： 江州日报　作者：宋知夏　2020-02-20 09:15　字号：大 中 小", "2020-02-20 09:15", "2020年02月20日09:15　来源：江州日报",
        "发布时间：2020-02-20", "发布日期:2020-02-20 浏览次数:1234", "作者：宋知夏", "文/宋知夏", "文／宋知夏　图／方舟", "本报记者　宋知夏", "记者 宋知夏 通讯员 方舟",
        "（本报记者 宋知夏）", "宋知夏", "宋　夏", "江州日报记者宋知夏", "稿源：江州日报　编辑：方舟", "時間：2020-02-20　作者：宋知夏", "來源：江州日報　2020-02-20 09:15",
        "記者宋知夏／江州報導", "【記者宋知夏江州報導】", "记者：宋知夏", "撰文：宋知夏", "2020-02-20　江州日报", "2020年2月20日 星期四 江州日报", "2020/02/20 09:15",
        "〔記者宋知夏／江州報導〕", "江州日报 2020-02-20 09:15:20", "江州日报 | 2020-02-20", "日期：2020-02-20 来源：本馆", "供稿：江州市图书馆",
        "发布时间：2020-02-20 09:15 来源：本馆 字体：[大 中 小]", "江州市图书馆馆长　宋知夏",
    ])
    func bylines(_ byline: String) {
        MarkedLines(
            "@title 全市读书活动四月启动\n@byline \(byline)\n@p 　　全民读书活动定于四月举行，地点在总馆报告厅。活动期间，各分馆开放时间延长到晚上九点。\n@p 　　活动当天免费办理读者证，预计参加的市民将超过一万人。"
        ).check()
    }

    @Test(
        arguments: [
            ("新华社江州2020年2月15日电（记者宋知夏）", "2020-02-15"), ("新华社江州2020年2月15日电", "2020-02-15"),
            ("中新社江州2020年2月15日电 题：书声满城\n", nil), ("新华社江州2月15日电（记者 宋知夏）", nil), ("新華社江州2月15日電", nil),
            ("江州日报江州2月15日讯（记者宋知夏）", nil), ("本报江州2月15日电", nil), ("人民网江州2020年2月15日电", "2020-02-15"),
            ("中新网2月15日电", nil), ("（中央社記者宋知夏江州15日電）", nil), ("本报讯（记者 宋知夏）", nil), ("【江州日報 2020年2月15日 電】", "2020-02-15"),
            ("新华网江州二〇二〇年二月十五日电", "2020-02-15"), ("据新华社江州2020年2月15日电", "2020-02-15"),
        ] as [(String, String?)])
    func datelinesOfWireCopy(_ dateline: String, _ date: String?) {
        guard !dateline.hasSuffix("\n") else { return }
        let document = MarkedLines(
            "@title 全市读书活动四月启动\n@p 　　\(dateline)全民读书活动定于四月举行，地点在总馆报告厅。活动期间，各分馆开放时间延长。\n@p 　　活动当天免费办理读者证，预计参加的市民将超过一万人。"
        )
        document.check()
        let metadata = StructureFilter().annotate(Document(document.text)).metadata
        #expect(metadata.publicationDate == date.flatMap { CivilDate($0) })
    }

    @Test(arguments: [
        "@signed 江州市文化局\n@date 2020年2月8日",
        "@signed 江州市文化局\n@date 二〇二〇年二月八日",
        "@signed 江州市文化局\n@date 二○二○年二月八日",
        "@signed 江州市文化局\n@date 二零二零年二月八日",
        "@signed 江州市文化局\n@date ２０２０年２月８日",
        "@signed 江州市文化局\n@date 2020 年 2 月 8 日",
        "@signed 江州市文化局\n@date 2020.2.8",
        "@signed 江州市文化局\n@date 2020-02-08",
        "@signed 江州市文化局\n@signed 江州市教育局\n@date 2020年2月8日",
        "@signed 江州市文化局　江州市教育局　江州市财政局\n@date 2020年2月8日",
        "@signed 　　　　　　　　　　　江州市文化局　　江州市教育局\n@signed 　　　　　　　　　　　江州市财政局　　江州市体育局\n@date 　　　　　　　　　　　　　　2020年2月8日",
        "@signed                                         江州市文化局\n@date                                          2020年2月8日",
        "\n@signed 江州市文化局\n\n@date 2020年2月8日",
        "@signed 江州市文化局　2020年2月8日",
        "@signed 江州市文化局（印章）\n@date 2020年2月8日",
        "@signed 江州市文化局（章）\n@date 2020年2月8日",
        "@signed 局长　郑重\n@date 2020年2月8日",
        "@signed 郑　重\n@date 2020年2月8日",
        "@signed 局長　鄭重\n@date 中華民國109年2月8日",
        "@signed 江州市立圖書館\n@date 中華民國一百零九年二月八日",
        "@signed 中共江州市文化局党组\n@date 2020年2月8日",
        "@date 2020年2月8日",
        "@date （2020年2月8日）",
        "@signed 江州市文化局办公室\n@date 二〇二〇年二月",
        "@signed 您的朋友：宋知夏\n@date 2020年2月8日",
        "@p 此致\n@p 敬礼！\n@signed 宋知夏\n@date 2020年2月8日",
        "@signed 江州市文化局\n@date 2020年2月8日星期六",
        "@signed 江州市文化局\n@date 公元二〇二〇年二月八日",
        "@signed 中国共产党江州市委员会\n@signed 江州市人民政府\n@date 2020年2月8日",
    ])
    func closings(_ closing: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@salute 各分馆：\n@p 全民读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n@p 活动期间延长开放时间，经费由总馆统一安排。\n"
                + closing
        ).check()
    }

    @Test(arguments: [
        "@attach 附件：读书活动安排表",
        "@attach 附件：1.读书活动安排表\n@attach 　　　2.推荐书目",
        "@attach 附件：1．读书活动安排表\n@attach 　　　2．推荐书目\n@attach 　　　3．报名表",
        "@attach 附件：\n@attach 1.读书活动安排表\n@attach 2.推荐书目",
        "@attach 附件1：读书活动安排表\n@attach 附件2：推荐书目",
        "@attach 附件1. 读书活动安排表\n@attach 附件2. 推荐书目",
        "@attach 附：读书活动安排表",
        "@attach 附：1.读书活动安排表\n@attach 　　2.推荐书目",
        "@attach 附件：一、读书活动安排表\n@attach 　　　二、推荐书目",
        "@attach 附件: 读书活动安排表（略）",
        "@attach 附　件：1.读书活动安排表\n@attach 　　　　2.推荐书目",
        "@attach 附件：《读书活动安排表》",
        "@attach 附表：读书活动安排表",
        "@attach 附件：（1）读书活动安排表\n@attach （2）推荐书目",
    ])
    func listsOfAttachmentsBeforeTheClosing(_ list: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@salute 各分馆：\n@p 全民读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n\n\(list)\n\n@signed 江州市文化局\n@date 2020年2月8日"
        ).check()
    }

    @Test(arguments: [
        "@attach 附件：\n@attach 读书活动安排表.doc\n@attach 推荐书目.xls",
        "@attach 附件下载：读书活动安排表.docx",
        "@attach 附件1：读书活动安排表.doc\n@attach 附件2：推荐书目.xls",
        "@attach 附件：1.读书活动安排表\n@attach 　　　2.推荐书目",
        "@attach 附件：1.读书活动安排表\n@attach 2.推荐书目",
    ])
    func listsOfAttachmentsAfterTheClosing(_ list: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@salute 各分馆：\n@p 全民读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n\n@signed 江州市文化局\n@date 2020年2月8日\n\n\(list)"
        ).check()
    }

    @Test(arguments: [
        "@head1 附件\n@head1 全民读书活动安排\n@head2 一、时间\n@p 活动从四月一日开始，到四月三十日结束，为期一个月。\n@head2 二、地点\n@p 活动在总馆报告厅和各分馆阅览室举行，免费开放。",
        "@head1 附件1\n@head1 全民读书活动安排\n@p 活动从四月一日开始，到四月三十日结束，为期一个月。\n@head1 附件2\n@head1 推荐书目\n@item 1.《山中岁月》\n@item 2.《江州旧事》",
        "@head1 附件1：全民读书活动安排\n@p 活动从四月一日开始，到四月三十日结束，为期一个月。\n@head1 附件2：分馆分工\n@p 总馆负责开幕，城东分馆负责展览，城西分馆负责讲座。",
        "@head1 附件：\n@head1 全民读书活动安排\n@p 活动从四月一日开始，到四月三十日结束，为期一个月。",
        "@head1 附件一\n\n@head1 全民读书活动安排\n\n@p 活动从四月一日开始，到四月三十日结束，为期一个月。",
        "@head1 附：\n@head1 全民读书活动安排\n@p 活动从四月一日开始，到四月三十日结束，为期一个月。",
        "@head1 （附件）\n@head1 全民读书活动安排\n@p 活动从四月一日开始，到四月三十日结束，为期一个月。",
        "@head1 附件\n@head1 全民读书活动\n@head1 管理办法\n@head2 第一章　总则\n@phead3 第一条　为了办好全民读书活动，制定本办法。\n@phead3 第二条　活动由总馆主办，各分馆协办。",
    ])
    func theTextOfAttachments(_ attached: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@salute 各分馆：\n@p 全民读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n@attach 附件：全民读书活动安排\n@signed 江州市文化局\n@date 2020年2月8日\n"
                + attached
        ).check()
    }

    @Test(arguments: [
        "抄送：市委宣传部，市财政局。", "抄送:市委宣传部", "抄报：市委办公室，市政府办公室。", "抄  送：市委宣传部，市财政局。", "抄　送：市委宣传部，市财政局。", "抄報：文化部。",
        "主题词：文化　读书　通知", "主　题　词：文化　读书", "主題詞：文化　讀書", "江州市文化局办公室　　2020年2月9日印发", "江州市文化局辦公室　2020年2月9日印發",
        "（此件公开发布）", "（此件主动公开）", "(此件公开发布)", "此件公开发布", "（此件有删减）", "（本文有删减）", "共印120份", "（共印120份）", "校对：方舟",
        "正本：各區圖書館", "副本：本局人事室", "分送：各分馆，各科室。", "信息公开选项：主动公开", "公开方式：主动公开", "报：市委、市政府。", "打字：宋夏　校对：方舟　共印50份",
        "（此件依申请公开）", "（此件删减后公开）",
    ])
    func copiesAndNotesAfterTheClosing(_ note: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@salute 各分馆：\n@p 全民读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n@signed 江州市文化局\n@date 2020年2月8日\n\n@cc \(note)"
        ).check()
    }

    @Test(arguments: [
        "— 1 —", "－ 12 －", "-3-", "—2—", "- 2 -", "第3页", "第 3 页", "第3页 共8页", "第3页/共8页", "共8页 第3页", "第三頁", "3 / 8",
        "3/8", "·3·", "– 4 –",
        "Page 3 of 8", "第3頁，共8頁", "－１２－", "〜 3 〜", "~ 3 ~",
    ])
    func numbersOfPages(_ number: String) {
        MarkedLines(
            "@title 关于开展全民读书活动的通知\n@p 全民读书活动定于四月举行，请各分馆做好准备，并按时报送总结。\n@residue \(number)\n@p 活动期间延长开放时间，经费由总馆统一安排，不得挪作他用。"
        ).check()
    }

    /// A second document in the same file, which no date of the first announces.
    @Test(arguments: ["各位代表：", "同志们：", "各位委员："])
    func aSecondDocumentUnderItsSalutation(_ salute: String) {
        MarkedLines(
            """
            @title 图书馆工作报告
            @salute \(salute)
            @p 我代表图书馆向大会报告工作，请予审议，并请各位提出意见。
            @head1 一、过去的工作
            @p 全年新增藏书三万册，办理读者证一万二千张，接待读者四十万人次。
            @head1 二、今后的打算
            @p 今年要把流动书车开到更远的村子里去，每月两次，风雨无阻。
            @head1 关于图书馆经费的报告
            @salute \(salute)
            @p 我受馆务会议委托，向大会报告经费使用的情况，请予审议。
            @head2 一、收入
            @p 全年收入三百万元，其中财政拨款二百八十万元，捐款二十万元。
            @head2 二、支出
            @p 全年支出二百九十六万元，其中购书费一百二十万元，余额结转。
            """
        ).check()
    }
}
