"""Enterprises that answer for a task, and a title that begins with its year under the name of its body."""
# fmt: off

from tests.importing.corpus.make import txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

ASSETS = Marked("""
岚溪市城市发展集团工会
2025年度重点任务责任清单
岚城工〔2025〕6号
各基层工会：
现将2025年度重点任务责任清单印发给你们，请抓好落实。
{H1一、服务生产经营}
1.{T组织“安康杯”竞赛，参赛班组覆盖率达到95%以上。}（牵头部门：{L劳动保护部}；责任企业：{R岚溪水务公司}、{R岚溪燃气公司}；完成时限：11月底） ## D:2025-11-30 G:95%
2.{T创建劳模创新工作室4个，推广先进操作法6项。}（牵头部门：{L经济技术部}；配合部门：{S宣传部}；责任企业：{R各二级企业}；完成时限：10月底） ## D:2025-10-31 G:4个,6项
{H1二、服务职工生活}
3.{T改造一线职工休息室12间，更新空调30台。}（牵头部门：{L生活保障部}；责任企业：{R岚溪公交公司}；完成时限：6月底） ## D:2025-06-30 G:12间,30台
4.{T建立困难职工档案，做到动态管理。}（牵头部门：{L生活保障部}；责任企业：{R各二级企业}；完成时限：长期坚持） ## Y:ongoing
岚溪市城市发展集团工会
2025年2月18日
""")

SAMPLES = (
    Sample("seventh-enterprises-answer", "责任清单.txt", {73: "牵头单位：A；责任单位：B"}, lambda: txt(ASSETS.text),
           expected("岚溪市城市发展集团工会2025年度重点任务责任清单", "岚城工〔2025〕6号", "岚溪市城市发展集团工会", "2025-02-18", ASSETS.tasks)),
)
