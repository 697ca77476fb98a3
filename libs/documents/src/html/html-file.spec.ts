import type { Paragraph } from '../document.types';
import { looksLikeHtml } from './html-signs';
import { pageParagraphs, readHtml } from './html-file';
import { isFurniture } from './page-furniture';

const texts = (html: string): string[] => pageParagraphs(html).map(({ text }) => text);
const shape = ({ text, heading, label, cell }: Paragraph): string =>
  [heading !== undefined && `h${heading}`, label, cell && `${cell.table}:${cell.row},${cell.column}`, text]
    .filter((part) => part !== undefined && part !== false)
    .join(' ');
const shapes = (html: string): string[] => pageParagraphs(html).map(shape);

describe('what is a page', () => {
  it.each([
    ['a doctype', '<!DOCTYPE html>\n<title>报告</title><p>正文'],
    [
      'an old doctype after a comment',
      '<!-- saved -->\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<p>正文</p>',
    ],
    ['a document element', '\n\n<html xmlns="http://www.w3.org/1999/xhtml"><body>正文</body></html>'],
    ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html><html><body/></html>'],
    ['a body', '<body><p>正文</p></body>'],
    ['mostly tags', '<p>甲</p><p>乙</p><p>丙</p>'],
  ])('%s', (_what, text) => expect(looksLikeHtml(text)).toBe(true));
  it.each([
    ['a report', '区教育局工作汇报\n一、存在的问题\n'],
    [
      'a report that speaks of tags',
      '关于网站整改的报告\n页面缺少<title>和<html>标签，<p>标签未闭合，已责成运维单位整改。\n'.repeat(3),
    ],
    ['angle brackets', '指标<5%的单位>3个，<甲>、<乙>、<丙>、<丁>、<戊>均已整改。'],
  ])('not %s', (_what, text) => expect(readHtml({ text, name: '该文件' })).toBeNull());
});

describe('paragraphs', () => {
  it('end with blocks and line breaks, as government pages break them', () =>
    expect(
      texts('<div>　　一、加强领导<br><br>　　二、狠抓落实<br/>三、<b>压实</b>责任<div>四、督促</div>检查</div>'),
    ).toEqual(['一、加强领导', '二、狠抓落实', '三、压实责任', '四、督促', '检查']));
  it('run white space together, none between Chinese characters of two source lines', () =>
    expect(texts('<p>\n  推进\n   整改，GDP\n增长  5%\n</p>')).toEqual(['推进整改，GDP 增长 5%']));
  it('read entities, fixed spaces and characters without width', () =>
    expect(texts('<p>&nbsp;&nbsp;&ldquo;明厨亮灶&rdquo;&#8203;&amp;\u200b\ufeff整改&nbsp;到位&shy;</p>')).toEqual([
      '“明厨亮灶”&整改 到位',
    ]));
  it('keep raised and lowered characters in line', () =>
    expect(texts('<p>面积120m<sup>2</sup>，CO<sub>2</sub>达标</p>')).toEqual(['面积120m2，CO2达标']));
  it('leave out what nobody sees, and struck text', () =>
    expect(
      texts(
        '<style>p{}</style><p>看得见<span style="display: none">看不见</span><del>作废</del></p><p hidden>藏</p><script>var a="<p>x</p>"</script><noscript>请启用脚本</noscript><template><p>模板</p></template><button>提交</button>',
      ),
    ).toEqual(['看得见']));
  it('keep the lines and indents of preformatted text', () =>
    expect(texts('<pre>甲：  1\n  乙：2</pre>')).toEqual(['甲：  1', '  乙：2']));
});

describe('headings', () => {
  it('keep their level; the first <h1> is the title', () =>
    expect(shapes('<h1>工作汇报</h1><h2>一、问题</h2><h3>（一）食堂</h3><p>正文</p><h1>附件</h1>')).toEqual([
      'h0 工作汇报',
      'h2 一、问题',
      'h3 （一）食堂',
      '正文',
      'h1 附件',
    ]));
  it('a line that says what the title of the page says is the title', () =>
    expect(
      shapes('<title>区教育局工作汇报_青岚区人民政府</title><body><p>区教育局 工作汇报</p><p>正文</p></body>'),
    ).toEqual(['h0 区教育局 工作汇报', '正文']));
});

describe('lists', () => {
  it('show their numbers and bullets', () =>
    expect(
      shapes(
        '<ol start="3"><li>甲<li value="7"><p>乙</p><p>续</p><ul><li>子</ul></ol><ol type="a"><li>丙</ol><ol style="list-style-type: cjk-ideographic"><li>丁</ol>',
      ),
    ).toEqual(['3. 3. 甲', '7. 7. 乙', '续', '• • 子', 'a. a. 丙', '一、 一、丁']));
  it('do not number what is numbered in its words', () =>
    expect(shapes('<ol><li>1.加强领导<li>（二）狠抓落实</ol><ul style="list-style: none"><li>一般事项</ul>')).toEqual([
      '1.加强领导',
      '（二）狠抓落实',
      '一般事项',
    ]));
});

describe('tables', () => {
  it('give every cell its place, spans counted, empty cells kept', () =>
    expect(
      shapes(
        '<table><caption>任务表</caption><thead><tr><th rowspan=2>任务<th colspan=2>责任单位<tr><th>牵头<th>配合</thead>' +
          '<tr><td rowspan="0">培训<td><p>教育局</p><p>人社局</p><td><tr><td>财政局<td>&nbsp;</table>',
      ),
    ).toEqual([
      '任务表',
      '0:0,0 任务',
      '0:0,1 责任单位',
      '0:1,1 牵头',
      '0:1,2 配合',
      '0:2,0 培训',
      '0:2,1 教育局',
      '0:2,1 人社局',
      '0:2,2 ',
      '0:3,1 财政局',
      '0:3,2 ',
    ]));
  it('may have their title and their notes in rows of their own', () =>
    expect(
      shapes(
        '<table><tr><td colspan=2>任务表<tr><td>任务<td>时限<tr><td colspan=2>一、党建<tr><td>培训<td>6月<tr><td colspan=2>注：按月更新</table>',
      ),
    ).toEqual(['任务表', '0:0,0 任务', '0:0,1 时限', '0:1,0 一、党建', '0:2,0 培训', '0:2,1 6月', '注：按月更新']));
  it('that lay out the page are none; a table of data inside them is', () =>
    expect(
      shapes(
        '<table><tr><td>栏目<td><p>工作汇报</p><table><tr><td>任务<td>时限<tr><td>培训<td>6月</table></table>' +
          '<table><tr><td>一段话</table><table><tr><td>一<tr><td>二</table>' +
          `<table><tr><td>侧栏<td>${'汇报正文。'.repeat(300)}<tr><td>甲<td>乙</table>`,
      ).map((line) => line.slice(0, 12)),
    ).toEqual([
      '栏目',
      '工作汇报',
      '0:0,0 任务',
      '0:0,1 时限',
      '0:1,0 培训',
      '0:1,1 6月',
      '一段话',
      '一',
      '二',
      '侧栏',
      '汇报正文。汇报正文。汇报',
      '甲',
      '乙',
    ]));
});

const MENU =
  '<ul>' +
  ['首页', '政务公开', '政务服务', '互动交流', '走进青岚', '专题专栏']
    .map((word) => `<li><a href="/${word}">${word}</a></li>`)
    .join('') +
  '</ul>';
const LIST =
  '<ul>' +
  ['关于开展安全生产大检查的通知', '青岚区召开教育工作会议部署下一步重点任务', '本区入选全国示范区名单并受到通报表扬']
    .map((word) => `<li><a href="/a">${word}</a><span>2026-07-01</span></li>`)
    .join('') +
  '</ul>';
const BODY = [
  '　　一、存在的问题',
  '　　校园食堂“明厨亮灶”进度偏慢，个别学校管理责任没有落实到人。',
  '　　二、下一步工作',
  '　　11月底前完成整改，由教育局牵头，市场监管局配合。',
];
const FOOT =
  '<div class="foot"><p>主办单位：青岚区人民政府办公室&nbsp;&nbsp;承办单位：青岚区大数据中心</p><p>京ICP备00000000号&nbsp;&nbsp;京公网安备 11000000000000号</p><p>网站标识码：1100000000</p></div>';
const sitePage = (article: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="区教育局前三季度工作汇报"><title>区教育局前三季度工作汇报_青岚区人民政府门户网站</title></head><body><div class="top"><a href="/">无障碍</a>${MENU}</div><div class="wrap"><div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 工作报告</div>${article}<div class="side"><h3>相关链接</h3>${LIST}</div></div>${FOOT}</body></html>`;

describe('a page of a government site', () => {
  const ARTICLE = ['h0 区教育局前三季度工作汇报', ...BODY.map((line) => line.trim())];
  it.each([
    [
      'with the article in a div of its own',
      `<div class="article"><h1>区教育局前三季度工作汇报</h1><div class="info"><span>发布时间：2026-10-12 09:30</span><span>来源：区教育局</span><span>字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</span></div><div id="zoom">${BODY.map((line) => `<p>${line}</p>`).join('')}</div><div class="tools"><a href="#">打印</a> <a href="#">关闭</a></div></div>`,
    ],
    [
      'with lines broken by <br> in a table that lays out the page',
      `<table width="960"><tr><td><table><tr><td align="center">区教育局前三季度工作汇报</td></tr><tr><td>发布时间：2026-10-12　来源：区教育局　字体：[大 中 小]</td></tr><tr><td>${BODY.join('<br><br>')}</td></tr><tr><td>【打印本页】【关闭窗口】</td></tr></table></td></tr></table>`,
    ],
    [
      'with <article>',
      `<main><article><header><h1>区教育局前三季度工作汇报</h1><p>来源：区教育局</p></header>${BODY.map((line) => `<p>${line}</p>`).join('')}</article></main>`,
    ],
    [
      'with everything in one form',
      `<form id="aspnetForm"><div class="content">${BODY.map((line) => `<p>${line}</p>`).join('')}</div></form>`,
    ],
  ])('%s is read as its article', (_what, article) => expect(shapes(sitePage(article))).toEqual(ARTICLE));

  it('an article in two parts is read whole', () =>
    expect(
      texts(
        sitePage(
          `<div><h1>区教育局前三季度工作汇报</h1><div>${`<p>${BODY[1]}</p>`.repeat(9)}</div><div><p>${BODY[3]}</p></div></div>`,
        ),
      ),
    ).toContain(BODY[3].trim()));
  it('a table of tasks on it is read with its cells', () => {
    const row = '<tr><td>1<td>培训教师<td>区教育局<td>6月底';
    const found = shapes(
      sitePage(`<div><table><tr><th>序号<th>任务<th>责任单位<th>时限${row.repeat(5)}</table></div>`),
    );
    expect(found.slice(0, 3)).toEqual(['h0 区教育局前三季度工作汇报', '0:0,0 序号', '0:0,1 任务']);
    expect(found).toHaveLength(25);
  });
  it('lines of the article that look like furniture stay', () => {
    const lines = ['主办单位：区教育局', '时间：2026年6月30日上午', '承办单位：区财政局'];
    expect(
      texts(sitePage(`<div>${[...BODY, ...lines].map((line) => `<p>${line}</p>`).join('')}</div>`)).slice(-3),
    ).toEqual(lines);
  });
  it('a page without menus is read whole', () =>
    expect(
      texts(`<body><div><p>${BODY[1]}</p><p>${BODY[3]}</p></div><p>来源：区教育局</p><footer>页脚</footer></body>`),
    ).toEqual([BODY[1].trim(), BODY[3].trim(), '来源：区教育局']));
  it('a page with nothing but a header is read all the same', () =>
    expect(texts('<body><header><p>工作汇报</p></header></body>')).toEqual(['工作汇报']));
});

describe('lines around an article', () => {
  it.each([
    '当前位置：首页 > 政务公开',
    '首页 > 工作报告',
    '发布时间：2026-10-12 09:30　来源：区教育局',
    '日期：2026-10-12 浏览次数：35',
    '信息来源：区政府办',
    '字体：[大 中 小]',
    '【打印本页】【关闭窗口】',
    '上一篇：关于开展检查的通知',
    '京ICP备00000000号',
    '版权所有：青岚区人民政府',
  ])('%s', (line) => expect(isFurniture(line)).toBe(true));
  it.each(['时间：6月30日', '来源于群众的问题有3个', '打印设备已更新', '首页改版已完成', '分享经验做法'])(
    'not %s',
    (line) => expect(isFurniture(line)).toBe(false),
  );
});

describe('hostile pages', () => {
  it.each([
    ['nested without end', '<div>'.repeat(5000)],
    ['formatting never closed', Array.from({ length: 3000 }, (_none, at) => `<b id=${at}><p>甲`).join('')],
  ])('%s are refused', (_what, html) => expect(() => pageParagraphs(html)).toThrow('huge'));
  it('spans without end are cut', () =>
    expect(texts('<table><tr><td colspan=99999 rowspan=99999>甲<td>乙<tr><td>丙</table>')).toEqual(['甲', '乙', '丙']));
});
