import type { AttachmentView } from '../../api/generated';
import { isPicture, sizeWords, typeWord } from './file-words';

it.each([
  [0, '1 KB'],
  [2048, '2 KB'],
  [5 << 20, '5.0 MB'],
])('%d bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));

it.each([
  ['通知.pdf', 'PDF'],
  ['通知', '文件'],
  ['a.b.docx', 'DOCX'],
])('%s is a %s', (name, words) => expect(typeWord(name)).toBe(words));

it('shows only what the server lets a browser show', () => {
  const of = (mediaType: string, shown: boolean) => isPicture({ mediaType, shown } as AttachmentView);
  expect([of('image/png', true), of('image/svg+xml', false), of('application/pdf', true)]).toEqual([
    true,
    false,
    false,
  ]);
});
