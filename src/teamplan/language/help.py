"""Owns what `--help` says of the program and its commands, in English and Chinese."""

HELP: dict[str, tuple[str, str]] = {
    "help.app": (
        "How many people an online shop needs, in which roles, why, and when to hire the next.",
        "网店需要多少人、设哪些岗位、为什么、何时再招下一人。",
    ),
    "help.exit-codes": (
        "Exit codes: 0 fine, 1 a check says no, 2 wrong usage or unusable input, 101 a bug of ours, 130 Ctrl-C.",
        "退出码：0 正常，1 检查未通过，2 用法或输入有误，101 程序错误，130 按了 Ctrl-C。",
    ),
    "help.example": ("Example: {command}", "示例：{command}"),
    "help.recommend": (
        "Print the team a shop needs. Stage, roles and headcount of each function, and why.",
        "给出网店所需的团队：阶段、各部门的岗位与人数，以及原因。",
    ),
    "help.report": (
        "Write the whole plan as one file to mail: team, reasons, hires to come, money, chart, checklist, and a slider.",
        "把整份方案写成一个可发送的文件：团队、原因、招聘日历、成本、汇报关系、清单，以及可拖动的滑块。",
    ),
    "help.explain": (
        "Explain a number. From a role, function, duty, assumption or `owner` down to every assumption behind it.",
        "解释数字：从岗位、部门、职责、参数或 `owner` 一直追溯到背后的每一个参数。",
    ),
    "help.checklist": (
        "Print the role checklist. Who must be in place, with which duties, who covers the rest, what to prepare.",
        "打印岗位清单：谁必须到位、负责什么、其余由谁承担、要准备什么。",
    ),
    "help.orgchart": (
        "Draw who reports to whom, what the owner carries, and how many each boss leads; forms of organisation compared.",
        "绘制汇报关系：谁向谁汇报、店主自己承担什么、每位主管带几人；并可比较各种组织形式。",
    ),
    "help.duties": (
        "Print who does each duty, who answers for it, who covers it, who is told. By role, or for a team by name.",
        "列出每项职责由谁执行、谁负责、谁替补、知会谁：按岗位，或按团队成员姓名。",
    ),
    "help.diff": (
        "Show what changes. Between two stages, two saved plans or charts, a team file and a plan, or two playbooks.",
        "显示变化：两个阶段、两份保存的方案或组织图、团队文件与方案，或两套方案之间。",
    ),
    "help.playbooks": (
        "List the kinds of shop that ship as playbooks, and the overlays for any of them.",
        "列出自带方案（各类店铺），以及可叠加在任一方案上的内容。",
    ),
    "help.service": (
        "How many people must answer: over a day of chats (--chats), or in one hour of a queue (--per-hour).",
        "需要多少客服：按全天咨询量（--chats）或单个小时的排队（--per-hour）计算。",
    ),
    "help.simulate": (
        "Try a service team in a simulation. Whole weeks, buyer by buyer, with breaks, absence and days off (extra `sim`).",
        "用仿真检验客服团队：逐个买家模拟整周，计入休息、缺勤与轮休（需安装附加组件 `sim`）。",
    ),
    "help.capacity": (
        "Say what a team carries. The largest volume a day, the role that breaks first, the slack of all others.",
        "计算现有团队的承载上限：每天最多承接多少业务、哪个岗位最先撑不住、其余岗位还有多少余量。",
    ),
    "help.next": (
        "List what comes next. Hires, splits and stages as the shop grows, and who becomes slack when it shrinks.",
        "列出接下来的变化：随业务增长的招聘、岗位拆分与阶段变更，以及业务下降时谁会富余。",
    ),
    "help.sweep": (
        "Print and plot the team along one input, stage changes marked.",
        "按某个参数从低到高试算，列出并绘制团队人数，标出阶段变化。",
    ),
    "help.curves": (
        "Print every step of the team: from which volume on each role needs one more, for spreadsheets and data bases.",
        "列出团队人数的全部分界点：每个岗位从多少业务量起增 1 人，供电子表格与数据库使用。",
    ),
    "help.budget": (
        "What the team costs a month, what the shop earns with it, and from how many orders on it pays.",
        "每月人力成本、店铺盈亏，以及每天多少单开始盈利。",
    ),
    "help.source": (
        "Employ, take part-time help, or buy outside: what each costs a month, and from which volume on it pays.",
        "自营、兼职还是外包：各自每月花多少钱，从多少单起更划算。",
    ),
    "help.hire": (
        "Print the hiring calendar. Whom to look for from which day, so that they work when the volume needs them.",
        "给出招聘日历：何时开始找谁，才能赶在业务需要之前独立上岗。",
    ),
    "help.peak": (
        "Plan for a promotion. People by day, who covers them at what cost, and what has to begin when.",
        "规划大促：每天需要的人数、由谁承担、费用多少、何时开始准备。",
    ),
    "help.schema": (
        "Print the JSON Schema of a file kind, for editors.",
        "打印某种文件的 JSON Schema，供编辑器使用。",
    ),
    "help.stages": (
        "List, show, check and copy the stages of a playbook.",
        "列出、查看、检查、复制方案中的阶段。",
    ),
    "help.stages-list": ("List the stages.", "列出各阶段。"),
    "help.stages-show": ("Show what a stage declares.", "查看某阶段的规定。"),
    "help.stages-check": (
        "Check a playbook folder. Every fault at once, then the examples of its stages.",
        "检查方案文件夹：一次报告全部问题，再运行各阶段的示例。",
    ),
    "help.stages-new": (
        "Write a copy of the built-in playbook to start from.",
        "写出一份内置方案的副本，供修改使用。",
    ),
    "help.help": (
        "Print the help of a command or topic; --man is the whole manual page.",
        "显示命令或主题的说明；`--man` 为完整手册页。",
    ),
    "help.completion": (
        "Print the completion script of a shell: see `teamplan help completion`.",
        "打印命令行补全脚本，参见 `teamplan help completion`。",
    ),
    "help.config": (
        "Show the options that teamplan.yaml and the environment set here.",
        "查看 `teamplan.yaml` 与环境变量在此处设定的选项。",
    ),
    "help.config-show": (
        "Show at what each option stands in this folder, and with --origin who said so.",
        "查看各选项在当前文件夹中的取值；加 `--origin` 说明来源。",
    ),
    "help.pay": (
        "Pay by performance: the phase that fits, a file of people to fill in, its check, the sheet, a slip each.",
        "绩效薪酬：适合的阶段、待填的人员文件、检查、工资表与个人工资条。",
    ),
    "help.pay-phase": (
        "Say which phase of pay fits this shop and why, what it measures, and how that becomes pay.",
        "说明本店适合哪个薪酬阶段及原因、考核什么、如何计薪。",
    ),
    "help.pay-template": (
        "Write a file of the shop's people to fill in (redirect it; --format csv for a spreadsheet).",
        "写出本店人员的待填文件（请重定向到文件；表格软件用 `--format csv`）。",
    ),
    "help.pay-check": (
        "Check a file of people. Every fault at once with its line, minimum wage and overtime among them.",
        "检查人员文件：一次报告全部问题及行号，含最低工资与加班上限。",
    ),
    "help.pay-sheet": (
        "Print the pay sheet of a file of people, with the employer's contributions at a place.",
        "按人员文件列出工资表，并计入当地单位缴费。",
    ),
    "help.pay-explain": (
        "Print one person's payslip, with the formula and the numbers behind each part.",
        "打印一人的工资条，列出每一项的公式与数字。",
    ),
}
