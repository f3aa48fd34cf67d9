"""The noun before or behind a figure, without times, without who did it, without the verbs that every office writes."""

import re
from typing import Final

MONTH: Final = r"(?:1[0-2]|\d|十[一二]?|[一二三四五六七八九])"
TIMES: Final = re.compile(
    r"(?:19|20)\d\d年?[-—–~至](?:19|20)\d\d年|截[至止]到?|(?:自|从)?[^，、]{0,16}(?<!长期)以来|"
    r"(?:到|至|在|于|自|从)?(?:(?:今年|本年度?|去年|明年|上年|当年|(?:19|20)\d\d年度?)"
    r"(?:[上下]半年|前?第?[一二三四]季度|全年|年?[底末初])?[末底内前]?|全[年月](?!任务|目标|计划|预算)|"
    r"[上下]半年[末底内]?|前?第?[一二三四]季度[末底内]?|"
    rf"(?<![\d.]){MONTH}(?:月份?)?[-—–至到]{MONTH}月份?[底末]?|"
    rf"(?<![\d.]){MONTH}月份?(?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号]|[底末初]|[上中下]旬)?|"
    r"上个?[月周][底末]?|本[周月]|昨[日天]|今[日天]|日前|近日|目前|当前|[汛年月期季]前|年内|[年期月季]末|汛期|年[底初]|[一二三]年内|"
    r"[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间|末)?|[春秋]季学期|[两双]节期间|近年来|[三五十]年间|[两二三四五]年(?=已|累计|共))[之以]?[前内间止起]?"
)
VERBS: Final = (
    "完成|新建|新增|投入|投资|筹集|举办|开展|组织(?=[\u4e00-\u9fff])|建成|发放|走访|慰问|受理|审结|查处|检查|承办|实现|引进|培训|评选|"
    "联合|安排|拨付|支持|设立|募集|接听|落地|会同|带队|选派|深入|参加|发生|再|带动|有(?!限)|确定|依托|组成|打造|列入"
)
WHO: Final = (
    r"(?:省|市|州|县|(?<!社)(?<!小)区|(?<!城)镇|乡|街道|局|厅|委|办|院|室|中心|集团|公司|工会|协会|商会|青基会|联合会|法院|系统|单位|部门|学校|"
    r"政府|工委|流域|党委|同志|财政|成员|平台\d*|热线\d*)"
)
ACTING: Final = re.compile(
    r"^(?:我们|他们|我[省市县区镇乡院校局]|该(?=[\u4e00-\u9fff]{2})|镇里|村里|"
    rf"(?:[^，、的]{{0,12}}?){WHO}(?:对(?!接)|还|也|又|共|已|将|要|拟|计划|累计|先后|均|主动)*"
    rf"(?=(?:在[^，]{{2,8}})?(?:{VERBS}))|[^，、的]{{0,6}}?{WHO}(?:将|还|拟|要)*对(?!接)|"
    r"(?:集团|公司|医院|中心|各单位|各地|各部门|全流域)(?:计划)?(?=[\u4e00-\u9fff]{3}))"
)
ALONE: Final = re.compile(
    r"^(?:[\u4e00-\u9fff]{1,6}(?:县|区|市|镇|乡|州)|[一二三四五六]公司)(?:仅|共|已|累计|实际)*(?:完成|有)$"
)
HELPING: Final = re.compile(
    r"^(?:(?:[一二三四五六七八九十]是|其中[:：]?|并且?|同时|此外|[还又再也都均]|但|共(?!青)|总共|已经?(?![投购])|累计|现已?有?(?=[\u4e00-\u9fff]{2})|先后|"
    r"将(?=[\u4e00-\u9fff“])|(?:全年|年度)?计划(?!投资)|拟|力争|确保|争取|预计|要(?!素)|可|务必|直接(?!下)|全部|首次|仅|约(?!谈)|近|超过|超(?!时|额|标)|逾(?!期)|如期|"
    r"集中(?=表彰|开展)|超?额?提?前?完成(?=年初|剩余)|提前|剩余|其余|另?有(?!效)|尚有?|还要|实际(?!到|利|用)|不断|"
    r"实现|举办|开展|组织|召开|派出|抽调|评选|命名|获得|取得|提供|达成|建成|设立|共设|设有|设置|设(?![计施备])(?=[\u4e00-\u9fff]{2})|配备|配发|备足|储备|涉及|列入|"
    r"安排|承办|发生|打造|实施|攻克|援建|发现|查出|落地|开通|聚焦|依托|拥有|报告|公布|细化|选拔|邀请|送去|组成|会同[^，]{2,8}(?=组成)|"
    r"立项|选派|上线|采购|开发|组建|接待|发展(?=[茶油])|为|对(?!接)|把|使(?!用)|与|和|各级|各类|全[市省县区镇州国]|分别)(?!率)|[，,：:（(\s])+"
)
LIGHT: Final = re.compile(r"^完成(?!投资|整改|率|比例|情况|$)|^(?:省?市?县?区?总)?工会(?=共|已|深入|举)")
IN_PLACE: Final = re.compile(
    r"^受[^，；、]{1,10}影响|^在[^，；、]{1,14}[中内里上](?=[\u4e00-\u9fff])|^在[^，；、]{2,16}(?=成立|建成|召开|设立|举办|开展|建设)"
)
TRAILING: Final = re.compile(
    r"(?:已经?|累计|共计?|总计|合计|分别|首次|全部|(?<![\u4e00-\u9fff])平均|逆势|仅|(?<!签)约|近|超|逾|至少|预计|将|要|(?<![平人日年户月])均|还|可|"
    r"稳定在|保持在|维持在|控制在|达到?|(?<!行)为|是|有|完成|实现|突破|超过|接近|目标|计划|共?分解|"
    r"(?:降低?|提高|提升|增加|增|升|扩大?|减少|缩短|压缩|上升|下降|走高|走低|回落|攀升)(?:到|至|为)|"
    r"不少于|不低于|不超过|低于|高于|力争|确保|争取|由|从|的|了|等|每人(?:每月)?|尚|每个|给予?|下拨|[，,、：:（(\s])+$"
)
BARE: Final = re.compile(r"受理|审结|执结|接听|募集|筹集|查处|销售|征缴|缴纳")
MIDDLE: Final = re.compile(r"(?<=[\u4e00-\u9fff])(?:已经?|(?<![平人日年户月])均|全部)(?=[\u4e00-\u9fff]{2}$)")
MORE: Final = r"(?:以上|以内|以下|左右|的|余|多)*"
NOUN: Final = re.compile(
    rf"^(?:\d[\d.,]*[万亿]?[余多]?[\u4e00-\u9fff])?{MORE}"
    r"(?!将|于|已|均|在|全部|尚|达|目标|以[上内下]|左右|的|余|多|完成|同比|占|等)"
    r"(?P<noun>[\u4e00-\u9fff“”《》A-Za-z]{2,24}?)"
    r"(?P<rest>正在|存在|对|共|完成|全部|均|已|尚|未|将|于|在|进行|送去|同时|总体|得到|没有|为零|纳入|至|共(?=分|有)|正式|获得|享受|投资|$|[，。；、,;:：（()）\d])"
)
ACT: Final = re.compile(r"^(?:全部|均|已|将|于)+(?P<act>[\u4e00-\u9fff]{2,4})[，。；]?$")
DOES: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:建设|创建|开展|建立|创业|举办)(?=[\u4e00-\u9fff“])|进行|组成|(?<=[\u4e00-\u9fff]{3})和$"
)
NO_NOUN: Final = re.compile(r"新建|新增|改建|扩建|用于|购买|开展|实现|达到.*|组成.*|来到.*")


def noun_of(words: str) -> str:
    """What stands before a figure, reduced to what is counted."""
    words = whole = TIMES.sub("", re.split(r"(?<=[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff]{3})", words)[-1])
    was = ""
    while was != words:
        was = words
        words = LIGHT.sub("", HELPING.sub("", _without_agent(IN_PLACE.sub("", words))))
        words = TRAILING.sub("", words)
    if BARE.fullmatch(words):
        words = TRAILING.sub("", HELPING.sub("", whole))  # 市中院受理: whose it is tells more than the verb alone
    return MIDDLE.sub("", words).strip("（）() 、，：:的")


def noun_after(after: str) -> str:
    """What stands behind a figure: 12个部门; 26个项目全部完成 is 项目完成."""
    after = re.sub(r"^([省市县区镇])、(?=[市县区镇乡村])", r"\1", TIMES.sub("", after))
    match = NOUN.match(after)
    if not match:
        return ""
    noun = match["noun"]
    act = ACT.match(after[match.start("rest") :])
    if NO_NOUN.fullmatch(noun):
        return ""
    return DOES.split(noun)[0] + (act["act"] if act else "")


def _without_agent(words: str) -> str:
    """市总工会举办…, 我市完成…: who did it is not what is counted; a place alone stays, its figure is its own."""
    found = ACTING.match(words)
    return words if not found or ALONE.match(words) else words[found.end() :]
