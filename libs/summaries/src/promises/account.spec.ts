import { accountOf, isWeaker, type Account } from './account';

it.each<[string, Account]>([
  ['滨河公园已于9月建成开放', 'done'],
  ['累计改造老旧小区12个', 'done'],
  ['窗口排队时间长的问题得到有效缓解', 'done'],
  ['全区河湖“清四乱”问题全部销号', 'done'],
  ['农贸市场改造正在进行', 'under-way'],
  ['污水处理厂二期主体完成工程量的60%', 'under-way'],
  ['中心幼儿园迁建项目已开工', 'under-way'],
  ['智慧停车平台建设有序推进', 'under-way'],
  ['受土地指标影响，殡仪馆迁建尚未完成', 'not-done'],
  ['消防站建设进度滞后', 'not-done'],
  ['我们高度重视信访工作', 'unclear'],
])('%s: %s', (statement, account) => expect(accountOf(statement)).toBe(account));

it.each<[string, string, boolean]>([
  ['年底前完成文化馆主体工程', '加快推进文化馆建设', true],
  ['实现行政村快递服务全覆盖', '继续推动快递进村', true],
  ['完成文化馆主体工程', '确保6月底前完成文化馆主体工程', false],
  ['积极推进校企合作', '继续推进校企合作', false],
])('%s → %s', (former, restated, weaker) => expect(isWeaker(former, restated)).toBe(weaker));
