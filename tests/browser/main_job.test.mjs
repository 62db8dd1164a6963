// The main job in a real browser: the broker at his desk, the tradesman on his phone, time moved by the demo's clock.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chooseFile, enter, openDemo, pdf } from './demo.mjs';

const broker = 'claire@fontebride.example';
let demo;
before(async () => { demo = await openDemo(); }, { timeout: 900_000 });
after(async () => {
  const end = await demo.close();
  assert.equal(end.code, 0);
  assert.equal(end.verified, 0, end.report);
});

async function declare(page, name) {
  await page.goto('/travaux/declarer');
  await page.selectOption('[name=kind]', 'degat-des-eaux');
  await page.fill('[name=description]', 'Fuite sous évier, parquet gondolé.');
  await page.check('input[name=trade][value=plomberie]');
  await page.fill('[name=insured_name]', name);
  await page.fill('[name=insured_phone]', '06 39 98 76 54');
  await page.check('[name=insured_informed]');
  await page.fill('[name=address]', '3 impasse des Tanneurs');
  await page.fill('[name=postal_code]', '69003');
  await page.fill('[name=insurer_email]', 'sinistres@assureur.example');
  await page.click('main form button[type=submit]');
  await page.waitForURL('**/entreprises');
}

// Mandates the first firm proposed; where the file is, and the firm's name.
async function mandate(page) {
  const firm = (await page.locator('.firm-name h2').first().innerText()).trim();
  await page.getByRole('button', { name: 'Mandater cette entreprise' }).first().click();
  await page.waitForURL('**/travaux/dossiers/*');
  return { file: new URL(page.url()).pathname, firm };
}

// The newest SMS with a link, as the outbox shows it.
async function linkOfLastSms(page) {
  for (let attempt = 0; attempt < 40; ++attempt) {
    await page.goto('/demo/messages?canal=sms');
    const link = page.locator('a[href^="/m/"]').first();
    if (await link.count()) return link.getAttribute('href');
    await page.waitForTimeout(250);
  }
  throw new Error('no SMS with a link in the outbox');
}

async function mailOf(page, firm) {
  await page.goto('/demo/messages');
  const text = await page.locator('main').innerText();
  const found = text.slice(text.indexOf(firm)).match(/[\w.-]+@artisans\.example/);
  assert.ok(found, `the address of ${firm}`);
  return found[0];
}

test('W10 to W28: a claim goes from declaration to closure, on a desk and on a phone without script', async () => {
  const desk = await demo.visitor();
  await enter(desk.page, broker);
  await declare(desk.page, 'Solène Vernoult');
  const { file, firm } = await mandate(desk.page);
  assert.match(await desk.page.locator('main').innerText(), /EN ATTENTE DE DEVIS/);

  const phone = await demo.visitor({ phone: true, script: false });
  const link = await linkOfLastSms(phone.page);
  const answer = await phone.page.goto(link);
  const style = await phone.page.request.get(await phone.page.locator('link[rel=stylesheet]').getAttribute('href'));
  const weight = (await answer.body()).length + (await style.body()).length;
  assert.ok(weight < 15_000, `W13: the page and its style weigh less than 15 kB, not ${weight}`);
  assert.doesNotMatch(await phone.page.content(), /Vernoult|76 54|Tanneurs/);
  assert.equal(await phone.page.locator('input[type=radio]:checked').count(), 0);
  await phone.page.check('input[value=accepter]');
  await phone.page.click('button[type=submit]');
  assert.match(await phone.page.locator('body').innerText(), /Solène Vernoult/);

  const firmDesk = await demo.visitor({ phone: true });
  await enter(firmDesk.page, await mailOf(desk.page, firm));
  await firmDesk.page.goto('/chantiers');
  await firmDesk.page.locator('tbody a, .has-link a').first().click();
  const job = firmDesk.page.url();
  await chooseFile(firmDesk.page.locator('[name=quote_file]'), pdf());
  await firmDesk.page.fill('[name=amount_ht]', '1 234,50');
  await firmDesk.page.fill('[name=amount_ttc]', '1 357,95');
  await firmDesk.page.getByRole('button', { name: 'Déposer le devis' }).click();
  await firmDesk.page.getByText('Votre devis est déposé').waitFor();

  await desk.page.goto(file);
  assert.match(await desk.page.locator('main').innerText(), /EN COURS/);
  await desk.page.locator('main form').getByRole('button', { name: 'Envoyer le devis à l’assureur' }).click();
  await desk.page.getByText('Le devis est parti à l’assureur').waitFor();
  await desk.page.check('input[name=answer][value=valide]');
  await desk.page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await desk.page.getByText('La réponse de l’assureur est enregistrée').waitFor();

  await firmDesk.page.goto(job);
  await firmDesk.page.fill('[name=invoiced_ht]', '1234,50');
  await chooseFile(firmDesk.page.locator('[name=invoice_file]'), pdf());
  await firmDesk.page.getByRole('button', { name: 'clore le chantier' }).click();
  await firmDesk.page.getByText('Le chantier est clos').waitFor();

  await desk.page.goto(file);
  assert.match(await desk.page.locator('main').innerText(), /chantier clos, dossier à clore/);
  await desk.page.locator('main form').getByRole('button', { name: 'Clore le dossier' }).click();
  await desk.page.getByText('Le dossier est clos de votre côté').waitFor();
  assert.match(await desk.page.locator('main').innerText(), /CLÔTURÉ/);
  assert.deepEqual(desk.problems, []);
  assert.deepEqual(firmDesk.problems, []);
});

test('P15, P5: an open outbox shows what leaves, and is read again for a change, not from then on', async () => {
  const outbox = await demo.visitor();
  await enter(outbox.page, broker);
  await outbox.page.goto('/demo/messages');
  let readAgain = 0;
  outbox.page.on('request', (request) => { if (request.headers()['x-live']) ++readAgain; });
  const desk = await demo.visitor();
  await enter(desk.page, broker);
  await declare(desk.page, 'Maïwenn Trévidic');
  const { firm } = await mandate(desk.page);
  await outbox.page.locator('main').getByText(firm).first().waitFor({ timeout: 20_000 });
  assert.ok(readAgain > 0);
  let known = -1;
  for (let turn = 0; turn < 6 && known !== readAgain; ++turn) {
    known = readAgain;
    await outbox.page.waitForTimeout(9000);  // two turns of asking
  }
  assert.equal(readAgain, known, 'a page that does not change any more is left alone');
  assert.deepEqual(outbox.problems, []);
});

test('W16, W21: after 48 h of the demo’s clock the request is withdrawn and the broker chooses again', async () => {
  const desk = await demo.visitor();
  await enter(desk.page, broker);
  await declare(desk.page, 'Gaspard Rouvreuil');
  const { file } = await mandate(desk.page);
  const link = await linkOfLastSms(desk.page);
  await desk.page.goto(file);
  await desk.page.locator('.demo-bar').getByRole('button', { name: '+ 2 jours' }).click();
  await enter(desk.page, broker);  // two days later the session has ended
  await desk.page.goto(file);
  assert.match(await desk.page.locator('main').innerText(), /à réattribuer/);
  const phone = await demo.visitor({ phone: true, script: false });
  await phone.page.goto(link);
  assert.match(await phone.page.locator('body').innerText(), /Le délai de réponse est passé/);
  await desk.page.goto(file);
  await desk.page.getByRole('link', { name: 'Choisir une entreprise' }).first().click();
  await desk.page.waitForURL('**/entreprises');
  await mandate(desk.page);
  assert.match(await desk.page.locator('main').innerText(), /en attente de réponse/);
});
