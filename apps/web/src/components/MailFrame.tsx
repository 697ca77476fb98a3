import './mail-frame.css';

/** A mail in a frame where no script runs and nothing of this page can be reached; `links`: they open in a new tab. */
export function MailFrame({ html, title, links = false }: { html: string; title: string; links?: boolean }) {
  return (
    <iframe
      className="mail-frame"
      title={title}
      sandbox={links ? 'allow-popups allow-popups-to-escape-sandbox' : ''}
      referrerPolicy="no-referrer"
      srcDoc={links ? `<base target="_blank">${html}` : html}
    />
  );
}
