"""What the cells of a column hold, whatever its title is: numbers, units, persons, time limits, marks, sentences."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from app.importing.recognise.dates import Plan, of_column
from app.importing.recognise.names import NONE, is_unit
from app.tasks.kinds import DeadlineKind


class Held(StrEnum):
    """The kinds of things that one column of a ledger says."""

    NUMBERS = "numbers"
    UNITS = "units"
    PERSONS = "persons"
    LIMITS = "limits"
    SENTENCES = "sentences"


MOST: Final = 0.8
LOOKED_AT: Final = 40
SENTENCE: Final = 9  # characters, on the average
NUMBER: Final = re.compile(r"[（(]?(?:\d{1,3}(?:[-.－]\d{1,3})?|[一二三四五六七八九十]{1,3}|[①-⑳])[）)]?[.、．]?")
FAMILIES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "石廖贾韦付夏傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄"
    "聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕"
    "屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣"
    "巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花"
    "权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那"
    "宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由隗韶暴"
)
COMPOUND: Final = "欧阳|上官|司马|诸葛|司徒|申屠|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|端木|夏侯|轩辕|东方|独孤|南宫"
PERSON: Final = re.compile(rf"(?:(?:{COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{FAMILIES}][\u4e00-\u9fff]{{1,2}})")
DAY_ALONE: Final = re.compile(r"[\d年月日季度上下中旬初底末前内、，和至到起止\-—－.．/～~第一二三四半暑寒假期间全]+")
NOT_YET: Final = Plan(2020)


@lru_cache(maxsize=4096)
def is_limit(text: str) -> bool:
    """A date, or words that stand for one (长期坚持), and little else."""
    plain = re.sub(r"\s", "", text)
    if not 1 < len(plain) <= 16 or re.fullmatch(r"[\d.]+", plain):
        return False
    found = of_column(plain, NOT_YET)
    return found.kind is not DeadlineKind.NONE or found.rule.startswith("立行立改")


def is_person(text: str) -> bool:
    """Names of two or three characters behind a family's name; spread ones are persons, whatever they are called."""
    parts = [part.strip() for part in re.split(r"[、，,\n]", text) if part.strip()]
    return bool(parts) and all(_is_name(part) for part in parts)


def _is_name(text: str) -> bool:
    if re.fullmatch(r"[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,2}", text):
        return True
    plain = re.sub(r"\s", "", text)
    return PERSON.fullmatch(plain) is not None and not is_unit(plain) and not is_limit(plain)


def held_in(cells: Sequence[str]) -> Held | None:
    """What most of these cells are; None when they are of several kinds or mere words."""
    filled = tuple(text for cell in cells[:LOOKED_AT] if (text := cell.strip()) not in NONE)
    return _held(filled) if filled else None


@lru_cache(maxsize=1024)
def _held(filled: tuple[str, ...]) -> Held | None:
    tests = (
        (Held.NUMBERS, lambda text: NUMBER.fullmatch(text) is not None),
        (Held.LIMITS, is_limit),
        (Held.PERSONS, is_person),
        (Held.UNITS, _are_units),
    )
    for held, test in tests:
        if sum(map(test, filled)) >= MOST * len(filled):
            return held
    return Held.SENTENCES if sum(map(len, filled)) >= SENTENCE * len(filled) else None


def _are_units(text: str) -> bool:
    return len(text) <= 120 and is_unit(re.sub(r"[（(](?:牵头|配合|主办|协办|主责|负责)[）)]", "", text))
