// Writes 区教育局2026年前三季度工作汇报.docx beside this file: node examples/make-example-docx.mjs
// Its numbers 一、（一）1. are Word's automatic numbering, so they stand in numbering.xml and not in the text.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const text = (words, options = {}) => new Paragraph({ children: [new TextRun(words)], ...options });
const numbered = (words, level, options = {}) =>
  text(words, { numbering: { reference: 'official', level }, ...options });
const heading = (words) => numbered(words, 0, { heading: HeadingLevel.HEADING_1 });
const part = (words) => numbered(words, 1, { heading: HeadingLevel.HEADING_2 });
const point = (words) => numbered(words, 2);

const cell = (words, width) =>
  new TableCell({ width: { size: width, type: WidthType.PERCENTAGE }, children: [text(words)] });
const row = (cells, tableHeader = false) =>
  new TableRow({ tableHeader, children: cells.map((words, at) => cell(words, [8, 48, 24, 20][at])) });

const document = new Document({
  title: '云川市青岚区教育局2026年前三季度工作汇报',
  creator: '云川市青岚区教育局',
  numbering: {
    config: [
      {
        reference: 'official',
        levels: [
          { level: 0, format: 'chineseCountingThousand', text: '%1、', alignment: AlignmentType.LEFT },
          { level: 1, format: 'chineseCountingThousand', text: '（%2）', alignment: AlignmentType.LEFT },
          { level: 2, format: 'decimal', text: '%3.', alignment: AlignmentType.LEFT },
        ],
      },
    ],
  },
  sections: [
    {
      children: [
        text('云川市青岚区教育局2026年前三季度工作汇报', {
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
        }),
        text(
          '2026年前三季度，区教育局坚持以办好人民满意的教育为目标，统筹推进学位供给、质量提升和校园安全，现将有关情况汇报如下。',
        ),
        heading('前三季度工作完成情况'),
        part('学位供给持续扩大'),
        text(
          '新建的青石第二小学、临河实验幼儿园于9月1日投入使用，新增学位2190个。完成6所学校运动场改造，更换课桌椅8600套。',
        ),
        part('教学质量稳步提升'),
        text('组建学科教研联盟9个，开展送教下乡42场次。全区义务教育优质均衡指标达标率比上年提高3.2个百分点。'),
        part('校园安全总体平稳'),
        text('开展食堂、校车、消防检查4轮，排查隐患311处，已整改302处。'),
        heading('存在的困难和问题'),
        point('城区学位供给与人口流入不匹配。临河片区小学一年级平均班额仍超过50人，个别学校功能室被占用。'),
        point('教师队伍结构不优。农村学校音体美教师缺口56名，骨干教师向城区流动的趋势尚未扭转。'),
        point('校园食堂管理不够精细。部分学校大宗食材采购台账不规范，家长参与监督的渠道不畅。'),
        heading('下一步工作安排'),
        part('着力扩充优质学位'),
        point(
          '加快临河三小扩建工程建设，12月底前完成主体封顶，2027年8月底前交付使用。（责任单位：区教育局、区住建局）',
        ),
        point(
          '编制2027—2029年学位建设计划，11月底前报区政府审定。（牵头单位：区教育局；配合单位：区发改局、临河街道）',
        ),
        part('着力建强教师队伍'),
        point(
          '启动新一轮“县管校聘”改革，11月中旬前完成岗位核定，春节前完成首批60名教师交流轮岗。（责任单位：区委组织部、区教育局）',
        ),
        point('面向社会公开招聘音体美教师30名，2027年一季度完成招录。'),
        part('着力守牢校园安全底线'),
        point('对未整改到位的9处隐患实行挂牌督办，10月31日前全部销号。（责任单位：区教育局；配合单位：区应急局）'),
        point('推行校园食堂“互联网+明厨亮灶”，年内实现全覆盖，每学期开展2次家长开放日活动。'),
        part('四季度重点任务'),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            row(['序号', '工作任务', '责任单位', '完成时限'], true),
            row(['1', '完成全区中小学冬季供暖设施检修', '区教育局、区住建局', '10月底前']),
            row(['2', '开展校车驾驶员和照管员安全培训', '区教育局、区应急局', '11月20日前']),
            row(['3', '组织义务教育优质均衡发展区级自评', '区教育局', '12月上旬']),
            row(['4', '制定寒假校园值守和安全防范方案', '区教育局、青石街道', '2027年1月15日前']),
          ],
        }),
        text('云川市青岚区教育局', { alignment: AlignmentType.RIGHT }),
        text('2026年10月10日', { alignment: AlignmentType.RIGHT }),
      ],
    },
  ],
});

const target = join(dirname(fileURLToPath(import.meta.url)), '区教育局2026年前三季度工作汇报.docx');
writeFileSync(target, await Packer.toBuffer(document));
