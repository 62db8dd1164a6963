// A tradesman joins from his phone: the proof of work solved by the page under its content policy, his papers by the mailed
// link, the administrator's verdicts, the door that opens, and his first job (W1 to W5, W10 to W19, P6).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chooseFile, enter, openDemo, pdf } from './demo.mjs';

const mail = 'lea@menuiserie-orsel.example';
const password = 'copeaux de chêne et de frêne';
let demo;
before(async () => { demo = await openDemo(); }, { timeout: 900_000 });
after(async () => {
  const end = await demo.close();
  assert.equal(end.code, 0);
  assert.equal(end.verified, 0, end.report);
});

// The newest mail to the address with a link that begins so, as the outbox shows it.
async function mailedLink(page, beginning) {
  for (let attempt = 0; attempt < 60; ++attempt) {
    await page.goto('/demo/messages?canal=mail');
    const link = page.locator('article.message', { hasText: mail }).locator(`a[href^="${beginning}"]`).first();
    if (await link.count()) return link.getAttribute('href');
    await page.waitForTimeout(250);
  }
  throw new Error(`no mail with ${beginning}`);
}

const papers = ['registration', 'decennale', 'liability', 'urssaf', 'bank_details', 'identity'];

// A broker finds the new firm where it works and mandates it; it accepts from its own space, and learns whom to call.
async function firstJob(phone) {
  const { page: desk, problems } = await demo.visitor();
  await enter(desk, 'claire@fontebride.example');
  await desk.goto('/travaux/declarer');
  await desk.selectOption('[name=kind]', 'vol');
  await desk.fill('[name=description]', 'Porte-fenêtre arrière fracturée.');
  await desk.check('input[name=trade][value=menuiserie-bois]');
  await desk.fill('[name=insured_name]', 'Apolline Vernay');
  await desk.fill('[name=insured_phone]', '06 39 98 31 22');
  await desk.check('[name=insured_informed]');
  await desk.fill('[name=address]', '12 rue des Copeaux');
  await desk.fill('[name=postal_code]', '69003');
  await desk.click('main form button[type=submit]');
  await desk.waitForURL('**/entreprises');
  const firm = desk.locator('.firm', { has: desk.getByRole('heading', { name: 'Menuiserie Orsel' }) });
  await firm.getByRole('button', { name: 'Mandater cette entreprise' }).click();
  await desk.waitForURL('**/travaux/dossiers/*');

  await phone.goto('/chantiers');
  await phone.locator('tbody a, .has-link a').first().click();
  assert.doesNotMatch(await phone.locator('main').innerText(), /Vernay|31 22|Copeaux/);
  await phone.check('input[value=accepter]');
  await phone.getByRole('button', { name: 'Valider ma réponse' }).click();
  await phone.getByText('Apolline Vernay').first().waitFor();
  assert.match(await phone.locator('main').innerText(), /06 39 98 31 22/);
  await chooseFile(phone.locator('[name=quote_file]'), pdf());
  await phone.fill('[name=amount_ht]', '820,00');
  await phone.fill('[name=amount_ttc]', '902,00');
  await phone.getByRole('button', { name: 'Déposer le devis' }).click();
  await phone.getByText('Votre devis est déposé').waitFor();
  await desk.reload();
  assert.match(await desk.locator('main').innerText(), /EN COURS/);
  assert.deepEqual(problems, []);
}

test('a tradesman joins, is validated, comes in, and takes his first job', { timeout: 240_000 }, async () => {
  const { page: phone, problems } = await demo.visitor({ phone: true });
  await phone.goto('/connexion');
  await phone.getByText('Je n’ai pas de compte').click();
  await phone.getByText('Artisan du bâtiment').click();
  await phone.fill('[name=company]', 'Menuiserie Orsel');
  await phone.fill('[name=person]', 'Léa Orsel');
  await phone.fill('[name=email]', mail);
  await phone.fill('[name=mobile]', '06 39 98 44 55');
  await phone.fill('[name=siret]', '356 000 000 09075');
  await phone.fill('[name=street]', '4 impasse du Rabot');
  await phone.fill('[name=postal_code]', '69003');
  await phone.check('[name=trades][value=menuiserie-bois]');
  await phone.fill('[name=password]', password);
  await phone.check('[name=humain]');
  // Sent before the number is found: the page waits, then sends by itself.
  await phone.click('main form button[type=submit]');
  await phone.waitForURL('**/confirmation/*');
  await phone.goto(await mailedLink(phone, '/confirmation/'));
  await phone.getByRole('button', { name: 'Confirmer mon adresse' }).click();
  await phone.getByRole('heading', { name: 'Votre adresse est confirmée' }).waitFor();

  const link = await mailedLink(phone, '/pieces/');
  for (const kind of papers) {
    await phone.goto(link);
    const form = phone.locator('form', { has: phone.locator(`input[name=kind][value=${kind}]`) });
    await chooseFile(form.locator('input[type=file]'), pdf());
    await form.getByRole('button', { name: 'Envoyer' }).click();
    await phone.getByText('Votre pièce est reçue.').waitFor();
  }

  const { page: desk } = await demo.visitor();
  await enter(desk, 'agathe@mandat.example');
  await desk.goto('/administration/inscriptions');
  await desk.getByRole('link', { name: 'Menuiserie Orsel' }).click();
  const nextYear = `${new Date().getFullYear() + 1}-06-30`;
  for (let left = papers.length; left > 0; --left) {
    const form = desk.locator('form', { has: desk.locator('input[name=verdict][value=accepter]') }).first();
    const trade = form.locator('input[name=trades]');
    if (await trade.count()) await trade.first().check();
    const until = form.locator('input[name=valid_until]');
    if (await until.count()) await until.fill(nextYear);
    await form.getByRole('button', { name: 'Accepter' }).click();
    await desk.getByText('La pièce est acceptée.').waitFor();
  }
  await desk.getByRole('button', { name: 'Valider l’inscription' }).click();
  await desk.getByText('L’inscription est validée').waitFor();

  await phone.goto('/connexion');
  await phone.fill('[name=email]', mail);
  await phone.fill('[name=password]', password);
  await phone.click('main form button[type=submit]');
  await phone.waitForURL('**/chantiers');
  await firstJob(phone);
  assert.deepEqual(problems, []);
});
