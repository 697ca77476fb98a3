import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const FRAMEWORK = [
  '@nestjs/*',
  'typeorm',
  'bullmq',
  'ioredis',
  'pg',
  'fastify',
  '@fastify/*',
  'nodemailer',
  'class-validator',
];

/** Which other rooms a room may enter. Dependencies point one way: apps → business → platform → pure libraries. */
const ROOMS = {
  language: [],
  calendar: ['language'],
  documents: ['language'],
  extraction: ['language'],
  platform: ['calendar'],
  organisation: ['platform', 'documents', 'calendar', 'language'],
  audit: ['platform', 'organisation', 'language'],
  reports: ['platform', 'organisation', 'documents', 'extraction', 'calendar', 'language'],
  tasks: ['platform', 'organisation', 'reports', 'documents', 'calendar', 'language'],
  rectification: ['platform', 'organisation', 'documents', 'reports', 'tasks', 'calendar', 'language'],
  review: ['platform', 'organisation', 'reports', 'tasks', 'rectification', 'extraction', 'calendar', 'language'],
  search: ['platform', 'organisation', 'reports', 'tasks', 'rectification'],
  summaries: ['platform', 'organisation', 'documents', 'reports', 'tasks', 'rectification', 'calendar', 'language'],
  reminders: ['platform', 'organisation', 'tasks', 'calendar', 'language'],
};
const PURE = new Set(['language', 'calendar', 'documents', 'extraction']);

const layering = Object.entries(ROOMS).map(([room, allowed]) => ({
  files: [`libs/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: Object.keys(ROOMS)
              .filter((other) => other !== room && !allowed.includes(other))
              .map((other) => `#${other}/*`),
            message: `libs/${room} may import only: ${allowed.join(', ') || 'nothing'}.`,
          },
          { group: ['**/apps/**', '**/libs/**'], message: 'Rooms are entered by #room/file; apps are never imported.' },
          ...(PURE.has(room)
            ? [{ group: FRAMEWORK, message: `libs/${room} is pure: no framework, no database.` }]
            : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist', '.data', 'apps/web/src/api/generated', 'libs/reminders/src/mails/generated'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['bin/**', 'test/**', 'apps/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: ['libs/{language,extraction,documents,calendar}/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'No hidden clock in a pure library: pass the day in.',
        },
        {
          selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          message: 'No hidden clock in a pure library.',
        },
        {
          selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
          message: 'No chance in a pure library.',
        },
      ],
    },
  },
  ...layering,
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
);
