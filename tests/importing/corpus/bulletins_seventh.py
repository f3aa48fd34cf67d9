"""What texts of the web leave unsaid: the year of a section, the day behind 今年, the mark of a share."""

from tests.importing.corpus.readings import Bulletin, planned, reached

YEARBOOK = """2019年,面对持续干旱和市场波动,全县坚持稳字当头,守住安全和生态两条底线,经济运行总体平稳。
一、综合
经初步核算,2019年全县生产总值86.3亿元,比上年增长6.8%。
图1:2015—2019年全县生产总值
二、农业
农林牧渔业增加值15.2亿元,增长4.1%。果树面积3860公顷,产量5.7万吨。
三、社会事业
有图书馆1个,藏书26.4万册。
"""
YEAR19 = "2019-12-31"
YEARBOOK_EXPECTED = [
    reached("全县生产总值86.3亿元", "生产总值", 86.3, "亿元", YEAR19),
    reached("比上年增长6.8%", "生产总值增长", 6.8, "%", YEAR19),
    reached("农林牧渔业增加值15.2亿元", "农林牧渔业增加值", 15.2, "亿元", YEAR19),
    reached("增长4.1%", "农林牧渔业增加值增长", 4.1, "%", YEAR19),
    reached("果树面积3860公顷", "果树面积", 3860, "公顷", YEAR19),
    reached("产量5.7万吨", "产量", 5.7, "万吨", YEAR19),
    reached("有图书馆1个", "图书馆", 1, "个", YEAR19),
    reached("藏书26.4万册", "藏书", 26.4, "万册", YEAR19),
]

HALF_WAY = """镇乡工作快讯
发布时间:2022-07-08
截至6月20日,今年全镇收缴合作医疗保费312万元,占任务的88%。
主要指标:1—6月,完成工业销售收入9640万元,占年任务56,同比增长12.5;旅游收入完成4210万元,占年任务61。
10月底前,将再建水窖40口,届时全镇5个村、3200名村民都将喝上放心水。
"""
JUN22, HALF22, OCT22 = "2022-06-20", "2022-06-30", "2022-10-31"
HALF_WAY_EXPECTED = [
    reached("收缴合作医疗保费312万元", "合作医疗保费", 312, "万元", JUN22),
    reached("占任务的88%", "合作医疗保费占任务", 88, "%", JUN22),
    reached("完成工业销售收入9640万元", "工业销售收入", 9640, "万元", HALF22),
    reached("旅游收入完成4210万元", "旅游收入", 4210, "万元", HALF22),
    planned("再建水窖40口", "水窖", 40, "口", OCT22),
    planned("全镇5个村", "水窖", 5, "个", OCT22),
    planned("3200名村民", "村民", 3200, "名", OCT22),
]

PEOPLE = """2020年东川县人口与交通概况(2021年4月9日)
据1%人口抽样调查推算,年末全县常住人口41.6万人,人均期望寿命79.4岁,其中男性77.1岁,女性81.8岁。
东、中、西三片分别完成公路投资2.4亿元、1.9亿元和3.1亿元,同比分别增长8.2%、5.5%、12.7%。
全年客运收入6320万元,比上年同期5800万元增长9%;省级交通课题申报数量再创新高,达到36项。
"""
YEAR20 = "2020-12-31"
PEOPLE_EXPECTED = [
    reached("年末全县常住人口41.6万人", "常住人口", 41.6, "万人", YEAR20),
    reached("人均期望寿命79.4岁", "人均期望寿命", 79.4, "岁", YEAR20),
    reached("其中男性77.1岁", "男性", 77.1, "岁", YEAR20),
    reached("女性81.8岁", "女性", 81.8, "岁", YEAR20),
    reached("分别完成公路投资2.4亿元", "公路投资", 2.4, "亿元", YEAR20),
    reached("1.9亿元", "公路投资", 1.9, "亿元", YEAR20),
    reached("3.1亿元", "公路投资", 3.1, "亿元", YEAR20),
    reached("同比分别增长8.2%", "公路投资同比增长", 8.2, "%", YEAR20),
    reached("5.5%", "公路投资同比增长", 5.5, "%", YEAR20),
    reached("12.7%", "公路投资同比增长", 12.7, "%", YEAR20),
    reached("全年客运收入6320万元", "客运收入", 6320, "万元", YEAR20),
    reached("增长9%", "客运收入增长", 9, "%", YEAR20),
    reached("达到36项", "省级交通课题申报数量", 36, "项", YEAR20),
]

BULLETINS = [
    Bulletin("seventh: a year told in sections", YEARBOOK, YEARBOOK_EXPECTED),
    Bulletin("seventh: half way through a year", HALF_WAY, HALF_WAY_EXPECTED),
    Bulletin("seventh: people and roads", PEOPLE, PEOPLE_EXPECTED),
]
