// The program in demo mode on a free port of the loopback, and Chromium in front of it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const phoneSize = { width: 390, height: 844 };
const deskSize = { width: 1280, height: 900 };

export async function openDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-browser-'));
  const program = process.env.MANDAT_PROGRAM ?? 'build/dev/mandat';
  const server = spawn(program, ['demo', '--dir', folder, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
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
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  return {
    address,
    async close() {
      await browser.close();
      server.removeAllListeners('exit');
      const ended = new Promise((resolve) => server.on('exit', resolve));
      server.kill('SIGTERM');
      const code = await ended;
      // What was done through the pages is sound: database, journal, ledger, documents (P3, P8, P10).
      const checked = spawnSync(program, ['verify', '--dir', folder], { encoding: 'utf8' });
      rmSync(folder, { recursive: true });
      return { code, verified: checked.status, report: checked.stdout };
    },
    // `script: false` is a browser without JavaScript.
    async visitor({ phone = false, script = true } = {}) {
      const context = await browser.newContext({
        viewport: phone ? phoneSize : deskSize, javaScriptEnabled: script, bypassCSP: false, baseURL: address, locale: 'fr-FR',
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

export async function enter(page, mail) {
  await page.goto('/connexion');
  await page.fill('[name=email]', mail);
  await page.fill('[name=password]', 'demonstration-mandat');
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => url.pathname !== '/connexion');
}

// A PDF of one page, as a tradesman's software would write it.
export function pdf() {
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>',
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
  return { name: 'document.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') };
}
