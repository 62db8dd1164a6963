// Money of desk Travaux in a real browser: a commission from the closed job to the reconciled debit, a quarter's bonus
// from the run to the statement (W27, W29).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, openDemo, pdf } from './demo.mjs';

const broker = 'claire@fontebride.example';
const maker = 'agathe@mandat.example';
const releaser = 'basile@mandat.example';
const iban = 'FR7630006000011234567890189';
let demo;
before(async () => { demo = await openDemo(); }, { timeout: 480_000 });
after(async () => {
  const end = await demo.close();
  assert.equal(end.code, 0);
  assert.equal(end.verified, 0, end.report);
});

const words = (page) => page.locator('main').innerText();
const press = (page, name) => page.locator('main').getByRole('button', { name }).first().click();

async function mandatedFirm(page) {
  await page.goto('/travaux/declarer');
  await page.selectOption('[name=kind]', 'degat-des-eaux');
  await page.fill('[name=description]', 'Fuite sous évier, parquet gondolé.');
  await page.check('input[name=trade][value=plomberie]');
  await page.fill('[name=insured_name]', 'Odile Marchevent');
  await page.fill('[name=insured_phone]', '06 39 98 76 55');
  await page.check('[name=insured_informed]');
  await page.fill('[name=address]', '5 impasse des Tanneurs');
  await page.fill('[name=postal_code]', '69003');
  await page.fill('[name=insurer_email]', 'sinistres@assureur.example');
  await page.click('main form button[type=submit]');
  await page.waitForURL('**/entreprises');
  const firm = (await page.locator('.firm-name h2').first().innerText()).trim();
  await press(page, 'Mandater cette entreprise');
  await page.waitForURL('**/travaux/dossiers/*');
  const file = page.url();
  await page.goto('/demo/messages');
  const text = await words(page);
  return { file, mail: text.slice(text.indexOf(firm)).match(/[\w.-]+@artisans\.example/)[0] };
}

async function mailedCode(page) {
  for (let attempt = 0; attempt < 40; ++attempt) {
    await page.goto('/demo/messages?canal=mail');
    const found = (await words(page)).match(/signature de votre mandat de prélèvement\s?: (\d{8})/);
    if (found) return found[1];
    await page.waitForTimeout(250);
  }
  throw new Error('no code in the outbox');
}

async function days(page, count) {
  for (let gone = 0; gone < count; gone += 2) {
    await page.goto('/connexion');
    await page.locator('.demo-bar').getByRole('button', { name: '+ 2 jours' }).click();
  }
}

// Every debit of the batch's file, as the bank would book it.
function statement(file, number) {
  const debits = [...file.matchAll(/<EndToEndId>([^<]+)<\/EndToEndId>[\s\S]*?<InstdAmt Ccy="EUR">([\d.]+)</g)];
  const total = debits.reduce((sum, [, , amount]) => sum + Math.round(Number(amount) * 100), 0);
  const money = (cents) => (cents / 100).toFixed(2);
  const balance = (type, cents) => `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${money(cents)}</Amt>`
    + '<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2027-01-01</Dt></Dt></Bal>';
  const entries = debits.map(([, id, amount], index) => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`
    + '<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-01</Dt></BookgDt>'
    + `<AcctSvcrRef>CLIC${index}</AcctSvcrRef><BkTxCd><Prtry><Cd>B2</Cd></Prtry></BkTxCd>`
    + `<NtryDtls><TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`).join('');
  return '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">'
    + `<BkToCstmrStmt><GrpHdr><MsgId>${number}</MsgId><CreDtTm>2027-01-01T07:00:00</CreDtTm></GrpHdr><Stmt><Id>${number}</Id>`
    + '<CreDtTm>2027-01-01T07:00:00</CreDtTm><Acct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></Acct>'
    + `${balance('OPBD', 2_500_000)}${balance('CLBD', 2_500_000 + total)}${entries}</Stmt></BkToCstmrStmt></Document>\n`;
}

async function closedJob(desk, firm, { file, mail }) {
  await enter(firm, mail);
  await firm.goto('/chantiers');
  await firm.locator('tbody a, .has-link a').first().click();
  const job = firm.url();
  await firm.check('input[value=accepter]');
  await press(firm, 'Valider ma réponse');
  await firm.setInputFiles('[name=quote_file]', pdf());
  await firm.fill('[name=amount_ht]', '1 000,00');
  await firm.fill('[name=amount_ttc]', '1 100,00');
  await press(firm, 'Déposer le devis');
  await firm.getByText('Votre devis est déposé').waitFor();
  await enter(desk, broker);
  await desk.goto(file);
  await desk.locator('main form').getByRole('button', { name: 'Envoyer le devis à l’assureur' }).click();
  await desk.getByText('Le devis est parti à l’assureur').waitFor();
  await desk.check('input[name=answer][value=valide]');
  await press(desk, 'Enregistrer la réponse');
  await desk.getByText('La réponse de l’assureur est enregistrée').waitFor();
  await firm.goto(job);
  await firm.fill('[name=invoiced_ht]', '1000');
  await firm.setInputFiles('[name=invoice_file]', pdf());
  await press(firm, 'clore le chantier');
  await firm.getByText('Le chantier est clos').waitFor();
  await desk.goto(file);
  await desk.locator('main form').getByRole('button', { name: 'Clore le dossier' }).click();
  await desk.getByText('Le dossier est clos de votre côté').waitFor();
}

async function signMandate(firm) {
  await firm.goto('/chantiers/reglages/banque');
  if (/Révoquer ce mandat/.test(await words(firm))) return;
  if (await firm.locator('[name=iban]').isVisible()) {
    await firm.fill('[name=iban]', `${iban.slice(0, -1)}8`);
    await firm.fill('[name=holder]', 'Entreprise Essai');
    await press(firm, 'Enregistrer ce compte');
    assert.match(await words(firm), /Cet IBAN français n’est pas valable/);
    await firm.fill('[name=iban]', iban);
    await press(firm, 'Enregistrer ce compte');
  }
  await press(firm, 'Recevoir le code de signature');
  const code = await mailedCode(firm);
  await firm.goto('/chantiers/reglages/banque?code=envoye');
  await firm.check('[name=consent]');
  await firm.fill('[name=code]', code);
  await press(firm, 'Signer le mandat');
  await firm.getByText('Le mandat est signé').waitFor();
}

test('W27, W29: a commission goes from closure to the reconciled debit, a bonus from the run to its statement', async () => {
  const desk = await demo.visitor();
  const firm = await demo.visitor({ phone: true });
  const first = await demo.visitor();
  const second = await demo.visitor();
  await enter(desk.page, broker);
  const job = await mandatedFirm(desk.page);
  await closedJob(desk.page, firm.page, job);
  await signMandate(firm.page);
  await firm.page.goto('/chantiers/commissions');
  assert.match(await words(firm.page), /120,00\s€[\s\S]*À prélever/);

  await days(first.page, 14);
  await enter(first.page, maker);
  await first.page.goto('/administration/paiements');
  await press(first.page, 'Préparer les prélèvements');
  await first.page.waitForURL('**/remises/*');
  const batch = first.page.url();
  await enter(second.page, releaser);
  await second.page.goto(batch);
  await press(second.page, 'Libérer la remise');
  const download = await first.page.request.get(`${batch}/fichier`);
  assert.equal(download.status(), 200);
  await days(first.page, 4);
  await enter(first.page, maker);
  await first.page.goto('/administration/paiements/banque');
  const xml = statement(await download.text(), 'CLIC-1');
  await first.page.setInputFiles('[name=fichier]', { name: 'releve.xml', mimeType: 'application/xml', buffer: Buffer.from(xml) });
  await press(first.page, 'Lire le fichier');
  await enter(firm.page, job.mail);
  await firm.page.goto('/chantiers/commissions');
  await firm.page.getByText('Payée').first().waitFor();

  await days(first.page, 92);
  await enter(first.page, maker);
  await first.page.goto('/administration/primes');
  await press(first.page, 'Établir les relevés et les virements');
  await first.page.getByText(/relevés? établis? pour/).waitFor();
  await enter(desk.page, broker);
  await desk.page.goto('/travaux/primes');
  await desk.page.getByText('Virement prévu').first().waitFor();
  assert.match(await words(desk.page), /AF-\d+-\d{4}-\d{6}/);
  for (const { problems } of [desk, firm, first, second]) assert.deepEqual(problems, []);
}, { timeout: 480_000 });
