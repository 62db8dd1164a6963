// Money of desk Travaux in a real browser: a commission from the closed job to the reconciled debit, then a quarter's
// bonus from the run to the broker's statement and the booked transfer (W27, W29, P8).
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chooseFile, engines, enter, openDemo, pdf } from './demo.mjs';

const broker = 'claire@fontebride.example';
const maker = 'agathe@mandat.example';
const releaser = 'basile@mandat.example';
const houseIban = 'FR1420041010050500013M02606';
const firmIban = 'FR7630006000011234567890189';
const dayMs = 86_400_000;

const words = (page) => page.locator('main').innerText();
const press = (page, name) => page.locator('main').getByRole('button', { name }).first().click();

// As somebody else, or the same person once the clock has ended the session.
async function enterAs(page, mail) {
  await page.context().clearCookies();
  await enter(page, mail);
}

// What the worker does a moment later.
async function soon(page, path, found) {
  for (let attempt = 0; attempt < 80; ++attempt) {
    await page.goto(path);
    const seen = found(await words(page));
    if (seen) return seen;
    await page.waitForTimeout(250);
  }
  throw new Error(`never seen on ${path}: ${found}`);
}

async function declareAndMandate(desk) {
  await desk.goto('/travaux/declarer');
  await desk.selectOption('[name=kind]', 'degat-des-eaux');
  await desk.fill('[name=description]', 'Fuite sous évier, parquet gondolé.');
  await desk.check('input[name=trade][value=plomberie]');
  await desk.fill('[name=insured_name]', 'Odile Marchevent');
  await desk.fill('[name=insured_phone]', '06 39 98 76 55');
  await desk.check('[name=insured_informed]');
  await desk.fill('[name=address]', '5 impasse des Tanneurs');
  await desk.fill('[name=postal_code]', '69003');
  await desk.fill('[name=insurer_email]', 'sinistres@assureur.example');
  await desk.click('main form button[type=submit]');
  await desk.waitForURL('**/entreprises');
  const name = (await desk.locator('.firm-name h2').first().innerText()).trim();
  await press(desk, 'Mandater cette entreprise');
  await desk.waitForURL('**/travaux/dossiers/*');
  return { file: desk.url(), name };
}

// The address to which the mail that asks the firm went: the message that names it, and no other firm's.
async function mailOf(page, name) {
  for (let attempt = 0; attempt < 80; ++attempt) {
    await page.goto('/demo/messages?canal=mail');
    for (const message of await page.locator('article.message', { hasText: name }).allInnerTexts()) {
      const found = message.match(/[\w.-]+@artisans\.example/);
      if (found) return found[0];
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`no mail to ${name}`);
}

async function closeJobAndFile(desk, firm, file) {
  await firm.goto('/chantiers');
  await firm.locator('tbody a, .has-link a').first().click();
  const job = firm.url();
  await firm.check('input[value=accepter]');
  await press(firm, 'Valider ma réponse');
  await chooseFile(firm.locator('[name=quote_file]'), pdf());
  await firm.fill('[name=amount_ht]', '1 000,00');
  await firm.fill('[name=amount_ttc]', '1 100,00');
  await press(firm, 'Déposer le devis');
  await firm.getByText('Votre devis est déposé').waitFor();
  await desk.goto(file);
  await desk.locator('main form').getByRole('button', { name: 'Envoyer le devis à l’assureur' }).click();
  await desk.getByText('Le devis est parti à l’assureur').waitFor();
  await desk.check('input[name=answer][value=valide]');
  await press(desk, 'Enregistrer la réponse');
  await desk.getByText('La réponse de l’assureur est enregistrée').waitFor();
  await firm.goto(job);
  await firm.fill('[name=invoiced_ht]', '1000');
  await chooseFile(firm.locator('[name=invoice_file]'), pdf());
  await press(firm, 'clore le chantier');
  await firm.getByText('Le chantier est clos').waitFor();
  await desk.goto(file);
  await desk.locator('main form').getByRole('button', { name: 'Clore le dossier' }).click();
  await desk.getByText('Le dossier est clos de votre côté').waitFor();
}

async function signMandate(firm) {
  await firm.goto('/chantiers/reglages/banque');
  if (/Révoquer ce mandat/.test(await words(firm))) return;  // the demo's firm signed for an earlier job
  if (await firm.locator('[name=iban]').isVisible()) {
    await firm.fill('[name=holder]', 'Entreprise Essai');
    await firm.fill('[name=iban]', `${firmIban.slice(0, -1)}8`);
    await press(firm, 'Enregistrer ce compte');
    await firm.getByText('Cet IBAN français n’est pas valable').first().waitFor();
    await firm.fill('[name=iban]', firmIban);
    await press(firm, 'Enregistrer ce compte');
  }
  await press(firm, 'Recevoir le code de signature');
  const code = await soon(firm, '/demo/messages?canal=mail',
    (text) => text.match(/signature de votre mandat de prélèvement\s?: (\d{8})/)?.[1]);
  await firm.goto('/chantiers/reglages/banque?code=envoye');
  await firm.check('[name=consent]');
  await firm.fill('[name=code]', code);
  await press(firm, 'Signer le mandat');
  await firm.getByText('Le mandat est signé').waitFor();
}

// What the bank would write of each order of the file it was sent.
function statement(sent, number, day) {
  const debit = sent.includes('<CstmrDrctDbtInitn>');
  const sign = debit ? 'CRDT' : 'DBIT';
  const orders = [...sent.matchAll(/<EndToEndId>([^<]+)<\/EndToEndId>[\s\S]*?<InstdAmt Ccy="EUR">([\d.]+)</g)];
  assert.ok(orders.length > 0);
  const total = orders.reduce((sum, [, , amount]) => sum + Math.round(Number(amount) * 100), 0) * (debit ? 1 : -1);
  const balance = (type, cents) => `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${(cents / 100).toFixed(2)}</Amt>`
    + `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entries = orders.map(([, id, amount], index) => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>`
    + `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt>`
    + `<AcctSvcrRef>CLIC${number}${index}</AcctSvcrRef><BkTxCd><Prtry><Cd>B2</Cd></Prtry></BkTxCd>`
    + `<NtryDtls><TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`).join('');
  return '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">'
    + `<BkToCstmrStmt><GrpHdr><MsgId>CLIC-${number}</MsgId><CreDtTm>${day}T07:00:00</CreDtTm></GrpHdr><Stmt><Id>CLIC-${number}</Id>`
    + `<CreDtTm>${day}T07:00:00</CreDtTm><Acct><Id><IBAN>${houseIban}</IBAN></Id></Acct>`
    + `${balance('OPBD', 9_000_000)}${balance('CLBD', 9_000_000 + total)}${entries}</Stmt></BkToCstmrStmt></Document>\n`;
}

// One engine by day; the other too at night (MANDAT_STORIES=all).
const told = (engine) => engine === 'sqlite' || process.env.MANDAT_STORIES === 'all';

for (const engine of engines.filter(told)) describe(`on ${engine}`, () => {
  let demo, clock, desk, firm, first, second;
  let moved = 0;  // days
  const people = [];
  const visitor = async (how) => {
    const one = await demo.visitor(how);
    people.push(one);
    return one.page;
  };
  before(async () => {
    demo = await openDemo(engine);
    [clock, desk, first, second] = [await visitor(), await visitor(), await visitor(), await visitor()];
    firm = await visitor({ phone: true });
  }, { timeout: 600_000 });
  after(async () => {
    const end = await demo.close();
    assert.equal(end.code, 0);
    assert.equal(end.verified, 0, end.report);
    // The mistyped IBAN is refused on purpose.
    for (const { problems } of people) assert.deepEqual(problems.filter((each) => !each.includes('status of 422')), []);
  });

  const demoDay = () => new Date(Date.now() + moved * dayMs).toISOString().slice(0, 10);
  async function pass(days) {
    // A list left open would ask for its news with a session that the clock has ended.
    for (const page of [desk, firm, first, second]) await page.goto('about:blank');
    for (let left = days; left > 0;) {
      const step = [5, 2, 1].find((each) => each <= left);
      await clock.goto('/demo');
      await clock.locator('.demo-bar').getByRole('button', { name: step === 1 ? '+ 1 jour' : `+ ${step} jours` }).click();
      await clock.getByText('Il est maintenant').waitFor();
      left -= step;
      moved += step;
    }
  }

  // Prepared by one administrator, released by the other; the file that goes to the bank.
  async function batch(button) {
    await enterAs(first, maker);
    await first.goto('/administration/paiements');
    await press(first, button);
    await first.waitForURL('**/remises/*');
    assert.equal(await first.locator('main').getByRole('button', { name: 'Libérer la remise' }).count(), 0, 'the maker releases nothing');
    await enterAs(second, releaser);
    await second.goto(first.url());
    await press(second, 'Libérer la remise');
    await second.locator('.question:popover-open').getByRole('button', { name: 'Libérer la remise' }).click();
    await second.getByText('envoyée').first().waitFor();
    const file = await second.request.get(`${first.url()}/fichier`);
    assert.equal(file.status(), 200);
    return file.text();
  }
  async function bankSays(xml) {
    await enterAs(first, maker);
    await first.goto('/administration/paiements/banque');
    await chooseFile(first.locator('[name=fichier]'), { name: 'releve.xml', mimeType: 'application/xml', buffer: Buffer.from(xml) });
    await press(first, 'Lire le fichier');
    await first.getByText('releve.xml').first().waitFor();
  }

  test('W27: a commission goes from closure to the reconciled debit', { timeout: 480_000 }, async () => {
    await enterAs(desk, broker);
    const { file, name } = await declareAndMandate(desk);
    const mail = await mailOf(clock, name);
    await enterAs(firm, mail);
    await closeJobAndFile(desk, firm, file);
    await signMandate(firm);
    await firm.goto('/chantiers/commissions');
    assert.match(await words(firm), /120,00\s€[\s\S]*À prélever/);

    await pass(5);  // the fifteenth day, or the TARGET day after it, is then near enough for the bank to take
    const sent = await batch('Préparer les prélèvements');
    assert.ok(sent.includes('<InstdAmt Ccy="EUR">120.00</InstdAmt>'), 'its commission is in the file');
    await pass(20);
    await bankSays(statement(sent, 1, demoDay()));
    await enterAs(firm, mail);
    await soon(firm, '/chantiers/commissions', (text) => /120,00\s€[\s\S]{0,80}Payée|Payée[\s\S]{0,80}120,00\s€/.test(text));
  });

  test('W29: a quarter’s bonuses go from the run to the statement and the booked transfer', { timeout: 480_000 }, async () => {
    const today = new Date(Date.now() + moved * dayMs);
    const quarter = Date.UTC(today.getUTCFullYear(), 3 * Math.floor(today.getUTCMonth() / 3) + 3, 1);
    await pass(Math.ceil((quarter - today.getTime()) / dayMs) + 1);
    await enterAs(first, maker);
    await first.goto('/administration/primes');
    await press(first, 'Établir les relevés et les virements');
    await first.getByText(/relevés? établis? pour/).waitFor();
    await enterAs(desk, broker);
    const row = await soon(desk, '/travaux/primes', (text) => text.match(/[^\n]*AF-\d+-\d{4}-\d{6}[\s\S]*?Virement prévu/)?.[0]);
    assert.ok(row);
    const paper = await soon(desk, '/travaux/primes', () => 'there').then(() => desk.locator('a', { hasText: /^AF-/ }).first().getAttribute('href'));
    const read = await desk.request.get(paper);
    assert.equal(read.headers()['content-type'], 'application/pdf');

    const sent = await batch('Préparer les virements');
    await pass(5);
    await bankSays(statement(sent, 2, demoDay()));
    await enterAs(desk, broker);
    await soon(desk, '/travaux/primes', (text) => /Versé/.test(text) && !/Virement prévu/.test(text));
  });
});
