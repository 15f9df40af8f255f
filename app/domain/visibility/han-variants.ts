/**
 * Traditional characters, each before its simplified form: those common in names, where one form stands for one. Characters whose
 * simplified form is also another old character (后, 里, 面, 干, 松) are left out: they would make two names equal.
 */
const pairs = `華华 為为 國国 電电 東东 車车 馬马 門门 開开 關关 長长 張张 陳陈 劉刘 黃黄 趙赵 楊杨 吳吴 孫孙 鄭郑 馮冯 蔣蒋 韓韩 葉叶 蘇苏 盧卢 陸陆 鄧邓 許许 顧顾 錢钱 嚴严 龍龙 鳳凤
   鳥鸟 魚鱼 龜龟 飛飞 風风 雲云 雞鸡 貓猫 豬猪 羅罗 蘭兰 薩萨 賓宾 貝贝 購购 貨货 財财 寶宝 貴贵 費费 資资 質质 贏赢 銀银 鐵铁 鋼钢 銅铜 錦锦 鋒锋 鉅钜 鏈链 鏡镜 鎖锁 針针
   釘钉 鈴铃 鉑铂 鋁铝 訊讯 記记 訂订 計计 設设 訪访 評评 詞词 試试 詩诗 話话 誠诚 語语 說说 請请 課课 調调 談谈 論论 識识 譯译 議议 護护 讀读 讓让 變变 網网 線线 綠绿 紅红
   純纯 紙纸 級级 紐纽 納纳 細细 終终 組组 結结 給给 絡络 統统 經经 綜综 維维 緊紧 總总 織织 績绩 繼继 續续 纖纤 絲丝 約约 紀纪 縣县 機机 業业 樂乐 樓楼 標标 樣样 橋桥 樹树
   檢检 權权 歐欧 歡欢 歲岁 歸归 殺杀 氣气 漢汉 湯汤 溫温 滙汇 滿满 漁渔 潔洁 濟济 濱滨 灣湾 灘滩 營营 獨独 獎奖 獅狮 現现 瑪玛 環环 產产 畫画 異异 當当 療疗 盤盘 監监 盡尽
   眾众 睜睁 礎础 礦矿 確确 碼码 禮礼 種种 稱称 積积 穩稳 窩窝 競竞 筆笔 節节 範范 築筑 簡简 簽签 籃篮 糧粮 紗纱 羣群 義义 習习 聖圣 聞闻 聯联 聲声 職职 聽听 腦脑 腳脚 膚肤
   臉脸 臺台 興兴 舉举 舊旧 艙舱 艦舰 藝艺 藥药 蘋苹 處处 號号 虧亏 蝦虾 蟲虫 術术 衛卫 裝装 補补 襯衬 見见 規规 視视 親亲 覺觉 覽览 觀观 訓训 豐丰 賀贺 賣卖 買买 賽赛 贊赞
   趨趋 跡迹 踐践 躍跃 軍军 軟软 輕轻 載载 輝辉 輪轮 輸输 轉转 轎轿 辦办 農农 達达 運运 過过 還还 進进 遠远 適适 選选 遼辽 郵邮 鄉乡 醫医 釋释 閃闪 間间 閱阅 陽阳 際际 階阶
   險险 隊队 隨随 隱隐 雙双 雜杂 難难 靈灵 靜静 響响 頁页 項项 順顺 須须 預预 領领 頭头 頻频 題题 額额 顏颜 類类 顯显 飯饭 飲饮 館馆 駐驻 騎骑 騰腾 驗验 驚惊 體体 魯鲁 鮮鲜
   麗丽 麥麦 點点 齊齐 齒齿 來来 個个 們们 倉仓 偉伟 傑杰 備备 傳传 債债 傷伤 傾倾 億亿 優优 儲储 兒儿 內内 兩两 冊册 創创 劃划 劇剧 劍剑 動动 務务 勝胜 勞劳 勢势 勵励 勸劝
   區区 協协 單单 員员 問问 啟启 喬乔 嗎吗 團团 園园 圍围 圖图 圓圆 場场 塊块 報报 塗涂 墊垫 壓压 壘垒 壽寿 夢梦 奧奥 婦妇 媽妈 學学 實实 寬宽 審审 寫写 對对 將将 專专 尋寻
   導导 層层 屬属 島岛 崗岗 嶺岭 幣币 師师 帶带 幫帮 庫库 廈厦 廚厨 廣广 廠厂 廳厅 彈弹 強强 從从 徹彻 愛爱 慶庆 應应 懷怀 戀恋 戰战 戲戏 戶户 掃扫 揚扬 換换 損损 搖摇 撥拨
   擁拥 擇择 擊击 擋挡 據据 擴扩 擺摆 攝摄 敗败 敵敌 數数 斷断 時时 晉晋 書书 會会 極极 構构 榮荣`;

const simplified = new Map(
  pairs.split(/\s+/).map((pair) => {
    const [traditional = "", simple = ""] = [...pair];
    return [traditional, simple] as const;
  }),
);

/** A Han character in the form that names are compared in. */
export function simpleForm(character: string): string {
  return simplified.get(character) ?? character;
}
