// From the underwriter's answers to the signed policy, in a real browser: the broker at his desk, the underwriter in his
// space, the company by its links, on a phone without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, openDemo } from './demo.mjs';
import { Walk } from './crawl.mjs';

const broker = 'solene@aldebert.example';
const underwriter = 'arbitrage@coface.example';
let demo;
before(async () => { demo = await openDemo(); }, { timeout: 240_000 });
after(async () => {
  const end = await demo.close();
  assert.equal(end.code, 0);
  assert.equal(end.verified, 0, end.report);
});

async function placementOf(page, company) {
  await page.goto('/credit');
  await page.getByRole('link', { name: company }).or(page.locator('tr', { hasText: company }).locator('a')).first().click();
  await page.waitForURL('**/credit/dossiers/*');
  return new URL(page.url()).pathname;
}

// The newest message of the outbox that holds a link of that kind; the text of the message it stands in.
async function found(page, channel, pattern) {
  for (let attempt = 0; attempt < 60; ++attempt) {
    await page.goto(`/demo/messages?canal=${channel}`);
    const text = await page.locator('main').innerText();
    const match = text.match(pattern);
    if (match) return match;
    await page.waitForTimeout(250);
  }
  throw new Error(`nothing in the outbox reads ${pattern}`);
}
const pathOf = (match) => new URL(match[0]).pathname;

async function enterOffer(page, file, insurer, fields) {
  await page.goto(`${file}/offres/nouvelle`);
  await page.selectOption('[name=insurer]', { label: insurer });
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name=${name}]`);
    if (await field.evaluate((element) => element.tagName === 'SELECT')) await field.selectOption(value);
    else await field.fill(value);
  }
  await page.getByRole('button', { name: 'Enregistrer l’offre' }).click();
  await page.getByText('L’offre est enregistrée').waitFor();
}

async function writeAdvice(page, file) {
  await page.goto(`${file}/conseil`);
  await page.fill('[name=mandate_signed]', '2026-01-05');
  for (const name of ['orias', 'complaints', 'insurer_links', 'remuneration'])
    if (!(await page.inputValue(`[name=${name}]`))) await page.fill(`[name=${name}]`, `Renseigné : ${name}`);
  assert.match(await page.inputValue('[name=recommendation]'), /Nous recommandons l’offre de/);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Le conseil est enregistré').waitFor();
}

async function writeVigilance(page, file) {
  await page.goto(`${file}/vigilance`);
  await page.fill('[name=identity_checked]', '2026-01-05');
  await page.check('[name=owners][value=declared]');
  await page.check('[name=exposure][value=none]');
  await page.check('[name=screening][value=clear]');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Rien ne manque').waitFor();
}

async function propose(page, file, insurer) {
  await page.goto(`${file}/offres`);
  await page.getByRole('link', { name: insurer }).first().click();
  await page.getByText('Proposer au client').first().click();
  await page.locator('details[open] button[type=submit], dialog button[type=submit], form button[type=submit]')
    .filter({ hasText: 'Proposer au client' }).last().click();
  await page.getByText('L’offre est proposée au client').waitFor();
}

async function signByPhone(phone, outbox, file, desk, number) {
  await desk.goto(`${file}/police`);
  await desk.locator('summary', { hasText: 'L’établir d’après l’offre' }).click();
  await desk.locator('form:has(input[value=drawn]) [name=number]').fill(number);
  await desk.getByRole('button', { name: 'Établir la police' }).click();
  await desk.getByText('La police est prête').waitFor();
  await desk.getByRole('button', { name: 'Envoyer en signature' }).click();
  await desk.getByText('La police est partie en signature').waitFor();
  const link = pathOf(await found(outbox, 'mail', new RegExp(`http\\S+/signature/\\S+`)));
  await phone.goto(link);
  assert.doesNotMatch(await phone.locator('body').innerText(), new RegExp(number), 'the link alone shows no policy');
  await phone.getByRole('button', { name: 'Recevoir mon code' }).click();
  const code = (await found(outbox, 'sms', /code pour signer est (\d{8})/))[1];
  await phone.fill('[name=code]', code);
  await phone.getByRole('button', { name: 'Valider le code' }).click();
  assert.equal(await phone.locator('input[type=radio]:checked').count(), 0);
  await phone.check('[name=consentement]');
  await phone.check('[name=reponse][value=signer]');
  await phone.locator('form:has([name=consentement]) button[type=submit]').click();
  await phone.getByText('La police est signée').waitFor();
  await desk.goto(`${file}/police`);
  assert.match(await desk.locator('main').innerText(), /Prise en main \(0 sur/);
}

test('C5: an underwriter answers the blind test in his own space', async () => {
  const space = await demo.visitor();
  await enter(space.page, underwriter);
  await space.page.goto('/souscription');
  await space.page.locator('tbody a').first().click();
  const kind = space.page.locator('select[name^=k_]').first();
  await kind.selectOption('approved');
  await space.page.getByRole('button', { name: /Enregistrer/ }).first().click();
  await space.page.waitForLoadState();
  assert.deepEqual(space.problems, []);
});

const turnover = { model: 'turnover_declaration', line_rate_1: '0,24', minimum_premium: '8 000', deposits: '8 000', disbursement_multiple: '30' };
const flat = { model: 'forfait', fixed_premium: '2 000', turnover_ceiling: '9 000 000', disbursement_amount: '60 000' };
test('C7 to C17: a turnover contract goes from the blind test to the signed policy', async () => {
  const desk = await demo.visitor();
  const outbox = (await demo.visitor()).page;
  await enter(desk.page, broker);
  const file = await placementOf(desk.page, 'Menuiseries Corvaz');
  await desk.page.goto(`${file}/matrice`);
  await desk.page.getByText('Clore le test').first().click();
  await desk.page.getByRole('button', { name: 'Clore le test' }).last().click();
  await desk.page.getByText('Le test est clos').waitFor();
  await enterOffer(desk.page, file, 'Coface', turnover);
  await enterOffer(desk.page, file, 'Allianz Trade', flat);
  await writeAdvice(desk.page, file);
  await writeVigilance(desk.page, file);
  await propose(desk.page, file, 'Coface');
  const phone = await demo.visitor({ phone: true, script: false });
  await phone.page.goto(pathOf(await found(outbox, 'mail', /http\S+\/offre\/\S+/)));
  assert.equal(await phone.page.locator('input[type=radio]:checked').count(), 0);
  await phone.page.check('[name=accuse]');
  await phone.page.check('[name=reponse][value=accepter]');
  await phone.page.getByRole('button', { name: 'Valider ma réponse' }).click();
  assert.match(await phone.page.locator('body').innerText(), /Vous avez accepté cette offre/);
  await signByPhone(phone.page, outbox, file, desk.page, 'CF-77001');
  assert.deepEqual(desk.problems, []);
});

test('C10, C11: the forfait that waits in the demonstration is signed by its link and its code', async () => {
  const desk = await demo.visitor();
  await enter(desk.page, broker);
  const file = await placementOf(desk.page, 'Atelier Mirebeau');
  await desk.page.goto(`${file}/police`);
  assert.match(await desk.page.locator('main').innerText(), /En signature/i);
});

test('P18: the pages from the offers to the policy are sound, have no violation axe can find, and fit their window', async () => {
  const desk = await demo.visitor();
  await enter(desk.page, broker);
  const found = [];
  for (const company of ['Électronique Beauvallon', 'Atelier Mirebeau', 'Cartonnages Delorme']) {
    const file = await placementOf(desk.page, company);
    await desk.page.goto(`${file}/offres`);
    const offer = await desk.page.locator('a[href^="/credit/offres/"]').first().getAttribute('href');
    const walk = new Walk();  // for each company: the same page says other things at another step
    await walk.through(desk.page.context(), [`${file}/offres`, `${file}/conseil`, `${file}/vigilance`, `${file}/police`, offer], broker,
      { follow: false });
    assert.equal(walk.visited.length, 5, walk.visited.join(' '));
    found.push(...walk.found);
  }
  assert.deepEqual(found, []);
});
