import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: 'apps/web/openapi.json',
  output: 'apps/web/src/api/generated',
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
});
