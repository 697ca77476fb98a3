import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pdfjsFiles } from './pdfjs-files';
import { precompress } from './precompress';

const OUT = join(import.meta.dirname, '../../dist/web');

/** Parts that the same pages need come in one file, so that the first page loads what it shows and little more. */
const SHARED = { entriesAware: true, entriesAwareMergeThreshold: 1500 };

export default defineConfig({
  plugins: [react(), pdfjsFiles(), precompress(OUT)],
  server: { proxy: { '/api': 'http://localhost:3000' } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    rollupOptions: {
      output: {
        // Named after all pages that share them, their names would be as long as the list.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/,
              priority: 2,
            },
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)[\\/]/,
              priority: 1,
              ...SHARED,
            },
          ],
        },
      },
    },
  },
});
