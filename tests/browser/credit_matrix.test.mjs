// Many buyers × eight insurers: the matrix scrolled from its first row to its last (C7, C35).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { click, noteFirstCall, plain, siren } from './credit_steps.mjs';
import { enter, openDemo } from './demo.mjs';

const insurers = 8, aPart = 25;
const buyers = process.env.MANDAT_STORIES === 'all' ? 2000 : 500;  // all of them at night
const client = { company: 'Fonderie Cerbelle', siren: siren('48855120'), size: 'intermediate', contact: 'Ysaline Cerbelle',
  mail: 'ysaline@fonderie-cerbelle.example', phone: '06 39 98 77 10', notes: '' };
const name = (at) => `Acheteur ${String(at).padStart(4, '0')}`;
const identifier = (at) => siren(String(60_000_000 + at));
const exposure = (at) => 210_000 - 100 * at;  // the largest first: a buyer's place in the list is its number

const answers = ['Accord total', 'Accord partiel', 'Refus', 'Insolvabilité seule', 'À l’étude'];

// What the pages would send, without clicking through them.
async function post(desk, page, path, fields) {
  await desk.goto(page);
  const token = await desk.locator('meta[name=mandat-jeton]').getAttribute('content');
  const files = Object.values(fields).some((value) => value.buffer);
  const answer = await desk.request.post(path, { [files ? 'multipart' : 'form']: { _jeton: token, ...fields }, maxRedirects: 0,
    headers: { 'Sec-Fetch-Site': 'same-origin' } });
  assert.equal(answer.status(), 303, `${path}: ${answer.status()}`);
}

async function answered(desk, submission, code, shift) {
  const rows = Array.from({ length: buyers }, (_, at) => {
    const choice = answers[(at + shift) % answers.length];
    const amount = choice === 'Accord partiel' || choice === 'Insolvabilité seule' ? String(Math.round(exposure(at + 1) / 2)) : '';
    return [code, at + 1, identifier(at + 1), choice, amount, '', '', 0].join(';');
  });
  const csv = ['Test;N°;Identifiant;Réponse;Montant accordé;Condition;Valable jusqu’au;Version', ...rows].join('\n');
  await post(desk, submission, `${submission}/tableau`, { file: { name: 'reponses.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) } });
}

let demo, desk, file;
const problems = [];

before(async () => {
  demo = await openDemo();
  const visitor = await demo.visitor();
  desk = visitor.page;
  problems.push(visitor.problems);
  await enter(desk, 'solene@aldebert.example');
  file = await noteFirstCall(desk, client);
  const list = Array.from({ length: buyers }, (_, at) => [name(at + 1), identifier(at + 1), exposure(at + 1)].join('\t'));
  await post(desk, `${file}/acheteurs/import`, `${file}/acheteurs/import`, { paste: ['Acheteur\tSIREN\tEncours', ...list].join('\n') });
  await post(desk, file, `${file}/informations`, { manques: 'vus' });
  await desk.goto(`${file}/test`);
  const choices = await desk.locator('.insurer-choice').all();
  for (const [at, choice] of choices.entries()) {
    await choice.locator('input[type=checkbox]').setChecked(at < insurers);
    const mail = choice.locator('input[type=email]');
    if (at < insurers && await mail.count()) await mail.fill(`arbitre${at}@assureur.example`);
  }
  await click(desk, 'button', 'Envoyer le test à blanc');
  await desk.getByText('Le test à blanc est parti').waitFor();
  const code = (await desk.locator('.page-header').innerText()).match(/TB-\d{4}-\d{6}-\d/)[0];
  const submissions = await desk.locator('.matrix thead a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.equal(submissions.length, insurers);
  for (const [shift, submission] of submissions.entries()) await answered(desk, submission, code, shift);
});

after(async () => {
  const ended = await demo?.close();
  if (ended) assert.deepEqual([ended.code, ended.verified], [0, 0], ended.report);
});

test('C7: scrolled to its end, each row has come once, in order, and a cell of the last one opens', async () => {
  const asked = [];
  desk.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/matrice') && searchParams.has('depuis')) asked.push(Number(searchParams.get('depuis')));
  });
  await desk.goto(`${file}/matrice`);
  const rows = () => desk.locator('.matrix tbody .buyer a').count();
  assert.equal(await rows(), aPart, 'the page itself holds one part');
  const matrix = desk.locator('.matrix');
  // As somebody who pulls the bar down and waits for what comes.
  for (let there = await rows(); there < buyers; ) {
    await matrix.evaluate((box) => { box.scrollTop = box.scrollHeight; });
    await desk.locator('.matrix tbody .buyer a').nth(there).waitFor({ state: 'attached' });
    there = await rows();
  }
  assert.deepEqual(asked, Array.from({ length: buyers / aPart - 1 }, (_, at) => (at + 1) * aPart));
  const names = await desk.locator('.matrix tbody .buyer a').allTextContents();  // of those out of sight too
  assert.deepEqual(names, Array.from({ length: buyers }, (_, at) => name(at + 1)));
  assert.equal(await desk.locator('.matrix .more-rows').count(), 0);
  const last = desk.locator('.matrix tbody tr', { hasText: name(buyers) });
  assert.equal(await last.locator('td + td a').count(), insurers);
  await last.locator('td + td a').first().click();
  const opened = desk.locator('#reponse .cell-how', { hasText: name(buyers) });
  await opened.waitFor();
  assert.match(plain(await opened.innerText()), new RegExp(`Demandé\\s+${plain(exposure(buyers).toLocaleString('fr-FR'))} €`));
  assert.match(new URL(desk.url()).pathname, /\/matrice$/);
});

test('C35: a total opens how it is made within the page, and on a page of its own without script', async () => {
  await desk.goto(`${file}/matrice`);
  await desk.locator('a.how').first().click();
  await desk.locator('#reponse .explanation').waitFor();
  assert.match(new URL(desk.url()).search, /^$/);
  const still = await demo.visitor({ script: false });
  await enter(still.page, 'solene@aldebert.example');
  await still.page.goto(`${file}/matrice`);
  await still.page.locator('a.how').first().click();
  await still.page.locator('.explanation').waitFor();
  assert.match(new URL(still.page.url()).search, /^\?total=/);
  await still.page.goto(`${file}/matrice`);
  await still.page.locator('.more-rows a').click();
  assert.equal(await still.page.locator('.matrix tbody .buyer a').first().innerText(), name(aPart + 1));
  for (const found of problems) assert.deepEqual(found, []);
});
