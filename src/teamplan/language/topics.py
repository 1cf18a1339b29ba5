"""Owns what `teamplan help TOPIC` says, in English and Chinese: a title, and lines of at most 78 columns."""

TOPICS: dict[str, tuple[str, str]] = {
    "stages": (
        """A stage is a step of growth: which duties it brings, and which roles carry them.

Orders a day decide the stage; --stage plans for another one. Within a stage
people only come; from one to the next duties move to roles, or from one role
to narrower ones. What no role carries is the owner's.

  teamplan stages list               all stages of the playbook
  teamplan stages show half-year     what one of them declares
  teamplan stages new my-playbook    a copy of all files, to edit
  teamplan stages check my-playbook  every fault of it, with its line""",
        """阶段是店铺成长的一步：带来哪些职责，由哪些岗位承担。

阶段由每天订单数决定；--stage 可指定另一阶段。同一阶段内只增人；
进入下一阶段时，职责由店主转给岗位，或由一个岗位拆给更细的岗位。
没有岗位承担的职责归店主。

  teamplan stages list               列出方案的所有阶段
  teamplan stages show half-year     查看某个阶段的规定
  teamplan stages new my-playbook    写出全部文件的副本供修改
  teamplan stages check my-playbook  检查副本，每个问题都注明行号""",
    ),
    "roles": (
        """A role is a job title. Its duties make its work, its work its people.

  teamplan recommend --orders 270                  who is needed, and how many
  teamplan explain warehouse-keeper --orders 270   why so many
  teamplan checklist half-year                     what each must have in place
  teamplan duties --orders 270                     who does and answers for what
  teamplan checklist half-year --role designer     how to hire for a role

Roles are typed by their ids: store-manager, pre-sale-service. The shell
completes them: see `teamplan help completion`.""",
        """岗位由职责构成：职责决定工作量，工作量决定人数。

  teamplan recommend --orders 270                  需要谁、多少人
  teamplan explain warehouse-keeper --orders 270   为什么是这个数
  teamplan checklist half-year                     各岗位须具备什么
  teamplan duties --orders 270                     谁执行、谁负责
  teamplan checklist half-year --role designer     如何招聘某个岗位

岗位以标识填写，如 `store-manager`、`pre-sale-service`；可由命令行补全，
参见 `teamplan help completion`。""",
    ),
    "numbers": (
        """Numbers are typed as people write them, at the prompt and in every file.

  6000  6,000  6k  1.2k  1万  1.5万      a number; full-width digits too
  4.5%  0.045                            a share
  2.6 min  30s  8 h  150/day  10%/month  with a unit, where one is asked for
  2026-12-01                             a day
  09:00-23:00                            opening hours

A comma only sets off thousands: 4,5% may mean two things and is refused.""",
        """数字可按日常写法填写，命令行与各种文件相同。

  6000  6,000  6k  1.2k  1万  1.5万      数字，全角亦可
  4.5%  0.045                            比例
  2.6 min  30s  8 h  150/day  10%/month  需要时带单位
  2026-12-01                             日期
  09:00-23:00                            营业时间

逗号只用作千分位：4,5% 有两种读法，因此不接受。""",
    ),
    "files": (
        """Files that commands read, each checked whole: every fault with its line.

  store.yaml      --store     the shop, its keys as the options are called
  team.yaml       --team      who is there: YAML, CSV or Excel
  shops.yaml      --shops     several shops of one owner
  pay.yaml        pay check   people to be paid: YAML, CSV or Excel
  forecast.csv    --forecast  a date and visitors or orders a day
  baseline.csv    --baseline  past days before a promotion
  plan.json       diff        what `recommend --format json` has printed
  teamplan.yaml               defaults of options: see `teamplan help config`

`-` in place of a name reads standard input. Files may be UTF-8, or UTF-16 as a
Windows shell writes it; CSV also GB18030. `teamplan schema KIND` describes a
kind of file to an editor.""",
        """命令读取的文件都会整体检查，每个问题都注明行号。

  store.yaml      --store     店铺，键名与选项相同
  team.yaml       --team      现有人员：YAML、CSV 或 Excel
  shops.yaml      --shops     同一店主的多家店铺
  pay.yaml        pay check   待发薪人员：YAML、CSV 或 Excel
  forecast.csv    --forecast  每天的日期与访客或订单
  baseline.csv    --baseline  大促之前的历史数据
  plan.json       diff        `recommend --format json` 的输出
  teamplan.yaml               选项默认值，见 `teamplan help config`

文件名写 `-` 即读取标准输入。文件可为 UTF-8，或 Windows 命令行写出的 UTF-16；
CSV 亦可为 GB18030。`teamplan schema KIND` 供编辑器了解文件格式。""",
    ),
    "formats": (
        """--format NAME says how an answer is printed. Every command takes these:

  table     for people, as wide as the terminal (the default)
  json      everything, for programs; it begins with its format version
  yaml      the same as YAML
  markdown  for a document
  csv       one table, for spreadsheets
  html      one page that opens anywhere
  xlsx      a workbook (extra excel), for -o alone

and some commands one more:

  sql                     `curves`: a statement for a data base
  tree mermaid dot svg    `orgchart`: drawings

-o FILE writes to a file, in the format of its suffix where --format names none.
Else answers go to stdout. Notes and problems go to stderr; -q leaves notes out.""",
        """--format 指定输出格式。所有命令都支持：

  table     供人阅读，与终端同宽（默认）
  json      全部内容，供程序读取，首项为格式版本
  yaml      同上，YAML 格式
  markdown  用于文档
  csv       一张表，用于电子表格
  html      单个网页文件，处处可打开
  xlsx      工作簿（附加组件 `excel`），仅用于 -o

个别命令另有：

  sql                     `curves`：数据库语句
  tree mermaid dot svg    `orgchart`：图形

-o 写入文件；未给出 --format 时格式由后缀决定。否则结果输出到标准输出，
提示与错误另走一路；-q 不输出提示。""",
    ),
    "config": (
        """teamplan.yaml gives options their defaults: one key an option, without dashes.

  visitors: 6,000
  conversion: 4.5%
  city: hangzhou
  set: {pack_minutes: 3}
  team: team.yaml          # as seen from the folder of this file

It is looked for in the folder and those above it, up to your home or to where
another file system begins; the nearest one counts, alone. The prompt wins over
the environment, that over the file. With --store or --shops at the prompt,
nothing that the file says of the shop counts; --orders puts aside its visitors,
and --visitors its orders.

  teamplan config show --origin    where each value comes from
  --no-config                      leave it aside; or TEAMPLAN_NO_CONFIG=1""",
        """`teamplan.yaml` 给出选项的默认值：每行一个选项，去掉横线。

  visitors: 6,000
  conversion: 4.5%
  city: hangzhou
  set: {pack_minutes: 3}
  team: team.yaml          # 相对于本文件所在文件夹

从当前文件夹逐级向上查找，到主目录或另一文件系统为止；只取最近的一个。
命令行优先于环境变量，环境变量优先于文件。命令行给出 --store 或 --shops 时，
文件中关于店铺的内容全部不计；--orders 使其中的访客数失效，--visitors 使
其中的订单数失效。

  teamplan config show --origin    每个值从何而来
  --no-config                      不读取；或设 TEAMPLAN_NO_CONFIG=1""",
    ),
    "environment": (
        """Variables that the program reads:

  TEAMPLAN_PLAYBOOK      as --playbook
  TEAMPLAN_LANG          as --lang; else LC_ALL, LC_MESSAGES, LANG
  TEAMPLAN_NO_CONFIG=1   as --no-config
  TEAMPLAN_DEBUG=1       shows where a bug is
  NO_COLOR, FORCE_COLOR  never, or always, colour; --color wins over both
  COLUMNS                width of a table
  XDG_CACHE_HOME         where copies of playbooks are kept""",
        """程序读取的环境变量：

  TEAMPLAN_PLAYBOOK      同 --playbook
  TEAMPLAN_LANG          同 --lang；否则取 `LC_ALL`、`LC_MESSAGES`、`LANG`
  TEAMPLAN_NO_CONFIG=1   同 --no-config
  TEAMPLAN_DEBUG=1       显示程序错误的位置
  NO_COLOR、FORCE_COLOR  从不或总是使用颜色；--color 优先
  COLUMNS                表格宽度
  XDG_CACHE_HOME         方案副本的存放位置""",
    ),
    "exit-codes": (
        """What a command leaves behind for a script:

  0    fine
  1    a check says no: `stages check`, `pay check`, `duties` with findings,
       `diff --exit-code` with differences
  2    wrong usage or unusable input; every fault is told, nothing is printed
  101  a bug of ours
  130  Ctrl-C""",
        """命令的退出码，供脚本判断：

  0    正常
  1    检查未通过：`stages check`、`pay check`、有问题的 `duties`、
       有差异的 `diff --exit-code`
  2    用法或输入有误：一次列出全部问题，不输出结果
  101  程序错误
  130  按了 Ctrl-C""",
    ),
    "words": (
        """What the words mean:

  store          what the owner knows: visitors, conversion, orders, people
  duty           a piece of work, with its time or its hours a week
  driver         what causes work: orders, chats, parcels, returns
  assumption     a number with unit, range, source and grade; --set changes it
  grade          A statute or measured, B vendor data, C practitioner, D weak,
                 J our judgement, with its reason
  role           a job title with its duties
  stage          a step of growth, with the roles that it brings
  playbook       a folder of stages, roles, duties and assumptions
  plan           the answer: roles, people, reasons, what comes next
  binding        what set a headcount: work, service, presence, floor or owner
  relief         people on the books for one who is there every opening hour""",
        """用语说明：

  店铺      店主知道的事：访客、转化率、订单、现有人员
  职责      一项工作，有单位耗时或每周工时
  驱动量    引起工作的数量：订单、咨询、包裹、退货
  参数      带单位、范围、来源与等级的数字；可用 --set 更改
  等级      A 法规或实测，B 厂商数据，C 从业者，D 依据较弱，J 我们的判断并附理由
  岗位      由职责构成的职位
  阶段      成长的一步及其带来的岗位
  方案      由阶段、岗位、职责与参数组成的文件夹
  编制      计算结果：岗位、人数、原因与后续变化
  约束      决定人数的因素：工作量、服务水平、在岗、下限或店主
  轮班系数  每个时段保持一人在岗所需的在册人数""",
    ),
    "completion": (
        """The shell completes commands, options and values: roles, stages, events,
assumptions, formats, playbooks, files. Put one line into its start-up file:

  ~/.bashrc                    eval "$(teamplan completion bash)"
  ~/.zshrc (after compinit)    eval "$(teamplan completion zsh)"
  ~/.config/fish/config.fish   teamplan completion fish | source
  $PROFILE of PowerShell       teamplan completion powershell | Out-String |
                               Invoke-Expression""",
        """命令行可补全命令、选项及其值：岗位、阶段、活动、参数、格式、方案、文件。
在启动文件中加入一行：

  ~/.bashrc                    eval "$(teamplan completion bash)"
  ~/.zshrc（compinit 之后）    eval "$(teamplan completion zsh)"
  ~/.config/fish/config.fish   teamplan completion fish | source
  PowerShell 的 $PROFILE       teamplan completion powershell | Out-String |
                               Invoke-Expression""",
    ),
}
SAID: dict[str, tuple[str, str]] = {
    "topics": ("Topics, for `teamplan help TOPIC`:", "主题（`teamplan help 主题`）："),
    "name": ("NAME", "名称"),
    "synopsis": ("SYNOPSIS", "概要"),
    "commands": ("COMMANDS", "命令"),
    "of-many": ("OPTIONS OF MANY COMMANDS", "通用选项"),
    "summary": (
        "how many people an online shop needs, in which roles, why, and when to hire the next",
        "网店需要多少人、设哪些岗位、为什么、何时再招下一人",
    ),
}
