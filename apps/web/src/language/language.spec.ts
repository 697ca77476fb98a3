import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import english from './en.json';
import { keyOf, speak, t } from './t';

const WEB = join(__dirname, '..');
const HAN = /\p{Script=Han}/u;

const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$|^api\/generated\/|^language\//.test(path),
);

/** The keys of the texts of a file, and what is Chinese without being one. */
function textsOf(path: string): { keys: string[]; untranslated: string[] } {
  const file = ts.createSourceFile(path, readFileSync(join(WEB, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const keys: string[] = [];
  const untranslated: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 't') {
      const { template } = node;
      if (ts.isNoSubstitutionTemplateLiteral(template)) keys.push(keyOf([template.text]));
      else {
        keys.push(keyOf([template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]));
        template.templateSpans.forEach(({ expression }) => visit(expression));
      }
      return;
    }
    const isText = ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node);
    if (isText && HAN.test(node.text)) untranslated.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { keys, untranslated };
}

const placesOf = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).toSorted();

describe('the English of the pages', () => {
  const texts = sources.map((path) => ({ path, ...textsOf(path) }));
  const keys = new Set(texts.flatMap(({ keys: own }) => own));

  it('has every text, with all that is inserted', () => {
    const missing = [...keys].filter((key) => !(key in english));
    expect(missing).toEqual([]);
    const wrong = Object.entries(english).filter(([key, text]) => placesOf(key).join() !== placesOf(text).join());
    expect(wrong).toEqual([]);
  });

  it('has none that no page shows', () => {
    expect(Object.keys(english).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('leaves no Chinese outside of it', () => {
    expect(
      texts
        .filter(({ untranslated }) => untranslated.length > 0)
        .map(({ path, untranslated }) => ({ path, untranslated })),
    ).toEqual([]);
  });

  it('is shown with what is inserted, in its own order', () => {
    const taken = t`把${'甲'}交给${'乙'}`;
    speak({ '把{0}交给{1}': 'gives {1} the {0}' });
    expect([taken, t`把${'甲'}交给${'乙'}`, t`没有译文${1}`]).toEqual(['把甲交给乙', 'gives 乙 the 甲', '没有译文1']);
    speak({});
  });
});
