import { Workbook, type Worksheet } from 'exceljs';
import { ROLE_LABELS } from '../role';
import { SHEETS, type Column } from './sheets';

/** Rows of the template that have drop-downs. */
const ROWS = 500;

/** The empty organisation file: sheets 单位 and 人员 to fill in, and a sheet with notes and examples. */
export async function organisationTemplate(): Promise<Buffer> {
  const workbook = new Workbook();
  const units = addSheet(workbook, SHEETS.units.name, Object.values(SHEETS.units.columns));
  const people = addSheet(workbook, SHEETS.people.name, Object.values(SHEETS.people.columns));
  const unitNames = `${SHEETS.units.name}!$A$2:$A$${ROWS + 1}`;
  dropDown(units, SHEETS.units.columns.parent, unitNames);
  dropDown(people, SHEETS.people.columns.unit, unitNames);
  dropDown(people, SHEETS.people.columns.roles, `"${Object.values(ROLE_LABELS).join(',')}"`);
  addNotes(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, name: string, columns: readonly Column[]): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, required, example }) => ({
    header: required ? `${title}*` : title,
    width: Math.max(14, example.length + 4),
    // Text, so that Excel does not turn a phone number into 1.38E+10.
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  return sheet;
}

/** Offers values, but lets others be written: units that exist already, several roles in one cell. */
function dropDown(sheet: Worksheet, column: Column, formula: string): void {
  const titles = sheet.getRow(1).values as string[];
  const place = titles.findIndex((title) => title === column.title);
  for (let row = 2; row <= ROWS + 1; row++) {
    sheet.getCell(row, place).dataValidation = {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [formula],
    };
  }
}

function addNotes(workbook: Workbook): void {
  const sheet = workbook.addWorksheet('填写说明');
  sheet.columns = [{ width: 8 }, { width: 12 }, { width: 8 }, { width: 70 }, { width: 28 }];
  sheet.addRow(['表', '列', '必填', '怎样填', '例']).font = { bold: true };
  for (const { name, columns } of Object.values(SHEETS)) {
    for (const { title, required, about, example } of Object.values(columns)) {
      sheet.addRow([name, title, required ? '是' : '', about, example]);
    }
  }
  for (const rule of [
    '已有的单位按上级和名称对照，已有的人按登录名对照：表中写明的更新，留空的不改。',
    '表中写明某人的角色（或职务）后，他在您管理范围内原有的角色（或职务）由表中的代替。',
    '新增的人各得一个一次性密码，导入后显示一次，首次登录须修改。',
    '全部检查通过才会导入；有一处错误则什么也不导入。',
  ]) {
    sheet.addRow([rule]);
  }
}
