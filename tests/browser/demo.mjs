// The program in demo mode on a free port of the loopback, and Chromium in front of it.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { connect, createServer } from 'node:net';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const phoneSize = { width: 390, height: 844 };
const deskSize = { width: 1280, height: 900 };

// The engines a story can be told on: PostgreSQL where bin/test has started one.
export const engines = process.env.MANDAT_TEST_POSTGRES ? ['sqlite', 'postgresql'] : ['sqlite'];

const program = process.env.MANDAT_PROGRAM ?? 'build/dev/mandat';

// Databases on PostgreSQL's server, with what the program needs to reach one; SQLite's stand in their folders.
const optionsFor = (engine, name) =>
  engine === 'sqlite' ? [] : ['--database', `${process.env.MANDAT_TEST_POSTGRES} dbname=${name}`];
function tellPostgres(engine, sql) {
  if (engine === 'sqlite') return;
  const said = spawnSync('psql', ['-q', '-d', process.env.MANDAT_TEST_POSTGRES, '-c', sql], { encoding: 'utf8' });
  if (said.status !== 0) throw new Error(said.stderr);
}

// Starts the program on the folder's demonstration, which it fills when it is empty, and waits for its address.
async function serve(place) {
  const server = spawn(program, ['demo', ...place, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  // Of what it tells, what went wrong.
  createInterface({ input: server.stderr }).on('line', (line) => {
    if (!line.includes('"level":"info"')) console.error(line);
  });
  const address = await new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (bytes) => {
      text += bytes;
      const found = text.match(/(http:\/\/127\.0\.0\.1:\d+)\/demo/);
      if (found) resolve(found[1]);
    });
    server.on('exit', (code) => reject(new Error(`the program ended with ${code}`)));
  });
  const stop = async () => {
    server.removeAllListeners('exit');
    const ended = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGTERM');
    return ended;
  };
  return { address, stop };
}

// Filling is long: bin/test has it done once an engine, in MANDAT_DEMO_FILLED, and each story begins on a copy.
async function filled(engine, home) {
  const folder = join(home, engine);
  const name = 'mandat_browser_filled';
  if (!existsSync(`${folder}.whole`)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    tellPostgres(engine, `drop database if exists ${name}`);
    tellPostgres(engine, `create database ${name} template template0`);
    const { stop } = await serve(['--dir', folder, ...optionsFor(engine, name)]);
    const code = await stop();
    if (code !== 0) throw new Error(`the program that filled the demonstration ended with ${code}`);
    writeFileSync(`${folder}.whole`, '');
  }
  return { folder, name };
}

export async function openDemo(engine = 'sqlite') {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-browser-'));
  const name = basename(folder).replace(/\W/g, '_').toLowerCase();
  const home = process.env.MANDAT_DEMO_FILLED;
  const from = home ? await filled(engine, home) : null;
  if (from) cpSync(from.folder, folder, { recursive: true });
  tellPostgres(engine, `create database ${name} template ${from ? from.name : 'template0'}`);
  const place = ['--dir', folder, ...optionsFor(engine, name)];
  const { address, stop } = await serve(place);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  return {
    address,
    async close() {
      await browser.close();
      const code = await stop();
      // What was done through the pages is sound: database, journal, ledger, documents (P3, P8, P10).
      const checked = spawnSync(program, ['verify', ...place], { encoding: 'utf8' });
      tellPostgres(engine, `drop database ${name} with (force)`);
      rmSync(folder, { recursive: true });
      return { code, verified: checked.status, report: checked.stdout };
    },
    // `script: false` is a browser without JavaScript.
    async visitor({ phone = false, script = true, through = address } = {}) {
      const context = await browser.newContext({
        viewport: phone ? phoneSize : deskSize, javaScriptEnabled: script, bypassCSP: false, baseURL: through, locale: 'fr-FR',
      });
      const page = await context.newPage();
      const problems = [];
      page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
      page.on('pageerror', (error) => problems.push(String(error)));
      return { page, problems };
    },
    // A browser of its own: no cookie of another person.
    context: () => browser.newContext({ viewport: deskSize, baseURL: address, locale: 'fr-FR' }),
  };
}

export async function enter(page, mail, password = 'demonstration-mandat') {
  await page.goto('/connexion');
  await page.fill('[name=email]', mail);
  await page.fill('[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => url.pathname !== '/connexion');
}

// A PDF of one page, as a tradesman's software would write it; `lines` are ASCII without parentheses.
export function pdf(lines = [], name = 'document.pdf') {
  const drawn = `BT /F1 12 Tf 72 760 Td 16 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) text += `${String(at).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') };
}

// A line to the program that can be cut in the middle of what it carries.
export async function frailLine(address) {
  const open = new Set();
  let left = Infinity;  // bytes it still carries towards the program
  const cut = () => { for (const socket of open) socket.destroy(); };
  const line = createServer((near) => {
    if (left <= 0) return void near.destroy();
    const far = connect(new URL(address).port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => { open.delete(socket); near.destroy(); far.destroy(); });
    }
    far.pipe(near);
    near.on('data', (bytes) => {
      left -= bytes.length;
      if (left <= 0) cut();
      else far.write(bytes);
    });
  });
  await new Promise((ready) => line.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${line.address().port}`,
    breakAfter(bytes) { left = bytes; },
    mend() { left = Infinity; },
    close() { line.close(); cut(); },
  };
}

// A photograph of noise, which no compression makes lighter: about 3 bytes a pixel.
export function heavyPhoto(name, side) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const rows = randomBytes(side * (1 + 3 * side));
  for (let row = 0; row < side; ++row) rows[row * (1 + 3 * side)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const buffer = Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
  return { name, mimeType: 'image/png', buffer };
}

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; ++bit) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

// A photograph, of nothing but grey: a PNG of 64 × 64 pixels.
export function photo(name = 'photo.png') {
  const data = 'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAAAAACPAi4CAAAAKUlEQVR42u3MQREAAAwCIKMb3RD77SAA6VEEAoFAIBAIBAKBQCAQfA8G320AeXC6efoAAAAASUVORK5CYII=';
  return { name, mimeType: 'image/png', buffer: Buffer.from(data, 'base64') };
}
