// What an underwriter receives: the pages he can reach, the files behind them and the mails to him, as plain words.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parts } from './workbook.mjs';

// A PDF's words and its metadata; every part of a workbook, its properties included.
export function wordsOf(bytes) {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    return [...parts(bytes)].map(([name, part]) => `${name}\n${part}`).join('\n');
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return bytes.toString('utf8');
  const folder = mkdtempSync(join(tmpdir(), 'mandat-words-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    const read = (program, ...more) => execFileSync(program, [...more, file, ...(program === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
    return [read('pdftotext'), read('pdfinfo'), read('pdfinfo', '-meta')].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Everything that links lead to from the starts, pages and files, each answer with its head; the outbox of the
// demonstration belongs to its visitors, not to the underwriter.
export async function everythingBehind(context, starts) {
  const waiting = [...starts], seen = new Set(starts), found = [];
  while (waiting.length > 0) {
    const here = waiting.shift();
    const answer = await context.request.get(here, { headers: { Accept: 'text/html,*/*' } });
    const bytes = await answer.body();
    found.push({ here, words: `${JSON.stringify(answer.headers())}\n${wordsOf(bytes)}` });
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    for (const [, href] of bytes.toString('utf8').matchAll(/href="([^"#]+)/g)) {
      const next = href.replace(/&amp;/g, '&');
      if (!next.startsWith('/') || /^\/(assets|favicon|health|demo|$)|\/direct\b|^\/aide/.test(next) || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return found;
}

// The newest messages to these addresses, as the outbox shows them, and what is attached to them.
export async function mailsTo(outbox, address, pages = 3) {
  const found = [];
  await outbox.goto('/demo/messages?canal=mail');
  for (let page = 0; page < pages; ++page) {
    for (const mail of await outbox.locator('article.message', { hasText: address }).all()) {
      found.push({ here: `mail to ${address}`, words: await mail.innerHTML() });
      for (const piece of await mail.locator('a[href*="/pieces/"]').all()) {
        const answer = await outbox.context().request.get(await piece.getAttribute('href'));
        if (!answer.ok()) throw new Error(`${answer.status()} for ${await piece.innerText()}`);
        found.push({ here: `${await piece.innerText()} to ${address}`, words: `${JSON.stringify(answer.headers())}\n${wordsOf(await answer.body())}` });
      }
    }
    const next = outbox.locator('.pager a', { hasText: /suivant|ancien/i });
    if (!(await next.count())) break;
    await next.first().click();
  }
  return found;
}

// Spelt with spaces or without, in capitals, with or without accents: what would name the client.
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s  ]+/g, ' ');
export function leaks(received, clues) {
  const found = [];
  for (const { here, words } of received) {
    const all = folded(words), tight = all.replace(/[ .]/g, '');
    for (const clue of clues)
      if (all.includes(folded(clue)) || (/^[\d ]+$/.test(clue) && tight.includes(clue.replace(/ /g, '')))) found.push(`${clue} in ${here}`);
  }
  return found;
}
