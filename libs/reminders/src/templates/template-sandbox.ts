import { parse } from 'handlebars';
import type { Values } from './template-list';

/** What is wrong in a text, where, and what to do. Lines and columns count from 1; column 0: somewhere in the line. */
export interface TemplateFault {
  line: number;
  column: number;
  message: string;
}

/** A text that passed. Rendering only puts values together: no Handlebars program ever runs. */
export interface SafeText {
  render(values: Values): string;
}

/** How deep conditions may lie in each other. */
const DEEPEST = 4;

type Piece = (values: Values) => string;
type Node = hbs.AST.Statement;
type Path = hbs.AST.PathExpression;

class Refused extends Error {
  constructor(
    readonly node: hbs.AST.Node,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads a text in which only `{{name}}` of `variables`, `{{#if name}}…{{else}}…{{/if}}` and comments may stand. Whatever else
 * Handlebars knows (helpers, partials, paths, unescaped values, decorators) is refused, also where it would be harmless.
 */
export function readTemplate(
  source: string,
  variables: readonly string[],
  longest: number,
): { text: SafeText } | { fault: TemplateFault } {
  if (source.length > longest) {
    const message = `共 ${source.length} 字，超过 ${longest} 字，请删减`;
    return { fault: { line: 1, column: 0, message } };
  }
  let program: hbs.AST.Program;
  try {
    program = parse(source);
  } catch (error) {
    return { fault: syntaxFault(error) };
  }
  try {
    const piece = pieceOf(program.body, new Set(variables), 0);
    return { text: { render: (values) => piece(values) } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { line, column } = error.node.loc.start;
    return { fault: { line, column: column + 1, message: error.message } };
  }
}

function pieceOf(body: readonly Node[], names: ReadonlySet<string>, depth: number): Piece {
  const pieces = body.map((node) => statement(node, names, depth));
  return (values) => pieces.map((piece) => piece(values)).join('');
}

function statement(node: Node, names: ReadonlySet<string>, depth: number): Piece {
  switch (node.type) {
    case 'ContentStatement': {
      const { value } = node as hbs.AST.ContentStatement;
      return () => value;
    }
    case 'CommentStatement':
      return () => '';
    case 'MustacheStatement':
      return inserted(node as hbs.AST.MustacheStatement, names);
    case 'BlockStatement':
      return condition(node as hbs.AST.BlockStatement, names, depth);
    default:
      throw new Refused(node, '这里只能写文字、变量和 {{#if 变量}}…{{/if}}，不能引用其他模板或指令，请删去');
  }
}

function inserted(node: hbs.AST.MustacheStatement, names: ReadonlySet<string>): Piece {
  if (!node.escaped) throw new Refused(node, '请用两个花括号：{{变量}}，不能写 {{{变量}}} 或 {{&变量}}');
  if (node.params.length > 0 || node.hash) {
    throw new Refused(node, '花括号中只能写一个变量名，不能写函数和参数，请改为 {{变量}}');
  }
  const name = known(node.path as Path, names);
  return (values) => written(values, name);
}

function condition(node: hbs.AST.BlockStatement, names: ReadonlySet<string>, depth: number): Piece {
  const { path, params, hash, program, inverse } = node;
  if (path.original !== 'if' || path.parts.length !== 1) {
    throw new Refused(node, `不能用 {{#${path.original}}}，只能用 {{#if 变量}}…{{else}}…{{/if}}`);
  }
  if (params.length !== 1 || hash || program?.blockParams || inverse?.blockParams) {
    throw new Refused(node, '条件须写作 {{#if 变量}}，只写一个变量名');
  }
  if (depth >= DEEPEST) throw new Refused(node, `条件最多嵌套 ${DEEPEST} 层，请减少`);
  const name = known(params[0] as Path, names);
  const met = pieceOf(program?.body ?? [], names, depth + 1);
  const otherwise = pieceOf(inverse?.body ?? [], names, depth + 1);
  return (values) => (holds(values, name) ? met(values) : otherwise(values));
}

/** The variable that a path names: one known name, and nothing else that a path can be. */
function known(path: Path, names: ReadonlySet<string>): string {
  const simple = path.type === 'PathExpression' && !path.data && path.depth === 0 && path.parts.length === 1;
  if (simple && path.original === path.parts[0] && names.has(path.original)) return path.original;
  const written = 'original' in path ? String(path.original) : '';
  throw new Refused(path, `没有变量“${written.slice(0, 40)}”，可以用的变量有：${[...names].join('、')}`);
}

const valueOf = (values: Values, name: string) => (Object.hasOwn(values, name) ? values[name] : '');
const written = (values: Values, name: string) => String(valueOf(values, name));
const holds = (values: Values, name: string) => valueOf(values, name) !== '' && valueOf(values, name) !== 0;

/** What Handlebars' own parser could not read. */
function syntaxFault(error: unknown): TemplateFault {
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  // Blocks that do not match are told with their place; other errors only with their line, in words.
  const line = lineNumber ?? Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const pair = /^(\S+) doesn't match (\S+)/.exec(message);
  const what = pair ? `{{#${pair[1]}}} 与 {{/${pair[2]}}} 不配对` : '花括号没有写完整，或 {{#if 变量}} 缺少 {{/if}}';
  return { line, column: column === undefined ? 0 : column + 1, message: `${what}，请检查并改正` };
}
