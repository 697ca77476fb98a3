import { cpSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** Puts beside the built pages what pdf.js reads when a PDF needs it: tables of Chinese fonts, standard fonts, picture decoders. */
export function pdfjsFiles(): Plugin {
  let outDir = '';
  return {
    name: 'pdfjs-files',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: () => {
      const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      for (const folder of ['cmaps', 'standard_fonts', 'wasm'])
        cpSync(join(from, folder), join(outDir, 'pdfjs', folder), { recursive: true });
    },
  };
}
