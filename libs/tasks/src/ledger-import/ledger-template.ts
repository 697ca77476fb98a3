import { Workbook } from 'exceljs';

interface TemplateColumn {
  title: string;
  width: number;
  about: string;
  example: string;
}

/** The columns of the template; their heads are understood without any mapping. */
const COLUMNS: readonly TemplateColumn[] = [
  { title: '序号', width: 8, about: '可不填', example: '1' },
  { title: '工作任务', width: 32, about: '必填，200 字以内', example: '规范校园食堂管理' },
  { title: '具体措施', width: 40, about: '可写多条', example: '对全区中小学食堂开展一次全面检查' },
  { title: '牵头单位', width: 18, about: '必填，系统中的单位名称、简称或别名', example: '区教育局' },
  { title: '配合单位', width: 24, about: '多个单位用顿号分隔', example: '区市场监管局、青石街道' },
  { title: '责任人', width: 12, about: '牵头单位的人员姓名', example: '陶晓雯' },
  { title: '挂点领导', width: 12, about: '分管牵头单位的领导姓名', example: '梁敬之' },
  { title: '完成时限', width: 16, about: '如 2026年6月底前、2026/6/30、年底前、长期坚持', example: '2026年11月底前' },
  { title: '进展情况', width: 40, about: '已经做了什么', example: '已检查食堂 18 家' },
  { title: '完成率', width: 10, about: '如 60%', example: '60%' },
  { title: '状态', width: 12, about: '已完成、进行中、未启动、暂缓', example: '进行中' },
  { title: '备注', width: 24, about: '写入任务内容', example: '' },
];

/** The empty ledger to fill in, with a sheet of notes and examples. */
export async function ledgerTemplate(): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('台账', { views: [{ state: 'frozen', ySplit: 1 }] });
  // Text, so that Excel does not turn 6.30 into 6.3.
  sheet.columns = COLUMNS.map(({ title, width }) => ({ header: title, width, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  const notes = workbook.addWorksheet('填写说明');
  notes.columns = [{ width: 14 }, { width: 48 }, { width: 40 }];
  notes.addRow(['列', '怎样填', '例']).font = { bold: true };
  for (const { title, about, example } of COLUMNS) notes.addRow([title, about, example]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
