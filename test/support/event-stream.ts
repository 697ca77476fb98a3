/** A browser's stream of events (`text/event-stream`), as it comes over the network. */
export class EventStream {
  /** All that came. */
  text = '';
  /** The server has closed it. */
  ended = false;

  private constructor(
    readonly headers: Headers,
    private readonly body: ReadableStream<Uint8Array>,
    private readonly control: AbortController,
  ) {}

  static async open(url: string, cookie: string): Promise<EventStream> {
    const control = new AbortController();
    const answer = await fetch(url, { headers: { cookie }, signal: control.signal });
    if (answer.status !== 200 || !answer.body) throw new Error(`${url}: ${answer.status}`);
    const stream = new EventStream(answer.headers, answer.body, control);
    stream.reading = stream.read();
    return stream;
  }

  private reading: Promise<void> | undefined;

  /** How many messages came. */
  get rings(): number {
    return this.text.split('data: changed').length - 1;
  }

  /** Leaves, as a browser does whose window is closed. */
  async close(): Promise<void> {
    this.control.abort();
    await this.reading;
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const piece of this.body) this.text += decoder.decode(piece, { stream: true });
      this.ended = true;
    } catch (error) {
      if (!this.control.signal.aborted) throw error;
    }
  }
}
