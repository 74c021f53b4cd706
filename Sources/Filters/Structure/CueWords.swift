import QuandianText

/// The words that give a line away, found by one pass over short lines.
enum CueWords {
    /// The hints in a stretch of ink. Only stretches that are short enough to be page residue are read.
    static func find(in ink: Range<Int>, _ bytes: [UInt8], length: Int) -> Cues {
        guard length <= 160 else { return [] }
        // Brackets, bullets and dashes may stand before the word: 【编辑： ·相关
        var start = ink.lowerBound
        while start < ink.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, start)
            guard Scalar.isOpeningBracket(scalar) || Scalar.isSpace(scalar) || isLeader(scalar) else { break }
            start += size
        }
        var end = ink.upperBound
        while end > start {
            let before = bytes.scalarStart(endingAt: end)
            let scalar = UTF8Scalar.decode(bytes, before).value
            guard Scalar.isClosingBracket(scalar) || Scalar.isSpace(scalar) || isLeader(scalar) else { break }
            end = before
        }
        guard start < end else { return [] }
        let zone = start..<end
        // Most words hint at something only where they open the line.
        let (first, size) = UTF8Scalar.decode(bytes, start)
        var found = opening.mayBegin(first) ? opening.cues(first, start, zone, ink.upperBound, bytes) : []
        let further = Self.further
        var at = start + size
        unsafe bytes.withUnsafeBufferPointer { text in
            while at < end {
                let (scalar, size) = unsafe UTF8Scalar.decode(text, at)
                if further.mayBegin(scalar) { found.formUnion(further.cues(scalar, at, zone, ink.upperBound, bytes)) }
                at += size
            }
        }
        return found
    }

    private static func isLeader(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "·", "・", "•", "●", "■", "▶", "-", ">", "—", "|", "｜", "│", ":", "：",
            "›",
            "»", "<":
            true
        default: false
        }
    }

    /// The words that may open a line: all of them.
    private static let opening = CueTable(lists)
    /// Those that may stand further on.
    private static let further = CueTable(lists.filter { $0.1 == .anywhere || $0.1 == .end })

    /// An underscore stands for a space.
    private static let lists: [(Cues, CuePlace, String)] = [
        (
            .share, .start,
            """
            分享到 分享至 分享给 分享給 分享： 一键分享 一鍵分享 转发到 转发此文 轉發到 轉寄 转寄 扫一扫 掃一掃 扫描二维码 掃描二維碼 扫码 掃碼 \
            长按二维码 識別二維碼 复制链接 複製連結 复制本页 收藏本 加入收藏 字号 字號 字体： 字體： 字级： 字級： 字型： 字体大小 字體大小 大_中_小 大　中　小 打印本 \
            打印此 打印文章 列印本 友善列印 打印_ 列印_ 手机看新闻 手機看新聞 推荐给朋友 推薦給朋友 发送给好友 转播到 转贴到 转帖到 \
            关注我们 關注我們 关注微信 加载更多 微信扫 微信掃 下载客户端 下載APP 下载APP 朗读 語音播報 分享按钮 ＋放大 放大字体 繁体 繁體 简体
            """
        ),
        (
            .share, .whole,
            """
            分享 打印 列印 关闭 關閉 收藏 推荐 推薦 转发 轉發 引用 保存 网摘 網摘 纠错 糾錯 微信 微博 QQ空间 QQ空間 Facebook LINE Line Twitter \
            RSS 大 中 小 字号 字號 字体 字體 字型 繁 简 簡 商城 新浪微博 腾讯微博 人人网 开心网 豆瓣 复制 复制网址 邮件 email Email 打印本页 关闭窗口 \
            A-_A+ A+_A- 打印预览 我要纠错 点赞 點讚 赞 讚 举报 舉報 搜狐微博 噗浪 Plurk
            """
        ),
        (.share, .anywhere, "分享到： 字号： 字號： 【字体 【字號 【字号 【打印】 【关闭】 【列印】 【關閉】 [_打印_] 打印]_[关闭 复制链接 点击复制 分享到:"),
        (
            .related, .start,
            """
            相关文章 相關文章 相关新闻 相關新聞 相关阅读 相關閱讀 相关链接 相關鏈接 相關連結 相关报道 相關報道 相關報導 相关专题 相關專題 相关推荐 相關推薦 \
            相关内容 相关资讯 相關資訊 相关博文 相关稿件 相关信息： 相关主题 延伸阅读 延伸閱讀 推荐阅读 推薦閱讀 热门文章 熱門文章 热门新闻 熱門新聞 \
            热门推荐 熱門推薦 热门排行 热门评论 热门话题 熱門話題 热点推荐 热点新闻 热点专题 热点排行 精彩推荐 精彩推薦 精彩图片 精彩視頻 精彩博客 \
            最新文章 最新消息： 最新资讯 最新更新 新闻排行 新聞排行 点击排行 點擊排行 阅读排行 閱讀排行 猜你喜欢 猜你喜歡 大家都在看 你可能也喜歡 上一篇 下一篇 \
            上一条： 下一条： 上一則 下一則 上一则 下一则 上一筆 下一筆 上一條： 下一條： 上一页 下一页 上一頁 下一頁 更多新闻 更多新聞 更多精彩 更多>> 更多>> 编辑推荐 編輯推薦 往期回顾 \
            往期回顧 图片新闻 圖片新聞 热图 热帖 排行榜 [查看原文] 查看原文 阅读原文 閱讀原文 阅读全文 原文链接 原文連結 原标题： 更多关于 相关标签 \
            关键词： 关键字： 關鍵字： 标签： 標籤： 本文关键词 人气排行 24小时 48小时 一周 本周热 今日热 今日推荐 今日要闻 视频推荐
            """
        ),
        (.related, .whole, "查看更多 更多 更多>> 更多_>> 更多.. 更多... more More MORE 热点 熱點 推荐 热门 熱門 专题 排行 视频 图片 详细 详情"),
        (
            .editor, .start,
            """
            责任编辑 責任編輯 责编 責編 编辑： 編輯： 编辑: 編輯: 实习编辑 本文编辑 本期编辑 网络编辑 网站编辑 核稿编辑 核稿編輯 新媒体编辑 新媒體編輯 执行编辑 執行編輯 图文编辑 微信编辑 本版编辑 栏目编辑 文编： 责任校对 責任校對 编辑_ 編輯_ 编审： 審核： 审核： 值班编辑 值班主任 校对： 一审： 二审： 三审： \
            文字编辑 美编 整理： 初审： 终审： 监制： 主编： 来稿： 供稿： 排版： 编辑　 编辑/ 编辑／ 信息员 上传： 录入： 责任编缉 監製： 主編：
            """
        ),
        (.editor, .anywhere, "责任编辑： 責任編輯： 责任编辑: 責任編輯: 【编辑： 【編輯： 【编辑: 扫码看视频】"),
        (
            .navigation, .start,
            """
            当前位置 當前位置 您的位置 您現在的位置 您现在的位置 你的位置 您的當前位置 您的当前位置 所在位置 现在位置 目前位置 您當前的位置 您当前的位置 首页 首頁 网站首页 \
            網站首頁 返回 回首页 回首頁 回上頁 回上页 回上一頁 回列表 回目錄 回到顶部 回頂部 回顶部 回頂端 回頁首 网站地图 網站地圖 网站导航 網站導航 设为首页 設為首頁 关于我们 關於我們 联系我们 聯絡我們 聯繫我們 连络我们 \
            加盟合作 友情链接 友情鏈接 繁体版 简体版 手机版 手機版 无障碍 無障礙 导航 欢迎光临 搜索 站内搜索 站內搜尋 TOP 跳到 跳转到 快速导航 我的位置 \
            本站首页 新闻首页 新聞首頁 热线电话： 频道 頻道
            """
        ),
        (
            .navigation, .anywhere,
            "首页_> 首页> 首頁> 首頁_> >_正文 >正文 >>正文 >>_正文 --_正文 联系我们 聯絡我們 關於我們 关于我们 网站地图 設為首頁 设为首页 招聘信息 诚聘英才 广告服务 友情链接 隐私保护 隱私權"
        ),
        (
            .counter, .start,
            "浏览次数 瀏覽次數 浏览人次 瀏覽人次 浏览数 瀏覽數 點閱數 點閱率 点阅 閱覽人次 浏览量 瀏覽量 浏览： 瀏覽： 点击数 點擊數 点击次数 點擊次數 点击量 阅读次数 閱讀次數 阅读量 阅读： 阅读数 人气： 人氣： 访问量 访问次数 訪問人次 下载次数 点击： 點閱 您是第 阅读_ 閱讀_ 累計瀏覽 累计浏览 累计访问 今日瀏覽 "
        ),
        (.counter, .end, "人阅读 人閱讀 次阅读 次閱讀 人浏览 人瀏覽 次浏览 次瀏覽 人看过 人看過"),
        (
            .advert, .start,
            "广告 廣告 赞助 贊助 推广 推廣 赞助商 【广告】 招商热线 广告热线 廣告專線 赞助内容 特别推荐 团购 理财产品 新闻热线 爆料 报料 更新时间戳 (更新时间戳"
        ),
        (.advert, .anywhere, "广告合作 廣告合作 广告位 赞助商链接 广告刊登 廣告刊登"),
        (
            .copyright, .start,
            """
            版权所有 版權所有 版权声明 版權聲明 版权归 免责声明 免責聲明 免责申明 声明： 聲明： 特别声明 特別聲明 本站声明 郑重声明 本网声明 本文来自 本文來自 转载请 轉載請 未经授权 未經授權 \
            凡本网 凡本網 凡注明 ©  Copyright copyright COPYRIGHT 本网站由 网站备案 主办单位： 承办单位： 技术支持 违法和不良信息 本站郑重 投稿邮箱 地址： 地址: 邮编： 邮政编码 本所地址 本站地址 机关地址 機關地址 單位地址 单位地址 客服专线 客服專線 總機： 总机：
            """
        ),
        (
            .copyright, .anywhere,
            """
            版权所有 版權所有 All_Rights_Reserved All_rights_reserved All_Right_Reserved ALL_RIGHTS_RESERVED ICP备 ICP证 公网安备 网安备 经营许可证 Copyright ©  许可证编号 許可證 \
            未经授权 未經授權 不得转载 不得轉載 谢绝转载 请注明出处 請註明出處 违者必究 免责声明
            """
        ),
        (
            .comment, .start,
            """
            网友评论 網友評論 发表评论 發表評論 我要评论 我要評論 我来说两句 我有话说 我要留言 用户名 用戶名 密码 密碼 验证码 驗證碼 登录 登錄 登入 注册 註冊 评论 評論 留言 匿名 查看评论 \
            查看全部评论 還沒有評論 尚無評論 尚无评论 暫無評論 尚無留言 最新评论 热门评论 已有 全部评论 全部留言 网友留言 用户评论 讀者留言 回應 跟帖 还没有评论 暂无评论 您的评论 请您文明上网 请登录
            """
        ),
        (
            .source, .start,
            """
            来源 來源 作者 发布时间 發布時間 发布日期 發布日期 发表时间 發表時間 时间： 時間： 日期： 发布人 发布者 发布： 稿源 信息来源 文章来源 资料来源 更新时间 更新時間 新闻来源 文/ 文／ 文： 撰文 \
            来自： 发稿时间 发稿日期 供稿 来稿： 出处 摘自 选自 编辑日期
            """
        ),
        (.source, .anywhere, "来源： 來源： 来源: 來源: 作者： 作者: 发布时间 发布日期 發布時間 發布日期 稿源： 文章来源 信息来源 来源于"),
        (
            .reporter, .start,
            "记者 記者 本报记者 本報記者 本刊记者 通讯员 通訊員 特约记者 特約記者 本网记者 实习记者 见习记者 实习生 特派记者 新华社记者 撰稿 作者： 作者 中新网记者 主持人："
        ),
        (.reporter, .anywhere, "记者 記者 通讯员 通訊員 撰稿"),
        (
            .photograph, .end,
            """
            摄 攝 摄影 攝影 供图 供圖 资料图 資料圖 资料图片 資料照片 资料照 摄影报道 攝影報導 提供照片 图片来自网络 网络图片 摄影报导 翻攝 翻摄 图片由 提供图片 _图 _圖 圖／業者提供 资料片 示意图
            """
        ),
        (
            .photograph, .start,
            "图为 圖為 左图 右图 中图 組圖 组图： 照片： 照片: 攝影： 摄影/ 摄影／ 图： 圖： 图/ 图／ 圖／ 图片： 图片说明 圖片說明 图说 資料圖 资料图 上图 下图 摄影： 图源 图片来源"
        ),
        (
            .note, .start,
            """
            报： 送： 抄送 抄　送 抄__送 抄_送 抄报 抄報 抄　报 抄致 主题词 主題詞 主_题_词 主　题　词 此件 本文有删减 分送 印发机关 发送： 分发： 正本： 副本： 校对： 校對： 打字： 共印 主送： \
            公开方式 信息公开选项
            """
        ),
        (.note, .end, "印发 印發"),
        (.attachment, .start, "附件 附： 附: 附表 附录 附錄 附图 附　件 附_件"),
    ]
}
