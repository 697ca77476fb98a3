import { ROLE_LABELS } from '../role';

export interface Column {
  title: string;
  required: boolean;
  /** What to write there, for the notes of the template. */
  about: string;
  example: string;
}

/** The sheets of an organisation file 组织机构表, with their columns. Reading, the template and its notes follow this table. */
export const SHEETS = {
  units: {
    name: '单位',
    columns: {
      name: { title: '单位名称', required: true, about: '全称，1 至 60 字', example: '区教育局' },
      parent: {
        title: '上级单位',
        required: false,
        about: '上级单位的名称；同名单位写成“上级/本级”。留空表示直属于您管理的最高一级单位',
        example: '青岚区',
      },
      shortName: { title: '简称', required: false, about: '1 至 30 字', example: '教育局' },
      aliases: {
        title: '别名',
        required: false,
        about: '报告里可能出现的其他叫法，用顿号分隔，供识别责任单位',
        example: '区教体局、教育体育局',
      },
    },
  },
  people: {
    name: '人员',
    columns: {
      name: { title: '姓名', required: true, about: '1 至 40 字', example: '林知远' },
      login: {
        title: '登录名',
        required: true,
        about: '2 至 50 位小写字母、数字或 . _ @ -。在多个单位任职的，同一登录名写多行',
        example: 'linzhiyuan',
      },
      unit: {
        title: '单位',
        required: false,
        about: '任职或担任角色的单位名称，写法同“上级单位”',
        example: '区教育局',
      },
      title: { title: '职务', required: false, about: '1 至 40 字', example: '办公室主任' },
      roles: {
        title: '角色',
        required: false,
        about: `${Object.values(ROLE_LABELS).join('、')}；可写多个，用顿号分隔`,
        example: '单位联络员',
      },
      email: { title: '邮箱', required: false, about: '接收提醒的邮箱', example: 'linzhiyuan@example.com' },
      phone: { title: '手机', required: false, about: '不超过 30 位', example: '13800000000' },
    },
  },
} as const satisfies Record<string, { name: string; columns: Record<string, Column> }>;

export type SheetKind = keyof typeof SHEETS;

/** A row of a sheet: its number as a spreadsheet shows it, and the text of every column, '' where there is none. */
export interface SheetRow<Kind extends SheetKind> {
  sheet: string;
  row: number;
  cells: Record<keyof (typeof SHEETS)[Kind]['columns'], string>;
}
export type UnitRow = SheetRow<'units'>;
export type PersonRow = SheetRow<'people'>;

/** What an organisation file holds. */
export interface OrganisationTables {
  units: UnitRow[];
  people: PersonRow[];
}

/** The parts of a cell that lists several names. */
export const listed = (cell: string): string[] =>
  cell
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
