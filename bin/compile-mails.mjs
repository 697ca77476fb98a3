// Compiles the templates of mails: MJML to HTML that Outlook can read, and Handlebars in it to a function. Part of the build.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import mjml2html from 'mjml';

const MAILS = join(dirname(fileURLToPath(import.meta.url)), '..', 'libs', 'reminders', 'src', 'mails');

async function compile(file) {
  const { html } = await mjml2html(readFileSync(join(MAILS, file), 'utf8'), { validationLevel: 'strict' });
  // Indentation is a third of the mail.
  const template = Handlebars.precompile(html.replace(/\n\s*/g, '\n'), { strict: true, knownHelpersOnly: true });
  return `export const ${file.replace('.mjml', '')} = ${template};\n`;
}

const templates = readdirSync(MAILS).filter((file) => file.endsWith('.mjml'));
const compiled = await Promise.all(templates.map(compile));
mkdirSync(join(MAILS, 'generated'), { recursive: true });
writeFileSync(join(MAILS, 'generated', 'templates.ts'), `// @ts-nocheck\n${compiled.join('\n')}`);
