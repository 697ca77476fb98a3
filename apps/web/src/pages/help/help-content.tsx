import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Me } from '../../api/generated';
import { t } from '../../language/t';

export interface RoleHelp {
  role: Me['roles'][number]['role'];
  name: string;
  job: string;
  steps: ReactNode[];
}

/** What each role does, the main job first. */
export const ROLE_HELP: RoleHelp[] = [
  {
    role: 'supervisor',
    name: t`督办员`,
    job: t`把报告变成有人负责的任务，一直督到销号。`,
    steps: [
      <>
        {t`在`}
        <Link to="/reports">{t`报告`}</Link>
        {t`页把报告文件拖进来。打开报告进入审核台：左边原文，右边逐条接受、编辑、拆分、合并或驳回。`}
      </>,
      <>
        {t`在`}
        <Link to="/tasks?status=drafted">{t`待交办的任务`}</Link>
        {t`中核对牵头单位、责任人和完成时限，逐项或批量交办。已有台账可以`}
        <Link to="/tasks/import">{t`从 Excel 导入`}</Link>。
      </>,
      <>
        {t`办理中查看`}
        <Link to="/tasks?light=red">{t`逾期`}</Link>
        {t`和`}
        <Link to="/tasks?light=yellow">{t`欠序时进度`}</Link>
        {t`的任务，可催办、约谈、批复延期；每条提醒发给了谁，见`}
        <Link to="/reminders">{t`提醒台账`}</Link>。
      </>,
      <>
        {t`对`}
        <Link to="/tasks?status=submitted">{t`待核实`}</Link>
        {t`的任务核对佐证，销号或退回补办。自己办理的任务须由别人核实。`}
      </>,
      <>
        {t`整改任务在`}
        <Link to="/problems">{t`问题`}</Link>
        {t`页按问题管理，可导出`}
        <Link to="/problems/three-lists">{t`三张清单`}</Link>
        {t`，安排`}
        <Link to="/problems/inspections">{t`督查检查`}</Link>
        {t`和`}
        <Link to="/problems/look-backs">{t`回头看`}</Link>。
      </>,
    ],
  },
  {
    role: 'leader',
    name: t`分管领导`,
    job: t`看清哪些单位的哪些事项逾期，批复延期、中止和撤销。`,
    steps: [
      <>
        <Link to="/">{t`首页`}</Link>
        {t`列出逾期、临近到期的任务和各单位亮灯情况，点数字看明细。`}
      </>,
      <>{t`首页“待批申请”中批复延期等申请；没有待批的不显示。`}</>,
      <>
        {t`挂钩联系的问题见`}
        <Link to="/problems/leaders">{t`挂点领导`}</Link>。
      </>,
    ],
  },
  {
    role: 'liaison',
    name: t`单位联络员`,
    job: t`代表单位签收或退回任务，交给具体的人，报送进展。`,
    steps: [
      <>
        {t`在`}
        <Link to="/tasks?status=assigned">{t`待签收的任务`}</Link>
        {t`中签收；不属于本单位职责的写明理由退回。`}
      </>,
      <>{t`在任务页移交给责任人，可分解成多项、设阶段目标；本单位是配合单位的，单独报送配合情况。`}</>,
      <>{t`未达序时进度或被要求报送时，在任务页更新进展。`}</>,
    ],
  },
  {
    role: 'staff',
    name: t`承办人`,
    job: t`办理自己的任务，手机上也可以报送进展。`,
    steps: [
      <>
        {t`打开`}
        <Link to="/tasks?mine=true">{t`我的任务`}</Link>
        {t`，更新进展、上传佐证，办完后提交核实；邮件中的链接也可直接更新进展。`}
      </>,
      <>{t`确实不能按期完成的，在时限之前申请延期并写明理由。`}</>,
      <>{t`请假时在右上角菜单“请假与代理”中指定代理人，其间任务和提醒由代理人办理。`}</>,
    ],
  },
  {
    role: 'auditor',
    name: t`审计员`,
    job: t`查看全部内容和操作记录，只看不改。`,
    steps: [
      <>
        <Link to="/audit">{t`操作日志`}</Link>
        {t`只增不改，可按人、对象和日期查，并校验有没有被改动。`}
      </>,
    ],
  },
  {
    role: 'administrator',
    name: t`管理员`,
    job: t`维护单位、人员、角色、日历和邮件，照看系统运行。`,
    steps: [
      <>
        {t`第一次使用按`}
        <Link to="/set-up">{t`初始设置`}</Link>
        {t`逐步完成。`}
      </>,
      <>
        {t`在`}
        <Link to="/organisation">{t`单位与人员`}</Link>
        {t`中建立单位、人员和角色；有人离任时用“工作交接”一步移交。`}
      </>,
      <>
        {t`每年录入`}
        <Link to="/calendar">{t`工作日历`}</Link>
        {t`，按需要调整`}
        <Link to="/policies">{t`督办规则`}</Link>。
      </>,
      <>
        {t`平时看`}
        <Link to="/system">{t`系统状态`}</Link>
        {t`：数据库、后台任务、邮件是否正常，不正常时怎么办。`}
      </>,
    ],
  },
];

/** Words that a newcomer may not know. */
export const TERMS: [string, string][] = [
  [t`牵头单位`, t`对任务负总责的单位，只有一个；任务的亮灯和逾期记在它名下。`],
  [t`配合单位`, t`协助牵头单位的单位，可以有多个，各自报送配合情况。`],
  [t`责任人`, t`具体办理的人；可以交办给职务，人员变动时自动由接任的人负责。`],
  [t`挂点领导`, t`联系、过问这项任务或问题的领导，收到逾期上报，不代替责任人办理。`],
  [t`完成时限`, t`须办结的最后一天，当天办结不算逾期。延期批准后改变，原定时限始终保留。`],
  [t`序时进度`, t`按已过去的工作日应达到的进度。报送的进度低于它为欠序时，亮黄灯。`],
  [t`亮灯`, t`绿：正常或按时办结；蓝：临近到期；黄：欠序时进度；红：已逾期；紫：逾期办结。`],
  [t`销号`, t`核实办结后从台账上销去，由督办员办理。`],
  [t`回头看`, t`问题销号后隔一段时间再查一次，反弹的重新整改。`],
  [t`免打扰时段`, t`静默时间：其间不发每日的提醒邮件，过后再发；在右上角菜单“邮件提醒设置”中设置。`],
  [t`三张清单`, t`问题清单、责任清单、整改清单，由同一份数据生成。`],
];
