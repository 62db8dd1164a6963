// The repairers' desk in a real browser, on each engine: a garage signs up, is validated, receives a report, answers a
// date and sends a supplement from a phone, then its invoice; the adjusting firm does its half (M1 to M25).
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chooseFile, engines, enter, frailLine, heavyPhoto, openDemo, pdf, photo } from './demo.mjs';

const firmMail = 'helene@atmos-expertise.example';
const garageMail = 'accueil@garage-de-l-orme.example';
const password = 'quatre roues bien alignées';
const siret = '356 000 000 09110';  // of La Poste's kind: the sum of its digits is a multiple of five
const reference = '255099001';
const comment = 'Traverse avant voilée : à remplacer';

// The newest mail to the garage with these words and a link that begins so, as the outbox shows it.
async function mailed(page, words, beginning) {
  for (let attempt = 0; attempt < 80; ++attempt) {
    await page.goto('/demo/messages?canal=mail');
    const mail = page.locator('article.message', { hasText: garageMail }).filter({ hasText: words });
    const found = beginning ? mail.locator(`a[href^="${beginning}"]`) : mail;
    if (await found.count()) return beginning ? found.first().getAttribute('href') : '';
    await page.waitForTimeout(250);
  }
  throw new Error(`no mail with « ${words} »`);
}

async function signUp(page) {
  await page.goto('/connexion');
  await page.getByText('Je n’ai pas de compte').click();
  await page.getByText('Réparateur automobile').click();
  await page.fill('[name=company]', 'Garage de l’Orme');
  await page.fill('[name=email]', garageMail);
  await page.fill('[name=mobile]', '06 39 98 77 66');
  await page.fill('[name=siret]', siret);
  await page.fill('[name=postal_code]', '69003');
  const firm = await page.locator('[name=cabinet] option', { hasText: 'ATMOS' }).getAttribute('value');
  await page.selectOption('[name=cabinet]', firm);
  await page.fill('[name=password]', password);
  await page.check('[name=humain]');
  await page.click('main form button[type=submit]');
  await page.waitForURL('**/confirmation/*');
  await page.goto(await mailed(page, '', '/confirmation/'));
  await page.getByRole('button', { name: 'Confirmer mon adresse' }).click();
  await page.getByRole('heading', { name: 'Votre adresse est confirmée' }).waitFor();
}

async function signIn(page) {
  await page.goto('/connexion');
  await page.fill('[name=email]', garageMail);
  await page.fill('[name=password]', password);
  await page.click('main form button[type=submit]');
  await page.waitForURL('**/reparateurs');
}

async function createFile(page) {
  await page.goto('/reparateurs');
  await page.getByRole('link', { name: 'Nouveau dossier' }).click();
  for (const [name, value] of Object.entries({
    reference, siret, insured: 'Mme Ombeline Tavernier', make: 'MINI', model: 'MINI COOPER', plate: 'AB-345-CD',
    insurer: 'Prévoyance Auto', insurer_code: '0418', claim_number: '0000012106036373',
  })) await page.fill(`main [name=${name}]`, value);
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await page.waitForURL(/\/reparateurs\/dossiers\/\d+$/);
  await page.getByText('le réparateur le voit dans sa liste').waitFor();
  return new URL(page.url()).pathname;
}

async function postReport(page, file, kind, amount) {
  await page.goto(file);
  await page.getByText('Choisir un document').click();
  await page.selectOption('[name=kind]', kind);
  await page.fill('#poster [name=amount]', amount);
  await chooseFile(page.locator('#poster [name=file]'), pdf(['Rapport']));
  await page.getByRole('button', { name: 'Poster au réparateur' }).click();
  await page.getByText('document posté').waitFor();
}

const line = (page) => page.locator('.motor-list tr', { hasText: reference });

for (const engine of engines) describe(`on ${engine}`, () => {
  let demo, garage, phone, frail, firm, file;
  before(async () => {
    demo = await openDemo(engine);
    garage = await demo.visitor();
    frail = await frailLine(demo.address);
    phone = await demo.visitor({ phone: true, through: frail.address });
    firm = await demo.visitor();
  }, { timeout: 900_000 });
  after(async () => {
    frail.close();
    const end = await demo.close();
    assert.equal(end.code, 0);
    assert.equal(end.verified, 0, end.report);
    for (const { problems } of [garage, phone, firm]) assert.deepEqual(problems, []);
  });

  test('M1 to M7: a garage signs up, is validated by its firm, and comes in', { timeout: 240_000 }, async () => {
    await signUp(garage.page);
    await enter(firm.page, firmMail);
    await firm.page.locator('.rail').getByRole('link', { name: /^Réparateurs/ }).click();
    await firm.page.waitForURL('**/reparateurs/rattachements');
    await firm.page.locator('.card', { hasText: 'Garage de l’Orme' }).getByRole('button', { name: 'Valider' }).click();
    await firm.page.getByText('Le réparateur est rattaché').waitFor();
    await mailed(garage.page, 'Votre compte est activé');
    await signIn(garage.page);
    for (const entry of ['LISTE DES DOSSIERS', 'TARIFS', 'PARAMÈTRES', 'Aide'])
      assert.equal(await garage.page.locator('.rail').getByRole('link', { name: entry }).count(), 1, entry);
    await garage.page.locator('.rail').getByRole('button', { name: 'QUITTER' }).click();
    await garage.page.waitForURL('**/connexion');
    await signIn(garage.page);
  });

  test('M13, M14: a report is told on opening, marked NEW, then counted on a green disc', { timeout: 120_000 }, async () => {
    file = await createFile(firm.page);
    await garage.page.goto('/reparateurs');
    assert.match(await line(garage.page).innerText(), /0/);
    await postReport(firm.page, file, 'provisional_report', '1 200,00');
    await garage.page.goto('/reparateurs');
    assert.match(await garage.page.locator('.motor-banner').innerText(), new RegExp(`Rapport provisoire · dossier ${reference}`));
    assert.equal(await line(garage.page).locator('.mark-new').count(), 1);
    await garage.page.getByRole('button', { name: 'Masquer' }).click();
    await garage.page.locator('.motor-banner').waitFor({ state: 'detached' });
    await garage.page.goto('/notifications');
    assert.match(await garage.page.locator('main').innerText(), new RegExp(`Rapport provisoire · dossier ${reference}`));
    await garage.page.goto('/reparateurs');
    await line(garage.page).locator('.row-link').click();
    await garage.page.waitForURL(`**${file}`);
    assert.match(await garage.page.locator('#recus').innerText(), new RegExp(`RAPPORT_PROVISOIRE_ATMOS_${reference}_\\d+\\.pdf`));
    await garage.page.goto('/reparateurs');
    assert.equal(await line(garage.page).locator('.mark-seen').count(), 1);
  });

  test('M21, M22: a date is suggested from the phone, moved by the firm, accepted', { timeout: 120_000 }, async () => {
    await signIn(phone.page);
    await line(phone.page).locator('.row-link').click();  // a card of the list
    await phone.page.locator('.tabs').getByRole('link', { name: 'Expertise' }).click();
    await phone.page.waitForURL(`**${file}/expertise`);
    const field = phone.page.locator('form[action$="/dates/reparation"]');
    await phone.page.locator('details', { has: field }).locator('summary').click();
    const year = new Date().getFullYear() + 1;
    await field.locator('[name=day]').fill(`${year}-02-03`);
    await field.getByRole('button', { name: 'Suggérer la date' }).click();
    await phone.page.getByText(`pour le 03-02-${year}`).first().waitFor();

    await garage.page.goto('/reparateurs/agenda');  // left open while the firm answers (P15)
    assert.equal(await garage.page.locator('#a-repondre').count(), 0);
    await firm.page.goto('/reparateurs');
    await line(firm.page).locator('.row-link').click();
    await firm.page.locator('.tabs').getByRole('link', { name: 'Expertise' }).click();
    await firm.page.waitForURL(`**${file}/expertise`);
    const decision = firm.page.locator('form[action$="/decision"]', { has: firm.page.locator('[name=reason]') });
    await firm.page.locator('details', { has: decision }).locator('summary').click();
    await decision.locator('[value=counter]').check();
    await decision.locator('[name=day]').fill(`${year}-02-04`);
    await decision.locator('[name=reason]').fill('Pièces livrées la veille');
    await decision.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await firm.page.getByText(`04-02-${year}`).first().waitFor();
    await garage.page.locator('#a-repondre').getByText('Pièces livrées la veille').waitFor();

    await firm.page.$eval('.page-header', (header) => { header.dataset.before = ''; });
    await phone.page.goto(`${file}/expertise`);
    await phone.page.getByRole('button', { name: 'Accepter cette date' }).click();
    await phone.page.getByText('validée').first().waitFor();
    // The firm's page is read anew, and what it had been told of its own act stays.
    await firm.page.locator('[data-before]').waitFor({ state: 'detached' });
    await firm.page.getByText('Votre date est proposée au réparateur').waitFor();
  });

  test('M25: a supplement leaves the phone with a photo, the firm answers by line', { timeout: 120_000 }, async () => {
    await phone.page.goto(file);
    await phone.page.getByRole('link', { name: 'Envoyer un complément de réparation' }).first().click();
    await phone.page.waitForURL('**/complement');
    await phone.page.fill('[name=comment]', comment);
    // Three photographs over a line that breaks in the middle of the second.
    const status = phone.page.locator('.photo-status');
    frail.breakAfter(300_000);
    await chooseFile(phone.page.locator('[name=photos]'), [photo('avant.png'), heavyPhoto('longeron.png', 420), heavyPhoto('cote.png', 40)]);
    await status.getByText(/Connexion perdue\s: 1 sur 3 envoyée\. Touchez «\sReprendre\s»/).waitFor();
    assert.equal(await phone.page.inputValue('[name=comment]'), comment);
    assert.equal(await phone.page.locator('.kept-photos input:checked').count(), 1);
    const resume = phone.page.getByRole('button', { name: 'Reprendre' });
    await resume.click();  // too early
    await status.getByText(/Connexion perdue\s: 0 sur 2 envoyée/).waitFor();
    frail.mend();
    await resume.click();
    await phone.page.getByText('Photos déjà reçues').waitFor();
    // Sending takes with it what still waits, and leaves by itself once that has come.
    await phone.page.getByRole('button', { name: 'Envoyer le complément' }).click();
    await phone.page.waitForURL((url) => !url.pathname.endsWith('/complement'));
    assert.match(await phone.page.locator('main').innerText(), /1 ligne, 3 photos/);
    phone.problems.splice(0, phone.problems.length, ...phone.problems.filter((told) => !/net::ERR_/.test(told)));

    await firm.page.goto(file);
    await firm.page.locator('#complements a').first().click();
    await firm.page.getByText(comment).first().waitFor();
    for (const box of await firm.page.locator('#decision input[type=radio][value=accepted]').all()) await box.check();
    await firm.page.getByRole('button', { name: 'Envoyer la décision' }).click();
    await firm.page.getByText('accepté').first().waitFor();
  });

  test('M18, M19: the invoice is dropped, its total read, compared and sent; the firm closes the file', { timeout: 120_000 }, async () => {
    await postReport(firm.page, file, 'report', '1 320,00');
    await garage.page.goto(file);
    assert.match(await garage.page.locator('#recus').innerText(), /Dernière version du PV d’expertise/);
    // Two hundred megabytes never leave the garage; what was chosen beside stays chosen.
    const folder = mkdtempSync(join(tmpdir(), 'mandat-heavy-'));
    const heavy = join(folder, 'releves.pdf');
    writeFileSync(heavy, '%PDF-1.7');
    truncateSync(heavy, 200 * 2 ** 20);
    await chooseFile(garage.page.locator('#envoyer [name=quote]'), pdf(['Devis'], 'devis.pdf'));
    await chooseFile(garage.page.locator('#envoyer [name=other]'), heavy);
    await garage.page.getByRole('button', { name: 'Envoyer les documents' }).click();
    await garage.page.getByText(/«\sreleves\.pdf\s» dépasse 25\sMo/).waitFor();
    assert.equal(await garage.page.$eval('#envoyer [name=quote]', (input) => input.files[0].name), 'devis.pdf');
    for (const kind of ['quote', 'other']) await chooseFile(garage.page.locator(`#envoyer [name=${kind}]`), []);
    rmSync(folder, { recursive: true });
    const invoice = pdf(['Facture 2026-118', 'Total HT 1 100,00', 'TVA 20 % 220,00', 'Total TTC 1 320,00'], 'facture.pdf');
    // Dropped onto its box, as from a folder.
    const transfer = await garage.page.evaluateHandle(({ name, bytes }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(bytes)], name, { type: 'application/pdf' }));
      return carried;
    }, { name: invoice.name, bytes: [...invoice.buffer] });
    await garage.page.locator('.drop-box', { has: garage.page.locator('[name=invoice]') }).dispatchEvent('drop', { dataTransfer: transfer });
    await garage.page.getByRole('button', { name: 'Envoyer les documents' }).click();
    await garage.page.waitForURL('**/reparateurs/factures/*');
    await garage.page.getByText('Le total est celui du dernier rapport').waitFor();
    await garage.page.getByRole('button', { name: 'Envoyer la facture' }).click();
    await garage.page.getByText('Facture envoyée au cabinet.').waitFor();

    await firm.page.goto(file);
    const sent = firm.page.locator('.paper', { hasText: 'facture.pdf' });
    await sent.getByText('Juger ce document').click();
    await sent.locator('[value=compliant]').check();
    await sent.getByRole('button', { name: 'Enregistrer le jugement' }).click();
    await firm.page.getByText('Jugement enregistré').waitFor();
    assert.match(await firm.page.locator('.page-header').innerText(), /Terminé/i);
    await garage.page.goto('/reparateurs?etat=termine');
    assert.equal(await line(garage.page).count(), 1);
  });

  test('M31, P15.gone: a garage that has the file open is told that it left, and led back to the list', { timeout: 120_000 }, async () => {
    await phone.page.goto('/reparateurs');
    await garage.page.goto(file);
    await firm.page.goto(file);
    await firm.page.locator('#reparateur').getByRole('button', { name: 'Détacher' }).first().click();
    await firm.page.locator('#reparateur .question button[type=submit]').click();
    await firm.page.getByText('Le réparateur est détaché').waitFor();
    const told = garage.page.locator('.gone');
    await told.getByText('Ce dossier n’est plus dans votre liste').waitFor();
    assert.match(await garage.page.locator('.page-header').innerText(), new RegExp(reference));  // what he reads stays
    assert.equal(await told.count(), 1);
    await told.getByRole('link', { name: 'Revenir à la liste des dossiers' }).click();
    await garage.page.waitForURL('**/reparateurs');
    assert.equal(await line(garage.page).count(), 0);
    // The browser notes what is not found.
    garage.problems.splice(0, garage.problems.length, ...garage.problems.filter((said) => !/status of 404/.test(said)));
  });
});
