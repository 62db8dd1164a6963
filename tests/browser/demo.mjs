// The program in demo mode on a free port of the loopback, and Chromium in front of it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { connect, createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const phoneSize = { width: 390, height: 844 };
const deskSize = { width: 1280, height: 900 };

// The engines a story can be told on: PostgreSQL where bin/test has started one.
export const engines = process.env.MANDAT_TEST_POSTGRES ? ['sqlite', 'postgresql'] : ['sqlite'];

const program = process.env.MANDAT_PROGRAM ?? 'build/dev/mandat';

function say(sql) {
  const said = spawnSync('psql', ['-qAt', '-d', process.env.MANDAT_TEST_POSTGRES, '-c', sql], { encoding: 'utf8' });
  if (said.status !== 0) throw new Error(said.stderr);
  return said.stdout.trim();
}
const onServer = (name) => ['--database', `${process.env.MANDAT_TEST_POSTGRES} dbname=${name}`];

// The program on that folder (and database), once it serves.
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
  return {
    address,
    async end() {
      server.removeAllListeners('exit');
      const ended = new Promise((resolve) => server.on('exit', resolve));
      server.kill('SIGTERM');
      return ended;
    },
  };
}

// Filling a demonstration takes longer than most stories: a build of the program fills one for each engine, and every
// test copies it. Filled anew after some hours, since its history ends at the present.
const goodFor = 3 * 3600 * 1000;  // ms

async function filled(engine) {
  const { mtimeMs, size } = statSync(program);
  const key = createHash('sha256').update(`${realpathSync(program)} ${mtimeMs} ${size}`).digest('hex').slice(0, 12);
  const shelf = join(dirname(program), 'browser-demo', `${key}-${engine}`);
  const database = engine === 'sqlite' ? null : `mandat_demo_${key}`;
  const age = existsSync(join(shelf, 'filled')) ? Date.now() - statSync(join(shelf, 'filled')).mtimeMs : Infinity;
  const there = !database || say(`select count(*) from pg_database where datname = '${database}'`) === '1';
  if (age < goodFor && there) return { shelf, database };
  rmSync(shelf, { recursive: true, force: true });
  mkdirSync(shelf, { recursive: true });
  if (database) {
    for (const old of say("select datname from pg_database where datname like 'mandat_demo_%'").split('\n').filter(Boolean))
      say(`drop database ${old} with (force)`);
    say(`create database ${database} template template0`);
  }
  const code = await (await serve(['--dir', shelf, ...(database ? onServer(database) : [])])).end();
  if (code !== 0) throw new Error(`the program ended with ${code} after filling`);
  writeFileSync(join(shelf, 'filled'), '');
  return { shelf, database };
}

export async function openDemo(engine = 'sqlite') {
  const { shelf, database } = await filled(engine);
  const folder = mkdtempSync(join(tmpdir(), 'mandat-browser-'));
  const copied = spawnSync('cp', ['-a', '--reflink=auto', `${shelf}/.`, folder], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr);
  const own = database && `mandat_browser_${basename(folder).replace(/\W/g, '_').toLowerCase()}`;
  if (own) say(`create database ${own} template ${database}`);
  const place = ['--dir', folder, ...(own ? onServer(own) : [])];
  const server = await serve(place);
  const { address } = server;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  return {
    address,
    async close() {
      await browser.close();
      const code = await server.end();
      // What was done through the pages is sound: database, journal, ledger, documents (P3, P8, P10).
      const checked = spawnSync(program, ['verify', ...place], { encoding: 'utf8' });
      if (own) say(`drop database ${own} with (force)`);
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

// As a person does, who opens the field's dialog first: a live page that is read again leaves a field with the focus alone.
export async function chooseFile(field, files) {
  await field.focus();
  await field.setInputFiles(files);
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
