import iconv from 'iconv-lite';
import { strToU8, zipSync } from 'fflate';
import { compoundFile } from '../../../../test/support/compound-file';
import { recognise } from './recognise';
import { trueName } from './true-name';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));
const odf = (kind: string) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(''),
  });
const cfb = (name: string) => compoundFile({ [name]: new Uint8Array(8) });
const film = (brand: string) => bytes([0, 0, 0, 24], `ftyp${brand}`, [0, 0, 0, 0]);

const of = (content: Uint8Array) =>
  recognise({ size: content.length, read: async (from, to) => content.subarray(from, to) });

it.each([
  ['pdf', bytes('%PDF-1.7\n')],
  ['ofd', zip('OFD.xml', 'Doc_0/Document.xml')],
  ['docx', zip('[Content_Types].xml', 'word/document.xml')],
  ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
  ['pptx', zip('[Content_Types].xml', 'ppt/presentation.xml')],
  ['odt', odf('text')],
  ['ods', odf('spreadsheet')],
  ['odp', odf('presentation')],
  ['doc', cfb('WordDocument')],
  ['xls', cfb('Workbook')],
  ['ppt', cfb('PowerPoint Document')],
  ['png', bytes([0x89], 'PNG\r\n\x1a\n')],
  ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], 'xxJFIF')],
  ['gif', bytes('GIF89a')],
  ['webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
  ['bmp', bytes('BM', [1, 2, 3, 4], [0, 0, 0, 0])],
  ['tiff', bytes('II', [0x2a, 0])],
  ['heic', film('heic')],
  ['mp4', film('isom')],
  ['mp4', film('qt  ')],
  ['utf8', Buffer.from('检查记录\n1. 已整改 <5 处\n')],
  ['utf8', Buffer.from('单位,数量\n区教育局,32\n')],
  ['utf8', Buffer.from('检查记录，已整改。\n'.repeat(5000))],
  ['gb18030', iconv.encode('检查记录：全区食堂已经全部检查完毕。\n', 'gb18030')],
] as const)('recognises %s', async (type, content) => {
  expect(await of(content)).toEqual({ type });
});

it.each([
  ['程序', bytes('MZ', [0x90, 0, 3, 0])],
  ['程序', bytes([0x7f], 'ELF', [2, 1, 1])],
  ['认不出', bytes('MZ', [0x00, 1, 0xff, 0xfe, 0x81, 0, 0, 0x9f])],
  ['安装包', cfb('!_StringPool')],
  ['压缩包', zip('培训照片/1.jpg')],
  ['压缩包', bytes('Rar!', [0x1a, 7, 0])],
  ['带宏', zip('word/document.xml', 'word/vbaProject.bin')],
  ['密码', cfb('EncryptedPackage')],
  ['损坏', zip('word/document.xml').subarray(0, 60)],
  ['损坏', cfb('WordDocument').subarray(0, 600)],
  ['RTF', bytes('{\\rtf1 }')],
  ['音像格式', film('avif')],
  ['音频', bytes('ID3', [3])],
  ['网页', Buffer.from('<!DOCTYPE html><p>记录</p>')],
  ['网页', Buffer.from('\ufeff  \n<HTML lang="zh"><p>记录')],
  ['网页', Buffer.from('检查记录\n<script>alert(1)</script>')],
  ['SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['XML', Buffer.from('<?xml version="1.0"?><记录/>')],
  ['脚本', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['脚本', Buffer.from('@echo off\r\ndel *.*\r\n')],
  ['脚本', Buffer.from('<?php system($_GET[0]);')],
])('refuses what is %s', async (word, content) => {
  expect(await of(content)).toEqual({ refused: expect.stringContaining(word) });
});

it.each([
  ['检查记录.docx', 'docx', '检查记录.docx', false],
  ['检查记录.WPS', 'doc', '检查记录.wps', false],
  ['名单.csv', 'utf8', '名单.csv', false],
  ['照片.JPEG', 'jpeg', '照片.jpeg', false],
  ['照片.pdf', 'jpeg', '照片.jpg', true],
  ['脚本.bat', 'utf8', '脚本.txt', true],
  ['没有后缀', 'pdf', '没有后缀.pdf', true],
  ['../../etc/记录.pdf', 'pdf', '....etc记录.pdf', false],
  ['记录\u202efdp.exe', 'pdf', '记录fdp.pdf', true],
  ['  ', 'png', '未命名文件.png', true],
  ['长'.repeat(300) + '.pdf', 'pdf', '长'.repeat(150) + '.pdf', false],
] as const)('keeps %s, which is %s, as %s', (given, type, name, corrected) => {
  const kept = trueName(given, type);
  expect([kept.name, kept.notice !== null]).toEqual([name, corrected]);
  if (corrected) expect(kept.notice).toContain(name);
});
