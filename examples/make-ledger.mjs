// Writes 2026年重点工作台账.xlsx beside this file: node examples/make-ledger.mjs
// The ledger of the invented district of organisation.xlsx, kept the way people keep them: a title above, a head of two rows, merged
// cells, days written in many ways, several names in a cell, a note below.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';

const HEADS = [
  ['序号', '工作任务', '具体措施', '责任分工', '', '', '完成时限', '进展情况', '完成率', '状态', '备注'],
  ['', '', '', '牵头单位', '配合单位', '责任人', '', '', '', '', ''],
];
const EDUCATION = '区教育局';
const ROWS = [
  ['一、民生保障'],
  [
    1,
    '扩充优质学位',
    '完成第二实验小学扩建工程竣工验收',
    EDUCATION,
    '区住建局',
    '陶晓雯',
    '2026年8月底前',
    '主体工程已封顶，正在室内装修',
    0.75,
    '进行中',
    '',
  ],
  [
    1,
    '扩充优质学位',
    '启动青石片区初中选址论证',
    EDUCATION,
    '青石街道、区发改局',
    '陶晓雯',
    '第三季度',
    '',
    '',
    '未启动',
    '',
  ],
  [
    2,
    '规范校园食堂管理',
    '对全区中小学食堂开展一次全面检查，建立台账并逐项整改',
    EDUCATION,
    '区市场监管局',
    '陶晓雯',
    '11月底前',
    '已检查 18 家，发现问题 23 个，整改 15 个',
    0.6,
    '进行中',
    '区级重点督办',
  ],
  [
    3,
    '老旧小区加装电梯',
    '年内开工 20 台，竣工 12 台',
    '区住建局',
    '青石街道、临河街道',
    '温立行、邵建国',
    '年底前',
    '开工 9 台，竣工 4 台',
    0.4,
    '进行中',
    '',
  ],
  ['二、安全生产'],
  [
    4,
    '燃气管道“带病运行”专项治理',
    '更新改造老化管道 12 公里',
    '区住建局牵头，区应急局、各街道配合',
    '',
    '温立行',
    new Date(Date.UTC(2026, 5, 30)),
    '已全部完成并验收',
    1,
    '已完成',
    '6月28日通过验收',
  ],
  [
    5,
    '重大事故隐患动态清零',
    '每月开展一次重点行业领域隐患排查',
    '区应急局',
    '临河街道\n青石街道',
    '蒋海波',
    '长期坚持',
    '',
    '',
    '进行中',
    '',
  ],
  [6, '森林防火责任落实', '完善网格化巡护机制', '区林业局', '石桥社区', '', '2026.10.31', '', '', '未启动', ''],
  [7, '汛前排查', '完成 6 处易涝点整治', '区住建局', '石桥社区', '邵建国', '2月30日', '', '', '', '日期待核'],
  ['三、基层治理'],
  [
    8,
    '石桥社区综合服务站建设',
    '完成改造并投入使用',
    '青石街道',
    '石桥社区',
    '宋知秋',
    '2026年6月底前',
    '已投入使用',
    '100%',
    '已完成',
    '',
  ],
  [
    9,
    '柳溪社区停车难整治',
    '新增公共停车位 80 个',
    '青石街道办事处',
    '柳溪社区',
    '宋知秋',
    '10月中旬',
    '',
    '0%',
    '未启动',
    '',
  ],
];
const [FIRST, LAST] = ['A', 'K'];

const workbook = new exceljs.Workbook();
// The same content whenever it is made.
workbook.created = workbook.modified = new Date('2026-01-01T00:00:00Z');
const sheet = workbook.addWorksheet('重点工作');
sheet.addRow(['青岚区2026年重点工作台账']).font = { bold: true, size: 16 };
sheet.mergeCells(`${FIRST}1:${LAST}1`);
sheet.addRow(['填报单位：区委办公室（督查室）', '', '', '', '', '', '', '', '填报日期：2026年7月10日']);
for (const heads of HEADS) sheet.addRow(heads).font = { bold: true };
for (const column of 'ABCGHIJK') sheet.mergeCells(`${column}3:${column}4`);
sheet.mergeCells('D3:F3');
for (const row of ROWS) {
  const { number } = sheet.addRow(row);
  if (row.length === 1) sheet.mergeCells(`${FIRST}${number}:${LAST}${number}`);
}
// One task with two measures.
for (const column of 'ABDF') {
  sheet.getCell(`${column}7`).value = null;
  sheet.mergeCells(`${column}6:${column}7`);
}
sheet.addRow(['注：完成率由牵头单位填报，状态由区委办公室（督查室）核定。']);
sheet.getColumn('G').numFmt = 'yyyy/m/d';
sheet.getColumn('I').numFmt = '0%';
for (const [index, width] of [6, 24, 36, 22, 20, 14, 16, 32, 10, 10, 18].entries())
  sheet.getColumn(index + 1).width = width;
sheet.eachRow((row) => (row.alignment = { wrapText: true, vertical: 'middle' }));

const former = workbook.addWorksheet('联系人');
former.addRow(['姓名', '电话']);
former.addRow(['周明远', '内线 8001']);
await workbook.xlsx.writeFile(join(dirname(fileURLToPath(import.meta.url)), '2026年重点工作台账.xlsx'));
