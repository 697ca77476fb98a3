// Writes organisation.xlsx beside this file: node examples/make-organisation.mjs
// An invented district to try Luoshi with. Roles reach over the units below, so whoever supervises the whole district
// holds the role in 青岚区, whatever his own office is. The addresses use a domain reserved for examples.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';

const UNITS = [
  ['青岚区', '', '', '云川市青岚区、青岚区委区政府'],
  ['区委办公室', '青岚区', '区委办', '区委督查室'],
  ['区委组织部', '青岚区', '组织部', ''],
  ['区发展和改革局', '青岚区', '区发改局', '发改局、区发改委'],
  ['区教育局', '青岚区', '教育局', '区教体局'],
  ['区住房和城乡建设局', '青岚区', '区住建局', '住建局'],
  ['区应急管理局', '青岚区', '区应急局', '应急局、区安委办'],
  ['青石街道', '青岚区', '', '青石街道办事处、青石街道党工委'],
  ['临河街道', '青岚区', '', '临河街道办事处、临河街道党工委'],
  ['石桥社区', '青石街道', '', '石桥社区党委'],
  ['柳溪社区', '青石街道', '', '柳溪社区党委'],
];

const PEOPLE = [
  ['周明远', 'zhoumingyuan', '区委办公室', '督查室主任', ''],
  ['周明远', 'zhoumingyuan', '青岚区', '', '督办员'],
  ['沈若兰', 'shenruolan', '区委办公室', '督查室副主任', ''],
  ['沈若兰', 'shenruolan', '青岚区', '', '督办员'],
  ['梁敬之', 'liangjingzhi', '青岚区', '副区长', '分管领导'],
  ['秦素梅', 'qinsumei', '区委组织部', '副部长', '分管领导'],
  ['顾长青', 'guchangqing', '区发展和改革局', '办公室主任', '单位联络员'],
  ['许一鸣', 'xuyiming', '区教育局', '办公室主任', '单位联络员'],
  ['陶晓雯', 'taoxiaowen', '区教育局', '基础教育科科长', '承办人'],
  ['邵建国', 'shaojianguo', '区住房和城乡建设局', '办公室主任', '单位联络员'],
  ['温立行', 'wenlixing', '区住房和城乡建设局', '质量安全科科长', '承办人'],
  ['蒋海波', 'jianghaibo', '区应急管理局', '综合科科长', '单位联络员'],
  ['宋知秋', 'songzhiqiu', '青石街道', '党政办主任', '单位联络员、承办人'],
  ['丁春生', 'dingchunsheng', '石桥社区', '党委书记', '承办人'],
  ['罗佩芳', 'luopeifang', '临河街道', '党政办主任', '单位联络员'],
  ['白清扬', 'baiqingyang', '青岚区', '区审计专员', '审计员'],
];

const workbook = new exceljs.Workbook();
// The same file whenever it is made.
workbook.created = workbook.modified = new Date('2026-01-01T00:00:00Z');

function addSheet(name, headers, rows) {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headers.map((header) => ({ header, width: 22, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  sheet.addRows(rows);
}

addSheet('单位', ['单位名称', '上级单位', '简称', '别名'], UNITS);
addSheet(
  '人员',
  ['姓名', '登录名', '单位', '职务', '角色', '邮箱', '手机'],
  PEOPLE.map((person) => [...person, `${person[1]}@example.com`, '']),
);
await workbook.xlsx.writeFile(join(dirname(fileURLToPath(import.meta.url)), 'organisation.xlsx'));
