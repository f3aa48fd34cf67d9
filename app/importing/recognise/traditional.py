"""Mirrors in traditional characters: read as if they were simplified, written down as they are printed.

Only the characters of a ledger's own vocabulary are listed. Each stands for exactly one other, so places stay.
"""

from collections import Counter
from dataclasses import replace
from typing import Any, Final

from app.importing.blocks import Document
from app.importing.recognise.written import rewritten

PAIRS: Final = (
    "責责單单門门牽牵頭头負负參参與与辦办會会廳厅處处時时間间務务標标號号項项進进報报聯联領领導导織织實实規规劃划書书關关於于發发幾几動动業业產产總总黨党組组織织區区縣县鎮镇"
    "鄉乡國国際际農农財财務务資资環环護护衛卫監监審审計计統统戰战宣宣傳传學学員员團团婦妇殘残紀纪檢检査查稅税權权條条項项類类別别節节減减壓压達达約约萬万億亿個个條条戶户場场"
    "歲岁兩两專专題题應应當当確确認认證证續续長长堅坚幹干強强優优協协調调勞劳保保險险醫医療疗養养賓宾館馆銀银鐵铁運运輸输電电網网訊讯氣气熱热質质量量創创設设備备從从開开閉闭"
    "預预該该據据據据錄录臺台賬账單单議议討讨論论討讨劃划畫画題题複复製制訂订歸归檔档級级層层廣广播播視视體体育育樂乐觀观覽览職职歷历礎础構构顯显築筑擴扩穩稳轉转換换鏈链點点"
    "則则樣样數数圍围圖图園园圓圆習习寫写寶宝對对將将屆届屬属島岛廠厂陽阳陰阴隊队階阶隨随雙双雜杂離离難难雲云靈灵靜静響响頂顶順顺頻频顆颗額额願愿飛飞飲饮驗验驅驱騰腾髮发鬥斗"
    "魚鱼鮮鲜鳥鸟鹽盐麗丽齊齐齡龄龍龙龜龟來来侖仑倉仓們们債债傷伤僅仅價价儲储兒儿內内凍冻凱凯剛刚劇剧勁劲勝胜勢势勵励匯汇卻却廁厕厲厉叢丛問问啟启喬乔嚴严塊块墊垫墳坟壇坛壞坏"
    "壟垄壯壮聲声壺壶夠够夾夹奪夺奮奋媽妈嬰婴孫孙寧宁寬宽寵宠尋寻崗岗幣币師师帶带幫帮庫库廢废異异棄弃張张彈弹彎弯徹彻徑径後后復复徵征愛爱慶庆憂忧懷怀戲戏擁拥擇择擊击擋挡掃扫"
    "採采揚扬損损搖摇撫抚撥拨擔担擬拟擾扰攜携攝摄攤摊敗败敵敌斷断晉晋曉晓暫暂術术東东極极榮荣樓楼樹树橋桥機机欄栏歐欧歡欢殺杀毀毁決决況况淨净淺浅測测渾浑湊凑湯汤準准溝沟溫温"
    "滅灭滿满漁渔漢汉漲涨漸渐潔洁潛潜澤泽濃浓濟济濱滨灣湾災灾為为無无煙烟煩烦燈灯燒烧營营爐炉爭争爾尔牆墙獎奖獨独獲获獻献現现畝亩畢毕皺皱盜盗盡尽盤盘眾众碼码礦矿禮礼禍祸種种"
    "稱称積积穀谷窮穷競竞筆笔範范糧粮糾纠紅红納纳紐纽純纯紙纸紛纷細细終终結结絕绝給给經经綜综綠绿維维綱纲緊紧線线編编緩缓緣缘練练縮缩縱纵績绩繞绕繪绘繳缴罰罚羅罗義义聖圣聞闻"
    "聰聪聽听肅肃脅胁腦脑腳脚膚肤膠胶臨临興兴舉举舊旧艙舱艦舰艱艰藝艺莊庄華华葉叶蓋盖蔣蒋薦荐薩萨藍蓝藥药蘇苏蘭兰虧亏蟲虫補补裝装裡里襲袭見见親亲覺觉觸触訓训託托記记訟讼訪访"
    "許许訴诉診诊註注評评詢询試试詩诗話话詳详誠诚誤误說说課课談谈請请諮咨諸诸諾诺謀谋謂谓講讲謝谢識识譜谱譯译譽誉讀读變变讓让豐丰貢贡貧贫貨货販贩貫贯貴贵買买貸贷費费貿贸賀贺"
    "賞赏賠赔賣卖賴赖賽赛購购贈赠贊赞贏赢趙赵趕赶跡迹踐践躍跃車车軌轨軍军軟软較较載载輔辅輕轻輛辆輝辉輪轮輯辑轄辖辭辞連连過过違违遙遥遞递遠远適适選选遺遗遷迁鄧邓鄭郑鄰邻釋释"
    "針针釣钓鈔钞鋼钢錢钱錦锦錯错鍋锅鍵键鎖锁鏡镜鐘钟鑄铸鑒鉴閃闪閱阅闊阔隱隐隸隶雖虽雞鸡霧雾韓韩頁页須须頒颁頓顿頗颇顏颜風风飯饭飼饲飽饱駐驻駕驾驚惊鬧闹黃黄齒齿併并佈布佔占"
    "儘尽僱雇冊册凈净勻匀週周嚐尝執执夢梦妝妆娛娱尷尴屜屉嶺岭嶼屿幟帜弔吊彙汇恆恒恥耻悅悦惡恶惱恼慘惨態态慣惯憑凭憲宪戀恋拋抛捨舍掛挂搶抢撲扑擠挤擺摆敘叙斃毙晝昼殼壳汙污沖冲"
    "洶汹涼凉淚泪澆浇濕湿濾滤瀏浏灑洒犧牺狀状獄狱瓊琼瘋疯眞真睏困礙碍祕秘窩窝竄窜籃篮籌筹籤签絲丝緒绪縫缝纖纤羣群膽胆臟脏艷艳薑姜蝦虾衆众衝冲裏里褲裤詞词誰谁誼谊謹谨贓赃蹤踪"
    "軀躯辯辩邊边郵邮鄕乡醜丑釀酿鉛铅銅铜銳锐銷销鋁铝鋒锋鋪铺錶表鍛锻鍾钟鎢钨鎳镍鏽锈鑽钻鑼锣閒闲閣阁閥阀闆板闖闯隴陇饑饥騎骑騙骗騷骚驟骤鬆松鬱郁鯉鲤鷹鹰麥麦黴霉鼇鳌"
    "噸吨纜缆嶄崭塢坞墾垦壘垒鑿凿鹼碱絡络憶忆餘余滯滞鈣钙鎂镁鋅锌鋰锂鈉钠膩腻麵面糞粪煉炼輻辐鋸锯鏟铲籠笼籬篱筍笋荊荆莖茎薈荟蔭荫藹蔼諧谐賦赋賑赈賤贱贍赡贛赣踴踊輾辗轎轿邏逻醞酝鉤钩銘铭閩闽闡阐陝陕"
    "隕陨雋隽雛雏頌颂頤颐顧顾顫颤颱台飢饥飾饰饋馈駁驳駛驶駝驼騁骋髒脏鯨鲸鴨鸭鷺鹭齋斋龕龛禦御禱祷稈秆穡穑窪洼竅窍籟籁紮扎紳绅綏绥綢绸綴缀緝缉緻致縉缙繃绷纏缠罷罢羈羁翹翘聳耸聾聋脈脉腫肿臘腊芻刍茲兹"
    "莢荚葷荤蒞莅蓮莲蘊蕴蘋苹蘿萝虜虏蝕蚀蠶蚕覈核詣诣誡诫諱讳謙谦譏讥貯贮貶贬賁贲賄贿贖赎趨趋軋轧軒轩輟辍轆辘迴回逕径鄺邝醬酱釘钉鈍钝鉗钳銹锈鎘镉鎚锤鏢镖鏤镂鐮镰鑲镶閏闰閤合閨闺陣阵霽霁靄霭韁缰韌韧"
    "頷颔顱颅餃饺餓饿餞饯餵喂饒饶駱骆驕骄鬍胡魯鲁鮑鲍鯊鲨鱗鳞鳳凤鴻鸿鵝鹅鷗鸥黽黾"
)
SIMPLE: Final = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
TABLE: Final = str.maketrans(SIMPLE)
TELLING: Final = frozenset("責單門牽頭負參辦會廳處時間務標號項進報聯領導實規劃書關發動業產總黨組區縣鎮鄉國際")
IN_BOTH: Final = frozenset("制里表准后占布并尽雇册划周征冲咨吊舍松郁云丑复采干系谷斗丰余个台几卷")
ENOUGH: Final = 5


def simplified(document: Document) -> tuple[Document, dict[int, str]]:
    """The document to read by the rules, and what gives its own characters back; nothing where it has none of them.

    A character that traditional texts use too (制 beside 製) goes back to what the document has more of.
    """
    if sum(char in TELLING for char in document.text[:4000]) < ENOUGH:
        return document, {}
    counts = Counter(document.text)
    back: dict[int, str] = {}
    for char in sorted(filter(SIMPLE.__contains__, counts), key=counts.__getitem__):
        if SIMPLE[char] not in IN_BOTH or counts[char] >= counts[SIMPLE[char]]:
            back[ord(SIMPLE[char])] = char
    return rewritten(document, lambda text: text.translate(TABLE)), back


def as_printed(value: Any, back: dict[int, str]) -> Any:
    """The same records with every text in the document's own characters."""
    if isinstance(value, str) and type(value) is str:
        return value.translate(back)
    if isinstance(value, tuple):
        return tuple(as_printed(part, back) for part in value)
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{name: as_printed(getattr(value, name), back) for name in value.__dataclass_fields__})
    return value
