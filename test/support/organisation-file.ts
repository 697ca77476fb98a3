import { Workbook, type CellValue } from 'exceljs';
import type { Problem } from '../../apps/api/src/problem.filter';
import type { OrganisationImport } from '../../libs/organisation/src/import/organisation-import.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { Browserless } from './browserless';

export type Row = CellValue[];

/** The headers of an organisation file. */
export const UNITS = ['单位名称', '上级单位', '简称', '别名'];
export const PEOPLE = ['姓名', '登录名', '单位', '职务', '角色', '邮箱', '手机'];

/** An .xlsx file with these sheets; `prepare` for what plain values cannot say. */
export async function xlsx(sheets: Record<string, Row[]>, prepare?: (workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows);
  prepare?.(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Imports the file as this person and gives the answer. */
export async function importAs(client: Browserless, bytes: Uint8Array, mode = 'apply', fileName = '组织机构.xlsx') {
  const answer = await client.upload('/organisation/imports', fileName, bytes, { mode });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as OrganisationImport & Problem };
}

/** The units that this person sees, each as its path. */
export async function pathsSeenBy(client: Browserless): Promise<string[]> {
  const units = await client.get<UnitView[]>('/units');
  const pathOf = (unit: UnitView): string => {
    const parent = units.find(({ id }) => id === unit.parentId);
    return parent ? `${pathOf(parent)}/${unit.name}` : unit.name;
  };
  return units.map(pathOf);
}
