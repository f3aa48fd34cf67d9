"""Measure words, and what must not follow them: 5部 is a unit, 5部门 is not."""

import re
from functools import lru_cache
from typing import Final

# A word may be followed by the characters behind its colon only when it is not the measure word; behind := it must be.
_TABLE: Final = (
    "个百分点 百分点 % ％ ‰ 倍 人民币 美元 欧元 港元 元 块钱 人次 人份 人天 人年 台班 工日 台次 架次 车次 航次 班次 "
    "班列 台套 台件 标台 "
    "列次 辆次 家次 户次 件次 批次 期次 场次 站次 剂次 组次 队次 宗次 艘次 吨次 点次 标箱 标准箱 TEU "
    "条次 项次 例次 册次 课次 机次 工日 人日 台班 个基点 基点 个千分点 千分点 "
    "吨标准煤 吨标煤 吨公里 吨海里 人公里 吨 公斤 千克标准煤 克标准煤 千克 毫克 微克 克:服拉 "
    "市斤 斤 毫升 升:级至到高学 平方公里 "
    "平方千米 平方米 平米 ㎡ m² 公顷 亩:均 亩次 "
    "立方米 立方 m³ 公里 千米 海里 延米 厘米 毫米 米 千瓦时 度电 千瓦 兆瓦 吉瓦 兆伏安 "
    "千伏安 分贝 DDDs kWh kW MW GW km 个:=(?!百分|别|性) 名:录单称额次誉 人:均力数员口物民才 "
    "位:于列居置 户:均籍型 家:庭 项:目 件 套 次:序性能 场:所馆 期:间限末 届 "
    "班:组 批:准复 条:件例款 处:理置罚室 座:谈席 所 栋 幢 棟 艘 基:础本地金于层建调数 只 头 匹 羽 尾 "
    "株 棵 丛 穴 块:头 片:区 盏 册 页:面码岩 P:A-Za-z高摄监分视超全 本:科 部:门委署位 卷 口:岸径碑腔罩 "
    "眼:科睛下前 架:构设空 辆 台:账阶风 列:入席为车 张 份:额 篇 幅:度 首:批个次届 "
    "集:中团镇体约 档:案次 门:类店诊户口槛 课 节:点能约假日期前目庆水 堂 支:持出付撑部行 团:队 队:伍 "
    "组:织建成长 对:于口象接应标比\\d外 双 间:接 张 床 具:有体备 尊 副:主书局 扇 类 种:植子养 款:项 宗 起 级:=以内 "
    "例:会行如外 案:件 单:位元独项 笔 单元 根:据治本 面:积向对 枚 顶 盒 箱 桶 袋 包 瓶 孔 段:落 轮 遍 字 "
    "叶:子片面岩 拍:摄卖照板 帧 方:=[土砂石，。；、）] "
    "台套 册次 卷册 版次 轮次 针次 航班 头只 学位 床位 车位 泊位 席位 餐位 岗位 机架 标准机架 机柜 "
    "平方 m3 m2 km2 km² TB GB PB Mbps 兆 mg/L ℃ 摄氏度 盆:地景 粒 棒:球 "
    "把:关握手控 桩 道:路德 村:级委民 学时 课时 学分 端 席 屏 辑 版 樘 杆 路:线口段公径由灯桥面边网 名额 支队:伍 井 "
    "棚 岁 站:点长台房务区 "
)
WORDS: Final = _TABLE.split()
DURATIONS: Final = frozenset({"天", "日", "小时", "个小时", "分钟", "工作日", "个工作日", "个月", "秒"})
PER: Final = (
    r"(?:/|每)(?:立方米|平方公里|平方米|公里|小时|分钟|日|天|月|年|秒|人|户|吨|万元|亩|升|"
    r"[千百]?[千百万]人|[千万]户|千瓦时|公斤|床|次)"
)
TWO: Final = r"[（(][套间台组个名人户件辆条座处][）)]"
TIMES: Final = r"万亿|十万|百万|千万|亿|万|千|百"


def _pattern(word: str) -> str:
    name, _, never = word.partition(":")
    if never.startswith("="):
        return re.escape(name) + f"(?={never[1:]})"
    return re.escape(name) + (f"(?![{never}])" if never else "")


_LONGEST: Final = sorted(
    (*WORDS, *DURATIONS, "分:钟之别局解类工析段享管离布散支"), key=lambda word: -len(word.partition(":")[0])
)
WORD: Final = "(?:" + "|".join(_pattern(word) for word in _LONGEST) + ")"
UNIT: Final = rf"(?:[余多来]\s*)?(?P<times>{TIMES})?[余多]?\s*(?P<word>{WORD}(?:{TWO})?(?:{PER})?)"
# 3.1万, 5亿: the noun stands elsewhere.
BARE: Final = r"(?P<bare>万亿|亿|万)[余多]?(?![级里能一物分])"
# What is rather described than counted when 以上 and a noun follow: 200人以上企业, 500万元以上项目.
DESCRIBING: Final = re.compile(
    r"人|元|元/.*|平方米|平米|亩|公顷|米|公里|千米|吨|类|级|千瓦|兆瓦|千伏|立方米|床|张|户|千瓦时|升|斤|公斤"
)


@lru_cache(maxsize=1024)
def bare_word(unit: str) -> str:
    """万平方米 is 平方米, 亿元 is 元."""
    return re.sub(rf"^(?:{TIMES})(?=.)", "", unit)
