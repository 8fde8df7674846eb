import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PATIENCE_MS } from './answer.ts';
import type { Hashes } from './compare.ts';

/** What a browser sends back: what it found, or what it stumbled over. */
type Sent = { readonly hashes: Hashes } | { readonly failed: string };

/** A page on this machine's own address that has a Web Worker compute the golden days. */
export interface GoldenPage {
  readonly address: string;
  /** What was sent back; null once nothing has come for too long, or the browser is gone. */
  readonly sent: (gone: Promise<unknown>) => Promise<Sent | null>;
  readonly close: () => void;
}

const PAGE = `<!doctype html><title>Golden days</title><script>
const send = (sent) => fetch('/sent', { method: 'POST', body: JSON.stringify(sent) });
const worker = new Worker('/worker.js');
worker.onmessage = ({ data }) => send({ hashes: data });
worker.onerror = ({ message, lineno }) => send({ failed: message + ', line ' + lineno });
</script>`;

/** Serves it on a free port of the loopback. */
export async function serveGolden(bundle: string): Promise<GoldenPage> {
  let arrived: (sent: Sent) => void = () => {};
  const arrival = new Promise<Sent>((resolve) => (arrived = resolve));
  const server = createServer((request, response) => {
    if (request.url === '/sent') {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        arrived(JSON.parse(text) as Sent);
        response.end();
      });
    } else if (request.url === '/worker.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(`${bundle}\npostMessage(golden.goldenHashes());\n`);
    } else if (request.url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(PAGE);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async sent(gone) {
      let late: NodeJS.Timeout | undefined;
      const silence = new Promise<null>((resolve) => {
        late = setTimeout(() => resolve(null), PATIENCE_MS);
      });
      try {
        return await Promise.race([arrival, silence, gone.then(() => null)]);
      } finally {
        clearTimeout(late);
      }
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What it sent, as an answer. */
export const answered = (engine: string, sent: Sent | null) =>
  sent === null
    ? { engine, unasked: 'was started and sent nothing back, so not checked' }
    : { engine, ...sent };
