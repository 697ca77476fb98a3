import type { Paragraph } from '../document.types';
import { readMarkdown } from './markdown-file';

const read = (text: string): Paragraph[] | null => readMarkdown({ text, name: '该文件' })?.paragraphs ?? null;

it('reads a Markdown text as its reader sees it', () =>
  expect(
    read(
      [
        '---',
        'title: 汇报',
        '---',
        '# 区教育局**工作汇报**',
        '',
        '按照[区委要求](https://example.com)，现将工作',
        '汇报如下：GDP',
        'up `5%`。',
        '',
        '## 一、存在的问题',
        '',
        '3. 食堂进度*偏慢*',
        '4. 责任不实',
        '   - 个别学校',
        '',
        '| 任务 | 责任单位 |',
        '|:---|---|',
        '| 培训 | |',
        '',
        '```',
        '# 不是标题',
        '```',
        '',
        '<div><p>网页<b>片段</b></p><script>x</script></div>',
        '',
        '第一行  ',
        '第二行',
      ].join('\n'),
    ),
  ).toEqual([
    { text: '区教育局工作汇报', heading: 0 },
    { text: '按照区委要求，现将工作汇报如下：GDP up 5%。' },
    { text: '一、存在的问题', heading: 2 },
    { text: '3. 食堂进度偏慢', label: '3.' },
    { text: '4. 责任不实', label: '4.' },
    { text: '• 个别学校', label: '•' },
    { text: '任务', cell: { table: 0, row: 0, column: 0 } },
    { text: '责任单位', cell: { table: 0, row: 0, column: 1 } },
    { text: '培训', cell: { table: 0, row: 1, column: 0 } },
    { text: '', cell: { table: 0, row: 1, column: 1 } },
    { text: '# 不是标题' },
    { text: '网页片段' },
    { text: '第一行' },
    { text: '第二行' },
  ]));

it.each([
  ['a lone #', '# 号楼改造进度偏慢\n一、存在的问题\n1. 食堂进度偏慢\n2. 责任不实'],
  ['a # in a sentence', '完成3#楼、4#楼改造\n#话题 推进情况'],
  ['bars and dashes', '甲|乙\n----------\n丙'],
  ['bullets and stars', '- 加强领导\n- 狠抓落实\n* 注：数据截至9月'],
])('%s is no Markdown', (_what, text) => expect(read(text)).toBeNull());

it.each([
  ['headings of two levels', '# 汇报\n正文\n## 问题\n正文'],
  ['a heading and a list', '# 汇报\n- 甲'],
  ['a table alone', '任务|时限\n---|---\n培训|6月'],
])('%s is Markdown', (_what, text) => expect(read(text)).not.toBeNull());
