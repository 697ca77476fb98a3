import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pdfOf, text as line } from '../../libs/documents/src/pdf/sample-pdf';
import { accessibilityFaults, picture, settled } from './page-tools';
import { startPage, type StartedPage } from './started-page';

jest.setTimeout(240_000);

const HEAD = ['区教育局关于2026年前三季度工作情况的报告', '一、前三季度工作情况', '新建公办幼儿园2所，新增学位720个。'];
const PROBLEMS = ['二、存在的主要问题', '一是优质学位供给与群众期盼还有差距。二是校园食堂管理还有薄弱环节。'];
const STEPS = [
  '三、下一步工作打算',
  '（一）扩充优质学位。12月底前完成第二实验小学扩建工程验收。同步启动青石片区初中选址论证。',
  '（二）规范校园食堂。11月底前对全区中小学食堂开展一次全面检查，建立问题台账并逐项整改。',
  '（三）减轻教师负担。年底前出台进校园事项准入清单。',
  '（四）做好宣传工作。',
];
const REPORT = [...HEAD, ...PROBLEMS, ...STEPS];

/** Two pages; the second begins with the steps. */
const PDF = pdfOf([
  [...HEAD, ...PROBLEMS].map((words, n) => line(words, 40, 780 - n * 30, 12)).join(''),
  STEPS.map((words, n) => line(words, 40, 780 - n * 30, 12)).join(''),
]);

/** A Word file that tries to act: a link that is a script, a picture tag and a script in an embedded page. */
function hostileDocx(): Buffer {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': rels(`<Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': rels(
      `<Relationship Id="h1" Type="${RELATIONS}/hyperlink" Target="javascript:parent.hurt=1" TargetMode="External"/>` +
        `<Relationship Id="a1" Type="${RELATIONS}/aFChunk" Target="evil.html"/>`,
    ),
    'word/evil.html':
      '<html><body><script>parent.hurt=2;top.hurt=2</script><img src=x onerror="top.hurt=3"></body></html>',
    'word/document.xml': `<w:document ${W} ${R}><w:body>${REPORT.map((words) => paragraph(words.replace('（四）做好宣传工作', '（四）做好家校沟通工作'))).join('')}<w:p><w:hyperlink r:id="h1"><w:r><w:t>点这里</w:t></w:r></w:hyperlink></w:p>${paragraph('&lt;script&gt;top.hurt=4&lt;/script&gt;')}<w:altChunk r:id="a1"/></w:body></w:document>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))));
}

let started: StartedPage;
let page: Page;
beforeAll(async () => {
  started = await startPage();
  ({ page } = started);
});
afterEach(() => picture(page, 'desk-99-last'));
afterAll(() => started?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const card = (title: string) => page.getByRole('region', { name: title });
const dialog = () => page.getByRole('dialog');
const reviewed = (words: string) => page.getByText(`已审 ${words}`, { exact: true }).waitFor();
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

async function check(name: string): Promise<void> {
  await settled(page);
  await picture(page, `desk-${name}`);
  expect(await accessibilityFaults(page)).toEqual([]);
}

async function importFile(name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '报告', exact: true }).click();
  await page.getByRole('heading', { name: '报告', exact: true }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByText(`${name}：识别出 1 份报告`).waitFor();
  await page.getByRole('alert').getByRole('link').first().click();
  await page.locator('[data-card]').first().waitFor();
}

/** Presses j until the card has the keyboard's place. */
async function goTo(title: string): Promise<void> {
  for (let steps = 0; steps < 20; steps++) {
    if ((await card(title).getAttribute('aria-current')) === 'true') return;
    await press(steps < 10 ? 'j' : 'k');
  }
  throw new Error(`never came to ${title}`);
}

it('reviews a report by keyboard alone, and takes every step back', async () => {
  await importFile('报告.txt', Buffer.from(REPORT.join('\n')));
  await page.getByText('按原文顺序', { exact: true }).click();
  await reviewed('0 / 6');
  await check('1-opened');

  await press('?');
  await dialog().getByText('快捷键', { exact: true }).waitFor();
  await check('2-keys');
  await press('Escape');
  await dialog().waitFor({ state: 'hidden' });

  await goTo('下一步工作：减轻教师负担');
  await page.getByText(/第 \d 条，共 6 条：减轻教师负担，待审核/).waitFor({ state: 'attached' });
  expect(await page.locator('.mark.current').first().innerText()).toContain('减轻教师负担');
  expect(await card('下一步工作：减轻教师负担').evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);

  // Keys are letters while somebody types.
  await press('e');
  await dialog().getByLabel('标题').fill('');
  await page.keyboard.type('ajkru');
  expect(await dialog().getByLabel('标题').inputValue()).toBe('ajkru');
  await dialog().getByLabel('标题').fill('出台准入清单');
  await dialog().getByRole('button', { name: '保存' }).click();
  await card('下一步工作：出台准入清单').waitFor();

  await goTo('下一步工作：扩充优质学位');
  await press('s');
  await button('在第 2 句后拆分').click();
  await button('拆分为 2 条').click();
  await reviewed('0 / 7');
  await goTo('下一步工作：扩充优质学位');
  await press('m');
  await reviewed('0 / 6');

  await goTo('下一步工作：做好宣传工作');
  await press('r');
  await dialog().getByLabel('理由').fill('属于日常工作');
  await dialog().getByRole('button', { name: '驳回' }).click();
  await reviewed('1 / 6');
  await press('a');
  await reviewed('2 / 6');
  await button(/^撤销（u）/).waitFor();
  await check('3-accepted');

  await press('u');
  await reviewed('1 / 6');
  await press('u');
  await reviewed('0 / 6');
  await press('u');
  await reviewed('0 / 7');
  await press('u');
  await reviewed('0 / 6');
  await press('u');
  await card('下一步工作：减轻教师负担').waitFor();
  await press('u');
  await page.getByText('没有可以撤销的操作').waitFor();
});

it('gives many an owner and a deadline, accepts and assigns them at once', async () => {
  await press('Shift+X');
  await page.getByText('已选 6 条').waitFor();
  await press('o');
  await dialog().getByLabel('完成时限').fill('2026-12-20');
  await press('Enter');
  await check('4-owner');
  await dialog().getByRole('button', { name: '保存' }).click();
  await page.getByText('已为 6 条事项指定责任').waitFor();
  await page.getByText('2026-12-20').first().waitFor();
  await reviewed('0 / 6');

  await press('a');
  await dialog().getByText('接受 6 条事项').waitFor();
  await dialog().getByRole('button', { name: '全部接受' }).click();
  await reviewed('6 / 6');
  await page.getByText('已接受 6 条，生成 4 项任务、2 个问题').waitFor();
  await page.getByText('全部事项已审核，下一步是交办已接受的任务').waitFor();
  await check('5-all-accepted');
  await button(/^撤销（u）/).click();
  await reviewed('0 / 6');

  await press('Shift+X', 'a');
  await dialog()
    .getByLabel(/接受后立即交办/)
    .check();
  await dialog().getByRole('button', { name: '全部接受' }).click();
  await page.getByText('已交办 4 项').waitFor();
  await press('u');
  await page.getByText(/已经交办，不能撤回/).waitFor();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '任务', exact: true }).click();
  await page.getByRole('link', { name: '规范校园食堂' }).waitFor();
  expect(await page.getByRole('gridcell', { name: '已交办', exact: true }).count()).toBe(4);
});

it('filters by state and remembers order and synchronised scrolling', async () => {
  await page.goBack();
  await card('下一步工作：扩充优质学位').waitFor();
  await page.getByRole('combobox', { name: '审核状态' }).click();
  await page.getByTitle('已驳回').click();
  await page.getByText('没有符合条件的事项').waitFor();
  await button('显示全部').click();
  await page.getByRole('switch', { name: '同步滚动' }).click();
  await page.reload();
  await card('下一步工作：扩充优质学位').waitFor();
  expect(await page.getByRole('switch', { name: '同步滚动' }).isChecked()).toBe(false);
  expect(await page.getByRole('radio', { name: '按原文顺序' }).isChecked()).toBe(true);
  await page.getByRole('switch', { name: '同步滚动' }).click();

  // What no browser can show as it is.
  await press('v');
  await page.getByText('.txt 文件不能在网页中按原样显示').waitFor();
  await press('v');
});

/** How far a pane of the desk is scrolled, asked until it is as wanted. */
const scrolled = (pane: string, wanted: 'down' | 'up') =>
  page.waitForFunction(
    ({ pane, wanted }) => {
      const { document } = globalThis as unknown as { document: { querySelector(q: string): { scrollTop: number } } };
      const { scrollTop } = document.querySelector(`[aria-label="${pane}"]`);
      return wanted === 'down' ? scrollTop > 200 : scrollTop < 100;
    },
    { pane, wanted },
  );

it('moves the text along with the items and the items along with the text', async () => {
  const long = '区住建局2026年前三季度工作汇报.txt';
  await importFile(long, readFileSync(join(__dirname, '..', '..', 'examples', long)));
  await page.setViewportSize({ width: 1000, height: 600 });
  const wheel = async (role: string, by: number) => {
    await page.getByRole('region', { name: role, exact: true }).hover();
    await page.mouse.wheel(0, by);
  };
  await wheel('识别出的事项', -9000);
  await scrolled('识别出的事项', 'up');
  await wheel('识别出的事项', 9000);
  await scrolled('识别出的事项', 'down');
  await scrolled('原文', 'down');
  await wheel('原文', -9000);
  await scrolled('原文', 'up');
  await scrolled('识别出的事项', 'up');
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('shows a PDF as its pages, at the page of the item', async () => {
  await importFile('报告.pdf', Buffer.from(PDF));
  await card('下一步工作：规范校园食堂').click();
  await press('v');
  await page.getByText('所选事项在第 2 页，共 2 页').waitFor();
  await page.locator('[data-page="2"] canvas[data-drawn]').waitFor();
  await card('问题：校园食堂管理还有薄弱环节').click();
  await page.getByText('所选事项在第 1 页，共 2 页').waitFor();
  await check('6-pdf');
});

it('shows a Word file in a frame in which nothing acts', async () => {
  await importFile('报告.docx', hostileDocx());
  await press('v');
  const frame = page.frameLocator('iframe[title="原件：报告.docx"]');
  await card('下一步工作：规范校园食堂').click();
  await frame.locator('p.found', { hasText: '规范校园食堂' }).waitFor();
  await frame.getByText('点这里').click();
  expect(await frame.locator('script, iframe, [onerror], a[href]').count()).toBe(0);
  expect(await page.evaluate('window.hurt')).toBeUndefined();
  // A page with such a frame never counts as idle.
  await picture(page, 'desk-7-docx');
  expect(await accessibilityFaults(page)).toEqual([]);
  // What the items became since the edition before.
  await card('下一步工作：规范校园食堂').getByText('未变').waitFor();
  await card('下一步工作：做好家校沟通工作')
    .getByText(/新增|有改动/)
    .waitFor();
  await page.getByRole('link', { name: '对照改动' }).click();
  await page.getByText('更正稿对照').waitFor();
  await page.goBack();

  await page.setViewportSize({ width: 390, height: 844 });
  await card('下一步工作：规范校园食堂').waitFor();
  await check('8-phone');
  expect(started.errors).toEqual([]);
});
