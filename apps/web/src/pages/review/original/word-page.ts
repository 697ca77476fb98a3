import { renderAsync } from 'docx-preview';

/** Nothing is fetched or run for what the file says, whatever it is. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const STYLE = `
  body { margin: 0; background: #eceff3; }
  .docx-wrapper { background: none !important; padding: 12px !important; }
  .docx-wrapper > section.docx { margin-bottom: 12px !important; max-width: 100%; box-sizing: border-box; min-height: 0 !important; }
  p.found { outline: 3px solid #1f4e8c; outline-offset: 2px; background: #fff6d6; }
`;

/** A Word file as a page for a frame: what it looks like, without anything that acts. */
export async function wordPage(bytes: ArrayBuffer): Promise<string> {
  // Never part of the page itself: in a document without a window pictures do not load and nothing happens.
  const aside = document.implementation.createHTMLDocument();
  const body = aside.createElement('div');
  const styles = aside.createElement('div');
  await renderAsync(bytes, body, styles, {
    useBase64URL: true,
    renderAltChunks: false,
    ignoreFonts: true,
    renderComments: false,
    renderChanges: false,
    debug: false,
  });
  withoutActions(body);
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}">` +
    `${styles.innerHTML}<style>${STYLE}</style></head><body>${body.innerHTML}</body></html>`
  );
}

const ACTING = 'script, iframe, frame, object, embed, form, link, meta, base, audio, video, foreignObject';

/** Takes away what could act or lead elsewhere, as a second lock beside the frame's. */
export function withoutActions(body: Element): void {
  for (const element of body.querySelectorAll(ACTING)) element.remove();
  for (const element of body.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const leads =
        ['href', 'xlink:href', 'src', 'action', 'srcset'].includes(name) && !value.startsWith('data:image/');
      if (name.startsWith('on') || leads) element.removeAttribute(name);
    }
  }
}
