"""What a figure counts, in the words of its clause."""

import re
from typing import Final

TIMES: Final = re.compile(
    r"^(?:截[至止到]+)?(?:今年|去年|明年|上年|全年|年内|目前|当前|(?:19|20)\d\d年(?:以来)?|"
    r"[上下]半年|前?第?[一二三四]季度末?|\d{1,2}(?:[-—–至]\d{1,2})?月份?(?:[底末初]|"
    r"[上中下]旬)?(?:\d{1,2}日)?|年?底|以来|前|，|\s)+"
)
LEADING: Final = re.compile(
    r"^(?:[一二三四五六]是|其中|并|同时|还|又|再|也|共|已经?|累计|现已|现有|先后|将|计划|拟|力争|确保|争取|预计|"
    r"实现|完成|举办|开展|组织|评选|命名|获得|取得|发放|提供|达成|培育|建成|设立|投入|筹集|接听|"
    r"走访|惠及|涉及|带动|参与|引进|立项|选派|新建|上线|采购|培养|开发|组建|接待|但|也|设|有|为|对|把|使(?!用)|全[市省县区镇州国]|[省市县区]总工会|"
    r"各级|全部|首次|仅|约|近)+"
)
TRAILING: Final = re.compile(
    r"(?:已经?|累计|共计?|总计|合计|分别|首次|全部|平均|逆势|仅|约|近|超|逾|达到?|达|为|是|有|"
    r"完成|实现|突破|超过|接近|控制在|(?:降低?|提高|提升|增加|增|升|扩大|减少|缩短|压缩)(?:到|至|为)|新增|目标|计划|"
    r"力争|确保|由|从|的|了|不少于|不低于|不超过|\s)+$"
)
COMPARED: Final = re.compile(r"[比较](?:去年|上年|年初|同期)[底末]?(?:同期)?|(?:年度|全年)(?:计划|任务|目标)?|计划")
NOUN: Final = re.compile(r"^(?:以上|以内|以下|左右|的|余|多)*([\u4e00-\u9fff“”]{2,14})")
CHANGE: Final = re.compile(r"(?:同比|环比)?(?:增长|提高|提升|增加|下降|降低|减少|上升)|同比|占比?")


def subject_of(before: str, after: str, previous: str) -> str:
    """The noun before the figure, or behind it where only a verb stands before; else what was spoken of last."""
    before = re.sub(r"[由从][^，。由从]*\d[^，。]*$", "", before)  # 由17家扩大到
    words = TRAILING.sub("", TIMES.sub("", before).strip("（）() 、"))
    changed = CHANGE.search(before)
    if changed and previous and len(LEADING.sub("", COMPARED.sub("", CHANGE.sub("", words))).strip("的比较 ")) < 2:
        return (previous + changed[0])[-40:]
    noun = LEADING.sub("", words)
    if len(noun) >= 2:
        return noun[-40:]
    behind = NOUN.match(after)
    return behind[1] if behind else words or previous
